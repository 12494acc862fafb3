// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/map_detail.h"

#include "inside_fixture.h"
#include "ui/inside/inside_view.h"
#include "ui/inside/kernel_view.h"
#include "ui/inside/pixel_view.h"

#include <QHelpEvent>
#include <QLabel>
#include <QLayout>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QToolTip>

#include <array>

using namespace digitlab;

class MapDetailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_network = presetConfig("article").network;
        m_model = makeModel(m_network);
        m_view = std::make_unique<InsideView>();
        m_detail = new MapDetail(m_view.get());
        m_view->resize(822, 300);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setModel(m_model);
        m_detail->setModel(m_model);
        m_view->showInsight(makeDigit(), makeInsight(m_network));
        m_detail->showInsight(makeDigit(), makeInsight(m_network));
    }

    void opensWithTheClickedMap() {
        QVERIFY(!m_detail->isVisible());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->mapRect({0, 3}).center());
        QVERIFY(m_detail->isVisible());
        QCOMPARE(text("title"), "conv1, channel 4 of 10");
        QVERIFY(text("shape").contains("24×24"));
        QVERIFY(text("shape").contains("from 0 to 4"));
        QCOMPARE(map()->valueAt({5, 5}), 4.0F);
        QVERIFY(m_view->rect().contains(m_detail->geometry()));
    }

    void isWideEnoughForEachMap() {
        for (const std::size_t stage : std::array<std::size_t, 5>{0, 2, 1, 2, 0}) {
            m_detail->showMap(stage, 0);
            QCoreApplication::sendPostedEvents();
            QVERIFY(m_detail->width() >= m_detail->layout()->minimumSize().width());
            m_detail->hide();
        }
    }

    void showsTheKernelsOfTheChannel() {
        m_detail->showMap(0, 3);
        auto* kernels = m_detail->findChild<KernelView*>("kernels");
        QCOMPARE(kernels->weights().size(), std::size_t{25});
        QCOMPARE(kernels->weights()[0], 75.0F / 100 - 1);
        QCOMPARE(kernels->range().low, -kernels->range().high);
        QVERIFY(text("kernelText").contains("bias −0.97"));
        m_detail->showMap(2, 19);
        QCOMPARE(kernels->weights().size(), std::size_t{90});
        QCOMPARE(kernels->weights()[1], 1711.0F / 100 - 1);
        m_detail->showMap(1, 0);
        QVERIFY(kernels->isHidden());
        QVERIFY(text("kernelText").contains("2×2"));
    }

    void pointsAtWhatACellSees() {
        m_detail->showMap(0, 0);
        const double cell = map()->pictureHeight() / 24.0;
        QTest::mouseMove(map(), QPointF(10.5 * cell, 3.5 * cell).toPoint());
        QCOMPARE(map()->outline(), QRect(10, 3, 1, 1));
        QCOMPARE(m_detail->findChild<PixelView*>("input")->outline(), QRect(10, 3, 5, 5));
        QVERIFY(text("cell").contains("row 4, column 11"));
    }

    void followsEachInsight() {
        m_detail->showMap(0, 0);
        auto other = makeInsight(m_network);
        other->activations[0].values[30] = 0.25F;
        m_detail->showInsight(makeDigit(), other);
        QCOMPARE(map()->valueAt({6, 1}), 0.25F);
        m_detail->showNothing();
        QVERIFY(map()->isEmpty());
    }

    void theArrowKeysGoRoundTheChannels() {
        m_detail->showMap(0, 9);
        QTest::keyClick(m_detail, Qt::Key_Right);
        QCOMPARE(text("title"), "conv1, channel 1 of 10");
        QTest::keyClick(m_detail, Qt::Key_Left);
        QCOMPARE(text("title"), "conv1, channel 10 of 10");
    }

    void closesWithEscapeOrTheButton() {
        m_detail->showMap(0, 0);
        QTest::keyClick(m_detail, Qt::Key_Escape);
        QVERIFY(!m_detail->isVisible());
        m_detail->showMap(0, 0);
        m_detail->findChild<QToolButton*>("close")->click();
        QVERIFY(!m_detail->isVisible());
    }

    void itsClicksDoNotReachTheMapsBelow() {
        m_detail->showMap(0, 0);
        QTest::mouseClick(m_detail, Qt::LeftButton, {}, {m_detail->width() / 2, 4});
        QTest::mouseClick(map(), Qt::LeftButton, {}, {50, 50});
        QCOMPARE(text("title"), "conv1, channel 1 of 10");
    }

    void tellsNothingAboutTheMapsBelow() {
        m_detail->showMap(0, 0);
        const QPoint covered = m_view->mapRect({2, 10}).center();
        QVERIFY(m_detail->geometry().contains(covered));
        QHelpEvent hover(QEvent::ToolTip, covered - m_detail->pos(), m_view->mapToGlobal(covered));
        QCoreApplication::sendEvent(m_detail, &hover);
        QVERIFY2(QToolTip::text().isEmpty(), QToolTip::text().toUtf8());
    }

    void closesWhereTheNewNetworkHasNoSuchMap() {
        m_detail->showMap(2, 19);
        m_detail->setModel(makeModel(m_network));
        QVERIFY(m_detail->isVisible());
        NetworkSpec small;
        small.convs = {{4, 5, 0, 2}};
        m_view->setModel(makeModel(small));
        m_detail->setModel(makeModel(small));
        QVERIFY(!m_detail->isVisible());
        m_detail->showMap(7, 0);
        QVERIFY(!m_detail->isVisible());
    }

private:
    PixelView* map() { return m_detail->findChild<PixelView*>("map"); }
    QString text(const char* name) {
        return QTextDocumentFragment::fromHtml(m_detail->findChild<QLabel*>(name)->text())
            .toPlainText();
    }

    NetworkSpec m_network;
    std::shared_ptr<Model> m_model;
    std::unique_ptr<InsideView> m_view;
    MapDetail* m_detail = nullptr;
};

QTEST_MAIN(MapDetailTest)
#include "map_detail_test.moc"
