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
        Ink ink;
        history.apply(ink, {{}, {dot(1)}});
        history.apply(ink, {{}, {dot(2)}});
        history.apply(ink, {ink, {dot(3), dot(4)}});
        QCOMPARE(ink, (Ink{dot(3), dot(4)}));
        history.undo(ink);
        QCOMPARE(ink, (Ink{dot(1), dot(2)}));
        history.undo(ink);
        QCOMPARE(ink, (Ink{dot(1)}));
        history.redo(ink);
        history.redo(ink);
        QCOMPARE(ink, (Ink{dot(3), dot(4)}));
        QVERIFY(!history.canRedo());
    }

    void aNewChangeEndsTheRedoing() {
        InkHistory history;
        Ink ink;
        history.apply(ink, {{}, {dot(1)}});
        history.undo(ink);
        QVERIFY(history.canRedo());
        history.apply(ink, {{}, {dot(2)}});
        QVERIFY(!history.canRedo());
        history.redo(ink);
        QCOMPARE(ink, Ink{dot(2)});
    }

    void doesNothingAtTheEnds() {
        InkHistory history;
        Ink ink{dot(1)};
        history.undo(ink);
        history.redo(ink);
        QCOMPARE(ink, Ink{dot(1)});
        QVERIFY(!history.canUndo());
    }

    void forgetsTheOldestOnly() {
        InkHistory history;
        Ink ink;
        for (int i = 0; i < 500; ++i) {
            history.apply(ink, {{}, {dot(i)}});
        }
        int undone = 0;
        for (; history.canUndo(); ++undone) {
            history.undo(ink);
        }
        QVERIFY(undone >= 100);
        QCOMPARE(ink.size(), static_cast<std::size_t>(500 - undone));
    }
};

QTEST_MAIN(InkHistoryTest)
#include "ink_history_test.moc"
