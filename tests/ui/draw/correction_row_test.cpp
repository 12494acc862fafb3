// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/correction_row.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace digitlab;

class CorrectionRowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        m_row = new CorrectionRow;
        m_field = new QLineEdit;
        layout->addWidget(m_row);
        layout->addWidget(m_field);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->setFocus();
    }

    void nothingDrawnIsNothingToCorrect() {
        QSignalSpy chosen(m_row, &CorrectionRow::chosen);
        QVERIFY(!button("digit4")->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_4);
        QCOMPARE(chosen.count(), 0);
        m_row->showQuestion();
        QVERIFY(button("digit4")->isEnabled());
    }

    void everyButtonAndEveryKeyNamesItsDigit() {
        QSignalSpy chosen(m_row, &CorrectionRow::chosen);
        m_row->showQuestion();
        for (int digit = 0; digit <= 9; ++digit) {
            QToolButton* one = button(QStringLiteral("digit%1").arg(digit));
            QVERIFY(one->accessibleName().contains(QString::number(digit)));
            QTest::mouseClick(one, Qt::LeftButton);
            QCOMPARE(chosen.takeLast().constFirst().toInt(), digit);
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_0 + digit));
            QCOMPARE(chosen.takeLast().constFirst().toInt(), digit);
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_0 + digit),
                            Qt::KeypadModifier);
            QCOMPARE(chosen.takeLast().constFirst().toInt(), digit);
        }
    }

    void whatIsKeptCanBeRelabelled() {
        m_row->showNothing();
        QVERIFY(!button("digit3")->isEnabled());
        m_row->showKept(3, 1); // its ink came back by Undo
        QVERIFY(button("digit3")->isEnabled());
    }

    void onlyTheKeptDigitIsMarked() {
        const auto marked = [this] {
            QList<int> digits;
            for (int digit = 0; digit <= 9; ++digit) {
                if (button(QStringLiteral("digit%1").arg(digit))->isChecked()) {
                    digits += digit;
                }
            }
            return digits;
        };
        m_row->showQuestion();
        QTest::mouseClick(button("digit3"), Qt::LeftButton); // nobody has kept it yet
        QCOMPARE(marked(), QList<int>());
        m_row->showKept(3, 1);
        QCOMPARE(marked(), QList<int>{3});
        QTest::mouseClick(button("digit5"), Qt::LeftButton);
        QCOMPARE(marked(), QList<int>{3});
        m_row->showKept(5, 1);
        QCOMPARE(marked(), QList<int>{5});
        m_row->showQuestion();
        QCOMPARE(marked(), QList<int>());
    }

    void aFieldKeepsItsKeys() {
        QSignalSpy chosen(m_row, &CorrectionRow::chosen);
        m_row->showQuestion();
        m_field->setFocus();
        QTest::keyClicks(m_field, "0.45");
        QCOMPARE(m_field->text(), "0.45");
        QCOMPARE(chosen.count(), 0);
    }

    void whatIsKeptIsToldAndCanBeTakenBack() {
        QSignalSpy takenBack(m_row, &CorrectionRow::takenBack);
        m_row->showQuestion();
        QVERIFY(!undo()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(takenBack.count(), 0);

        m_row->showKept(4, 12);
        QCOMPARE(text(), "Kept as a 4 · 12 in my digits");
        QVERIFY(button("digit4")->isChecked() && !button("digit5")->isChecked());
        QTest::mouseClick(undo(), Qt::LeftButton);
        QTest::keyClick(m_window.get(), Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(takenBack.count(), 2);

        m_row->showQuestion();
        QCOMPARE(text(), "It was a");
        QVERIFY(!button("digit4")->isChecked());
    }

private:
    QToolButton* button(const QString& name) { return m_row->findChild<QToolButton*>(name); }
    QToolButton* undo() { return button("takeBackButton"); }
    QString text() { return m_row->findChild<QLabel*>("correction")->text(); }

    std::unique_ptr<QWidget> m_window;
    CorrectionRow* m_row = nullptr;
    QLineEdit* m_field = nullptr;
};

QTEST_MAIN(CorrectionRowTest)
#include "correction_row_test.moc"
