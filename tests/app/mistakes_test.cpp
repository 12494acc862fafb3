// SPDX-License-Identifier: GPL-3.0-or-later
// Where the model in use fails, in the whole window.
#include "tests/app/window_fixture.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/draw/ink_tile.h"
#include "ui/draw/probability_bars.h"
#include "ui/mistakes/confusion_matrix.h"
#include "ui/mistakes/mistakes_view.h"
#include "ui/settings/settings_panel.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <functional>

namespace digitlab::test {

class MistakesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<DataFolder>();
        m_lab = std::make_unique<Lab>();
        QVERIFY(showAndWait(*m_lab));
    }

    void cleanup() {
        m_lab.reset();
        m_folder.reset();
    }

    void readsTheTestImagesWhenSomebodyLooks() {
        QTest::qWait(500);
        QCOMPARE(examined(), QString()); // nobody does yet
        lookAtMistakes();
        QVERIFY(examined().startsWith("built-in model · MNIST's test images: "));
        QCOMPARE(matrixTotal(), 200);
    }

    void readsThemAgainForAnotherModel() {
        lookAtMistakes();
        action("new")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(examined().startsWith("untrained article"), kLong);
        QVERIFY(list().model()->rowCount() > 100); // it knows nothing
    }

    /// The image goes to the canvas as it is, is read as it was, and can be drawn on.
    void aMisreadImageGoesToTheCanvas() {
        m_lab->draw({{{10, 10}, {90, 90}}});
        makeMistakes();
        list().setCurrentIndex(list().model()->index(0, 0));
        const QString caption = list().currentIndex().data().toString(); // "4 → 9"
        QTest::mouseClick(m_lab->window.findChild<QToolButton*>("toCanvas"), Qt::LeftButton);
        Canvas& canvas = *m_lab->window.drawPanel().canvas();
        QVERIFY(canvas.picture() != nullptr);
        QTRY_COMPARE(seen(), *canvas.picture());
        QTRY_COMPARE(bars().verdict() ? digitOf(bars().verdict()->probabilities) : -1,
                     caption.right(1).toInt());

        m_lab->draw({{{10, 10}, {90, 10}}});
        QTRY_VERIFY(seen() != *canvas.picture());
        const DigitImage both = seen();
        QVERIFY(std::ranges::equal(both, *canvas.picture(), std::greater_equal{}));

        m_lab->window.drawPanel().canvas()->undo();
        m_lab->window.drawPanel().canvas()->undo();
        QVERIFY(canvas.picture() == nullptr);
        QCOMPARE(canvas.ink().size(), std::size_t{1}); // what was drawn before
    }

    /// It could not be kept: a stroke file holds strokes.
    void aPictureIsNotKept() {
        makeMistakes();
        list().setCurrentIndex(list().model()->index(0, 0));
        QTest::mouseClick(m_lab->window.findChild<QToolButton*>("toCanvas"), Qt::LeftButton);
        auto* four = m_lab->window.findChild<QToolButton*>("digit4");
        QVERIFY(!four->isEnabled());
        QCOMPARE(m_lab->window.findChild<QLabel*>("correction")->text(),
                 "A picture cannot be kept");
        m_lab->draw({{{10, 10}, {90, 10}}});
        QVERIFY(!four->isEnabled());
        m_lab->window.drawPanel().canvas()->clear();
        m_lab->draw({{{10, 10}, {90, 10}}});
        QVERIFY(four->isEnabled());
    }

    void aRunBringsTheChartsToTheFront() {
        lookAtMistakes();
        setQuickRun(*m_lab);
        action("train")->trigger();
        QVERIFY(!m_lab->window.mistakes().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!m_lab->isTraining(), kLong);
        lookAtMistakes();
        QVERIFY(examined().startsWith("run 1 · lenet5"));
    }

    void theCaptionHasTheNameOfTheFileThatTheModelIsSavedTo() {
        lookAtMistakes();
        action("saveAs")->trigger();
        auto* save = m_lab->window.findChild<QFileDialog*>("saveDialog");
        Q_EMIT save->fileSelected(m_folder->file("mine.safetensors"));
        save->close();
        QTRY_VERIFY_WITH_TIMEOUT(examined().startsWith("mine.safetensors"), kLong);
    }

    void theOtherPanelsKeepTheirRoomInASmallWindow() {
        m_lab->window.resize(1024, 640);
        const int settings = m_lab->window.settings().width();
        lookAtMistakes();
        QTest::qWait(50);
        QCOMPARE(m_lab->window.width(), 1024);
        QCOMPARE(m_lab->window.settings().width(), settings);
    }

    void saysWhyItCannotRead() {
        writeFile(m_folder->path() / "datasets" / "mnist" / "t10k-images-idx3-ubyte", "spoiled");
        action("showMistakes")->trigger();
        auto* text = m_lab->window.findChild<QLabel*>("noMistakes");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains("t10k-images-idx3-ubyte"), kLong);
    }

private:
    QAction* action(const char* name) { return m_lab->window.findChild<QAction*>(name); }
    QListView& list() { return *m_lab->window.findChild<QListView*>("mistakes"); }
    ProbabilityBars& bars() { return *m_lab->window.findChild<ProbabilityBars*>("bars"); }
    QString examined() { return m_lab->window.findChild<QLabel*>("examined")->text(); }
    DigitImage seen() { return m_lab->window.findChild<InkTile*>("seen")->image(); }

    void lookAtMistakes() {
        action("showMistakes")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_lab->window.findChild<ConfusionMatrix*>("confusion")->isVisible(), kLong);
    }

    /// An untrained network misreads most.
    void makeMistakes() {
        action("new")->trigger();
        lookAtMistakes();
        QTRY_VERIFY_WITH_TIMEOUT(examined().startsWith("untrained"), kLong);
        QVERIFY(list().model()->rowCount() > 0);
    }

    int matrixTotal() {
        auto* matrix = m_lab->window.findChild<ConfusionMatrix*>("confusion");
        int total = 0;
        for (int truth = 0; truth < 10; ++truth) {
            matrix->choose(ConfusionCell{truth, truth});
            static const QRegularExpression kCounts(": (\\d+) of (\\d+) read");
            total += kCounts.match(matrix->accessibleDescription()).captured(2).toInt();
        }
        return total;
    }

    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<Lab> m_lab;
};

} // namespace digitlab::test

QTEST_MAIN(digitlab::test::MistakesTest)
#include "mistakes_test.moc"
