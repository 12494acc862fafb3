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

/// A resumed run learns as it began: of the fields it may have other epochs at most.
void resolveResumed(TrainCall& call) {
    const std::string epochs = "epochs=";
    std::vector<std::string> given = call.assignments;
    given.insert(given.end(), call.overrides.begin(), call.overrides.end());
    if (call.preset) {
        given.insert(given.begin(), "preset=" + *call.preset);
    }
    for (const std::string& assignment : given) {
        if (!assignment.starts_with(epochs)) {
            throw Error(Message(DIGITLAB_TEXT("core", "--resume: \"%1\" was given, but a resumed "
                                                      "run learns as it began; of its fields only "
                                                      "epochs may be given."),
                                {assignment}));
        }
        TrainingConfig config;
        assign(config, assignment);
        call.options.resumeEpochs = config.epochs;
    }
}

} // namespace

TrainingConfig scriptedPreset(std::string_view name) {
    TrainingConfig config = presetConfig(name);
    config.myDigits = 0;
    return config;
}

void resolve(TrainCall& call) {
    if (!call.options.resume.empty()) {
        resolveResumed(call);
        return;
    }
    TrainingConfig& config = call.options.config;
    config = scriptedPreset(call.preset.value_or(presets().front().name));
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
