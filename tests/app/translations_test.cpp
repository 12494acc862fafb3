// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"
#include "core/training/fields.h"
#include "core/training/presets.h"
#include "ui/settings/settings_panel.h"
#include "ui/text.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace digitlab {

namespace {

/// What holds a text, and the text.
struct Shown {
    QString where;
    QString text;
};

QStringList sortedMatches(const QString& pattern, const QString& text) {
    QStringList found;
    for (auto match = QRegularExpression(pattern).globalMatch(text); match.hasNext();) {
        found += match.next().captured();
    }
    found.sort();
    return found;
}

QStringList places(const QString& text) {
    QStringList found = sortedMatches(QStringLiteral("%[1-9n]"), text);
    found.removeDuplicates(); // a translation may say a value once more or once less
    return found;
}

/// True where a text has a word that a Chinese reader should not find: no character of theirs, and
/// not only numbers, names and terms that stay as they are.
bool isForeign(QString text) {
    static const QRegularExpression kept(QStringLiteral(
        "Digit Lab|MNIST|logits|softmax|ReLU|SGD|AdamW?|RMSprop|Nesterov|Dropout|CPU|CUDA|"
        "b?float(16|32)|article|lenet5|compact|deep|fast|<[^>]*>"));
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    static const QRegularExpression word(QStringLiteral("[a-z]{2}"));
    return !text.contains(han) && text.remove(kept).contains(word);
}

void collect(const QObject& object, std::vector<Shown>& shown) {
    const auto add = [&](const char* what, const QString& text) {
        shown.push_back({QStringLiteral("%1 %2, %3")
                             .arg(QLatin1String(object.metaObject()->className()),
                                  object.objectName(), QLatin1String(what)),
                         text});
    };
    if (const auto* action = qobject_cast<const QAction*>(&object)) {
        add("text", action->text());
        add("tool tip", action->toolTip());
    } else if (const auto* widget = qobject_cast<const QWidget*>(&object)) {
        add("title", widget->windowTitle());
        add("tool tip", widget->toolTip());
        add("accessible name", widget->accessibleName());
        add("accessible description", widget->accessibleDescription());
    }
    if (const auto* label = qobject_cast<const QLabel*>(&object)) {
        add("text", label->text());
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&object)) {
        add("text", button->text());
    } else if (const auto* menu = qobject_cast<const QMenu*>(&object)) {
        add("title", menu->title());
    } else if (const auto* box = qobject_cast<const QComboBox*>(&object)) {
        for (int i = 0; i < box->count(); ++i) {
            add("choice", box->itemText(i));
        }
    }
}

QByteArray problems(const std::vector<Shown>& shown) {
    QStringList found;
    for (const Shown& one : shown) {
        if (isForeign(one.text)) {
            found += one.where + QStringLiteral(": ") + one.text;
        }
    }
    return found.join(u'\n').toUtf8();
}

} // namespace

/// The Chinese translation: whole, with its values in place, and found by the window.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_translator.load(QStringLiteral(":/translations/digitlab_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
    }

    void everyTextIsTranslatedWithItsValues() {
        QFile file(QStringLiteral(DIGITLAB_TRANSLATION));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int count = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
            } else if (xml.isStartElement() && xml.name() == QLatin1String("translation")) {
                const QByteArray named = source.toUtf8();
                QVERIFY2(!xml.attributes().hasAttribute(QLatin1String("type")), named);
                const QString text =
                    xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                QVERIFY2(!text.isEmpty(), named);
                QVERIFY2(places(text) == places(source), named);
                QVERIFY2(sortedMatches(QStringLiteral("<[^>]*>"), text) ==
                             sortedMatches(QStringLiteral("<[^>]*>"), source),
                         named);
                ++count;
            }
        }
        QVERIFY2(!xml.hasError(), xml.errorString().toUtf8());
        QVERIFY(count > 300);
    }

    void theFieldsAreChinese() {
        std::vector<Shown> shown;
        for (const Preset& preset : presets()) {
            for (const Field& field : fieldsOf(presetConfig(preset.name))) {
                const QString key = QString::fromStdString(field.key);
                shown.push_back({key + QStringLiteral(" label"), translated(field.label)});
                shown.push_back({key + QStringLiteral(" help"), translated(field.help)});
                shown.push_back({key + QStringLiteral(" unit"), translated(field.unit)});
            }
        }
        const QByteArray found = problems(shown);
        QVERIFY2(found.isEmpty(), found);
    }

    void theWindowIsChinese() {
        MainWindow window;
        EngineInfo engine;
        engine.devices = {{Device::Cpu, "CPU", true, {}}, {Device::Cuda, "CUDA", false, {}}};
        window.settings().setEngine(engine);
        std::vector<Shown> shown;
        collect(window, shown);
        for (const QObject* object : window.findChildren<QObject*>()) {
            if (qobject_cast<const QTabBar*>(object->parent()) == nullptr) { // Qt's translation's
                collect(*object, shown);
            }
        }
        QVERIFY(shown.size() > 300);
        const QByteArray found = problems(shown);
        QVERIFY2(found.isEmpty(), found);
    }

private:
    QTranslator m_translator;
};

} // namespace digitlab

QTEST_MAIN(digitlab::TranslationsTest)
#include "translations_test.moc"
