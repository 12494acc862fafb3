// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mydigits/my_digits_dialog.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace digitlab;

using Places = std::vector<std::size_t>;

namespace {

MyDigits kept(const std::vector<std::optional<int>>& labels) {
    MyDigits digits;
    for (const auto& label : labels) {
        digits.add({label, {}, {{{1, 1, {}}, {5, 9, {}}}}});
    }
    return digits;
}

} // namespace

class MyDigitsDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_dialog = std::make_unique<MyDigitsDialog>();
        m_dialog->setDigits(kept({4, 9, std::nullopt}));
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        list().setFocus();
    }

    void keysGoOnWhereTheyWereWhenTheDigitsChange() {
        list().setCurrentIndex(list().model()->index(1, 0));
        m_dialog->setDigits(kept({4, 7, std::nullopt}));
        QTest::keyClick(&list(), Qt::Key_Right);
        QCOMPARE(m_dialog->selected(), std::vector<std::size_t>{2});
    }

    void saysWhereTheDigitsComeFrom() {
        QVERIFY(list().isVisible());
        m_dialog->setDigits({});
        QVERIFY(!list().isVisible());
    }

    void showsEachWithItsLabel() {
        QCOMPARE(text(0, Qt::DisplayRole), "4");
        QCOMPARE(text(0, Qt::AccessibleTextRole), "Kept as a 4");
        QCOMPARE(text(2, Qt::DisplayRole), "–");
        QVERIFY(!list().model()->index(0, 0).data(Qt::DecorationRole).value<QPixmap>().isNull());
    }

    void nothingSelectedIsNothingToChange() {
        QSignalSpy relabelled(m_dialog.get(), &MyDigitsDialog::relabelRequested);
        QSignalSpy removed(m_dialog.get(), &MyDigitsDialog::removeRequested);
        QTest::keyClick(m_dialog.get(), Qt::Key_7);
        QTest::keyClick(m_dialog.get(), Qt::Key_Delete);
        QVERIFY(relabelled.isEmpty() && removed.isEmpty());
        QCOMPARE(summary(), "3 kept");
    }

    void relabelsAndDeletesWhatIsSelected() {
        QSignalSpy relabelled(m_dialog.get(), &MyDigitsDialog::relabelRequested);
        QSignalSpy removed(m_dialog.get(), &MyDigitsDialog::removeRequested);
        click(2, Qt::NoModifier);
        click(0, Qt::ControlModifier);
        QCOMPARE(summary(), "3 kept · 2 selected:");
        QTest::keyClick(&list(), Qt::Key_7);
        QTest::mouseClick(m_dialog->findChild<QToolButton*>("digit3"), Qt::LeftButton);
        QTest::keyClick(&list(), Qt::Key_Delete);
        QCOMPARE(relabelled.count(), 2);
        QCOMPARE(relabelled[0][0].value<Places>(), (Places{0, 2}));
        QCOMPARE(relabelled[0][1].toInt(), 7);
        QCOMPARE(relabelled[1][1].toInt(), 3);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][0].value<Places>(), (Places{0, 2}));
    }

    void aRelabelKeepsTheSelection() {
        click(1, Qt::NoModifier);
        m_dialog->setDigits(kept({4, 7, 1}));
        QCOMPARE(m_dialog->selected(), Places{1});
        m_dialog->setDigits(kept({4, 7}));
        QVERIFY(m_dialog->selected().empty());
    }

    /// So that one after the other can be deleted by the keys.
    void theNextIsSelectedWhereSomeAreDeleted() {
        click(0, Qt::NoModifier);
        click(1, Qt::ControlModifier);
        QTest::keyClick(&list(), Qt::Key_Delete);
        m_dialog->setDigits(kept({std::nullopt}));
        QCOMPARE(m_dialog->selected(), Places{0});
        QTest::keyClick(&list(), Qt::Key_Delete);
        m_dialog->setDigits({});
        QVERIFY(m_dialog->selected().empty());
    }

    void thousandsAreRelabelledAtOnce() {
        const std::vector<std::optional<int>> many(3000, 4);
        m_dialog->setDigits(kept(many));
        list().selectAll();
        int told = 0;
        connect(list().selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [&told] { ++told; });
        m_dialog->setDigits(kept(many)); // a change of each would tell of each
        QCOMPARE(m_dialog->selected().size(), many.size());
        QVERIFY2(told <= 2, qPrintable(QString::number(told)));
        m_dialog->clearSelection();
        QVERIFY(m_dialog->selected().empty());
    }

    void undoIsThereWhenThereIsSomethingToUndo() {
        QSignalSpy undone(m_dialog.get(), &MyDigitsDialog::undoRequested);
        QTest::keyClick(&list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 0);
        m_dialog->setCanUndo(true);
        QTest::keyClick(&list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
    }

    void importsAndExportsByKey() {
        QSignalSpy imported(m_dialog.get(), &MyDigitsDialog::importRequested);
        QSignalSpy exported(m_dialog.get(), &MyDigitsDialog::exportRequested);
        QTest::keyClick(&list(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(imported.count(), 1);
        for (const Qt::Key key : {Qt::Key_S, Qt::Key_I, Qt::Key_P}) {
            QTest::keyClick(&list(), key, Qt::ControlModifier);
        }
        QCOMPARE(exported.count(), 3);
        QCOMPARE(exported[1][0].value<DigitFileFormat>(), DigitFileFormat::Idx);
        m_dialog->setDigits({});
        QTest::keyClick(m_dialog.get(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(exported.count(), 3); // nothing to export
    }

    void aProblemIsShownUntilTheDigitsChange() {
        auto* problem = m_dialog->findChild<QLabel*>("problem");
        QVERIFY(!problem->isVisible());
        m_dialog->showProblem("the disk is full");
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->text(), "the disk is full");
        m_dialog->setDigits(kept({4}));
        QVERIFY(!problem->isVisible());
    }

private:
    QListView& list() { return *m_dialog->findChild<QListView*>("digits"); }
    QString summary() { return m_dialog->findChild<QLabel*>("summary")->text(); }
    QString text(int row, int role) { return list().model()->index(row, 0).data(role).toString(); }
    void click(int row, Qt::KeyboardModifier modifier) {
        const QModelIndex index = list().model()->index(row, 0);
        QTest::mouseClick(list().viewport(), Qt::LeftButton, modifier,
                          list().visualRect(index).center());
    }

    std::unique_ptr<MyDigitsDialog> m_dialog;
};

QTEST_MAIN(MyDigitsDialogTest)
#include "my_digits_dialog_test.moc"
