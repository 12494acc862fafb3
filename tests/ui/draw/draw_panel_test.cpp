// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/draw/ink_tile.h"
#include "ui/draw/probability_bars.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolButton>

using namespace digitlab;

class DrawPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_panel = std::make_unique<DrawPanel>();
        m_panel->resize(272, 694);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void saysTheAnswer_data() {
        QTest::addColumn<float>("first");
        QTest::addColumn<float>("second");
        QTest::addColumn<float>("isDigit");
        QTest::addColumn<bool>("sideBySide");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("sure") << .97f << .03f << 1.f << false << "It is a 4";
        QTest::newRow("nearly") << .84f << .15f << .5f << false << "It is a 4, perhaps 9";
        QTest::newRow("close") << .45f << .40f << 1.f << false << "It is a 4, perhaps 9";
        QTest::newRow("unsure") << .39f << .38f << 1.f << true << "Not sure";
        QTest::newRow("two halves") << .97f << .03f << .5f << true << "It is a 4";
        QTest::newRow("scribble") << .97f << .03f << .4f << false << "Not a digit";
        QTest::newRow("42") << .97f << .03f << .4f << true << "Two digits? One at a time is read";
    }

    void saysTheAnswer() {
        QFETCH(float, first);
        QFETCH(float, second);
        QFETCH(float, isDigit);
        QFETCH(bool, sideBySide);
        Answer answer;
        answer.stages.back()[400] = 255;
        answer.verdict.probabilities[4] = first;
        answer.verdict.probabilities[9] = second;
        answer.verdict.isDigit = isDigit;
        answer.sideBySide = sideBySide;
        m_panel->setEngineState(EngineState::Ready);
        m_panel->showAnswer(answer);
        QTEST(text("sentence"), "sentence");
        QCOMPARE(text("note"), "");
        QTRY_COMPARE(m_panel->findChild<InkTile*>("seen")->image(), answer.stages.back());
        QVERIFY(m_panel->findChild<ProbabilityBars*>("bars")->verdict());

        m_panel->showNothing();
        QCOMPARE(text("sentence"), "Draw a digit");
        QVERIFY(!m_panel->findChild<ProbabilityBars*>("bars")->verdict());
        QTRY_COMPARE(m_panel->findChild<InkTile*>("seen")->image(), DigitImage{});
    }

    void theCanvasDoesNotMoveUnderThePen() {
        m_panel->resize(m_panel->minimumSizeHint());
        m_panel->setEngineState(EngineState::Ready);
        QCoreApplication::sendPostedEvents();
        const QRect before = m_panel->canvas()->geometry();
        Answer answer;
        answer.stages.back()[400] = 255;
        answer.verdict.probabilities[4] = 1;
        m_panel->showAnswer(answer);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_panel->canvas()->geometry(), before);
    }

    void saysHowTheEngineIs() {
        QCOMPARE(text("sentence"), "The engine is still loading");
        m_panel->setEngineState(EngineState::Ready);
        QCOMPARE(text("sentence"), "Draw a digit");
        m_panel->setEngineState(EngineState::Failed, "a library is missing");
        QCOMPARE(text("sentence"), "The engine could not be loaded");
        QCOMPARE(text("note"), "a library is missing");
    }

    void theKeysWork() {
        Canvas& canvas = *m_panel->canvas();
        canvas.setInk({{{10, 10}}});
        QTest::keyClick(m_panel.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(canvas.ink().empty());
        QTest::keyClick(m_panel.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(canvas.ink().size(), std::size_t{1});
        QTest::keyClick(m_panel.get(), Qt::Key_Escape);
        QVERIFY(canvas.ink().empty());
        QTest::keyClick(m_panel.get(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(m_panel.get(), Qt::Key_Delete);
        QVERIFY(canvas.ink().empty());
        QTest::keyClick(m_panel.get(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(m_panel.get(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(m_panel.get(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(canvas.ink().size(), std::size_t{1});
        const int width = canvas.penWidth();
        QTest::keyClick(m_panel.get(), Qt::Key_BracketRight);
        QVERIFY(canvas.penWidth() > width);
        QTest::keyClick(m_panel.get(), Qt::Key_BracketLeft);
        QCOMPARE(canvas.penWidth(), width);
    }

    void theToolsSayWhatIsPossible() {
        const auto buttons =
            m_panel->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(buttons.size(), 3);
        for (QToolButton* button : buttons) {
            QVERIFY(!button->isEnabled());
        }
        QTest::mouseClick(m_panel->canvas(), Qt::LeftButton, {}, {100, 100});
        QVERIFY(buttons[0]->isEnabled() && !buttons[1]->isEnabled() && buttons[2]->isEnabled());
        buttons[0]->click();
        QVERIFY(!buttons[0]->isEnabled() && buttons[1]->isEnabled() && !buttons[2]->isEnabled());
    }

    void sharesTheStepsThatAreOff() {
        QSignalSpy changed(m_panel.get(), &DrawPanel::drawingChanged);
        m_panel->canvas()->setInk({{{10, 10}, {20, 40}}});
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_panel->drawing().steps.all());
        QCOMPARE(m_panel->drawing().ink, m_panel->canvas()->ink());
        auto* hint = m_panel->findChild<QWidget*>("stepsOff");
        QVERIFY(hint->isHidden());

        QTest::keyClick(m_panel.get(), Qt::Key_S, Qt::AltModifier);
        QCOMPARE(changed.count(), 2);
        QVERIFY(!m_panel->drawing().steps[InkStep::Scale]);
        QVERIFY(hint->isVisible());
        QTest::mouseClick(hint->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(m_panel->drawing().steps.all());
        QVERIFY(hint->isHidden());

        m_panel->canvas()->setPenWidth(33);
        QCOMPARE(m_panel->drawing().sheet.pen, 33.0);
        QCOMPARE(changed.count(), 4);
    }

    void fitsTheSmallestScreen() {
        // 768 pixels without the toolbar (48) and the status bar (26), with the longest text.
        m_panel->setEngineState(EngineState::Failed, QString(300, 'x').replace("xxxxx", "xxxx "));
        m_panel->setFixedWidth(272);
        QVERIFY(m_panel->heightForWidth(272) <= 694);
        QCOMPARE(m_panel->canvas()->width(), m_panel->canvas()->height());
    }

    /// It looks like MNIST's images already, so no step is spoken of.
    void aPictureIsGivenWithoutTalkOfSteps() {
        auto* stepsOff = m_panel->findChild<QWidget*>("stepsOff");
        QTest::keyClick(m_panel.get(), Qt::Key_S, Qt::AltModifier);
        QVERIFY(stepsOff->isVisible());
        DigitImage picture{};
        picture[400] = 255;
        m_panel->canvas()->setPicture(picture);
        QVERIFY(!stepsOff->isVisible());
        QCOMPARE(*m_panel->drawing().picture, picture);
        m_panel->canvas()->undo();
        QVERIFY(stepsOff->isVisible());
        QVERIFY(m_panel->drawing().picture == nullptr);
    }

private:
    QString text(const char* name) {
        return QTextDocumentFragment::fromHtml(m_panel->findChild<QLabel*>(name)->text())
            .toPlainText();
    }

    std::unique_ptr<DrawPanel> m_panel;
};

QTEST_MAIN(DrawPanelTest)
#include "draw_panel_test.moc"
