// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/flow_layout.h"

#include "core/training/presets.h"

#include <QTest>

using namespace digitlab;

namespace {

NetworkSpec wideNetwork() {
    NetworkSpec spec;
    spec.convs = {{64, 3, 1, 1}, {64, 3, 1, 2}, {64, 3, 1, 2}};
    spec.hidden = {256};
    return spec;
}

} // namespace

class FlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheArticlesStages() {
        const auto flow = flowOf(layersOf(presetConfig("article").network));
        QStringList headings;
        QStringList shapes;
        for (const FlowStage& stage : flow) {
            headings << stage.heading;
            shapes << QString::fromStdString(stage.shape.text());
        }
        QCOMPARE(headings, (QStringList{"input", "conv 5×5 · ReLU", "max pool 2", "conv 3×3 · ReLU",
                                        "dense · ReLU", "answer"}));
        QCOMPARE(flow[2].shortHeading, QStringLiteral("pool 2"));
        QCOMPARE(flow[3].shortHeading, QStringLiteral("conv 3×3"));
        QCOMPARE(shapes, (QStringList{"1×28×28", "10×24×24", "10×12×12", "20×10×10", "500", "10"}));
        QVERIFY(flow[1].kind == FlowStage::Kind::Maps && flow[2].kind == FlowStage::Kind::Maps);
        QVERIFY(flow[4].kind == FlowStage::Kind::Units);
        QVERIFY(flow[5].kind == FlowStage::Kind::Answer);
        QCOMPARE(flow[3].shown, std::size_t{2});
        QCOMPARE(flow[3].name, QStringLiteral("conv2"));
    }

    void everythingFitsTheWindow_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("smallestTile");
        QTest::addColumn<QString>("family");
        const QString usual = QFont().family();
        QTest::newRow("article") << 0 << 40 << usual;
        QTest::newRow("lenet5") << 1 << 24 << usual;
        QTest::newRow("compact") << 2 << 12 << usual;
        QTest::newRow("64 channels") << 3 << 12 << usual;
        // As wide as fonts are, and the only one on a small system.
        QTest::newRow("compact in DejaVu Sans") << 2 << 12 << QStringLiteral("DejaVu Sans");
    }

    void everythingFitsTheWindow() {
        QFETCH(int, which);
        QFETCH(int, smallestTile);
        const std::array networks = {presetConfig("article").network,
                                     presetConfig("lenet5").network,
                                     presetConfig("compact").network, wideNetwork()};
        const auto flow = flowOf(layersOf(networks[static_cast<std::size_t>(which)]));
        const QSize space(822, 300);
        QFETCH(QString, family);
        QFont font;
        font.setFamily(family);
        const FlowLayout layout = layOutFlow(flow, space, font);
        QVERIFY2(layout.width <= space.width(), qPrintable(QString::number(layout.width)));
        int right = 0;
        for (std::size_t i = 0; i < flow.size(); ++i) {
            const FlowColumn& column = layout.columns[i];
            QVERIFY(column.content.left() > right);
            QVERIFY(column.content.bottom() < space.height());
            QVERIFY(column.content.right() < space.width());
            QVERIFY(column.shape.bottom() < column.content.top());
            if (flow[i].kind == FlowStage::Kind::Maps || flow[i].kind == FlowStage::Kind::Units) {
                QCOMPARE(column.tiles.count, flow[i].shape.channels);
            }
            if (flow[i].kind == FlowStage::Kind::Maps) {
                QVERIFY2(column.tiles.tile >= smallestTile,
                         qPrintable(QString::number(column.tiles.tile)));
            }
            right = std::max(column.content.right(), column.heading.right());
        }
    }

    void theArticlesTilesAreAlike() {
        const auto flow = flowOf(layersOf(presetConfig("article").network));
        const FlowLayout layout = layOutFlow(flow, {822, 300}, QFont());
        QCOMPARE(layout.columns[1].tiles.tile, layout.columns[2].tiles.tile);
        QCOMPARE(layout.columns[1].tiles.tile, layout.columns[3].tiles.tile);
        QCOMPARE(layout.columns[1].tiles.columns, 2);
        QCOMPARE(layout.columns[3].tiles.columns, 4);
    }

    void moreSpaceGivesLargerTiles() {
        const auto flow = flowOf(layersOf(presetConfig("article").network));
        const int small = layOutFlow(flow, {822, 300}, QFont()).columns[1].tiles.tile;
        const int large = layOutFlow(flow, {1600, 520}, QFont()).columns[1].tiles.tile;
        QVERIFY(large > small * 3 / 2);
    }

    void tooLittleSpaceMakesItWider() {
        const auto flow = flowOf(layersOf(wideNetwork()));
        const FlowLayout layout = layOutFlow(flow, {300, 300}, QFont());
        QVERIFY(layout.width > 300);
        QCOMPARE(layout.width, smallestFlowWidth(flow, 300, QFont()));
    }
};

QTEST_MAIN(FlowTest)
#include "flow_test.moc"
