// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"
#include "tests/app/window_fixture.h"

#include "app/files/data_folder.h"
#include "core/model/model_file.h"
#include "ui/charts/run_legend.h"
#include "ui/charts/training_charts.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/settings/feed_preview.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/notice_bar.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <span>

namespace digitlab::test {

/// The whole window, with the real engine, used with mouse and keys.
class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_data = std::make_unique<DataFolder>(); }
    void cleanup() { m_data.reset(); }

    void readsADrawnSeven();
    void keepsInkUntilTheEngineIsReady();
    void showsWhatTheNetworkIsFed();
    void answersFromTheNetworkInTraining();
    void finishesARunAndUsesItsModel();
    void pausesAndResumes();
    void closingAsksOnceAndKeepsTheRun();
    void saysWhatIsWrongWithTheData();
    void trainsOnItsOwnDigitsWithoutMnist();
    void refusesInvalidSettings();
    void remembersSettingsAndLayout();
    void remembersSettingsThoughItIsNotClosed();
    void aNoticeDoesNotMoveTheCanvas();
    void menusOpenByKey();
    void keysAreListedInOneScreen();
    void keysGoToWhatHasTheFocus();

private:
    std::unique_ptr<DataFolder> m_data;
};

void WindowTest::readsADrawnSeven() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    lab.draw(drawnDigit(7));
    QTRY_VERIFY_WITH_TIMEOUT(lab.sentence().contains(u'7'), kLong);
    lab.window.drawPanel().canvas()->clear();
    QTRY_VERIFY(!lab.sentence().contains(u'7'));
}

void WindowTest::showsWhatTheNetworkIsFed() {
    Lab lab;
    FeedPreview& preview = lab.window.settings().feedPreview();
    QVERIFY(showAndWait(lab));
    QTRY_COMPARE_WITH_TIMEOUT(preview.images().size(), std::size_t{FeedPreview::kCount}, kLong);
    const auto isNoDigit = [](const FedImage& fed) { return !fed.label; };
    const auto first = preview.images();
    QVERIFY(std::ranges::none_of(first, isNoDigit));

    auto* share = lab.window.settings().findChild<QLineEdit*>(QStringLiteral("non_digits"));
    QVERIFY(share != nullptr);
    share->selectAll();
    QTest::keyClicks(share, QStringLiteral("50"));
    QVERIFY(std::ranges::any_of(preview.images(), isNoDigit));

    const auto before = preview.images();
    QTest::mouseClick(&preview, Qt::LeftButton);
    QVERIFY(preview.images().front().image != before.front().image);
}

void WindowTest::keepsInkUntilTheEngineIsReady() {
    Lab lab;
    QSignalSpy ready(lab.controller.get(), &WindowController::engineReady);
    lab.window.show();
    lab.draw(drawnDigit(7));
    QCOMPARE(ready.count(), 0);
    QVERIFY(!lab.sentence().contains(u'7'));
    QVERIFY(ready.wait(kLong));
    QTRY_VERIFY_WITH_TIMEOUT(lab.sentence().contains(u'7'), kLong);
}

void WindowTest::answersFromTheNetworkInTraining() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    QCOMPARE(lab.window.windowTitle(), QStringLiteral("built-in model[*]"));
    setEndlessRun(lab);
    lab.window.actions().train->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(lab.window.charts().runCount(), 1, kLong);
    // By its name a run is told from others: what it changes of its preset.
    QCOMPARE(lab.window.windowTitle(),
             QStringLiteral("run 1 · lenet5, Epochs 1,000, Validation 10 %, in training[*]"));
    const auto rows = [&lab] { return lab.window.charts().toCsv().count('\n'); };
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 400, kLong); // the charts grow, and 7s are known by then
    const auto before = rows();
    lab.draw(drawnDigit(7));
    QTRY_VERIFY_WITH_TIMEOUT(lab.sentence().contains(u'7'), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(rows() > before, kLong); // and went on meanwhile
    lab.window.actions().stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!lab.isTraining(), kLong);
    QVERIFY(lab.window.isWindowModified()); // what was learned is the model in use
    QCOMPARE(lab.window.windowTitle(),
             QStringLiteral("run 1 · lenet5, Epochs 1,000, Validation 10 %[*]"));
    QTRY_VERIFY_WITH_TIMEOUT(lab.sentence().contains(u'7'), kLong);
    lab.window.closeForGood();
}

