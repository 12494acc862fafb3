// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <QWidget>

namespace digitlab {

/// The 28×28 pixels that the network sees, enlarged without smoothing.
class SeenImage : public QWidget {
    Q_OBJECT

public:
    explicit SeenImage(QWidget* parent = nullptr);

    void setImage(const DigitImage& image);
    [[nodiscard]] const DigitImage& image() const { return m_image; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DigitImage m_image{};
};

} // namespace digitlab
