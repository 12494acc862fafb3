// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/field_help.h"

#include "app/cli/train_call.h"
#include "core/training/fields.h"

#include <algorithm>
#include <sstream>

namespace digitlab {

namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kIndent = 24;

/// A term, and beside it its explanation, wrapped.
std::string entry(const std::string& term, const std::string& explanation) {
    std::string text;
    std::string line = "  " + term;
    line.resize(std::max(kIndent - 1, line.size()), ' ');
    std::istringstream words(explanation);
    for (std::string word; words >> word;) {
        if (line.size() + 1 + word.size() > kColumns) {
            text += line + "\n";
            line.assign(kIndent - 1, ' ');
        }
        line += " " + word;
    }
    return text + line + "\n";
}

std::string rangeText(const Field& field) {
    switch (field.kind) {
    case FieldKind::Toggle:
        return "true or false";
    case FieldKind::Integer:
        return std::to_string(static_cast<std::int64_t>(field.minimum)) + " to " +
               std::to_string(static_cast<std::int64_t>(field.maximum));
    case FieldKind::Real:
        return toText(field.minimum) + " to " + toText(field.maximum);
    case FieldKind::Choice:
        break;
    }
    std::string text;
    for (const std::string& choice : field.choices) {
        text += (text.empty() ? "" : ", ") + choice;
    }
    return text;
}

/// "Moves each training image … (0 to 8 pixels)".
std::string explanation(const Field& field) {
    std::string text = field.help.english();
    text += " (" + rangeText(field);
    if (!field.unit.empty()) {
        text += ' ';
        text += field.unit.english();
    }
    return text + ")";
}

} // namespace

std::string fieldHelp() {
    std::string text = "Presets:\n";
    for (const Preset& preset : presets()) {
        text += entry(preset.name, preset.summary.english());
    }
    const TrainingConfig defaults = scriptedPreset(presets().front().name);
    text += "\nFields for --set, with the defaults of the preset " + defaults.preset +
            " (another preset\nhas other defaults, and the fields of its own layers):\n";
    for (const Field& field : fieldsOf(defaults)) {
        text += entry(field.key + "=" + toText(field.get(defaults)), explanation(field));
    }
    return text +
           "\n--preset comes first, then each --set in the order given (preset=NAME replaces\n"
           "the network and its recipe), last --epochs, --seed, --threads and --device.\n"
           "my_digits is 0 here and not as in the window, so that a script does the same on\n"
           "everybody's machine.\n"
           "Ctrl-C ends the training, scores what was learned and saves it as --out says.\n\n"
           "--run keeps config.json, metrics.csv, model.safetensors and, after each epoch\n"
           "and where the run is stopped, checkpoint.safetensors. --resume goes on from\n"
           "there as if nobody had stopped it, with the same --dataset, --strokes and\n"
           "--scans, and with my digits as they were when it began.\n"
           "--epochs may make it longer where its schedule is constant or step; no other\n"
           "field may change.\n";
}

} // namespace digitlab
