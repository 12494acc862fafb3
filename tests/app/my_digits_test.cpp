// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"
#include "tests/app/window_fixture.h"

#include "app/files/data_folder.h"
#include "app/files/my_digits_file.h"
#include "app/window/digit_export.h"
#include "core/data/dataset.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/mydigits/my_digits_dialog.h"
#include "ui/settings/feed_preview.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/notice_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace digitlab::test {

namespace {

QString correction(const Lab& lab) {
    return lab.window.findChild<QLabel*>(QStringLiteral("correction"))->text();
}

void click(const Lab& lab, const char* button) {
    QTest::mouseClick(lab.window.findChild<QToolButton*>(QLatin1String(button)), Qt::LeftButton);
}

QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdU16String(path.u16string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Draws these digits one after the other and keeps each; the last stays on the canvas.
void keepSome(Lab& lab, std::initializer_list<int> digits) {
    for (const int digit : digits) {
        lab.window.drawPanel().canvas()->clear();
        lab.draw(drawnDigit(digit));
        QTest::keyClick(&lab.window, static_cast<Qt::Key>(Qt::Key_0 + digit));
        QTRY_VERIFY(
            correction(lab).startsWith(QStringLiteral("Kept as a ") + QString::number(digit)));
    }
}

/// A small network that was trained on the small data set becomes the model in use.
void useTinyModel(Lab& lab) {
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.actions().newModel->isEnabled(), kLong);
    lab.set({{"preset", "lenet5"}, {"epochs", "6"}, {"my_digits", "0"}});
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.isWindowModified(), kLong);
}

} // namespace

/// What the person keeps, in the whole window.
class MyDigitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_data = std::make_unique<DataFolder>();
        m_lab = std::make_unique<Lab>();
        m_lab->window.show();
        m_lab->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_lab->window));
        m_lab->window.setFocus();
    }
    void cleanup() {
        m_lab.reset();
        m_data.reset();
    }

    void keepsByKey();
    void keepsByKeyBeforeThePenIsLifted();
    void keepsByClickAndTakesBack();
    void anotherDigitRelabels();
    void otherInkIsAnotherDigit();
    void numberFieldsKeepTheirKeys();
    void aBadLineIsToldAndKept();
    void neverOverwritesWhatItCannotRead();
    void keepsWhatAnotherWindowHasKept();
    void deletesNothingThatAnotherWindowHasMoved();
    void whatAnotherWindowHasChangedIsNotSelected();
    void asksForEachDigitThatWasShown();
    void oneDigitIsRelabelledTwice();
    void whatCannotBeWrittenIsToldBeforeTheWindowCloses();
    void theLastIsKeptThoughTheWindowEnds();
    void browsesRelabelsAndDeletes();
    void importsAllOrNothing();
    void exportsWhatWasKept();
    void exportsFromItsDialog();
    void teachesAndUndoes();
    void trainsWithWhatWasKept();

private:
    std::unique_ptr<DataFolder> m_data;
    std::unique_ptr<Lab> m_lab;
};

void MyDigitsTest::keepsByKey() {
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

void MyDigitsTest::keepsByKeyBeforeThePenIsLifted() {
    Canvas* canvas = m_lab->window.drawPanel().canvas();
    QTest::mousePress(canvas, Qt::LeftButton, {}, {50, 50});
    QTest::mouseMove(canvas, {50, 150});
    QTest::keyClick(&m_lab->window, Qt::Key_1);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, {50, 150});
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 1 · 1 in my digits"));
}

void MyDigitsTest::keepsByClickAndTakesBack() {
    m_lab->draw(drawnDigit(9));
    click(*m_lab, "digit9");
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 9 · 1 in my digits"));
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{1});
    click(*m_lab, "takeBackButton");
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("It was a"));
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{0});
}

