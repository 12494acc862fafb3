// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/receptive_field.h"

#include "core/training/presets.h"

#include <QTest>

using namespace digitlab;

class ReceptiveFieldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheArticlesLayers() {
        const std::vector<Layer> layers = layersOf(presetConfig("article").network);
        const std::vector<std::size_t> shown = shownLayers(layers);
        // conv 5×5: a cell sees 5×5 pixels from its own place on.
        QCOMPARE(receptiveField(layers, shown[0], {3, 7}), QRect(3, 7, 5, 5));
        // max pool 2: two such squares, one pixel apart.
        QCOMPARE(receptiveField(layers, shown[1], {3, 7}), QRect(6, 14, 6, 6));
        // conv 3×3 over it: three of those, two pixels apart.
        QCOMPARE(receptiveField(layers, shown[2], {0, 0}), QRect(0, 0, 10, 10));
        QCOMPARE(receptiveField(layers, shown[2], {9, 9}), QRect(18, 18, 10, 10));
    }

    void paddingEndsAtTheEdge() {
        NetworkSpec spec;
        spec.convs = {{4, 5, 2, 1}};
        const std::vector<Layer> layers = layersOf(spec);
        QCOMPARE(receptiveField(layers, 0, {0, 0}), QRect(0, 0, 3, 3));
        QCOMPARE(receptiveField(layers, 0, {14, 14}), QRect(12, 12, 5, 5));
        QCOMPARE(receptiveField(layers, 0, {27, 27}), QRect(25, 25, 3, 3));
    }
};

QTEST_MAIN(ReceptiveFieldTest)
#include "receptive_field_test.moc"
