// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <QAbstractButton>

namespace digitlab {

/// One image of 28×28 on the way from the ink to what the network sees, with its caption below.
/// Where it is checkable it switches the step that made the image; pale and struck out while off.
/// Where it is disabled there is no step to switch.
class InkTile : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int kPicture = 38; ///< side of the picture
    static constexpr int kWidth = 50;   ///< with room for the caption

    explicit InkTile(const QString& caption, QWidget* parent = nullptr);

    void setImage(const DigitImage& image);
    [[nodiscard]] const DigitImage& image() const { return m_image; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect picture() const;
    void paintPicture(QPainter& painter, const QRect& area) const;
    [[nodiscard]] bool isOff() const { return isCheckable() && isEnabled() && !isChecked(); }

    DigitImage m_image{};
};

} // namespace digitlab
