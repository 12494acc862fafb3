// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/fields.h"

#include <QWidget>

class QAbstractButton;
class QVBoxLayout;

namespace digitlab {

/// A heading with what belongs to it below; pressing the heading folds it away.
class FieldSection : public QWidget {
    Q_OBJECT
public:
    explicit FieldSection(const QString& title, QWidget* parent = nullptr);

    void add(QWidget* widget);
    /// What folds it away; it takes the focus.
    [[nodiscard]] QWidget& heading() const;
    [[nodiscard]] bool isCollapsed() const;
    void setCollapsed(bool collapsed);

Q_SIGNALS:
    void collapsedChanged();

private:
    void showContent();

    QAbstractButton* m_heading;
    QWidget* m_content;
    QVBoxLayout* m_rows;
};

/// The heading of a group of fields, and its name in saved settings.
QString groupTitle(FieldGroup group);
QString groupName(FieldGroup group);

} // namespace digitlab
