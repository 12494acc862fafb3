// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/canvas.h"

#include "ui/theme.h"

#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>

using namespace digitlab;

namespace {

void drawLine(Canvas& canvas, QPoint from, QPoint to) {
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i) {
        QTest::mouseMove(&canvas, from + (to - from) * i / 10);
    }
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
}

/// Sends an event as QTest does not: with exact positions and buttons.
void sendMouse(Canvas& canvas, QEvent::Type type, QPointF at, Qt::MouseButton button,
               Qt::MouseButtons buttons) {
    QMouseEvent event(type, at, canvas.mapToGlobal(at), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &event);
}

void sendTablet(Canvas& canvas, QEvent::Type type, QPointF at, Qt::MouseButton button,
                Qt::MouseButtons buttons) {
    QTabletEvent event(type, QPointingDevice::primaryPointingDevice(), at, canvas.mapToGlobal(at),
                       0.5, 0, 0, 0, 0, 0, Qt::NoModifier, button, buttons);
    QCoreApplication::sendEvent(&canvas, &event);
    QVERIFY(event.isAccepted());
}

int inkedPixels(Canvas& canvas) {
    const QImage image = canvas.grab().toImage();
    const QColor ink = Theme::of(canvas.palette()).ink;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == ink ? 1 : 0;
        }
    }
    return count;
}

