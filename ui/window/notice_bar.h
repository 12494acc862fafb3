// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace digitlab {

/// A sentence above the work that a person should read, and may close: what failed, or what to do.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void showNotice(const QString& text);
    [[nodiscard]] QString text() const;

private:
    QLabel* m_text;
};

} // namespace digitlab
