// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QToolButton;

namespace digitlab {

class DigitButtons;

/// Where a person says what a drawing was: "It was a …", ten digits, and then that it is kept, with
/// a way to take it back.
class CorrectionRow : public QWidget {
    Q_OBJECT

public:
    explicit CorrectionRow(QWidget* parent = nullptr);

    /// Nothing is drawn: there is nothing to correct.
    void showNothing();
    /// What is drawn stands on a picture, which cannot be kept.
    void showPicture();
    /// Something is drawn, and not kept yet.
    void showQuestion();
    /// The drawing is kept as this digit; `count` are kept in all.
    void showKept(int digit, int count);

Q_SIGNALS:
    void chosen(int digit);
    void takenBack();

private:
    void show(const QString& text, std::optional<int> kept, bool canKeep);

    QLabel* m_text;
    DigitButtons* m_digits;
    QAction* m_takeBack;
    QToolButton* m_takeBackButton;
};

} // namespace digitlab
