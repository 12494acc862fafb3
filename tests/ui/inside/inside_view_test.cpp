// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/inside_view.h"

#include "inside_fixture.h"
#include "ui/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace digitlab;

class InsideViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_network = presetConfig("article").network;
        m_view = std::make_unique<InsideView>();
        m_view->resize(822, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void showsEachMapInItsColours() {
        m_view->setModel(makeModel(m_network));
        const QRect tile = m_view->mapRect({0, 4});
        QCOMPARE(pixel(tile.center()), Theme::of(m_view->palette()).field.rgb());
        m_view->showInsight(makeDigit(), makeInsight(m_network));
        // Channel 5 of 10 is 5 everywhere, and the layer goes from 0 to 10.
        QCOMPARE(pixel(tile.center()), colorAt(0.5));
        QCOMPARE(pixel(tile.topLeft()), colorAt(0));
        QCOMPARE(pixel(m_view->mapRect({2, 19}).center()), colorAt(1));
        m_view->showNothing();
        QCOMPARE(pixel(tile.center()), Theme::of(m_view->palette()).field.rgb());
    }

    void whatDoesNotFitIsNotShown() {
        m_view->setModel(makeModel(m_network));
        m_view->showInsight(makeDigit(), makeInsight(presetConfig("lenet5").network));
        QCOMPARE(pixel(m_view->mapRect({0, 4}).center()), Theme::of(m_view->palette()).field.rgb());
        auto broken = makeInsight(m_network);
        broken->activations[1].values.pop_back();
        m_view->showInsight(makeDigit(), broken);
        QCOMPARE(pixel(m_view->mapRect({0, 4}).center()), Theme::of(m_view->palette()).field.rgb());
    }

    void newWeightsKeepWhatIsShown() {
        m_view->setModel(makeModel(m_network));
        m_view->showInsight(makeDigit(), makeInsight(m_network));
        m_view->setModel(makeModel(m_network));
        QCOMPARE(pixel(m_view->mapRect({0, 4}).center()), colorAt(0.5));
        m_view->setModel(nullptr);
        QVERIFY(m_view->mapRect({0, 4}).isEmpty());
        m_view->showInsight(makeDigit(), makeInsight(m_network)); // must not crash
        m_view->grab();
    }

    void aClickActivatesAMap() {
        m_view->setModel(makeModel(m_network));
        QSignalSpy activated(m_view.get(), &InsideView::mapActivated);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->mapRect({2, 7}).center());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].value<std::size_t>(), std::size_t{2});
        QCOMPARE(activated[0][1].toInt(), 7);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {3, 3});
        QCOMPARE(activated.count(), 1);
    }

    void theKeysReachEveryMap() {
        m_view->setModel(makeModel(m_network));
        QSignalSpy activated(m_view.get(), &InsideView::mapActivated);
        const auto at = [&] {
            QTest::keyClick(m_view.get(), Qt::Key_Return);
            const auto arguments = activated.takeLast();
            return std::pair(arguments[0].value<std::size_t>(), arguments[1].toInt());
        };
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(at(), std::pair(std::size_t{0}, 0));
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(at(), std::pair(std::size_t{0}, 2));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(at(), std::pair(std::size_t{1}, 2));
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Right);
        }
        QCOMPARE(at(), std::pair(std::size_t{2}, 7));
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(m_view.get(), Qt::Key_Left);
        }
        QCOMPARE(at(), std::pair(std::size_t{0}, 2));
        QVERIFY(m_view->accessibleDescription().contains("conv1, channel 3 of 10"));
    }

    void theMapUnderTheMouseIsOutlined() {
        m_view->setModel(makeModel(m_network));
        const QRect tile = m_view->mapRect({1, 3});
        const QPoint edge(tile.left() - 1, tile.center().y());
        const QRgb before = pixel(edge);
        QTest::mouseMove(m_view.get(), tile.center());
        QVERIFY(pixel(edge) != before);
        QTest::mouseMove(m_view.get(), {3, 3});
        QCOMPARE(pixel(edge), before);
        m_view->setSelectedMap(MapId{1, 3});
        QCOMPARE(pixel(edge), Theme::of(m_view->palette()).second.rgb());
    }

    void asksForTheWidthItNeeds() {
        NetworkSpec wide;
        wide.convs = {{256, 3, 1, 1}, {256, 3, 1, 1}, {256, 3, 1, 2}};
        m_view->setModel(makeModel(wide));
        QVERIFY(m_view->minimumWidth() > 822);
    }

private:
    QRgb pixel(QPoint place) { return m_view->grab().toImage().pixel(place); }

    NetworkSpec m_network;
    std::unique_ptr<InsideView> m_view;
};

QTEST_MAIN(InsideViewTest)
#include "inside_view_test.moc"
