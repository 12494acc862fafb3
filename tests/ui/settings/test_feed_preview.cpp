// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/feed_preview.h"

#include <QSignalSpy>
#include <QTest>

using namespace digitlab;

class TestFeedPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsItsImages();
    void showsNoMoreThanHaveRoom();
    void tellsWhatEachIs();
    void asksForOthersByMouseAndKey();
    void isAsHighAsItsCells();

private:
    [[nodiscard]] QColor colourAt(QPoint place) const {
        return m_preview->grab().toImage().pixelColor(place);
    }

    std::unique_ptr<FeedPreview> m_preview;
};

void TestFeedPreview::init() {
    m_preview = std::make_unique<FeedPreview>();
    m_preview->resize(m_preview->sizeHint());
    m_preview->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_preview.get()));
}

void TestFeedPreview::showsItsImages() {
    const QColor empty = colourAt({14, 14});
    FedImage white;
    white.image.fill(255);
    m_preview->setImages({white, FedImage{}});
    QCOMPARE(colourAt({14, 14}), QColor(Qt::white));
    QCOMPARE(colourAt({14 + 30, 14}), QColor(Qt::black));
    QCOMPARE(colourAt({14 + 60, 14}), empty);
}

void TestFeedPreview::showsNoMoreThanHaveRoom() {
    m_preview->setImages(std::vector<FedImage>(40));
    QCOMPARE(m_preview->images().size(), std::size_t{16});
}

void TestFeedPreview::tellsWhatEachIs() {
    QVERIFY(m_preview->textAt({14, 14}).isEmpty());
    m_preview->setImages({FedImage{{}, 7}, FedImage{}});
    QVERIFY(m_preview->textAt({14, 14}).contains(QStringLiteral("as 7")));
    QVERIFY(m_preview->textAt({44, 14}).contains(QStringLiteral("no digit")));
    QVERIFY(m_preview->textAt({14, 44}).isEmpty());
}

void TestFeedPreview::asksForOthersByMouseAndKey() {
    const QSignalSpy asked(m_preview.get(), &FeedPreview::clicked);
    QTest::mouseClick(m_preview.get(), Qt::LeftButton);
    m_preview->setFocus();
    QTest::keyClick(m_preview.get(), Qt::Key_Space);
    QCOMPARE(asked.count(), 2);
}

void TestFeedPreview::isAsHighAsItsCells() {
    QCOMPARE(m_preview->sizeHint(), QSize(238, 58));
    QCOMPARE(m_preview->heightForWidth(478), 118); // twice as large
}

QTEST_MAIN(TestFeedPreview)
#include "test_feed_preview.moc"
