// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field_step.h"
#include "ui/settings/number_edit.h"

#include <QLocale>
#include <QTest>

using namespace digitlab;

class TestFieldStep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void numbers_data();
    void numbers();
};

void TestFieldStep::steps_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("from");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("expected");
    QTest::newRow("rate up") << "learning_rate" << 0.05 << 1 << 0.1;
    QTest::newRow("rate up from between") << "learning_rate" << 0.03 << 1 << 0.05;
    QTest::newRow("rate down") << "learning_rate" << 0.05 << -1 << 0.02;
    QTest::newRow("rate down a decade") << "learning_rate" << 0.01 << -1 << 0.005;
    QTest::newRow("rate ends") << "learning_rate" << 10.0 << 3 << 10.0;
    QTest::newRow("decay leaves zero") << "weight_decay" << 0.0 << 1 << 1e-6;
    QTest::newRow("decay returns to zero") << "weight_decay" << 1e-6 << -1 << 0.0;
    QTest::newRow("batch doubles") << "batch_size" << 64.0 << 1 << 128.0;
    QTest::newRow("batch halves") << "batch_size" << 64.0 << -2 << 16.0;
    QTest::newRow("batch from between") << "batch_size" << 100.0 << -1 << 64.0;
    QTest::newRow("batch ends") << "batch_size" << 1.0 << -1 << 1.0;
    QTest::newRow("epochs") << "epochs" << 5.0 << 1 << 6.0;
    QTest::newRow("images") << "train_images" << 60000.0 << -1 << 59000.0;
    QTest::newRow("momentum") << "momentum" << 0.9 << 1 << 0.91;
    QTest::newRow("rotation stays in range") << "rotation" << 0.0 << -1 << 0.0;
}

void TestFieldStep::steps() {
    QFETCH(QString, key);
    QFETCH(double, from);
    QFETCH(int, count);
    QFETCH(double, expected);
    for (const Field& field : fieldsOf(TrainingConfig())) {
        if (field.key == key.toStdString()) {
            QCOMPARE(stepped(field, from, count), expected);
            return;
        }
    }
    QFAIL("no such field");
}

void TestFieldStep::numbers_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<double>("expected");
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    QTest::newRow("plain") << english << "0.05" << true << 0.05;
    QTest::newRow("groups") << english << "55,000" << true << 55000.0;
    QTest::newRow("exponent") << english << " 1e-4 " << true << 1e-4;
    QTest::newRow("comma") << german << "0,05" << true << 0.05;
    QTest::newRow("dot in German") << german << "0.05" << true << 0.05;
    QTest::newRow("groups in German") << german << "60.000" << true << 60000.0;
    QTest::newRow("dot and three digits in German") << german << "0.005" << true << 0.005;
    QTest::newRow("comma and three digits in English") << english << "0,005" << false << 0.0;
    QTest::newRow("text") << english << "many" << false << 0.0;
    QTest::newRow("nothing") << english << "" << false << 0.0;
    QTest::newRow("infinite") << english << "inf" << false << 0.0;
}

void TestFieldStep::numbers() {
    QFETCH(QLocale, locale);
    QFETCH(QString, typed);
    QFETCH(bool, isNumber);
    QFETCH(double, expected);
    const QLocale before;
    QLocale::setDefault(locale);
    const auto number = numberIn(typed);
    QLocale::setDefault(before);
    QCOMPARE(number.has_value(), isNumber);
    if (isNumber) {
        QCOMPARE(*number, expected);
    }
}

QTEST_GUILESS_MAIN(TestFieldStep)
#include "test_field_step.moc"
