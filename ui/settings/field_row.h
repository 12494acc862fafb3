// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/field_editor.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLayout;

namespace digitlab {

/// A label, one editor or a few beside it, and below them what is wrong with what was entered.
class FieldRow : public QWidget {
    Q_OBJECT
public:
    explicit FieldRow(const QString& label, QWidget* parent = nullptr);

    void addEditor(std::unique_ptr<FieldEditor> editor);
    [[nodiscard]] const std::vector<std::unique_ptr<FieldEditor>>& editors() const {
        return m_editors;
    }

    void setLabel(const QString& label);

    /// Says what is wrong with one of the row's fields; an empty text takes it back.
    void setProblem(const FieldEditor& editor, const QString& problem);
    /// Marks an editor as changed, and tells in its tool tip what it was; an empty text takes it
    /// back.
    void setChanged(const FieldEditor& editor, const QString& before);
    /// Mutes an editor that changes nothing as the others stand.
    void setIdle(const FieldEditor& editor, bool idle);

    [[nodiscard]] QString problem() const;

    /// Shares a line between a narrow label and several fields, as a row with many editors does.
    static void splitWide(QHBoxLayout& line, QLabel* label, QLayout* fields);

private:
    QLabel* m_label;
    QHBoxLayout* m_fields;
    QLabel* m_problem;
    std::vector<std::unique_ptr<FieldEditor>> m_editors;
    std::vector<QString> m_problems; ///< one for each editor
    std::vector<bool> m_changed;     ///< likewise
};

} // namespace digitlab
