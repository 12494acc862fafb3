// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"
#include "tests/app/my_digits_fixture.h"

#include "app/files/data_folder.h"
#include "app/files/my_digits_file.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/notice_bar.h"

#include <QLineEdit>
#include <QTest>

namespace digitlab::test {

/// What the person keeps of what is drawn, in the whole window.
class KeepingTest : public MyDigitsWindowTest {
    Q_OBJECT

private Q_SLOTS:
    void keepsByKey();
    void keepsByKeyBeforeThePenIsLifted();
    void keepsByClickAndTakesBack();
    void anotherDigitRelabels();
    void otherInkIsAnotherDigit();
    void numberFieldsKeepTheirKeys();
    void aBadLineIsToldAndKept();
    void neverOverwritesWhatItCannotRead();
    void keepsWhatAnotherWindowHasKept();
    void whatCannotBeWrittenIsToldBeforeTheWindowCloses();
    void theLastIsKeptThoughTheWindowEnds();
};

void KeepingTest::keepsByKey() {
    QTest::keyClick(&m_lab->window, Qt::Key_4); // nothing is drawn yet
    QVERIFY(!std::filesystem::exists(myDigitsFile()));
    m_lab->draw(drawnDigit(4));
    const Ink ink = m_lab->window.drawPanel().canvas()->ink();
    QTest::keyClick(&m_lab->window, Qt::Key_4);
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 4 · 1 in my digits"));
    const MyDigits kept = readMyDigits(myDigitsFile());
    QCOMPARE(kept.count(), std::size_t{1});
    QCOMPARE(kept.at(0).label, std::optional(4));
    QVERIFY(kept.at(0).ink == ink);
}

void KeepingTest::keepsByKeyBeforeThePenIsLifted() {
    Canvas* canvas = m_lab->window.drawPanel().canvas();
    QTest::mousePress(canvas, Qt::LeftButton, {}, {50, 50});
    QTest::mouseMove(canvas, {50, 150});
    QTest::keyClick(&m_lab->window, Qt::Key_1);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, {50, 150});
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 1 · 1 in my digits"));
}

void KeepingTest::keepsByClickAndTakesBack() {
    m_lab->draw(drawnDigit(9));
    click(*m_lab, "digit9");
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 9 · 1 in my digits"));
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{1});
    click(*m_lab, "takeBackButton");
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("It was a"));
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{0});
}

void KeepingTest::anotherDigitRelabels() {
    m_lab->draw(drawnDigit(9));
    QTest::keyClick(&m_lab->window, Qt::Key_4);
    QTest::keyClick(&m_lab->window, Qt::Key_9);
    QTest::keyClick(&m_lab->window, Qt::Key_9);
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 9 · 1 in my digits"));
    const MyDigits kept = readMyDigits(myDigitsFile());
    QCOMPARE(kept.count(), std::size_t{1});
    QCOMPARE(kept.at(0).label, std::optional(9));
}

void KeepingTest::otherInkIsAnotherDigit() {
    keepSome(*m_lab, {9});
    m_lab->window.drawPanel().canvas()->clear();
    QCOMPARE(correction(*m_lab), QStringLiteral("It was a"));
    keepSome(*m_lab, {3});
    QCOMPARE(correction(*m_lab), QStringLiteral("Kept as a 3 · 2 in my digits"));
    QCOMPARE(readMyDigits(myDigitsFile()).at(0).label, std::optional(9));
}

void KeepingTest::numberFieldsKeepTheirKeys() {
    m_lab->draw(drawnDigit(4));
    auto* field = m_lab->window.settings().findChild<QLineEdit*>(QStringLiteral("batch_size"));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("32"));
    QCOMPARE(m_lab->window.settings().config().batchSize, 32);
    m_lab.reset(); // all that was to be written is now
    QVERIFY(!std::filesystem::exists(myDigitsFile()));
}

void KeepingTest::aBadLineIsToldAndKept() {
    writeFile(myDigitsFile(), "what is this?\n");
    m_lab->draw(drawnDigit(4));
    QTest::keyClick(&m_lab->window, Qt::Key_4);
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 4 · 1 in my digits"));
    QVERIFY(m_lab->window.notice().text().contains(QStringLiteral("line 1")));
    QVERIFY(contentOf(myDigitsFile()).contains("what is this?\n"));
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{1});
}

void KeepingTest::neverOverwritesWhatItCannotRead() {
    constexpr std::uintmax_t kTooMuch = kMaxStrokeFileBytes + 1;
    writeFile(myDigitsFile(), "{}");
    std::filesystem::resize_file(myDigitsFile(), kTooMuch); // takes no room on the disk
    m_lab->draw(drawnDigit(4));
    QTest::keyClick(&m_lab->window, Qt::Key_4);
    QTRY_VERIFY(m_lab->window.notice().text().contains(QStringLiteral("my-digits.jsonl")));
    m_lab->window.close(); // waits for what was to be kept
    QCOMPARE(std::filesystem::file_size(myDigitsFile()), kTooMuch);
    QCOMPARE(correction(*m_lab), QStringLiteral("It was a"));
}

void KeepingTest::keepsWhatAnotherWindowHasKept() {
    keepSome(*m_lab, {3});
    MyDigits others = readMyDigits(myDigitsFile());
    others.add({8, "another", drawnDigit(8)});
    saveMyDigits(myDigitsFile(), others);
    keepSome(*m_lab, {4});
    QCOMPARE(correction(*m_lab), QStringLiteral("Kept as a 4 · 3 in my digits"));
    const MyDigits kept = readMyDigits(myDigitsFile());
    QCOMPARE(kept.count(), std::size_t{3});
    QCOMPARE(kept.at(1).writer, std::string("another"));
}

void KeepingTest::whatCannotBeWrittenIsToldBeforeTheWindowCloses() {
    m_lab->draw(drawnDigit(8));
    std::filesystem::create_directory(myDigitsFile());
    QTest::keyClick(&m_lab->window, Qt::Key_8);
    m_lab->window.close();
    QVERIFY(m_lab->window.notice().text().contains(QStringLiteral("my-digits.jsonl")));
    QTest::qWait(50);
    QVERIFY(m_lab->window.isVisible());
    m_lab->window.close(); // it is known now
    QTRY_VERIFY(!m_lab->window.isVisible());
}

void KeepingTest::theLastIsKeptThoughTheWindowEnds() {
    keepSome(*m_lab, {3});
    m_lab->window.drawPanel().canvas()->clear();
    m_lab->draw(drawnDigit(8));
    QTest::keyClick(&m_lab->window, Qt::Key_8);
    m_lab.reset();
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{2});
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::KeepingTest)
#include "keeping_test.moc"