void MyDigitsTest::anotherDigitRelabels() {
    m_lab->draw(drawnDigit(9));
    QTest::keyClick(&m_lab->window, Qt::Key_4);
    QTest::keyClick(&m_lab->window, Qt::Key_9);
    QTest::keyClick(&m_lab->window, Qt::Key_9);
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 9 · 1 in my digits"));
    const MyDigits kept = readMyDigits(myDigitsFile());
    QCOMPARE(kept.count(), std::size_t{1});
    QCOMPARE(kept.at(0).label, std::optional(9));
}

void MyDigitsTest::otherInkIsAnotherDigit() {
    keepSome(*m_lab, {9});
    m_lab->window.drawPanel().canvas()->clear();
    QCOMPARE(correction(*m_lab), QStringLiteral("It was a"));
    keepSome(*m_lab, {3});
    QCOMPARE(correction(*m_lab), QStringLiteral("Kept as a 3 · 2 in my digits"));
    QCOMPARE(readMyDigits(myDigitsFile()).at(0).label, std::optional(9));
}

void MyDigitsTest::numberFieldsKeepTheirKeys() {
    m_lab->draw(drawnDigit(4));
    auto* field = m_lab->window.settings().findChild<QLineEdit*>(QStringLiteral("batch_size"));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("32"));
    QCOMPARE(m_lab->window.settings().config().batchSize, 32);
    m_lab.reset(); // all that was to be written is now
    QVERIFY(!std::filesystem::exists(myDigitsFile()));
}

void MyDigitsTest::aBadLineIsToldAndKept() {
    writeFile(myDigitsFile(), "what is this?\n");
    m_lab->draw(drawnDigit(4));
    QTest::keyClick(&m_lab->window, Qt::Key_4);
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 4 · 1 in my digits"));
    QVERIFY(m_lab->window.notice().text().contains(QStringLiteral("line 1")));
    QVERIFY(contentOf(myDigitsFile()).contains("what is this?\n"));
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{1});
}

void MyDigitsTest::neverOverwritesWhatItCannotRead() {
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

void MyDigitsTest::keepsWhatAnotherWindowHasKept() {
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

void MyDigitsTest::deletesNothingThatAnotherWindowHasMoved() {
    keepSome(*m_lab, {3, 4});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    QVERIFY(dialog != nullptr);
    MyDigits others = readMyDigits(myDigitsFile());
    const std::size_t first = 0;
    others.remove({&first, 1});
    saveMyDigits(myDigitsFile(), others);
    Q_EMIT dialog->removeRequested({0}); // was the 3, and is the 4 now
    QTRY_VERIFY(dialog->findChild<QLabel*>(QStringLiteral("problem"))
                    ->text()
                    .contains(QStringLiteral("Another program")));
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{1});
    QCOMPARE(readMyDigits(myDigitsFile()).at(0).label, std::optional(4));
}

void MyDigitsTest::whatAnotherWindowHasChangedIsNotSelected() {
    keepSome(*m_lab, {3, 4});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    dialog->findChild<QListView*>(QStringLiteral("digits"))->selectAll();
    QCOMPARE(dialog->selected().size(), std::size_t{2});
    MyDigits others; // as many, but not the same
    others.add({8, "another", drawnDigit(8)});
    others.add({9, "another", drawnDigit(9)});
    saveMyDigits(myDigitsFile(), others);
    m_lab->window.drawPanel().canvas()->clear();
    m_lab->draw(drawnDigit(5)); // looks whether it is kept
    QTRY_VERIFY(dialog->selected().empty());
}

void MyDigitsTest::asksForEachDigitThatWasShown() {
    keepSome(*m_lab, {3, 4, 5});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    Q_EMIT dialog->removeRequested({0});
    Q_EMIT dialog->removeRequested({2}); // still of the three: the first is not gone yet
    QTRY_COMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{1});
    QCOMPARE(readMyDigits(myDigitsFile()).at(0).label, std::optional(4));
}

void MyDigitsTest::oneDigitIsRelabelledTwice() {
    keepSome(*m_lab, {3});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    Q_EMIT dialog->relabelRequested({0}, 5);
    Q_EMIT dialog->relabelRequested({0}, 8); // before the first is told
    QTRY_COMPARE(readMyDigits(myDigitsFile()).at(0).label, std::optional(8));
}

