// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/commands.h"
#include "app/cli/field_help.h"
#include "app/cli/train_call.h"
#include "core/error.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <functional>

namespace digitlab {

namespace {

/// A script whose variable is unset must not get the default without a word.
std::string refuseEmpty(const std::string& value) {
    return value.empty() ? "an empty name was given; expected a file or folder" : "";
}

CLI::Option* addName(CLI::App& command, const std::string& option, std::string& place,
                     const std::string& kind, const std::string& help) {
    return command.add_option(option, place, help)->type_name(kind)->check(refuseEmpty);
}

void addModel(CLI::App& command, std::string& place) {
    addName(command, "--model", place, "FILE", "A model file; without it the built-in model");
}

void addJson(CLI::App& command, bool& place, const std::string& help) {
    command.add_flag("--json", place, help)->disable_flag_override();
}

/// An option that is short for --set KEY=VALUE.
void addShortcut(CLI::App& command, TrainCall& call, const std::string& key,
                 const std::string& kind) {
    command
        .add_option_function<std::string>(
            "--" + key,
            [&call, key](const std::string& value) { call.overrides.push_back(key + "=" + value); },
            "Short for --set " + key + "=" + kind)
        ->type_name(kind);
}

/// Only stroke files and scans say who wrote each digit.
void requireWriters(CLI::App& command, const CLI::Option& flag, const CLI::Option& strokes,
                    const CLI::Option& scans) {
    command.parse_complete_callback([&flag, &strokes, &scans] {
        if (flag.count() > 0 && strokes.count() == 0 && scans.count() == 0) {
            throw CLI::ValidationError(flag.get_name(), "expected with --strokes or --scans");
        }
    });
}

void addTrain(CLI::App& app, TrainCall& call) {
    CLI::App& command = *app.add_subcommand("train", "Train a network and score it");
    addName(command, "--dataset", call.options.dataset, "mnist|synthetic|DIR",
            "mnist, synthetic or a folder with four files");
    auto* strokes = command.add_option("--strokes", call.options.strokes,
                                       "Learn from this stroke file too; may be repeated");
    strokes->type_name("FILE")->take_all()->expected(1)->check(refuseEmpty);
    auto* scans = command.add_option("--scans", call.options.scans,
                                     "Learn from these scans too (IDX, as in the README)");
    scans->type_name("FILE")->take_all()->expected(1)->check(refuseEmpty);
    auto* holdOut = command.add_flag("--hold-out-writers", call.options.holdOutWriters,
                                     "Learn from four of five writers alone, by name");
    holdOut->disable_flag_override();
    requireWriters(command, *holdOut, *strokes, *scans);
    command.add_option("--preset", call.preset, "Which network and recipe to start from (below)")
        ->type_name("NAME");
    command.add_option("--set", call.assignments, "Change a field (below); may be repeated")
        ->type_name("KEY=VALUE")
        ->take_all()
        ->expected(1);
    addShortcut(command, call, "epochs", "N");
    addShortcut(command, call, "seed", "N");
    addShortcut(command, call, "threads", "N");
    addShortcut(command, call, "device", "cpu|cuda");
    addName(command, "--out", call.options.out, "FILE",
            "Save the model in this file (safetensors)");
    auto* run = addName(command, "--run", call.options.run, "FOLDER",
                        "Keep the run in this new folder, with checkpoints");
    addName(command, "--resume", call.options.resume, "RUN",
            "Go on with a run: its folder, or its checkpoint")
        ->excludes(run);
    addJson(command, call.options.json, "Print JSON alone, one object a line");
    command.footer(fieldHelp());
}

void addEvaluate(CLI::App& app, EvaluateOptions& options) {
    CLI::App& command = *app.add_subcommand("evaluate", "Score a model on a set of digits");
    addModel(command, options.model);
    auto* dataset = addName(command, "--dataset", options.dataset, "mnist|synthetic|DIR",
                            "Its test half is scored; as for train");
    auto* strokes = addName(command, "--strokes", options.strokes, "FILE",
                            "A stroke file, instead of a data set");
    strokes->excludes(dataset);
    auto* scans = addName(command, "--scans", options.scans, "FILE",
                          "Scanned digits, instead of a data set; as for train");
    scans->excludes(dataset)->excludes(strokes);
    auto* heldOut = command.add_flag("--held-out-writers", options.heldOutWriters,
                                     "Only writers whom --hold-out-writers leaves out");
    heldOut->disable_flag_override();
    requireWriters(command, *heldOut, *strokes, *scans);
    addName(command, "--mistakes", options.mistakes, "FILE",
            "Save a picture of the twenty most certain mistakes (PNG), and list them");
    addJson(command, options.json, "Print JSON alone, on one line");
}

void addPredict(CLI::App& app, PredictOptions& options) {
    CLI::App& command = *app.add_subcommand("predict", "Read the digit in each picture");
    addModel(command, options.model);
    addJson(command, options.json, "Print JSON alone, one object a line");
    command.add_option("IMAGE", options.images, "PNG or JPEG files, one digit in each")
        ->type_name("FILE")
        ->required();
}

void addInfo(CLI::App& app, InfoOptions& options) {
    CLI::App& command = *app.add_subcommand(
        "info", "Tell versions, BLAS, processor, threads, devices, precisions and data folders");
    addJson(command, options.json, "Print JSON alone, on one line");
}

/// Says in one line what went wrong.
int fail(const char* what, int status) {
    std::fprintf(stderr, "digitlab: %s\n", what);
    return status;
}

/// What the person typed.
struct Call {
    TrainCall train;
    EvaluateOptions evaluate;
    PredictOptions predict;
    InfoOptions info;
};

void addCommands(CLI::App& app, Call& call) {
    app.require_subcommand(0, 1); // that one is missing is said below, in better words
    app.set_version_flag("--version", "Digit Lab " DIGITLAB_VERSION, "Print the version and exit");
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.footer("\"digitlab COMMAND --help\" tells more.\n"
               "Exit status: 0 done; 1 failed, and standard error says why; 2 wrong call;\n"
               "130 interrupted.\n"
               "DIGITLAB_DATA names the folder for data, instead of the standard one.");
    addTrain(app, call.train);
    addEvaluate(app, call.evaluate);
    addPredict(app, call.predict);
    addInfo(app, call.info);
}

int run(const CLI::App& app, const Call& call) {
    if (app.got_subcommand("train")) {
        return runTrain(call.train.options);
    }
    if (app.got_subcommand("evaluate")) {
        return runEvaluate(call.evaluate);
    }
    if (app.got_subcommand("predict")) {
        return runPredict(call.predict);
    }
    return runInfo(call.info);
}

} // namespace

int runCommandLine(int argc, char** argv) {
    CLI::App app("Digit Lab: train, look inside and test a network that reads handwritten digits.\n"
                 "Without a command it opens the window.",
                 "digitlab");
    Call call;
    addCommands(app, call);
    try {
        app.parse(argc, argv);
        if (app.get_subcommands().empty()) {
            return fail("a command is missing; expected train, evaluate, predict or info",
                        kExitWrongCall);
        }
        if (app.got_subcommand("train")) {
            resolve(call.train); // a wrong field is a wrong call
        }
    } catch (const CLI::Success& help) {
        return app.exit(help);
    } catch (const std::exception& error) { // CLI::ParseError or Error
        return fail(error.what(), kExitWrongCall);
    }

    try {
        const int status = run(app, call);
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            return fail("Cannot write to standard output; expected a reader, or room on its disk.",
                        kExitFailed);
        }
        return status;
    } catch (const std::exception& error) {
        return fail(error.what(), kExitFailed);
    }
}

} // namespace digitlab
