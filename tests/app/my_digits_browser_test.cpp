// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"
#include "tests/app/my_digits_fixture.h"

#include "app/files/data_folder.h"
#include "app/files/my_digits_file.h"
#include "core/data/dataset.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/mydigits/my_digits_dialog.h"
#include "ui/window/notice_bar.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace digitlab::test {

/// What was kept, looked through and changed in the dialog of the whole window.
class MyDigitsBrowserTest : public MyDigitsWindowTest {
    Q_OBJECT

private Q_SLOTS:
    void deletesNothingThatAnotherWindowHasMoved();
    void whatAnotherWindowHasChangedIsNotSelected();
    void asksForEachDigitThatWasShown();
    void oneDigitIsRelabelledTwice();
    void browsesRelabelsAndDeletes();
    void importsAllOrNothing();
    void exportsWhatWasKept();
    void exportsFromItsDialog();
};

void MyDigitsBrowserTest::deletesNothingThatAnotherWindowHasMoved() {
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

void MyDigitsBrowserTest::whatAnotherWindowHasChangedIsNotSelected() {
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

void MyDigitsBrowserTest::asksForEachDigitThatWasShown() {
    keepSome(*m_lab, {3, 4, 5});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    Q_EMIT dialog->removeRequested({0});
    Q_EMIT dialog->removeRequested({2}); // still of the three: the first is not gone yet
    QTRY_COMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{1});
    QCOMPARE(readMyDigits(myDigitsFile()).at(0).label, std::optional(4));
}

void MyDigitsBrowserTest::oneDigitIsRelabelledTwice() {
    keepSome(*m_lab, {3});
    m_lab->window.actions().myDigits->trigger();
    auto* dialog = m_lab->window.findChild<MyDigitsDialog*>();
    Q_EMIT dialog->relabelRequested({0}, 5);
    Q_EMIT dialog->relabelRequested({0}, 8); // before the first is told
    QTRY_COMPARE(readMyDigits(myDigitsFile()).at(0).label, std::optional(8));
}

void MyDigitsBrowserTest::browsesRelabelsAndDeletes() {
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

void MyDigitsBrowserTest::importsAllOrNothing() {
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
    import("empty.jsonl", "");
    QTRY_VERIFY(dialog->findChild<QLabel*>(QStringLiteral("problem"))
                    ->text()
                    .contains(QStringLiteral("empty.jsonl holds no ink")));
    QVERIFY(!std::filesystem::exists(myDigitsFile()));
    import("good.jsonl", line + "\n" + line);
    QTRY_COMPARE(readMyDigits(myDigitsFile()).count(), std::size_t{2});
    QCOMPARE(readMyDigits(myDigitsFile()).at(0).writer, std::string("ann"));
}

void MyDigitsBrowserTest::exportsWhatWasKept() {
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

void MyDigitsBrowserTest::exportsFromItsDialog() {
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

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::MyDigitsBrowserTest)
#include "my_digits_browser_test.moc"
