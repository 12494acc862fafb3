// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/color_map.h"

#include <QColor>
#include <QTest>

#include <cmath>
#include <limits>

using namespace digitlab;

namespace {

double linear(double share) {
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// CIE 1976 lightness, 0 … 100: how light a colour looks.
double lightness(QRgb rgb) {
    const QColor color(rgb);
    const double y = 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
                     0.0722 * linear(color.blueF());
    return 116 * std::cbrt(y) - 16;
}

} // namespace

class ColorMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void viridisBeginsAndEndsWhereItShould() {
        QCOMPARE(colorAt(0), qRgb(0x44, 0x01, 0x54));
        QCOMPARE(colorAt(1), qRgb(0xfd, 0xe7, 0x25));
    }

    void viridisGrowsLighterEvenly() {
        for (int i = 0; i < 16; ++i) {
            const double step = lightness(colorAt((i + 1) / 16.0)) - lightness(colorAt(i / 16.0));
            QVERIFY2(step > 4 && step < 6, qPrintable(QString::number(step)));
        }
    }

    void whatIsOutsideCountsAsTheEnd() {
        for (const ColorMap map : {ColorMap::Viridis, ColorMap::Grey, ColorMap::DivergingLight,
                                   ColorMap::DivergingDark}) {
            QCOMPARE(colorAt(-3, map), colorAt(0, map));
            QCOMPARE(colorAt(7, map), colorAt(1, map));
            QCOMPARE(colorAt(std::numeric_limits<double>::quiet_NaN(), map), colorAt(0, map));
        }
    }

    void theMiddleOfDivergingIsNeutral() {
        QVERIFY(QColor(colorAt(0.5, ColorMap::DivergingLight)).saturation() < 10);
        QVERIFY(lightness(colorAt(0.5, ColorMap::DivergingLight)) > 90);
        QVERIFY(lightness(colorAt(0.5, ColorMap::DivergingDark)) < 25);
    }
};

QTEST_MAIN(ColorMapTest)
#include "color_map_test.moc"
