// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"
#include "tests/app/window_fixture.h"

#include "ui/charts/training_charts.h"
#include "ui/window/notice_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

namespace digitlab::test {

/// What the window reads from files that a person names, and writes to them.
class FilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_data = std::make_unique<DataFolder>(); }
    void cleanup() { m_data.reset(); }

    void savesAndOpensAModel();
    void asksBeforeAnUnsavedModelIsLost();
    void refusesBadModels_data();
    void refusesBadModels();
    void losesNothingOverAModelThatIsGone();
    void exportsTheCharts();

private:
    std::unique_ptr<DataFolder> m_data;
};

void FilesTest::savesAndOpensAModel() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    const QString file = m_data->file("mine.safetensors");
    lab.window.actions().saveAs->trigger();
    auto* save = lab.window.findChild<QFileDialog*>(QStringLiteral("saveDialog"));
    QVERIFY(save != nullptr);
    QCOMPARE(QFileInfo(save->selectedFiles().front()).fileName(),
             QStringLiteral("built-in model.safetensors"));
    Q_EMIT save->fileSelected(file);
    save->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), kLong);
    QTRY_COMPARE(lab.settings.recentModels(), QStringList{file});

    Q_EMIT lab.window.recentModelChosen(file);
    const auto* name = lab.window.findChild<QLabel*>(QStringLiteral("statusModel"));
    QTRY_VERIFY_WITH_TIMEOUT(name->text().contains(QStringLiteral("mine.safetensors")), kLong);
    lab.draw(drawnDigit(7));
    QTRY_VERIFY_WITH_TIMEOUT(lab.sentence().contains(u'7'), kLong);
}

void FilesTest::asksBeforeAnUnsavedModelIsLost() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    setQuickRun(lab);
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.isWindowModified(), kLong);
    lab.window.close();
    QVERIFY(lab.window.isVisible());
    auto* question = lab.window.findChild<QMessageBox*>(QStringLiteral("unsavedQuestion"));
    QVERIFY(question != nullptr);
    question->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!lab.window.isVisible());
}

void FilesTest::refusesBadModels_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("this is no model, but it is long enough to look like one");
    QTest::newRow("huge header") << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10);
    QTest::newRow("no tensors") << QByteArray("\x02\0\0\0\0\0\0\0{}", 10);
}

void FilesTest::refusesBadModels() {
    QFETCH(const QByteArray, bytes);
    Lab lab;
    QVERIFY(showAndWait(lab));
    const QString file = m_data->file("bad.safetensors");
    writeFile(m_data->path() / "bad.safetensors", bytes);
    Q_EMIT lab.window.recentModelChosen(file);
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.notice().text().contains(QStringLiteral("bad.safetensors")),
                             kLong);
    lab.draw(drawnDigit(7)); // the model before is still in use
    QTRY_VERIFY_WITH_TIMEOUT(lab.sentence().contains(u'7'), kLong);
}

void FilesTest::losesNothingOverAModelThatIsGone() {
    const QString file = m_data->file("gone.safetensors");
    Lab lab;
    writeFile(m_data->path() / "gone.safetensors", "x");
    lab.settings.addRecentModel(file);
    QVERIFY(showAndWait(lab));
    setQuickRun(lab);
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.isWindowModified(), kLong);

    QFile::remove(file);
    Q_EMIT lab.window.recentModelChosen(file);
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.notice().text().contains(QStringLiteral("gone")), kLong);
    QVERIFY(lab.window.findChild<QMessageBox*>(QStringLiteral("unsavedQuestion")) == nullptr);
    auto* recent = lab.window.findChild<QMenu*>(QStringLiteral("recentMenu"));
    Q_EMIT recent->aboutToShow();
    QVERIFY(!recent->actions().front()->isEnabled()); // what says that there is none
}

void FilesTest::exportsTheCharts() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    Q_EMIT lab.window.charts().exportRequested(ExportFormat::Csv);
    auto* dialog = lab.window.findChild<QFileDialog*>(QStringLiteral("exportDialog"));
    QVERIFY(dialog != nullptr);
    QCOMPARE(QFileInfo(dialog->selectedFiles().front()).fileName(),
             QStringLiteral("digitlab-charts.csv"));
    const QString file = m_data->file("charts.csv");
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(
        lab.window.statusLine().currentMessage().contains(QStringLiteral("charts.csv")), kLong);
    QVERIFY(QFile::exists(file));
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::FilesTest)
#include "files_test.moc"