class PaintCount : public QObject {
public:
    explicit PaintCount(QWidget& widget) { widget.installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

    int count = 0;
};

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_canvas = std::make_unique<Canvas>();
        m_canvas->resize(240, 240);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    }

    void keepsWhatTheMouseDraws() {
        QSignalSpy changed(m_canvas.get(), &Canvas::inkChanged);
        drawLine(*m_canvas, {40, 50}, {140, 150});
        QCOMPARE(m_canvas->ink().size(), std::size_t{1});
        const Stroke& stroke = m_canvas->ink()[0];
        QCOMPARE(stroke.size(), std::size_t{11});
        QCOMPARE(stroke.front().x, 40.0);
        QCOMPARE(stroke.back().y, 150.0);
        QCOMPARE(stroke.front().more.size(), std::size_t{1});
        QVERIFY(changed.count() >= 11);
    }

    void paintsNewInkWithItsAnswerOrSoon() {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {40, 50});
        QTest::qWait(50);
        PaintCount paints(*m_canvas);
        const auto paintsSent = [&paints] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
            return paints.count;
        };
        sendMouse(*m_canvas, QEvent::MouseMove, {80, 80}, Qt::NoButton, Qt::LeftButton);
        QCOMPARE(paintsSent(), 0);
        m_canvas->showNewInk();
        QCOMPARE(paintsSent(), 1);
        QTest::qWait(50);
        QCOMPARE(paintsSent(), 1); // there was nothing left to paint

        sendMouse(*m_canvas, QEvent::MouseMove, {120, 120}, Qt::NoButton, Qt::LeftButton);
        QTRY_COMPARE(paints.count, 2); // without an answer, too
    }

    void keepsFractionsOfAPixel() {
        sendMouse(*m_canvas, QEvent::MouseButtonPress, {10.25, 20.5}, Qt::LeftButton,
                  Qt::LeftButton);
        QCOMPARE(m_canvas->ink()[0][0].x, 10.25);
        QCOMPARE(m_canvas->ink()[0][0].y, 20.5);
    }

    void aTouchWithoutAMoveIsADot() {
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {100, 100});
        QCOMPARE(m_canvas->ink(), (Ink{{{100, 100, {0}}}}));
        QVERIFY(inkedPixels(*m_canvas) > 150);
    }

    void paintsTheInk() {
        QCOMPARE(inkedPixels(*m_canvas), 0);
        drawLine(*m_canvas, {40, 120}, {200, 120});
        const int inked = inkedPixels(*m_canvas);
        QVERIFY2(inked > 160 * 15 && inked < 180 * 18, qPrintable(QString::number(inked)));
        m_canvas->setPenWidth(8);
        QVERIFY(inkedPixels(*m_canvas) < inked * 6 / 10);
    }

    void aPictureIsPaintedAndDrawnOn() {
        DigitImage picture{};
        for (std::size_t i = 0; i < 28; ++i) {
            picture[28 * 14 + i] = 255; // a line of one pixel, 240 / 28 high
        }
        m_canvas->setPicture(picture);
        QVERIFY(m_canvas->ink().empty() && !m_canvas->isEmpty());
        const int line = inkedPixels(*m_canvas);
        QVERIFY2(line > 230 * 7 && line <= 240 * 9, qPrintable(QString::number(line)));
        drawLine(*m_canvas, {40, 40}, {200, 40});
        QVERIFY(inkedPixels(*m_canvas) > line + 160 * 15);
        QCOMPARE(*m_canvas->picture(), picture);
        m_canvas->undo();
        QCOMPARE(inkedPixels(*m_canvas), line);
        m_canvas->undo();
        QVERIFY(m_canvas->isEmpty());
        QCOMPARE(inkedPixels(*m_canvas), 0);
        m_canvas->redo();
        QCOMPARE(*m_canvas->picture(), picture);
        m_canvas->clear();
        QVERIFY(m_canvas->isEmpty());
    }

    void repaintsAllThatTheStrokeChanged() {
        // What was painted piece by piece must be what is painted at once.
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {30, 30});
        for (const QPoint at : {QPoint(200, 40), QPoint(60, 200), QPoint(210, 210)}) {
            QTest::mouseMove(m_canvas.get(), at);
            QTest::qWait(50); // longer than new ink waits for an answer
        }
        const QImage pieces = m_canvas->screen()->grabWindow(m_canvas->winId()).toImage();
        if (!pieces.isNull()) {
            QCOMPARE(pieces.convertToFormat(QImage::Format_RGB32),
                     m_canvas->grab().toImage().convertToFormat(QImage::Format_RGB32));
        }
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {210, 210});
    }

    void undoesRedoesAndClears() {
        drawLine(*m_canvas, {40, 50}, {140, 150});
        drawLine(*m_canvas, {140, 50}, {40, 150});
        const Ink both = m_canvas->ink();
        m_canvas->undo();
        QCOMPARE(m_canvas->ink(), Ink{both[0]});
        m_canvas->redo();
        QCOMPARE(m_canvas->ink(), both);
        m_canvas->clear();
        QVERIFY(m_canvas->ink().empty());
        QCOMPARE(inkedPixels(*m_canvas), 0);
        m_canvas->undo();
        QCOMPARE(m_canvas->ink(), both);
        QVERIFY(inkedPixels(*m_canvas) > 0);
    }

    void clearingAnEmptyCanvasIsNoStep() {
        m_canvas->clear();
        QVERIFY(!m_canvas->canUndo());
    }

    void inkFromOutsideCanBeUndone() {
        drawLine(*m_canvas, {40, 50}, {140, 150});
        const Ink drawn = m_canvas->ink();
        QSignalSpy history(m_canvas.get(), &Canvas::historyChanged);
        m_canvas->setInk({{{1, 2}, {30, 40}}});
        QCOMPARE(history.count(), 1);
        m_canvas->undo();
        QCOMPARE(m_canvas->ink(), drawn);
    }

    void anotherButtonDoesNotBreakAStroke() {
        sendMouse(*m_canvas, QEvent::MouseButtonPress, {10, 10}, Qt::LeftButton, Qt::LeftButton);
        sendMouse(*m_canvas, QEvent::MouseButtonPress, {20, 20}, Qt::RightButton,
                  Qt::LeftButton | Qt::RightButton);
        sendMouse(*m_canvas, QEvent::MouseButtonRelease, {30, 30}, Qt::RightButton, Qt::LeftButton);
        sendMouse(*m_canvas, QEvent::MouseMove, {40, 40}, Qt::NoButton, Qt::LeftButton);
        sendMouse(*m_canvas, QEvent::MouseButtonRelease, {40, 40}, Qt::LeftButton, Qt::NoButton);
        QCOMPARE(m_canvas->ink().size(), std::size_t{1});
        QCOMPARE(m_canvas->ink()[0].back().x, 40.0);
    }

    void aSecondFingerDoesNotBreakAStroke() {
        QPointingDevice* screen = QTest::createTouchDevice();
        QTest::touchEvent(m_canvas.get(), screen).press(0, QPoint(10, 10));
        QTest::touchEvent(m_canvas.get(), screen).move(0, QPoint(20, 20)).press(1, QPoint(200, 10));
        QTest::touchEvent(m_canvas.get(), screen).move(0, QPoint(30, 30)).move(1, QPoint(200, 100));
        QTest::touchEvent(m_canvas.get(), screen).move(0, QPoint(40, 40)).release(1, QPoint(9, 9));
        QTest::touchEvent(m_canvas.get(), screen).release(0, QPoint(50, 50));
        QCOMPARE(m_canvas->ink().size(), std::size_t{1});
        const Stroke& stroke = m_canvas->ink()[0];
        QCOMPARE(stroke.size(), std::size_t{5});
        QCOMPARE(stroke.back().x, 50.0);
        QCOMPARE(stroke.back().y, 50.0);
    }

    void drawsWithATablet() {
        sendTablet(*m_canvas, QEvent::TabletPress, {10.5, 10}, Qt::LeftButton, Qt::LeftButton);
        sendTablet(*m_canvas, QEvent::TabletMove, {20.25, 30}, Qt::NoButton, Qt::LeftButton);
        // The system may send mouse events for the same pen.
        sendMouse(*m_canvas, QEvent::MouseMove, {90, 90}, Qt::NoButton, Qt::LeftButton);
        sendTablet(*m_canvas, QEvent::TabletRelease, {20.25, 30}, Qt::LeftButton, Qt::NoButton);
        QCOMPARE(m_canvas->ink().size(), std::size_t{1});
        QCOMPARE(m_canvas->ink()[0].size(), std::size_t{2});
        QCOMPARE(m_canvas->ink()[0].back().x, 20.25);
    }

    void endsAStrokeWhenItsReleaseIsLost_data() {
        QTest::addColumn<int>("type");
        QTest::newRow("focus lost") << int{QEvent::FocusOut};
        QTest::newRow("window inactive") << int{QEvent::WindowDeactivate};
        QTest::newRow("grab lost") << int{QEvent::UngrabMouse};
        QTest::newRow("touch cancelled") << int{QEvent::TouchCancel};
    }

    void endsAStrokeWhenItsReleaseIsLost() {
        QFETCH(int, type);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {30, 30});
        if (type == QEvent::FocusOut) {
            QFocusEvent lost(QEvent::FocusOut);
            QCoreApplication::sendEvent(m_canvas.get(), &lost);
        } else {
            QEvent lost(static_cast<QEvent::Type>(type));
            QCoreApplication::sendEvent(m_canvas.get(), &lost);
        }
        QTest::mouseMove(m_canvas.get(), {60, 60});
        QCOMPARE(m_canvas->ink().size(), std::size_t{1});
        QCOMPARE(m_canvas->ink()[0].size(), std::size_t{1});
        m_canvas->undo();
        QVERIFY(m_canvas->ink().empty());
    }

    void aMoveWithoutTheButtonEndsAStroke() {
        sendMouse(*m_canvas, QEvent::MouseButtonPress, {10, 10}, Qt::LeftButton, Qt::LeftButton);
        sendMouse(*m_canvas, QEvent::MouseMove, {40, 40}, Qt::NoButton, Qt::NoButton);
        sendMouse(*m_canvas, QEvent::MouseMove, {80, 80}, Qt::NoButton, Qt::LeftButton);
        QCOMPARE(m_canvas->ink()[0].size(), std::size_t{1});
    }

    void undoWhileDrawingTakesTheStrokeAway() {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {30, 30});
        QVERIFY(m_canvas->canUndo());
        m_canvas->undo();
        QVERIFY(m_canvas->ink().empty());
        QTest::mouseMove(m_canvas.get(), {60, 60});
        QVERIFY(m_canvas->ink().empty());
    }

    void theInkKeepsItsPlaceWhenTheCanvasGrows() {
        drawLine(*m_canvas, {40, 120}, {200, 120});
        const Ink drawn = m_canvas->ink();
        const int inked = inkedPixels(*m_canvas);
        m_canvas->resize(480, 480);
        QCOMPARE(m_canvas->ink(), drawn);
        QVERIFY(inkedPixels(*m_canvas) > inked * 7 / 2);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {240, 120});
        QCOMPARE(m_canvas->ink()[1][0].x, 120.0);
        QCOMPARE(m_canvas->ink()[1][0].y, 60.0);
    }

    void whatLeavesTheCanvasRunsAlongItsEdge() {
        drawLine(*m_canvas, {200, 100}, {400, 100});
        QCOMPARE(m_canvas->ink()[0].back().x, Canvas::kSide);
    }

    void followsThePalette() {
        drawLine(*m_canvas, {40, 120}, {200, 120});
        QPalette dark(Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        m_canvas->setPalette(dark);
        QVERIFY(Theme::of(m_canvas->palette()).dark);
        QVERIFY(inkedPixels(*m_canvas) > 160 * 15);
    }

    void thePenHasLimits() {
        QSignalSpy changed(m_canvas.get(), &Canvas::penWidthChanged);
        m_canvas->setPenWidth(1000);
        QCOMPARE(m_canvas->penWidth(), Canvas::kThickestPen);
        m_canvas->setPenWidth(0);
        QCOMPARE(m_canvas->penWidth(), Canvas::kThinnestPen);
        QCOMPARE(changed.count(), 2);
    }

private:
    std::unique_ptr<Canvas> m_canvas;
};

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"
