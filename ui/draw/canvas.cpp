// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/canvas.h"

#include "ui/draw/stroke_painting.h"
#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace digitlab {

namespace {

/// Points nearer than this to the last one say nothing new.
constexpr double kNearest = 0.5;

/// Milliseconds that new ink waits to be painted together with its answer, which mostly takes less:
/// to paint once costs half as much as twice. It is less than a frame of a usual screen.
constexpr int kPatience = 10;

const QRectF kWhole(0, 0, Canvas::kSide, Canvas::kSide); ///< in canvas units

/// A picture as if it had been drawn with this ink, a pixel for each of its own.
QImage pictureInInk(const DigitImage& picture, QColor ink) {
    QImage image(kDigitSide, kDigitSide, QImage::Format_ARGB32);
    for (int y = 0; y < kDigitSide; ++y) {
        for (int x = 0; x < kDigitSide; ++x) {
            ink.setAlpha(picture[static_cast<std::size_t>(y * kDigitSide + x)]);
            image.setPixelColor(x, y, ink);
        }
    }
    return image;
}

} // namespace

Canvas::Canvas(QWidget* parent)
    : QWidget(parent) {
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAttribute(Qt::WA_OpaquePaintEvent); // it is painted often: without what is behind it
    setMouseTracking(
        true); // so that a move without a button tells of a release that went elsewhere
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_patience.setSingleShot(true);
    m_patience.setTimerType(Qt::PreciseTimer);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &Canvas::showNewInk);
    setAccessibleName(tr("Canvas"));
    setAccessibleDescription(tr("Draw a digit here with the mouse, a finger or a pen."));
}

QSize Canvas::sizeHint() const {
    return {static_cast<int>(kSide), static_cast<int>(kSide)};
}

QSize Canvas::minimumSizeHint() const {
    return {120, 120};
}

void Canvas::setInk(Ink ink) {
    finishStroke();
    if (ink != this->ink() || picture()) {
        replace({std::move(ink), {}});
    }
}

void Canvas::setPicture(const DigitImage& picture) {
    finishStroke();
    replace({{}, std::make_shared<const DigitImage>(picture)});
}

void Canvas::replace(CanvasContent content) {
    m_history.apply(m_content,
                    {ink(), std::move(content.ink), picture(), std::move(content.picture)});
    showAll();
}

void Canvas::clear() {
    setInk({});
}

void Canvas::undo() {
    finishStroke();
    if (m_history.canUndo()) {
        m_history.undo(m_content);
        showAll();
    }
}

void Canvas::redo() {
    finishStroke();
    if (m_history.canRedo()) {
        m_history.redo(m_content);
        showAll();
    }
}

void Canvas::setPenWidth(int width) {
    width = std::clamp(width, kThinnestPen, kThickestPen);
    if (width != m_penWidth) {
        m_penWidth = width;
        m_finished = QPixmap();
        update();
        Q_EMIT penWidthChanged(width);
    }
}

void Canvas::showAll() {
    m_finished = QPixmap();
    update();
    Q_EMIT inkChanged();
    Q_EMIT historyChanged();
}

// ------------------------------------------------------------------------------------ the pen

void Canvas::penDown(Pen pen, QPointF position) {
    if (m_pen) {
        return;
    }
    const bool wasEmpty = isEmpty();
    m_pen = pen;
    m_strokeClock.start();
    Point point = toCanvas(position);
    point.more = {0};
    m_content.ink.push_back({std::move(point)});
    update(wasEmpty ? rect() : touchedArea(ink().back()));
    Q_EMIT inkChanged();
    Q_EMIT historyChanged();
}

void Canvas::penMove(Pen pen, QPointF position) {
    if (m_pen != pen) {
        return;
    }
    Stroke& stroke = m_content.ink.back();
    Point point = toCanvas(position);
    if (std::hypot(point.x - stroke.back().x, point.y - stroke.back().y) < kNearest) {
        return;
    }
    point.more = {static_cast<double>(m_strokeClock.elapsed())};
    stroke.push_back(std::move(point));
    m_newInk |= touchedArea(stroke);
    if (!m_patience.isActive()) {
        m_patience.start();
    }
    Q_EMIT inkChanged();
}

void Canvas::showNewInk() {
    m_patience.stop();
    update(std::exchange(m_newInk, {}));
}

void Canvas::penUp(Pen pen) {
    if (m_pen == pen) {
        finishStroke();
    }
}

void Canvas::finishStroke() {
    if (!m_pen) {
        return;
    }
    m_pen.reset();
    if (!m_finished.isNull()) {
        QPainter painter(&m_finished);
        preparePainter(painter);
        paintStroke(painter, ink().back(), kWhole);
    }
    m_history.remember({{}, {ink().back()}, picture(), picture()});
    Q_EMIT historyChanged();
}

// --------------------------------------------------------------------------------- the events

