// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/my_digits_fixture.h"

#include "tests/app/drawn_digits.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QTest>
#include <QToolButton>

namespace digitlab::test {

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

void keepSome(Lab& lab, std::initializer_list<int> digits) {
    for (const int digit : digits) {
        lab.window.drawPanel().canvas()->clear();
        lab.draw(drawnDigit(digit));
        QTest::keyClick(&lab.window, static_cast<Qt::Key>(Qt::Key_0 + digit));
        QTRY_VERIFY(
            correction(lab).startsWith(QStringLiteral("Kept as a ") + QString::number(digit)));
    }
}

void useTinyModel(Lab& lab) {
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.actions().newModel->isEnabled(), kLong);
    lab.set({{"preset", "lenet5"}, {"epochs", "6"}, {"my_digits", "0"}});
    lab.window.actions().train->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lab.window.isWindowModified(), kLong);
}

void MyDigitsWindowTest::init() {
    m_data = std::make_unique<DataFolder>();
    m_lab = std::make_unique<Lab>();
    m_lab->window.show();
    m_lab->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_lab->window));
    m_lab->window.setFocus();
}

void MyDigitsWindowTest::cleanup() {
    m_lab.reset();
    m_data.reset();
}

} // namespace digitlab::test
