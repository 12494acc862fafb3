// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/draw/ink_history.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <optional>

class QTouchEvent;

namespace digitlab {

/// The square that a digit is drawn on, by mouse, finger or pen; a picture may lie below the ink.
/// It repaints only what the pen touched. Points are in canvas units, 0 … kSide in both directions
/// whatever the widget's size, so the ink keeps its place when that changes; `more` holds the
/// milliseconds since the stroke began.
class Canvas : public QWidget {
    Q_OBJECT

public:
    static constexpr double kSide = 240;
    static constexpr int kThinnestPen = 4;
    static constexpr int kThickestPen = 40;

    explicit Canvas(QWidget* parent = nullptr);

    /// Everything that is drawn, the stroke in progress included.
    [[nodiscard]] const Ink& ink() const { return m_content.ink; }
    /// What was drawn on; null where that is the empty canvas.
    [[nodiscard]] const std::shared_ptr<const DigitImage>& picture() const {
        return m_content.picture;
    }
    [[nodiscard]] bool isEmpty() const { return m_content.isEmpty(); }
    /// True while a stroke is in progress.
    [[nodiscard]] bool isPenDown() const { return m_pen.has_value(); }
    /// Puts other ink in the place of what is there; can be undone.
    void setInk(Ink ink);
    /// The same with a picture, which can be drawn on.
    void setPicture(const DigitImage& picture);

    [[nodiscard]] bool canUndo() const { return m_history.canUndo() || m_pen.has_value(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    void undo();
    void redo();
    void clear();

    /// How thick all ink is shown, in canvas units. What the network sees does not depend on it.
    [[nodiscard]] int penWidth() const { return m_penWidth; }
    void setPenWidth(int width);

    /// Paints what the pen drew since it was last painted. Whoever answers the ink calls it, so
    /// that both are painted at once; where nobody does, it comes to pass a few milliseconds later.
    void showNewInk();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

Q_SIGNALS:
    void inkChanged(); ///< or the picture; also on every move of the pen
    void historyChanged();
    void penWidthChanged(int width);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;

private:
    /// What draws the stroke in progress. Everything else is ignored until it is lifted.
    struct Pen {
        enum class Kind { Mouse, Touch, Tablet } kind = Kind::Mouse;
        int touchId = 0;
        bool operator==(const Pen&) const = default;
    };

    void touch(QTouchEvent& event);
    void penDown(Pen pen, QPointF position);
    void penMove(Pen pen, QPointF position);
    void penUp(Pen pen);
    void finishStroke();
    void replace(CanvasContent content);
    void showAll();

    [[nodiscard]] QRectF square() const;
    [[nodiscard]] Point toCanvas(QPointF position) const;
    [[nodiscard]] QRect touchedArea(const Stroke& stroke) const;
    void preparePainter(QPainter& painter) const;
    void updateFinished();

    CanvasContent m_content;
    InkHistory m_history;
    std::optional<Pen> m_pen; ///< something while a stroke is in progress: the last of the ink
    QElapsedTimer m_strokeClock;
    int m_penWidth = 18;
    QRect m_newInk;      ///< where the pen was since it was last painted
    QTimer m_patience{}; ///< until new ink is painted without an answer
    QPixmap m_finished;  ///< all but the stroke in progress; null where it must be painted anew
};

} // namespace digitlab
