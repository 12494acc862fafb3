// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;

namespace digitlab {

/// A sentence above the work that a person should read, and may close: what failed, or what to do.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// `action`, where there is one, can be chosen beside the text.
    void showNotice(const QString& text, QAction* action = nullptr);
    [[nodiscard]] QString text() const;

private:
    QLabel* m_text;
    QToolButton* m_action;
};

} // namespace digitlab
