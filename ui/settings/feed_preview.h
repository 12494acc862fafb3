// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/digit_image.h"

#include <QAbstractButton>

#include <optional>
#include <vector>

namespace digitlab {

/// An image that a network is fed, and what it is told that it is.
struct FedImage {
    DigitImage image{};
    std::optional<int> label; ///< nothing where it is no digit
};

/// Two rows of what the network is being fed. Pressing it asks for others (clicked()).
class FeedPreview : public QAbstractButton {
    Q_OBJECT
public:
    /// How many images have room.
    static constexpr int kColumns = 8;
    static constexpr int kRows = 2;
    static constexpr int kCount = kColumns * kRows;

    explicit FeedPreview(QWidget* parent = nullptr);

    /// Shows the first kCount of them.
    void setImages(std::vector<FedImage> images);
    [[nodiscard]] const std::vector<FedImage>& images() const { return m_images; }

    /// What a person is told of the image at a place; empty where there is none.
    [[nodiscard]] QString textAt(QPoint place) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect cell(int index) const;

    std::vector<FedImage> m_images;
};

} // namespace digitlab
