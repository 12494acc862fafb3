// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <optional>

class QToolButton;

namespace digitlab {

/// Ten small buttons in a row, 0 to 9, which the keys 0 to 9 press wherever the window that holds
/// them is active. A field that is being edited keeps its keys.
class DigitButtons : public QWidget {
    Q_OBJECT

public:
    /// `keysText` names the ten keys where all keys are listed; `buttonText`, with %1 for the
    /// digit, is what each button is called.
    DigitButtons(const QString& keysText, const QString& buttonText, QWidget* parent = nullptr);

    /// The digit whose button is marked.
    void setMarked(std::optional<int> digit);

Q_SIGNALS:
    void chosen(int digit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::array<QToolButton*, 10> m_buttons{};
    QAction* m_keys; ///< one action for all ten, so that they are one line in the list of keys
};

} // namespace digitlab
