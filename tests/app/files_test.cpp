// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"
#include "tests/app/window_fixture.h"

#include "app/files/image_file.h"
#include "ui/charts/training_charts.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/window/notice_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <QUrl>

namespace digitlab::test {

namespace {

/// Ink in a square of 100 units, drawn on paper.
QImage pictureOf(const Ink& ink) {
    QImage image(300, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 20, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const Stroke& stroke : ink) {
        QPolygonF line;
        for (const Point& point : stroke) {
            line << QPointF(50 + 2 * point.x, 50 + 2 * point.y);
        }
        painter.drawPolyline(line);
    }
    return image;
}

/// Drags files onto the window and lets them go there, as far as it takes them.
void drop(MainWindow& window, const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) {
        urls << QUrl::fromLocalFile(file);
    }
    data.setUrls(urls);
    QDragEnterEvent enter({600, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&window, &enter);
    if (enter.isAccepted()) {
        QDropEvent event({600, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }
}

} // namespace

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
    void readsAPictureThatIsOpenedOrDropped();
    void tellsOfAPictureThatCannotBeRead();
    void opensAModelThatIsDropped();

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

void FilesTest::readsAPictureThatIsOpenedOrDropped() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    const Canvas& canvas = *lab.window.drawPanel().canvas();
    const QString file = m_data->file("七.png");
    QVERIFY(pictureOf(drawnDigit(7)).save(file));
    lab.window.actions().openPicture->trigger();
    auto* dialog = lab.window.findChild<QFileDialog*>(QStringLiteral("pictureDialog"));
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(canvas.picture() != nullptr, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(lab.sentence().contains(u'7'), kLong);
    lab.window.drawPanel().canvas()->undo();
    QVERIFY(canvas.isEmpty());

    drop(lab.window, {file});
    QTRY_VERIFY_WITH_TIMEOUT(canvas.picture() != nullptr, kLong);
    QCOMPARE(*canvas.picture(), normaliseImage(readImageFile(file.toStdU16String())));
}

void FilesTest::tellsOfAPictureThatCannotBeRead() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    lab.draw(drawnDigit(4));
    writeFile(m_data->path() / "text.png", "this is no picture");
    drop(lab.window, {m_data->file("text.png")});
    QTRY_VERIFY(lab.window.notice().text().contains(QStringLiteral("text.png")));
    QImage blank(40, 40, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QVERIFY(blank.save(m_data->file("blank.png")));
    drop(lab.window, {m_data->file("blank.png")});
    QTRY_VERIFY(lab.window.notice().text().contains(QStringLiteral("Nothing is to be seen")));
    QVERIFY(lab.window.drawPanel().canvas()->picture() == nullptr);          // what was drawn stays
    drop(lab.window, {m_data->file("text.png"), m_data->file("blank.png")}); // which one?
    QVERIFY(lab.window.notice().text().contains(QStringLiteral("blank.png")));
}

void FilesTest::opensAModelThatIsDropped() {
    Lab lab;
    QVERIFY(showAndWait(lab));
    writeFile(m_data->path() / "bad.safetensors", "no model");
    drop(lab.window, {m_data->file("bad.safetensors")});
    QTRY_VERIFY(lab.window.notice().text().contains(QStringLiteral("bad.safetensors")));
    QVERIFY(!lab.window.notice().text().contains(QStringLiteral("picture")));
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::FilesTest)
#include "files_test.moc"
