// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "core/error.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <functional>

namespace digitlab {

namespace {

/// What the person typed after `train`, before it becomes a configuration.
struct TrainCall {
    TrainOptions options;
    std::string preset = presets().front().name;
    std::vector<std::string> assignments;
    std::vector<std::string> overrides; ///< --epochs and so on, as assignments; they win
};

std::string rangeText(const Field& field) {
    if (field.kind == FieldKind::Toggle) {
        return "true|false";
    }
    if (field.kind == FieldKind::Integer || field.kind == FieldKind::Real) {
        return toText(field.minimum) + " … " + toText(field.maximum);
    }
    std::string text;
    for (const std::string& choice : field.choices) {
        text += (text.empty() ? "" : "|") + choice;
    }
    return text;
}

std::string fieldHelp() {
    const TrainingConfig config;
    const TrainingConfig defaults = presetConfig(config.preset);
    std::string text = "\nFields for --set (defaults of the preset " + config.preset + "):\n";
    for (const Field& field : fieldsOf(defaults)) {
        text += "  " + field.key + "=" + toText(field.get(defaults)) + "  [" + rangeText(field) +
                "]  " + field.help.english() + "\n";
    }
    return text;
}

void assign(TrainingConfig& config, const std::string& assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos) {
        throw Error(Message(DIGITLAB_TEXT("core", "--set: \"%1\" was given; expected key=value."),
                            {assignment}));
    }
    setField(config, assignment.substr(0, equals), assignment.substr(equals + 1));
}

TrainOptions resolve(const TrainCall& call) {
    TrainOptions options = call.options;
    options.config = presetConfig(call.preset);
    for (const std::string& assignment : call.assignments) {
        assign(options.config, assignment);
    }
    for (const std::string& assignment : call.overrides) {
        assign(options.config, assignment);
    }
    if (const auto problems = problemsOf(options.config); !problems.empty()) {
        throw Error(problems.front().message);
    }
    return options;
}

/// An option that is short for --set KEY=VALUE.
void addShortcut(CLI::App& command, TrainCall& call, const std::string& option,
                 const std::string& key, const std::string& help) {
    command.add_option_function<std::string>(
        option,
        [&call, key](const std::string& value) { call.overrides.push_back(key + "=" + value); },
        help);
}

void addTrain(CLI::App& app, TrainCall& call) {
    CLI::App& command = *app.add_subcommand("train", "Train a network and score it");
    std::string names;
    for (const Preset& preset : presets()) {
        names += (names.empty() ? "" : ", ") + preset.name;
    }
    command.add_option("--dataset", call.options.dataset,
                       "mnist, or a folder with the four IDX files of MNIST's names");
    command.add_option("--preset", call.preset, "Where to start from: " + names);
    command.add_option("--set", call.assignments, "key=value: change a field (see below)")
        ->take_all()
        ->expected(1);
    addShortcut(command, call, "--epochs", "epochs", "Short for --set epochs=N");
    addShortcut(command, call, "--seed", "seed", "Short for --set seed=N");
    addShortcut(command, call, "--threads", "threads", "Short for --set threads=N");
    addShortcut(command, call, "--device", "device", "Short for --set device=cpu|cuda");
    command.add_option("--out", call.options.out, "Save the model in this file (safetensors)");
    command.add_flag("--json", call.options.json, "Print JSON alone, one object a line");
    command.footer(fieldHelp());
}

void addEvaluate(CLI::App& app, EvaluateOptions& options) {
    CLI::App& command = *app.add_subcommand("evaluate", "Score a model on a set of digits");
    command.add_option("--model", options.model, "A model file; without it the built-in model");
    auto* dataset = command.add_option(
        "--dataset", options.dataset,
        "mnist, or a folder with the IDX files of MNIST's names: its test half is scored");
    command.add_option("--strokes", options.strokes, "A stroke file, instead of a data set")
        ->excludes(dataset);
    command.add_flag("--json", options.json, "Print JSON alone, on one line");
}

void addPredict(CLI::App& app, PredictOptions& options) {
    CLI::App& command = *app.add_subcommand("predict", "Read the digit in each picture");
    command.add_option("--model", options.model, "A model file; without it the built-in model");
    command.add_flag("--json", options.json, "Print JSON alone, one object a line");
    command.add_option("IMAGE", options.images, "PNG or JPEG files, one digit in each")->required();
}

/// Says in one line what went wrong.
int fail(const char* what, int status) {
    std::fprintf(stderr, "digitlab: %s\n", what);
    return status;
}

} // namespace

int runCommandLine(int argc, char** argv) {
    CLI::App app("Digit Lab: train, look inside and test a network that reads handwritten digits.\n"
                 "Without a command it opens the window.",
                 "digitlab");
    app.require_subcommand(1);
    app.set_version_flag("--version", "Digit Lab " DIGITLAB_VERSION);
    TrainCall train;
    EvaluateOptions evaluate;
    PredictOptions predict;
    InfoOptions info;
    addTrain(app, train);
    addEvaluate(app, evaluate);
    addPredict(app, predict);
    app.add_subcommand("info", "Versions, BLAS, processor, devices and folders")
        ->add_flag("--json", info.json, "Print JSON alone, on one line");

    TrainOptions resolved;
    try {
        app.parse(argc, argv);
        if (app.got_subcommand("train")) {
            resolved = resolve(train); // a wrong field is a wrong call
        }
    } catch (const CLI::ParseError& error) {
        const bool isHelp = error.get_exit_code() == 0;
        return isHelp ? app.exit(error) : fail(error.what(), kExitWrongCall);
    } catch (const Error& error) {
        return fail(error.what(), kExitWrongCall);
    }

    try {
        if (app.got_subcommand("train")) {
            return runTrain(resolved);
        }
        if (app.got_subcommand("evaluate")) {
            return runEvaluate(evaluate);
        }
        if (app.got_subcommand("predict")) {
            return runPredict(predict);
        }
        return runInfo(info);
    } catch (const std::exception& error) {
        return fail(error.what(), kExitFailed);
    }
}

} // namespace digitlab
