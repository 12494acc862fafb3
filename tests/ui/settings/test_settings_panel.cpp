// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/layer_table.h"
#include "ui/settings/settings_panel.h"

#include "core/training/fields.h"
#include "core/training/presets.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace digitlab;

class TestSettingsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsEveryField();
    void typingChangesTheConfig();
    void valueOutOfRangeIsReported();
    void hugeNumberDoesNotWrapRound();
    void textThatIsNoNumberIsReported();
    void problemAcrossFieldsStandsAtItsField();
    void layersFollowTheFields();
    void idleFieldsAreDisabled();
    void presetKeepsDataAndFocus();
    void presetForgetsWhatWasWrong();
    void samePresetAgainBringsBackItsValues();
    void tabGoesFromTopToBottom();
    void setConfigIsQuiet();
    void resetRestoresThePreset();
    void changedFieldsTellWhatThePresetHas();
    void missingDeviceIsDisabledWithItsReason();
    void missingPrecisionIsDisabledWithItsReason();
    void keysAndWheelStep();
    void fieldsAreNeverSqueezed();
    void groupsFold();

private:
    template <typename Widget>
    [[nodiscard]] Widget* field(const char* key) const {
        return m_panel->findChild<Widget*>(QLatin1String(key));
    }
    void type(const char* key, const QString& text);
    void choose(const char* key, const QString& text);
    [[nodiscard]] QStringList shownProblems() const;

    std::unique_ptr<SettingsPanel> m_panel;
};

void TestSettingsPanel::init() {
    QLocale::setDefault(QLocale::c());
    m_panel = std::make_unique<SettingsPanel>();
    m_panel->resize(272, 694);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
}

void TestSettingsPanel::cleanup() {
    m_panel.reset();
}

/// Opens a list and takes one of its choices with the keys.
void TestSettingsPanel::choose(const char* key, const QString& text) {
    auto* box = field<QComboBox>(key);
    box->showPopup();
    QAbstractItemView* list = box->view();
    list->setCurrentIndex(list->model()->index(box->findText(text), box->modelColumn()));
    QTest::keyClick(list, Qt::Key_Return);
}

void TestSettingsPanel::type(const char* key, const QString& text) {
    auto* edit = field<QLineEdit>(key);
    QVERIFY2(edit != nullptr, key);
    edit->setFocus();
    edit->selectAll();
    text.isEmpty() ? QTest::keyClick(edit, Qt::Key_Delete) : QTest::keyClicks(edit, text);
}

QStringList TestSettingsPanel::shownProblems() const {
    QStringList texts;
    for (const QLabel* label : m_panel->findChildren<QLabel*>()) {
        if (label->property("role") == QStringLiteral("error") && label->isVisible()) {
            texts += label->text();
        }
    }
    return texts;
}

void TestSettingsPanel::showsEveryField() {
    for (const Preset& preset : presets()) {
        m_panel->setConfig(preset.config);
        for (const Field& described : fieldsOf(preset.config)) {
            const auto* widget = field<QWidget>(described.key.c_str());
            QVERIFY2(widget != nullptr, described.key.c_str());
            QVERIFY(!widget->accessibleName().isEmpty());
            QVERIFY(!widget->toolTip().isEmpty());
        }
    }
}

void TestSettingsPanel::typingChangesTheConfig() {
    QSignalSpy changed(m_panel.get(), &SettingsPanel::configChanged);
    type("learning_rate", QStringLiteral("0.002"));
    QCOMPARE(m_panel->config().learningRate, 0.002);
    QVERIFY(m_panel->isValid());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last()[0].value<TrainingConfig>().learningRate, 0.002);

    field<QCheckBox>("batch_norm")->click();
    QVERIFY(m_panel->config().network.batchNorm);
    choose("optimizer", QStringLiteral("AdamW"));
    QCOMPARE(m_panel->config().optimizer, Optimizer::AdamW);
}

