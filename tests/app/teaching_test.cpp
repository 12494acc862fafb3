// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/drawn_digits.h"
#include "tests/app/my_digits_fixture.h"

#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/settings/feed_preview.h"
#include "ui/settings/settings_panel.h"
#include "ui/window/notice_bar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace digitlab::test {

/// What a network learns of what was kept, in the whole window.
class LearningFromMyDigitsTest : public MyDigitsWindowTest {
    Q_OBJECT

private Q_SLOTS:
    void teachesAndUndoes();
    void trainsWithWhatWasKept();
};

void LearningFromMyDigitsTest::teachesAndUndoes() {
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

void LearningFromMyDigitsTest::trainsWithWhatWasKept() {
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

QTEST_MAIN(digitlab::test::LearningFromMyDigitsTest)
#include "teaching_test.moc"
