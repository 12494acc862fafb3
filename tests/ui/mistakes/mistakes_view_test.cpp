// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mistakes/confusion_matrix.h"
#include "ui/mistakes/mistakes_view.h"

#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace digitlab;

namespace {

/// A set of images, the n-th of which has its n-th pixel inked.
Examination examined(const std::vector<Mistake>& mistakes) {
    auto set = std::make_shared<LabelledImages>();
    set->images.resize(20);
    for (std::size_t i = 0; i < set->images.size(); ++i) {
        set->images[i][i] = 255;
        set->labels.emplace_back(static_cast<int>(i % 10));
    }
    Examination examination{set, {}, mistakes};
    examination.scores.count = 20;
    for (std::size_t digit = 0; digit < 10; ++digit) {
        examination.scores.confusion[digit][digit] = 2;
    }
    for (const Mistake& mistake : mistakes) {
        auto& row = examination.scores.confusion[static_cast<std::size_t>(mistake.truth)];
        --row[static_cast<std::size_t>(mistake.truth)];
        ++row[static_cast<std::size_t>(mistake.answer)];
    }
    return examination;
}

} // namespace

class MistakesViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_view = std::make_unique<MistakesView>();
        m_view->resize(820, 320);
        m_view->showExamination(examined({{14, 4, 9, 0.98F}, {9, 9, 4, 0.7F}, {4, 4, 6, 0.6F}}),
                                "a network");
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void showsAllMistakesUntilACellIsChosen() {
        QCOMPARE(list().model()->rowCount(), 3);
        QCOMPARE(listed(), "3 of 20 misread, the most certain first");
        QCOMPARE(text(0, Qt::DisplayRole), "4 → 9");
        QCOMPARE(text(0, Qt::AccessibleTextRole), "Image 15: a 4, read as a 9 (98.0 %)");
        QVERIFY(!list().model()->index(0, 0).data(Qt::DecorationRole).value<QPixmap>().isNull());
    }

    void aCellShowsItsMistakesAndTheDiagonalThoseOfItsDigit() {
        click({4, 9});
        QCOMPARE(listed(), "4 read as 9: 1");
        QCOMPARE(list().model()->rowCount(), 1);
        QCOMPARE(text(0, Qt::DisplayRole), "4 → 9");
        click({4, 4});
        QCOMPARE(listed(), "4 misread: 2");
        QCOMPARE(list().model()->rowCount(), 2);
        click({1, 7});
        QCOMPARE(list().model()->rowCount(), 0);
        click({1, 7}); // once more: all again
        QCOMPARE(list().model()->rowCount(), 3);
    }

    void theArrowKeysChooseACell() {
        matrix().setFocus();
        QTest::keyClick(&matrix(), Qt::Key_Down);
        QCOMPARE(matrix().chosen(), (ConfusionCell{0, 0}));
        QTest::keyClick(&matrix(), Qt::Key_Up); // there is none above
        QTest::keyClick(&matrix(), Qt::Key_Right);
        QTest::keyClick(&matrix(), Qt::Key_Down);
        QCOMPARE(matrix().chosen(), (ConfusionCell{1, 1}));
        QTest::keyClick(&matrix(), Qt::Key_Left);
        QCOMPARE(matrix().accessibleDescription(), "1 read as 0: 0 of 2");
        QTest::keyClick(&matrix(), Qt::Key_Escape);
        QVERIFY(!matrix().chosen());
    }

    /// Else it would clear the canvas.
    void escapeIsTheMatrixsOwnOnlyWhileACellIsChosen() {
        matrix().setFocus();
        QVERIFY(!claims(Qt::Key_Escape));
        matrix().choose(ConfusionCell{4, 9});
        QVERIFY(claims(Qt::Key_Escape));
    }

    void anImageIsChosenByDoubleClickReturnAndButton() {
        QSignalSpy chosen(m_view.get(), &MistakesView::imageChosen);
        auto* button = m_view->findChild<QToolButton*>("toCanvas");
        QVERIFY(!button->isEnabled());
        const QPoint second = list().visualRect(list().model()->index(1, 0)).center();
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(chosen.count(), 0); // the person's drawing stays until it is asked for
        QTest::mouseDClick(list().viewport(), Qt::LeftButton, {}, second);
        QTest::keyClick(&list(), Qt::Key_Return);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(chosen.count(), 3);
        for (const QList<QVariant>& arguments : chosen) {
            QCOMPARE(arguments[0].value<DigitImage>()[9], std::uint8_t{255});
        }
    }

    void anotherExaminationTakesThePlaceOfTheLast() {
        click({4, 9});
        m_view->showExamination(examined({{3, 3, 5, 0.5F}}), "another");
        QVERIFY(!matrix().chosen());
        QCOMPARE(list().model()->rowCount(), 1);
        QCOMPARE(m_view->findChild<QLabel*>("examined")->text(), "another");
        m_view->showNothing("wait");
        QVERIFY(!list().isVisible());
        QVERIFY(m_view->findChild<QLabel*>("noMistakes")->isVisible());
    }

private:
    QListView& list() { return *m_view->findChild<QListView*>("mistakes"); }
    ConfusionMatrix& matrix() { return *m_view->findChild<ConfusionMatrix*>("confusion"); }
    QString listed() { return m_view->findChild<QLabel*>("listed")->text(); }
    QString text(int row, int role) { return list().model()->index(row, 0).data(role).toString(); }
    void click(const ConfusionCell& cell) {
        QTest::mouseClick(&matrix(), Qt::LeftButton, {}, matrix().area(cell).center());
    }
    bool claims(int key) {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(&matrix(), &event);
        return event.isAccepted();
    }

    std::unique_ptr<MistakesView> m_view;
};

QTEST_MAIN(MistakesViewTest)
#include "mistakes_view_test.moc"
