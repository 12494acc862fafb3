// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/tile_picture.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace digitlab;

class TilePictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachNumberIsASquareOfOneColour() {
        const std::array<float, 8> values{0, 1, 2, 3, 4, 5, 6, 7};
        const TileGrid grid{{50, 60}, 2, 2, 10, 4};
        const QImage image = tilePicture(values, {2, 2, 2}, grid, {0, 7}, ColorMap::Grey, 1);
        QCOMPARE(image.size(), QSize(24, 10));
        QCOMPARE(image.pixel(0, 0), colorAt(0, ColorMap::Grey));
        QCOMPARE(image.pixel(4, 4), colorAt(0, ColorMap::Grey));
        QCOMPARE(image.pixel(5, 4), colorAt(1 / 7.0, ColorMap::Grey));
        QCOMPARE(image.pixel(4, 5), colorAt(2 / 7.0, ColorMap::Grey));
        QCOMPARE(image.pixel(23, 9), colorAt(1, ColorMap::Grey));
        QCOMPARE(image.pixel(14, 0), colorAt(4 / 7.0, ColorMap::Grey));
        QCOMPARE(qAlpha(image.pixel(11, 5)), 0);
    }

    void isAsSharpAsTheScreen() {
        const std::array<float, 4> values{0, 1, 1, 0};
        for (const double ratio : {1.25, 1.5, 2.0}) {
            const TileGrid grid = TileGrid::fit(1, 46, 4, 46);
            const QImage image =
                tilePicture(values, {1, 2, 2}, grid, {0, 1}, ColorMap::Grey, ratio);
            QCOMPARE(image.devicePixelRatio(), ratio);
            QCOMPARE(image.width(), static_cast<int>(std::lround(46 * ratio)));
            QCOMPARE(image.pixel(image.width() - 1, 0), colorAt(1, ColorMap::Grey));
        }
    }

    void manyTilesAtAnOddScaleStayInside() {
        const std::vector<float> values(64 * 9, 1.0F);
        const TileGrid grid = TileGrid::fit(64, 13, 2, 240);
        const QImage image = tilePicture(values, {64, 3, 3}, grid, {0, 1}, ColorMap::Grey, 1.3);
        QCOMPARE(image.width(), static_cast<int>(std::lround(grid.size().width() * 1.3)));
    }

    void numbersThatAreNoneAreTheLowest() {
        const std::array<float, 4> values{std::numeric_limits<float>::quiet_NaN(),
                                          -std::numeric_limits<float>::infinity(),
                                          std::numeric_limits<float>::infinity(), 0};
        const TileGrid grid{{0, 0}, 1, 1, 2, 0};
        const QImage image = tilePicture(values, {1, 2, 2}, grid, {0, 1}, ColorMap::Grey, 1);
        QCOMPARE(image.pixel(0, 0), colorAt(0, ColorMap::Grey));
        QCOMPARE(image.pixel(1, 0), colorAt(0, ColorMap::Grey));
        QCOMPARE(image.pixel(0, 1), colorAt(1, ColorMap::Grey));
    }

    void rangesAreWhatTheySay() {
        const std::array<float, 3> values{-1, 2, 4};
        const ValueRange range = ValueRange::of(values);
        QCOMPARE(range.low, -1.0F);
        QCOMPARE(range.high, 4.0F);
        QCOMPARE(range.symmetric().low, -4.0F);
        QCOMPARE((ValueRange{1, 2}).withZero().low, 0.0F);
        QCOMPARE(ValueRange::of({}).high, 0.0F);
    }

    void findsTheTileUnderThePointer() {
        const TileGrid grid{{100, 10}, 5, 2, 20, 4};
        QCOMPARE(grid.rows(), 3);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(grid.tileAt(grid.tileRect(i).center()), i);
        }
        QCOMPARE(grid.tileAt({121, 15}), -1); // a gap
        QCOMPARE(grid.tileAt({130, 65}), -1); // the missing sixth
        QCOMPARE(grid.tileAt({99, 15}), -1);
    }

    void fitsTilesInAHeight() {
        const TileGrid grid = TileGrid::fit(10, 46, 4, 246);
        QCOMPARE(grid.rows(), 5);
        QCOMPARE(grid.columns, 2);
        QVERIFY(TileGrid::fit(64, 12, 2, 240).size().height() <= 240);
        QCOMPARE(TileGrid::fit(3, 50, 4, 20).columns, 3);
    }
};

QTEST_MAIN(TilePictureTest)
#include "tile_picture_test.moc"
