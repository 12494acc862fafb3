// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/fields.h"

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace digitlab {

/// Edits one field of the configuration with a widget that suits its kind.
class FieldEditor : public QObject {
    Q_OBJECT
public:
    /// The widget belongs to `parent`, the editor to the caller.
    static std::unique_ptr<FieldEditor> create(const Field& field, QWidget* parent);

    [[nodiscard]] const Field& field() const { return m_field; }
    [[nodiscard]] QWidget* widget() const { return m_widget; }

    /// Shows a value, without edited().
    virtual void show(const FieldValue& value) = 0;
    /// What the person entered; nothing where it is no value of this kind.
    [[nodiscard]] virtual std::optional<FieldValue> value() const = 0;
    /// Greys one choice out, with the reason; only for choices.
    virtual void setChoiceUnavailable(const std::string&, const QString&) {}

    /// Marks the widget as wrong; `problem` also goes to its accessible description.
    void setProblem(const QString& problem);
    /// What the tool tip says below the help; may be empty.
    void setNote(const QString& note);

Q_SIGNALS:
    void edited();

protected:
    FieldEditor(Field field, QWidget* widget);

private:
    void showHelp();

    Field m_field;
    QWidget* m_widget;
    QString m_help;
    QString m_problem;
    QString m_note;
};

} // namespace digitlab
