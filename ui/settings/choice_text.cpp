// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/choice_text.h"

#include "ui/text.h"

#include <QCoreApplication>

namespace digitlab {
namespace {

struct ChoiceWord {
    const char* name;
    const char* text;
};

constexpr ChoiceWord kWords[] = {
    {"sgd", QT_TRANSLATE_NOOP("digitlab::Choice", "SGD")},
    {"adam", QT_TRANSLATE_NOOP("digitlab::Choice", "Adam")},
    {"adamw", QT_TRANSLATE_NOOP("digitlab::Choice", "AdamW")},
    {"rmsprop", QT_TRANSLATE_NOOP("digitlab::Choice", "RMSprop")},
    {"constant", QT_TRANSLATE_NOOP("digitlab::Choice", "constant")},
    {"step", QT_TRANSLATE_NOOP("digitlab::Choice", "step")},
    {"cosine", QT_TRANSLATE_NOOP("digitlab::Choice", "cosine")},
    {"one-cycle", QT_TRANSLATE_NOOP("digitlab::Choice", "one-cycle")},
    {"logits", QT_TRANSLATE_NOOP("digitlab::Choice", "logits")},
    {"softmax", QT_TRANSLATE_NOOP("digitlab::Choice", "softmax")},
    {"cpu", QT_TRANSLATE_NOOP("digitlab::Choice", "CPU")},
    {"cuda", QT_TRANSLATE_NOOP("digitlab::Choice", "CUDA")},
};

} // namespace

QString choiceText(const std::string& name) {
    for (const ChoiceWord& word : kWords) {
        if (name == word.name) {
            return QCoreApplication::translate("digitlab::Choice", word.text);
        }
    }
    return QString::fromStdString(name);
}

QString valueText(const FieldValue& value) {
    if (const auto* name = std::get_if<std::string>(&value)) {
        return choiceText(*name);
    }
    if (const auto* on = std::get_if<bool>(&value)) {
        return *on ? QCoreApplication::translate("digitlab::Choice", "on")
                   : QCoreApplication::translate("digitlab::Choice", "off");
    }
    const auto* whole = std::get_if<std::int64_t>(&value);
    return numberText(whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value));
}

} // namespace digitlab
