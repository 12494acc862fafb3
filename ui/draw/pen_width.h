// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSlider;

namespace digitlab {

/// Chooses how thick the pen is: a slider with a dot that shows it.
class PenWidth : public QWidget {
    Q_OBJECT

public:
    explicit PenWidth(QWidget* parent = nullptr);

    [[nodiscard]] int value() const;
    void setValue(int width);

Q_SIGNALS:
    void valueChanged(int width);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSlider* m_slider;
};

} // namespace digitlab
