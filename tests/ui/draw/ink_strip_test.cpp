// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/ink_strip.h"
#include "ui/draw/ink_tile.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace digitlab;

class InkStripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_strip = std::make_unique<InkStrip>();
        m_strip->resize(240, m_strip->sizeHint().height());
        m_strip->show();
        m_strip->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
    }

    void showsOneImageForEachStep() {
        InkStages stages{};
        for (std::size_t i = 0; i < stages.size(); ++i) {
            stages[i].fill(static_cast<std::uint8_t>(50 * i + 50));
        }
        m_strip->setStages(stages);
        const auto shown = tiles();
        QCOMPARE(shown.size(), int{kInkSteps} + 1);
        const QImage picture = m_strip->grab().toImage();
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const InkTile* tile = shown[static_cast<int>(i)];
            QCOMPARE(tile->image(), stages[i]);
            const QColor middle =
                picture.pixelColor(tile->geometry().center().x(), InkTile::kPicture / 2);
            QCOMPARE(middle.red(), int{stages[i].front()});
        }
    }

    void switchesEachStepByClickAndKey_data() {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("key");
        QTest::newRow("box") << int(InkStep::Crop) << int(Qt::Key_B);
        QTest::newRow("scaled") << int(InkStep::Scale) << int(Qt::Key_S);
        QTest::newRow("centred") << int(InkStep::Centre) << int(Qt::Key_C);
        QTest::newRow("pen") << int(InkStep::Normalise) << int(Qt::Key_P);
    }

    void switchesEachStepByClickAndKey() {
        QFETCH(const int, step);
        QFETCH(const int, key);
        QSignalSpy changed(m_strip.get(), &InkStrip::stepsChanged);
        InkTile* tile = tiles()[step + 1];
        QTest::mouseClick(tile, Qt::LeftButton);
        QCOMPARE(changed.count(), 1);
        for (int other = 0; other < kInkSteps; ++other) {
            QCOMPARE(m_strip->steps()[InkStep{other}], other != step);
        }
        QTest::keyClick(m_strip.get(), Qt::Key(key), Qt::AltModifier);
        QVERIFY(m_strip->steps().all());
        QVERIFY(tile->isChecked());
        tile->setFocus();
        QTest::keyClick(tile, Qt::Key_Space);
        QVERIFY(!m_strip->steps()[InkStep{step}]);
        QVERIFY(!tile->accessibleName().isEmpty());
        QVERIFY(!tile->toolTip().isEmpty());
    }

    void allStepsComeBackAtOnce() {
        QVERIFY(!m_strip->allOn()->isEnabled());
        for (InkTile* tile : tiles()) {
            tile->click(); // the first is the ink, which cannot be left out
        }
        QCOMPARE(m_strip->steps(), InkSteps{}.first(0));
        QTest::keyClick(m_strip.get(), Qt::Key_A, Qt::AltModifier);
        QVERIFY(m_strip->steps().all());
        QVERIFY(!m_strip->allOn()->isEnabled());
    }

    void nothingIsSwitchedWhereNoStepMatters() {
        tiles()[1]->click();
        m_strip->setStepsMatter(false);
        QTest::keyClick(m_strip.get(), Qt::Key_S, Qt::AltModifier);
        QTest::mouseClick(tiles()[2], Qt::LeftButton);
        QTest::keyClick(m_strip.get(), Qt::Key_A, Qt::AltModifier);
        InkSteps steps;
        steps.set(InkStep::Crop, false);
        QCOMPARE(m_strip->steps(), steps);
        m_strip->setStepsMatter(true);
        QTest::keyClick(m_strip.get(), Qt::Key_A, Qt::AltModifier);
        QVERIFY(m_strip->steps().all());
    }

private:
    [[nodiscard]] QList<InkTile*> tiles() const { return m_strip->findChildren<InkTile*>(); }

    std::unique_ptr<InkStrip> m_strip;
};

QTEST_MAIN(InkStripTest)
#include "ink_strip_test.moc"
