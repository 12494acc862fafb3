// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_call.h"

#include "core/error.h"
#include "core/training/fields.h"

namespace digitlab {

namespace {

void assign(TrainingConfig& config, const std::string& assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos) {
        throw Error(Message(DIGITLAB_TEXT("core", "--set: \"%1\" was given; expected key=value."),
                            {assignment}));
    }
    setField(config, assignment.substr(0, equals), assignment.substr(equals + 1));
}

} // namespace

TrainingConfig scriptedPreset(std::string_view name) {
    TrainingConfig config = presetConfig(name);
    config.myDigits = 0;
    return config;
}

void resolve(TrainCall& call) {
    TrainingConfig& config = call.options.config;
    config = scriptedPreset(call.preset);
    for (const std::string& assignment : call.assignments) {
        assign(config, assignment);
    }
    for (const std::string& assignment : call.overrides) {
        assign(config, assignment);
    }
    if (const auto problems = problemsOf(config); !problems.empty()) {
        throw Error(problems.front().message);
    }
}

} // namespace digitlab