void WindowTest::finishesARunAndUsesItsModel() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    setQuickRun(lab);
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.isWindowModified(), kLong);
    QVERIFY(!lab.isTraining());
    QVERIFY(lab.window.findChild<QLabel*>(QStringLiteral("statusAccuracy"))->text().contains(u'%'));
    QCOMPARE(m_data->runs().size(), std::size_t{1});
    const Model model = readModelFile(m_data->runs().front() / "model.safetensors");
    QCOMPARE(model.config.preset, std::string("lenet5"));
    QVERIFY(model.scores.testAccuracy.value_or(0) > 0.9);

    // What is told of the run is told as long as its model is the one in use.
    const auto* end = lab.window.findChild<QLabel*>(QStringLiteral("runText"));
    QVERIFY(end->text().contains(QStringLiteral("finished")));
    lab.window.actions().newModel->trigger();
    lab.window.findChild<QMessageBox*>(QStringLiteral("unsavedQuestion"))
        ->button(QMessageBox::Discard)
        ->click();
    QTRY_COMPARE_WITH_TIMEOUT(end->text(), QString(), kLong);
}

void WindowTest::pausesAndResumes() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    setEndlessRun(lab);
    const WindowActions& actions = lab.window.actions();
    actions.train->trigger();
    const auto rows = [&lab] { return lab.window.charts().toCsv().count('\n'); };
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 5, kLong);
    actions.pause->trigger();
    QVERIFY(actions.step->isEnabled());
    QTest::qWait(300); // what was under way arrives
    const auto paused = rows();
    actions.step->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), paused + 1, kLong);
    actions.pause->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(rows() > paused + 5, kLong);
    actions.stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!lab.isTraining(), kLong);
}

void WindowTest::closingAsksOnceAndKeepsTheRun() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    setEndlessRun(lab);
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.charts().toCsv().count('\n') > 5, kLong);

    lab.window.close();
    QVERIFY(lab.window.isVisible());
    auto* question = lab.window.findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
    QVERIFY(question != nullptr);
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(lab.isTraining());

    QTRY_VERIFY(lab.window.findChild<QMessageBox*>(QStringLiteral("closeQuestion")) == nullptr);
    lab.window.close();
    lab.window.findChild<QPushButton*>(QStringLiteral("stopAndClose"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!lab.window.isVisible(), kLong);
    QVERIFY(lab.window.findChild<QMessageBox*>(QStringLiteral("unsavedQuestion")) == nullptr);
    QCOMPARE(m_data->runs().size(), std::size_t{1});
    const auto folder = m_data->runs().front();
    QVERIFY(readModelFile(folder / "model.safetensors").scores.epochs > 0);
    QVERIFY(std::filesystem::file_size(folder / "config.json") > 0);
    QVERIFY(std::filesystem::file_size(folder / "metrics.csv") > 0);
}

void WindowTest::saysWhatIsWrongWithTheData() {
    const QString images = m_data->file("datasets/mnist/train-images-idx3-ubyte");
    QFile(images).resize(1000);
    Lab lab;
    QVERIFY(showAndWait(lab));
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(
        lab.window.notice().text().contains(QStringLiteral("train-images-idx3-ubyte")), kLong);
    QVERIFY(!lab.isTraining());
    QVERIFY(lab.window.actions().train->isEnabled());
    QVERIFY(m_data->runs().empty());
}

void WindowTest::trainsOnItsOwnDigitsWithoutMnist() {
    QVERIFY(QDir(m_data->file("datasets/mnist")).removeRecursively());
    Lab lab;
    QVERIFY(showAndWait(lab));
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.charts().runCount() > 0, kLong);
    QVERIFY(lab.window.notice().text().contains(QStringLiteral("MNIST is not in")));
    lab.window.actions().stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!lab.isTraining(), kLong);
    QCOMPARE(m_data->runs().size(), 1);
}

void WindowTest::refusesInvalidSettings() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    QVERIFY(lab.window.actions().train->isEnabled());
    TrainingConfig config = lab.window.settings().config();
    config.network.convs.at(1).kernel = 20;
    lab.window.settings().setConfig(config);
    QVERIFY(!lab.window.settings().isValid());
    QVERIFY(!lab.window.actions().train->isEnabled());
    config.network.convs.at(1).kernel = 3;
    lab.window.settings().setConfig(config);
    QVERIFY(lab.window.actions().train->isEnabled());
}

