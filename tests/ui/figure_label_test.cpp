// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTest>

using namespace digitlab;

namespace {

/// Counts how often a widget is asked to lay out what is in it.
class LayoutCount : public QObject {
public:
    explicit LayoutCount(QWidget& widget) { widget.installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

    int count = 0;
};

} // namespace

class FigureLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRoomThatItNeededOnce() {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* label = new FigureLabel(&window, 1);
        row->addWidget(label);
        label->showNow(QStringLiteral("9,999 images/s"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const int room = label->sizeHint().width();

        LayoutCount layouts(window);
        label->showSoon(QStringLiteral("9 images/s"));
        QTRY_COMPARE(label->label().text(), "9 images/s");
        QTest::qWait(50);
        QCOMPARE(label->sizeHint().width(), room);
        QCOMPARE(layouts.count, 0);

        label->showSoon(QStringLiteral("10,000,000 images/s"));
        QTRY_VERIFY(layouts.count > 0);
        QVERIFY(label->sizeHint().width() > room);
        QTRY_VERIFY(label->width() >= label->label().sizeHint().width());

        label->showNow(QStringLiteral("done"));
        QCOMPARE(label->sizeHint(), label->label().sizeHint());
    }

    void asksForTheLinesThatAWrappedTextNeeds() {
        QWidget window;
        window.resize(120, 200);
        auto* row = new QVBoxLayout(&window);
        auto* label = new FigureLabel(&window, 1);
        label->label().setWordWrap(true);
        row->addWidget(label);
        row->addStretch(1);
        label->showNow(QStringLiteral("short"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const int line = label->height();
        label->showSoon(QStringLiteral("a text that needs more than a line at this width"));
        QTRY_VERIFY(label->height() >= 2 * line);
    }
};

QTEST_MAIN(FigureLabelTest)
#include "figure_label_test.moc"
