// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>
#include <optional>

namespace digitlab {

/// A line edit for one number, as the locale writes it, with its unit inside at the right. Takes
/// whatever is typed: what it means, and whether it may be, others say. Up and Down step, Page Up
/// and Page Down by ten steps; so does the wheel, but only where the edit has the focus.
class NumberEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit NumberEdit(QWidget* parent = nullptr);

    void setUnit(const QString& unit);
    /// Gives the number `steps` steps from another; used by the keys and the wheel.
    using Stepper = std::function<double(double value, int steps)>;
    void setStepper(Stepper stepper);

    /// Shows a number; leaves the text alone where it says that number already.
    void setNumber(double number);
    /// What is typed as a number, or nothing where it is none.
    [[nodiscard]] std::optional<double> number() const;

Q_SIGNALS:
    /// The person typed or stepped.
    void edited();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void step(int steps);
    void makeRoomForUnit();

    QString m_unit;
    Stepper m_stepper;
    int m_wheel = 0; ///< of a notch, in eighths of a degree
};

/// The number in a text that a person typed: as the locale writes it, or else as C does.
std::optional<double> numberIn(const QString& text);

} // namespace digitlab