void WindowTest::remembersSettingsAndLayout() {
    {
        Lab lab;
        lab.window.show();
        lab.window.resize(1200, 700);
        lab.set({{"batch_size", "128"}});
        lab.window.close();
        QTRY_VERIFY(!lab.window.isVisible());
    }
    Lab lab;
    QCOMPARE(lab.window.settings().config().batchSize, 128);
    QCOMPARE(lab.window.size(), QSize(1200, 700));
}

void WindowTest::remembersSettingsThoughItIsNotClosed() {
    Lab lab;
    lab.window.show();
    auto* field = lab.window.settings().findChild<QLineEdit*>(QStringLiteral("batch_size"));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("96"));
    const auto isOnDisk = [] {
        QFile file(QString::fromStdU16String(settingsFile().u16string()));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains("\"batch_size\\\":96");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOnDisk(), kLong);
}

void WindowTest::aNoticeDoesNotMoveTheCanvas() {
    Lab lab;
    lab.window.resize(lab.window.minimumSize());
    QVERIFY(showAndWait(lab));
    const Canvas* canvas = lab.window.drawPanel().canvas();
    const auto settle = [] { QTest::qWait(50); }; // layouts are done by posted events
    settle();
    const QRect before(canvas->mapTo(&lab.window, QPoint()), canvas->size());
    lab.window.notice().showNotice(QStringLiteral("Something happened."));
    QTRY_VERIFY(!lab.window.notice().visibleRegion().isEmpty());
    settle();
    QCOMPARE(QRect(canvas->mapTo(&lab.window, QPoint()), canvas->size()), before);
}

void WindowTest::menusOpenByKey() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    QWidget* shown = nullptr;
    QTimer look; // the menu may run a loop of its own until it is closed
    connect(&look, &QTimer::timeout, this, [&shown] {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            shown = popup;
            popup->close();
        }
    });
    look.start(10);
    QTest::keyClick(&lab.window, Qt::Key_F10);
    QTRY_VERIFY(shown != nullptr);
    QVERIFY(shown->actions().contains(lab.window.actions().about));

    lab.window.charts().beginRun({}, {});
    const QList<QAction*> actions = lab.window.charts().actions();
    const auto exporting = std::ranges::find(
        actions, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &QAction::shortcut);
    QVERIFY(exporting != actions.end());
    QVERIFY((*exporting)->isEnabled());
    shown = nullptr;
    (*exporting)->trigger();
    QTRY_VERIFY(shown != nullptr);
    QVERIFY(shown->actions().front()->objectName() == QStringLiteral("exportPng"));
}

void WindowTest::keysAreListedInOneScreen() {
    Lab lab;
    lab.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&lab.window));
    QTest::keyClick(&lab.window, Qt::Key_F1);
    const auto* keys = lab.window.findChild<QDialog*>(QStringLiteral("keysDialog"));
    QVERIFY(keys != nullptr);
    QStringList texts;
    for (const QLabel* label : keys->findChildren<QLabel*>()) {
        texts += label->text();
    }
    for (const char* listed : {"Train", "F5", "Clear", "Fit", "F10"}) {
        QCOMPARE(texts.count(QLatin1String(listed)), 1);
    }
    QVERIFY(keys->sizeHint().height() <= lab.window.minimumHeight());
}

void WindowTest::keysGoToWhatHasTheFocus() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    Canvas& canvas = *lab.window.drawPanel().canvas();
    canvas.setInk(drawnDigit(7));
    TrainingCharts& charts = lab.window.charts();
    const int run = charts.beginRun(QStringLiteral("a run"), {});
    LegendEntry* entry = charts.findChild<RunLegend*>()->entry(run);
    entry->setFocus();
    QTest::keyClick(entry, Qt::Key_Delete); // elsewhere it clears the canvas
    QVERIFY(charts.isEmpty());
    QVERIFY(!canvas.ink().empty());
    QTest::keyClick(&canvas, Qt::Key_Delete);
    QVERIFY(canvas.ink().empty());

    // The Tab key stops at nothing that does not show it; a list marks one of its items.
    for (const QWidget* next = canvas.nextInFocusChain(); next != &canvas;
         next = next->nextInFocusChain()) {
        QVERIFY2((next->focusPolicy() & Qt::TabFocus) == 0 ||
                     qobject_cast<const QAbstractScrollArea*>(next) == nullptr ||
                     qobject_cast<const QAbstractItemView*>(next) != nullptr,
                 next->metaObject()->className());
    }
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::WindowTest)
#include "window_test.moc"