void MyDigitsTest::whatCannotBeWrittenIsToldBeforeTheWindowCloses() {
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

void MyDigitsTest::theLastIsKeptThoughTheWindowEnds() {
    keepSome(*m_lab, {3});
    m_lab->window.drawPanel().canvas()->clear();
    m_lab->draw(drawnDigit(8));
    QTest::keyClick(&m_lab->window, Qt::Key_8);
    m_lab.reset();
    QCOMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{2});
}

void MyDigitsTest::browsesRelabelsAndDeletes() {
    keepSome(*m_lab, {4, 9, 3});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    QVERIFY(dialog != nullptr);
    QAbstractItemModel* list = dialog->findChild<QListView*>(QStringLiteral("digits"))->model();
    QSignalSpy shown(list, &QAbstractItemModel::modelReset);
    Q_EMIT dialog->relabelRequested({0, 1}, 7);
    QTRY_VERIFY(!shown.empty());
    const auto labels = [] {
        std::vector<int> found;
        for (const StrokeSample& sample : readMyDigits(myDigitsFile()).samples()) {
            found.push_back(*sample.label);
        }
        return found;
    };
    QCOMPARE(labels(), (std::vector{7, 7, 3}));
    Q_EMIT dialog->removeRequested({0, 2});
    QTRY_COMPARE(labels(), (std::vector{7}));
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("It was a")); // the drawing was among them
    Q_EMIT dialog->undoRequested();
    Q_EMIT dialog->undoRequested();
    QTRY_COMPARE(labels(), (std::vector{4, 9, 3}));
    QTRY_COMPARE(correction(*m_lab), QStringLiteral("Kept as a 3 · 3 in my digits"));
}

void MyDigitsTest::importsAllOrNothing() {
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    const auto import = [&](const char* name, const QByteArray& text) {
        writeFile(m_data->path() / name, text);
        Q_EMIT dialog->importRequested();
        auto* files = dialog->findChild<QFileDialog*>(QStringLiteral("importDialog"));
        QVERIFY(files != nullptr);
        files->setObjectName(QString());
        Q_EMIT files->fileSelected(m_data->file(name));
        files->close();
    };
    const QByteArray line = R"({"label":7,"writer":"ann","strokes":[[[1,2],[3,4]]]})";
    import("bad.jsonl", line + "\nnonsense\n");
    QTRY_VERIFY(dialog->findChild<QLabel*>(QStringLiteral("problem"))
                    ->text()
                    .contains(QStringLiteral("bad.jsonl, line 2")));
    QVERIFY(!std::filesystem::exists(myDigitsFile()));
    import("good.jsonl", line + "\n" + line);
    QTRY_COMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{2});
    QCOMPARE(readMyDigits(myDigitsFile()).at(0).writer, std::string("ann"));
}

void MyDigitsTest::exportsWhatWasKept() {
    MyDigits digits;
    digits.add({9, {}, drawnDigit(9)});
    digits.add({4, {}, drawnDigit(4)});
    writeDigits(DigitFileFormat::Strokes, digits, m_data->path() / "out.jsonl");
    QCOMPARE(readStrokeFile(m_data->path() / "out.jsonl"), digits.samples());

    writeDigits(DigitFileFormat::Idx, digits, m_data->path());
    const Dataset images = readDataset(m_data->path() / "my-digits-images-idx3-ubyte",
                                       m_data->path() / "my-digits-labels-idx1-ubyte");
    QCOMPARE(images.labels, (std::vector<std::uint8_t>{9, 4}));
    const DigitImage nine = renderInk(drawnDigit(9));
    QVERIFY(std::ranges::equal(images.images.image(0), nine));

    writeDigits(DigitFileFormat::Png, digits, m_data->path() / "out.png");
    const QImage sheet(m_data->file("out.png"));
    QCOMPARE(sheet.size(), QSize(2 * 2 * kDigitSide, 2 * kDigitSide));
    // The 4 comes first; of the 9 a pixel in the middle of its ink.
    const auto brightest = std::ranges::max_element(nine) - nine.begin();
    const QPoint place(static_cast<int>(brightest) % kDigitSide,
                       static_cast<int>(brightest) / kDigitSide);
    QVERIFY(qGray(sheet.pixel(2 * (place + QPoint(kDigitSide, 0)))) > 200);
}

