// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/feed_preview.h"

#include "ui/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace digitlab {
namespace {

constexpr int kGap = 2;

/// The side of a cell where the preview is so wide.
int sideFor(int width) {
    return std::max(1, (width + kGap) / FeedPreview::kColumns - kGap);
}

} // namespace

FeedPreview::FeedPreview(QWidget* parent)
    : QAbstractButton(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(QStringLiteral("feedPreview"));
    setAccessibleName(tr("What the network is fed"));
    setAccessibleDescription(
        tr("Examples of training images with these settings; press for others"));
    setCursor(Qt::PointingHandCursor);
}

void FeedPreview::setImages(std::vector<FedImage> images) {
    m_images = std::move(images);
    m_images.resize(std::min<std::size_t>(m_images.size(), kCount));
    update();
}

QString FeedPreview::textAt(QPoint place) const {
    for (int i = 0; i < static_cast<int>(m_images.size()); ++i) {
        if (cell(i).contains(place)) {
            const std::optional<int> label = m_images[static_cast<std::size_t>(i)].label;
            const QString what =
                label ? tr("Learned as %1.").arg(*label) : tr("Learned as no digit.");
            return what + u' ' + tr("Press for others.");
        }
    }
    return {};
}

QSize FeedPreview::sizeHint() const {
    constexpr int kWidth = kColumns * (kDigitSide + kGap) - kGap;
    return {kWidth, heightForWidth(kWidth)};
}

int FeedPreview::heightForWidth(int width) const {
    return kRows * (sideFor(width) + kGap) - kGap;
}

QRect FeedPreview::cell(int index) const {
    const int side = sideFor(width());
    return {index % kColumns * (side + kGap), index / kColumns * (side + kGap), side, side};
}

bool FeedPreview::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QAbstractButton::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
    return true;
}

void FeedPreview::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int i = 0; i < kCount; ++i) {
        QPainterPath rounded;
        rounded.addRoundedRect(cell(i), 2, 2);
        if (static_cast<std::size_t>(i) >= m_images.size()) {
            painter.fillPath(rounded, theme.field);
            continue;
        }
        const QImage image(m_images[static_cast<std::size_t>(i)].image.data(), kDigitSide,
                           kDigitSide, kDigitSide, QImage::Format_Grayscale8);
        painter.setClipPath(rounded);
        painter.drawImage(cell(i), image);
        painter.setClipping(false);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
}

} // namespace digitlab
