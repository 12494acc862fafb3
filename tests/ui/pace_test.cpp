// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pace.h"

#include <QSignalSpy>
#include <QTest>

using namespace digitlab;

class PaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsCarriedOutAtOnceAndTheLastIsNotLost() {
        int wanted = 0;
        std::vector<int> done;
        Pace pace(50, [&] { done.push_back(wanted); });
        for (wanted = 1; wanted <= 5; ++wanted) {
            pace.request();
        }
        wanted = 5;
        QCOMPARE(done, std::vector<int>{1});
        QTRY_COMPARE(done, (std::vector<int>{1, 5}));
        QTest::qWait(120);
        QCOMPARE(done.size(), 2U); // nothing was asked for since
        pace.request();
        QCOMPARE(done.size(), 3U);
    }
};

QTEST_MAIN(PaceTest)
#include "pace_test.moc"