void TestSettingsPanel::valueOutOfRangeIsReported() {
    QSignalSpy validity(m_panel.get(), &SettingsPanel::validityChanged);
    type("epochs", QStringLiteral("5000"));
    QCOMPARE(field<QLineEdit>("epochs")->text(), QStringLiteral("5000"));
    QVERIFY(!m_panel->isValid());
    QCOMPARE(shownProblems().size(), 1);
    QVERIFY(shownProblems()[0].contains(QStringLiteral("5000")));
    QVERIFY(shownProblems()[0].contains(QStringLiteral("1000")));
    QVERIFY(field<QLineEdit>("epochs")->property("invalid").toBool());
    QVERIFY(m_panel->config().epochs <= 1000);

    type("epochs", QStringLiteral("7"));
    QVERIFY(m_panel->isValid());
    QVERIFY(shownProblems().isEmpty());
    QCOMPARE(m_panel->config().epochs, 7);
    QCOMPARE(validity.size(), 2);
    QCOMPARE(validity[0][0].toBool(), false);
    QCOMPARE(validity[1][0].toBool(), true);
}

void TestSettingsPanel::hugeNumberDoesNotWrapRound() {
    type("epochs", QStringLiteral("4294967298"));
    QVERIFY(!m_panel->isValid());
    QVERIFY(shownProblems()[0].contains(QStringLiteral("4294967298")));
}

void TestSettingsPanel::textThatIsNoNumberIsReported() {
    for (const char* text : {"", "x", "2.5"}) {
        type("batch_size", QString::fromLatin1(text));
        QVERIFY2(!m_panel->isValid(), text);
        QCOMPARE(shownProblems().size(), 1);
    }
    QCOMPARE(m_panel->config().batchSize, 2); // what "2.5" began with
    type("batch_size", QStringLiteral("32"));
    QVERIFY(m_panel->isValid());
}

void TestSettingsPanel::problemAcrossFieldsStandsAtItsField() {
    type("conv2.kernel", QStringLiteral("20"));
    QVERIFY(!m_panel->isValid());
    QVERIFY(field<QWidget>("conv2.kernel")->property("invalid").toBool());
    QVERIFY(!field<QWidget>("conv1.kernel")->property("invalid").toBool());
    QCOMPARE(shownProblems().size(), 1);
    QVERIFY(shownProblems()[0].contains(QStringLiteral("20×20")));
    type("conv2.kernel", QStringLiteral("3"));
    QVERIFY(m_panel->isValid());
}

void TestSettingsPanel::layersFollowTheFields() {
    const auto* layers = m_panel->findChild<LayerTable*>();
    QCOMPARE(layers->rows().size(), std::size_t{5});
    QCOMPARE(layers->rows()[0].name, QStringLiteral("conv 1→10, 5×5"));
    QCOMPARE(layers->rows()[0].shape, QStringLiteral("10×24×24"));
    QCOMPARE(layers->rows()[0].parameters, QStringLiteral("260"));
    QCOMPARE(layers->total(), QLocale().toString(1007590));
    type("conv1.channels", QStringLiteral("6"));
    QCOMPARE(layers->rows()[0].shape, QStringLiteral("6×24×24"));
    type("conv1.kernel", QStringLiteral("99"));
    QVERIFY(layers->rows().empty());
    QVERIFY(layers->problem().contains(QStringLiteral("99")));
    type("conv1.kernel", QStringLiteral("5"));
    QVERIFY(layers->problem().isEmpty());
    // Another group's problem leaves the layers alone.
    type("epochs", QStringLiteral("0"));
    QVERIFY(!m_panel->isValid());
    QCOMPARE(layers->rows().size(), std::size_t{5});
}

void TestSettingsPanel::idleFieldsAreDisabled() {
    QVERIFY(field<QWidget>("momentum")->isEnabled());
    QVERIFY(!field<QWidget>("step_epochs")->isEnabled());
    TrainingConfig config = m_panel->config();
    config.optimizer = Optimizer::Adam;
    config.schedule = Schedule::Step;
    m_panel->setConfig(config);
    QVERIFY(!field<QWidget>("momentum")->isEnabled());
    QVERIFY(field<QWidget>("step_epochs")->isEnabled());
}