bool Canvas::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        touch(*static_cast<QTouchEvent*>(event));
        return true;
    case QEvent::TouchCancel:
    case QEvent::WindowDeactivate:
    case QEvent::UngrabMouse:
    case QEvent::Hide:
    case QEvent::EnabledChange:
        finishStroke(); // its end would go to somebody else
        break;
    case QEvent::FocusOut:
        finishStroke();
        update();
        break;
    case QEvent::Resize:
    case QEvent::PaletteChange:
        m_finished = QPixmap();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        penDown({Pen::Kind::Mouse}, event->position());
    }
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) {
        penMove({Pen::Kind::Mouse}, event->position());
    } else {
        penUp({Pen::Kind::Mouse}); // the release went elsewhere
    }
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        penMove({Pen::Kind::Mouse}, event->position());
        penUp({Pen::Kind::Mouse});
    }
}

void Canvas::tabletEvent(QTabletEvent* event) {
    const Pen pen{Pen::Kind::Tablet};
    if (event->type() == QEvent::TabletPress && event->button() == Qt::LeftButton) {
        penDown(pen, event->position());
    } else if (event->type() == QEvent::TabletMove) {
        penMove(pen, event->position());
    } else if (event->type() == QEvent::TabletRelease && event->button() == Qt::LeftButton) {
        penUp(pen);
    }
    event->accept(); // so that no mouse event is made of it
}

void Canvas::touch(QTouchEvent& event) {
    for (const QEventPoint& point : event.points()) {
        const Pen pen{Pen::Kind::Touch, point.id()};
        if (point.state() == QEventPoint::Pressed) {
            penDown(pen, point.position());
        } else if (point.state() == QEventPoint::Updated) {
            penMove(pen, point.position());
        } else if (point.state() == QEventPoint::Released) {
            penMove(pen, point.position());
            penUp(pen);
        }
    }
    event.accept();
}

// ------------------------------------------------------------------------------- the painting

QRectF Canvas::square() const {
    const double side = std::min(width(), height());
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

Point Canvas::toCanvas(QPointF position) const {
    const QRectF area = square();
    const double scale = kSide / std::max(1.0, area.width());
    // A pen that slides off the canvas draws along its edge: what is not seen must not count.
    return {std::clamp((position.x() - area.x()) * scale, 0.0, kSide),
            std::clamp((position.y() - area.y()) * scale, 0.0, kSide)};
}

/// What the last point of a stroke changed: its curve, and the end that the curve replaces.
QRect Canvas::touchedArea(const Stroke& stroke) const {
    QRectF area;
    const std::size_t count = std::min<std::size_t>(stroke.size(), 3);
    for (const Point& point : std::span(stroke).last(count)) {
        const double reach = m_penWidth / 2.0;
        area |= QRectF(point.x - reach, point.y - reach, m_penWidth, m_penWidth);
    }
    const QRectF whole = square();
    const double scale = whole.width() / kSide;
    return QRectF(whole.topLeft() + area.topLeft() * scale, area.size() * scale)
        .toAlignedRect()
        .adjusted(-1, -1, 1, 1);
}

void Canvas::preparePainter(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(Theme::of(palette()).ink, m_penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF area = square();
    painter.translate(area.topLeft());
    painter.scale(area.width() / kSide, area.height() / kSide);
}

void Canvas::updateFinished() {
    const double ratio = devicePixelRatioF();
    if (!m_finished.isNull() && m_finished.devicePixelRatio() == ratio) {
        return;
    }
    m_finished = QPixmap(size() * ratio);
    m_finished.setDevicePixelRatio(ratio);
    m_finished.fill(Qt::transparent);
    QPainter painter(&m_finished);
    preparePainter(painter);
    if (picture()) {
        painter.drawImage(kWhole, pictureInInk(*picture(), Theme::of(palette()).ink));
    }
    for (const Stroke& stroke : std::span(ink()).first(ink().size() - (m_pen ? 1 : 0))) {
        paintStroke(painter, stroke, kWhole);
    }
}

void Canvas::paintEvent(QPaintEvent* event) {
    updateFinished();
    const Theme theme = Theme::of(palette());
    const QRectF frame = square().adjusted(0.5, 0.5, -0.5, -0.5);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.dark ? theme.ground : theme.surface);
    painter.drawRoundedRect(frame, kGrid, kGrid);
    if (isEmpty()) {
        painter.setPen(theme.muted);
        painter.drawText(frame, Qt::AlignCenter, tr("Draw a digit"));
    }
    painter.drawPixmap(0, 0, m_finished);
    if (m_pen) {
        painter.save();
        preparePainter(painter);
        painter.setBrush(Qt::NoBrush);
        paintStroke(painter, ink().back(),
                    painter.worldTransform().inverted().mapRect(QRectF(event->rect())));
        painter.restore();
    }
    painter.setPen(theme.line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, kGrid, kGrid);
}

} // namespace digitlab
