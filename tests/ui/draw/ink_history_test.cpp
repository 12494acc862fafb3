// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/ink_history.h"

#include <QTest>

using namespace digitlab;

namespace {

Stroke dot(double x) {
    return {{x, 0}};
}

} // namespace

class InkHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoesAndRedoesInOrder() {
        InkHistory history;
        CanvasContent canvas;
        history.apply(canvas, {{}, {dot(1)}});
        history.apply(canvas, {{}, {dot(2)}});
        history.apply(canvas, {canvas.ink, {dot(3), dot(4)}});
        QCOMPARE(canvas.ink, (Ink{dot(3), dot(4)}));
        history.undo(canvas);
        QCOMPARE(canvas.ink, (Ink{dot(1), dot(2)}));
        history.undo(canvas);
        QCOMPARE(canvas.ink, (Ink{dot(1)}));
        history.redo(canvas);
        history.redo(canvas);
        QCOMPARE(canvas.ink, (Ink{dot(3), dot(4)}));
        QVERIFY(!history.canRedo());
    }

    void aNewChangeEndsTheRedoing() {
        InkHistory history;
        CanvasContent canvas;
        history.apply(canvas, {{}, {dot(1)}});
        history.undo(canvas);
        QVERIFY(history.canRedo());
        history.apply(canvas, {{}, {dot(2)}});
        QVERIFY(!history.canRedo());
        history.redo(canvas);
        QCOMPARE(canvas.ink, Ink{dot(2)});
    }

    void doesNothingAtTheEnds() {
        InkHistory history;
        CanvasContent canvas{{dot(1)}, {}};
        history.undo(canvas);
        history.redo(canvas);
        QCOMPARE(canvas.ink, Ink{dot(1)});
        QVERIFY(!history.canUndo());
    }

    void aPictureComesAndGoes() {
        InkHistory history;
        CanvasContent canvas;
        const auto picture = std::make_shared<const DigitImage>();
        history.apply(canvas, {{}, {dot(1)}, {}, {}});
        history.apply(canvas, {canvas.ink, {}, {}, picture});
        history.apply(canvas, {{}, {dot(2)}, picture, picture});
        history.undo(canvas);
        QCOMPARE(canvas.ink, Ink{});
        QCOMPARE(canvas.picture, picture);
        history.undo(canvas);
        QCOMPARE(canvas.ink, Ink{dot(1)});
        QVERIFY(!canvas.picture);
        history.redo(canvas);
        QCOMPARE(canvas.ink, Ink{});
        QCOMPARE(canvas.picture, picture);
    }

    void forgetsTheOldestOnly() {
        InkHistory history;
        CanvasContent canvas;
        for (int i = 0; i < 500; ++i) {
            history.apply(canvas, {{}, {dot(i)}});
        }
        int undone = 0;
        for (; history.canUndo(); ++undone) {
            history.undo(canvas);
        }
        QVERIFY(undone >= 100);
        QCOMPARE(canvas.ink.size(), static_cast<std::size_t>(500 - undone));
    }
};

QTEST_MAIN(InkHistoryTest)
#include "ink_history_test.moc"