void TestSettingsPanel::presetKeepsDataAndFocus() {
    type("seed", QStringLiteral("77"));
    type("epochs", QStringLiteral("9"));
    QSignalSpy changed(m_panel.get(), &SettingsPanel::configChanged);
    field<QComboBox>("preset")->setFocus();
    choose("preset", QStringLiteral("compact"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_panel->config().seed, 77);
    QCOMPARE(m_panel->config().epochs, presetConfig("compact").epochs);
    QCOMPARE(m_panel->config().network, presetConfig("compact").network);
    QVERIFY(field<QWidget>("conv3.kernel") != nullptr);
    QCOMPARE(field<QComboBox>("preset")->currentText(), QStringLiteral("compact"));
    QVERIFY(field<QComboBox>("preset")->hasFocus());
}

void TestSettingsPanel::presetForgetsWhatWasWrong() {
    type("dense1.units", QStringLiteral("0"));
    QVERIFY(!m_panel->isValid());
    choose("preset", QStringLiteral("lenet5"));
    QVERIFY(m_panel->isValid());
    QCOMPARE(field<QLineEdit>("dense1.units")->text(), QStringLiteral("120"));
}

void TestSettingsPanel::samePresetAgainBringsBackItsValues() {
    const QString preset = field<QComboBox>("preset")->currentText();
    const int epochs = m_panel->config().epochs;
    type("epochs", QString::number(epochs + 1));
    QCOMPARE(m_panel->config().epochs, epochs + 1);
    choose("preset", preset);
    QCOMPARE(m_panel->config().epochs, epochs);
    QCOMPARE(field<QLineEdit>("epochs")->text(), QString::number(epochs));
}

void TestSettingsPanel::tabGoesFromTopToBottom() {
    choose("preset", QStringLiteral("compact")); // with fields that were not there
    QTRY_VERIFY(field<QWidget>("conv5.pool")->isVisible());
    QWidget* const first = field<QComboBox>("preset");
    int top = 0;
    int seen = 0;
    for (QWidget* next = first; next->objectName() != QStringLiteral("reset");
         next = next->nextInFocusChain()) {
        if (next->isVisible() && (next->focusPolicy() & Qt::TabFocus) != 0 &&
            m_panel->isAncestorOf(next)) {
            const int place = next->mapTo(m_panel.get(), QPoint()).y();
            QVERIFY2(place >= top, qPrintable(next->objectName()));
            top = place - 8; // those beside each other need not be level
            ++seen;
        }
    }
    QVERIFY2(seen > 40, qPrintable(QString::number(seen)));
}

void TestSettingsPanel::setConfigIsQuiet() {
    QSignalSpy changed(m_panel.get(), &SettingsPanel::configChanged);
    TrainingConfig config = presetConfig("compact");
    config.epochs = 3;
    m_panel->setConfig(config);
    QCOMPARE(m_panel->config(), config);
    QCOMPARE(field<QLineEdit>("epochs")->text(), QStringLiteral("3"));
    QVERIFY(changed.isEmpty());
}

void TestSettingsPanel::resetRestoresThePreset() {
    auto* reset = m_panel->findChild<QPushButton*>(QStringLiteral("reset"));
    QVERIFY(!reset->isEnabled());
    type("epochs", QStringLiteral("9"));
    type("batch_size", QStringLiteral("0"));
    QVERIFY(reset->isEnabled());
    reset->click();
    QCOMPARE(m_panel->config(), presetConfig("article"));
    QVERIFY(m_panel->isValid());
    QCOMPARE(field<QLineEdit>("batch_size")->text(), QStringLiteral("64"));
    QVERIFY(!reset->isEnabled());
}

void TestSettingsPanel::changedFieldsTellWhatThePresetHas() {
    auto* rate = field<QLineEdit>("learning_rate");
    const auto isMarked = [this, rate] {
        const auto labels = m_panel->findChildren<QLabel*>();
        const auto label = std::find_if(labels.begin(), labels.end(), [rate](const QLabel* each) {
            return each->buddy() == rate;
        });
        return (*label)->property("changed").toBool();
    };
    const QString before = rate->text();
    const QString help = rate->toolTip();
    QVERIFY(!isMarked());
    type("learning_rate", QStringLiteral("0.002"));
    QVERIFY(isMarked());
    QVERIFY(rate->toolTip().startsWith(help));
    QVERIFY(rate->toolTip().endsWith(before + QStringLiteral(" in the preset \"article\"")));
    type("learning_rate", before);
    QVERIFY(!isMarked());
    QCOMPARE(rate->toolTip(), help);
}

void TestSettingsPanel::missingDeviceIsDisabledWithItsReason() {
    const DeviceInfo cpu{Device::Cpu, "CPU", true, {}};
    const DeviceInfo cuda{Device::Cuda, "CUDA", false, Message("no CUDA here")};
    EngineInfo engine;
    engine.devices = {cpu, cuda};
    m_panel->setEngine(engine);
    const auto* box = field<QComboBox>("device");
    const auto* item = qobject_cast<QStandardItemModel*>(box->model())->item(1);
    QVERIFY(!item->isEnabled());
    QCOMPARE(item->toolTip(), QStringLiteral("no CUDA here"));
    QVERIFY(m_panel->isValid());

    TrainingConfig config = m_panel->config();
    config.device = Device::Cuda;
    m_panel->setConfig(config);
    QVERIFY(!m_panel->isValid());
    QCOMPARE(shownProblems(), QStringList{QStringLiteral("no CUDA here")});
}

void TestSettingsPanel::missingPrecisionIsDisabledWithItsReason() {
    EngineInfo engine;
    engine.precisions = {{Precision::Float32, true, {}},
                         {Precision::BFloat16, false, Message("no bfloat16 here")}};
    m_panel->setEngine(engine);
    const auto* box = field<QComboBox>("precision");
    const auto* model = qobject_cast<QStandardItemModel*>(box->model());
    QVERIFY(model->item(0)->isEnabled());
    QVERIFY(!model->item(1)->isEnabled());
    QCOMPARE(model->item(1)->toolTip(), QStringLiteral("no bfloat16 here"));
    QVERIFY(m_panel->isValid());

    TrainingConfig config = m_panel->config();
    config.precision = Precision::BFloat16;
    m_panel->setConfig(config);
    QVERIFY(!m_panel->isValid());
    QCOMPARE(shownProblems(), QStringList{QStringLiteral("no bfloat16 here")});
}

void TestSettingsPanel::keysAndWheelStep() {
    auto* rate = field<QLineEdit>("learning_rate");
    rate->setFocus();
    QTest::keyClick(rate, Qt::Key_Up);
    QCOMPARE(m_panel->config().learningRate, 0.1);

    const auto turn = [](QWidget* widget) {
        const QPointF centre = widget->rect().center();
        QWheelEvent wheel(centre, widget->mapToGlobal(centre), {}, QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &wheel);
    };
    turn(rate);
    QCOMPARE(m_panel->config().learningRate, 0.05);
    turn(field<QLineEdit>("epochs")); // has not the focus
    QCOMPARE(m_panel->config().epochs, presetConfig("article").epochs);
}

void TestSettingsPanel::fieldsAreNeverSqueezed() {
    m_panel->setConfig(presetConfig("compact"));
    m_panel->setCollapsedGroups({QStringLiteral("network"), QStringLiteral("data")});
    type("epochs", QStringLiteral("5000"));
    for (const char* key : {"epochs", "momentum", "rotation", "threads"}) {
        const auto* widget = field<QWidget>(key);
        QTRY_VERIFY2(widget->height() >= widget->sizeHint().height(), key);
        QTRY_VERIFY2(widget->parentWidget()->height() >= widget->height(), key);
    }
}

void TestSettingsPanel::groupsFold() {
    QVERIFY(m_panel->collapsedGroups().isEmpty());
    m_panel->setCollapsedGroups({QStringLiteral("data"), QStringLiteral("augmentation")});
    QVERIFY(!field<QWidget>("seed")->isVisible());
    QVERIFY(!field<QWidget>("rotation")->isVisible());
    QVERIFY(field<QWidget>("epochs")->isVisible());
    QCOMPARE(m_panel->collapsedGroups(),
             (QStringList{QStringLiteral("augmentation"), QStringLiteral("data")}));
    m_panel->setConfig(presetConfig("compact"));
    QVERIFY(!field<QWidget>("seed")->isVisible());
    m_panel->setCollapsedGroups({});
    QVERIFY(field<QWidget>("seed")->isVisible());
}

QTEST_MAIN(TestSettingsPanel)
#include "test_settings_panel.moc"