void MyDigitsTest::exportsFromItsDialog() {
    keepSome(*m_lab, {4, 9});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    const auto choose = [this, dialog](const QString& file) {
        Q_EMIT dialog->exportRequested(DigitFileFormat::Strokes);
        auto* files = m_lab->window.findChild<QFileDialog*>(QStringLiteral("exportDigitsDialog"));
        QCOMPARE(QFileInfo(files->selectedFiles().front()).fileName(),
                 QStringLiteral("my-digits.jsonl"));
        Q_EMIT files->fileSelected(file);
        delete files;
    };
    choose(m_data->file("out.jsonl"));
    const auto& status = m_lab->window.statusLine();
    QTRY_VERIFY(status.currentMessage().contains(QStringLiteral("out.jsonl")));
    QCOMPARE(readStrokeFile(m_data->path() / "out.jsonl").size(), std::size_t{2});

    choose(m_data->file("missing/out.jsonl"));
    delete dialog; // who closed it hears of it all the same
    QTRY_VERIFY(m_lab->window.notice().text().contains(QStringLiteral("missing")));
}

void MyDigitsTest::teachesAndUndoes() {
    useTinyModel(*m_lab);
    const auto* model = m_lab->window.findChild<QLabel*>(QStringLiteral("statusModel"));
    const QString before = model->text();
    QAction* teach = m_lab->window.actions().teach;
    QVERIFY(!teach->isEnabled()); // nothing is kept yet
    keepSome(*m_lab, {4, 9});
    QTRY_VERIFY_WITH_TIMEOUT(teach->isEnabled(), kLong);

    QTest::keyClick(&m_lab->window, Qt::Key_F9);
    QVERIFY(m_lab->isTraining());
    QTRY_VERIFY_WITH_TIMEOUT(!m_lab->isTraining(), kLong);
    QTRY_VERIFY(m_lab->window.notice().text().contains(QStringLiteral("MNIST")));
    QVERIFY2(m_lab->window.notice().text().startsWith(QStringLiteral("Taught")),
             m_lab->window.notice().text().toUtf8());
    QVERIFY(model->text().contains(QStringLiteral("taught")));
    QVERIFY(m_lab->window.isWindowModified());
    QCOMPARE(m_data->runs().size(), std::size_t{1}); // a lesson is no run

    click(*m_lab, "noticeAction");
    QCOMPARE(model->text(), before);
    QVERIFY(!m_lab->window.actions().undoTeaching->isEnabled());
}

void MyDigitsTest::trainsWithWhatWasKept() {
    QTRY_VERIFY_WITH_TIMEOUT(m_lab->window.actions().newModel->isEnabled(), kLong);
    auto* share = m_lab->window.settings().findChild<QLineEdit*>(QStringLiteral("my_digits"));
    QVERIFY(!share->isEnabled());
    const auto& preview = m_lab->window.settings().feedPreview();
    QTRY_VERIFY_WITH_TIMEOUT(!preview.images().empty(), kLong);
    keepSome(*m_lab, {4});
    QVERIFY(share->isEnabled());
    share->selectAll();
    QTest::keyClicks(share, QStringLiteral("50"));
    const DigitImage mine = renderInk(m_lab->window.drawPanel().canvas()->ink());
    QVERIFY(std::ranges::any_of(preview.images(), [&](const FedImage& fed) {
        return fed.image == mine && fed.label == 4;
    }));
}

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::MyDigitsTest)
#include "my_digits_test.moc"
