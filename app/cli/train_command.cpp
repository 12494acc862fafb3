// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_line.h"
#include "app/cli/progress_bar.h"
#include "app/engine_module.h"
#include "app/files/data_folder.h"
#include "app/files/digit_data.h"
#include "app/files/my_digits_file.h"
#include "app/files/run_folder.h"
#include "app/files/run_keeper.h"
#include "app/files/run_lock.h"
#include "app/files/save_file.h"
#include "core/data/drawn_digits.h"
#include "core/error.h"
#include "core/model/model_file.h"
#include "core/training/config_json.h"

#include <chrono>
#include <optional>

namespace digitlab {

namespace {

const char* nameOf(RunStatus status) {
    switch (status) {
    case RunStatus::Finished:
        return "finished";
    case RunStatus::Stopped:
        return "stopped";
    case RunStatus::Failed:
        return "failed";
    }
    return "failed";
}

/// Stops the run where nobody reads what it prints any more: what was learned is then saved at
/// once, and no hour is spent for nobody.
class Reporter : public RunObserver {
public:
    explicit Reporter(RunControl& control)
        : m_control(control) {}

    void progressed(const Progress& progress) override {
        show(progress);
        if (std::ferror(stdout) != 0) {
            m_control.requestStop();
        }
    }

private:
    virtual void show(const Progress& progress) = 0;

    RunControl& m_control;
};

/// Prints the run as JSON, one object a line; progress at most ten times a second.
class JsonReporter : public Reporter {
public:
    using Reporter::Reporter;

    void started(const RunStart& start) override {
        Json line = {{"event", "start"},
                     {"parameters", start.parameters},
                     {"train_images", start.trainImages},
                     {"validation_images", start.validationImages},
                     {"config", toJson(start.config)}};
        if (start.step > 0) {
            line["resumed_after_step"] = start.step;
        }
        printJsonLine(line);
    }

    void epochEnded(const EpochResult& epoch) override {
        printJsonLine({{"event", "epoch"},
                       {"epoch", epoch.epoch},
                       {"train_loss", epoch.trainLoss},
                       {"train_accuracy", epoch.trainAccuracy},
                       {"validation_loss", toJson(epoch.validationLoss)},
                       {"validation_accuracy", toJson(epoch.validationAccuracy)},
                       {"seconds", epoch.seconds}});
    }

private:
    void show(const Progress& progress) override {
        const auto now = std::chrono::steady_clock::now();
        if (progress.batches.empty() || now - m_last < std::chrono::milliseconds(100)) {
            return;
        }
        m_last = now;
        const BatchResult& batch = progress.batches.back();
        printJsonLine({{"event", "progress"},
                       {"epoch", progress.epoch},
                       {"step", batch.step},
                       {"loss", batch.loss},
                       {"accuracy", batch.accuracy},
                       {"images_per_second", progress.imagesPerSecond}});
    }

    std::chrono::steady_clock::time_point m_last;
};

/// Prints the run for a person: a bar on a terminal, and a line for each epoch.
class TextReporter : public Reporter {
public:
    using Reporter::Reporter;

    void started(const RunStart& start) override {
        m_start = start;
        std::printf("%s: %lld parameters, %lld training images, %lld for validation\n",
                    start.config.preset.c_str(), static_cast<long long>(start.parameters),
                    static_cast<long long>(start.trainImages),
                    static_cast<long long>(start.validationImages));
        if (start.step > 0) {
            std::printf("resumed after batch %lld of %lld\n", static_cast<long long>(start.step),
                        static_cast<long long>(start.stepsPerEpoch * start.config.epochs));
        }
        std::fflush(stdout);
    }

    void epochEnded(const EpochResult& epoch) override {
        m_bar.clear();
        std::printf("epoch %d/%d  training loss %.4f, accuracy %.2f %%", epoch.epoch,
                    m_start.config.epochs, epoch.trainLoss, epoch.trainAccuracy * 100);
        if (epoch.validationLoss && epoch.validationAccuracy) {
            std::printf("  validation loss %.4f, accuracy %.2f %%", *epoch.validationLoss,
                        *epoch.validationAccuracy * 100);
        }
        std::printf("  %s\n", durationText(epoch.seconds).c_str());
        std::fflush(stdout);
    }

    void clear() { m_bar.clear(); }

private:
    void show(const Progress& progress) override { m_bar.show(m_start, progress); }

    RunStart m_start;
    ProgressBar m_bar{stdout};
};

void printEndAsJson(const RunOutcome& outcome) {
    printJsonLine({{"event", "end"},
                   {"status", nameOf(outcome.status)},
                   {"test_loss", toJson(outcome.testLoss)},
                   {"test_accuracy", toJson(outcome.testAccuracy)},
                   {"train_seconds", outcome.trainSeconds},
                   {"images_per_second", outcome.imagesPerSecond}});
}

/// A run that failed says why on standard error.
void printEndAsText(const RunOutcome& outcome, const std::string& savedAs) {
    if (outcome.classifier == nullptr) {
        if (outcome.status == RunStatus::Stopped) {
            std::puts("stopped before anything was learned");
        }
        return;
    }
    std::printf("%s after %s of training, %.0f images/s\n", nameOf(outcome.status),
                durationText(outcome.trainSeconds).c_str(), outcome.imagesPerSecond);
    if (outcome.testAccuracy && outcome.testLoss) {
        std::printf("test accuracy %.2f %%, loss %.4f\n", *outcome.testAccuracy * 100,
                    *outcome.testLoss);
    }
    if (!savedAs.empty()) {
        std::printf("saved as %s\n", savedAs.c_str());
    }
}

/// The digits of the stroke files and scans.
Dataset loadPeoplesDigits(const TrainOptions& options) {
    Dataset all;
    for (const std::string& file : options.strokes) {
        std::vector<StrokeSample> samples = readStrokeFile(file);
        if (options.holdOutWriters) {
            samples = ofHeldOutWriters(std::move(samples), false);
        }
        const Dataset digits = renderDigits(samples);
        if (digits.count() == 0) {
            throw Error(Message(DIGITLAB_TEXT("core", "%1 holds no digit to learn from; at least "
                                                      "one line with a label was expected."),
                                {file}));
        }
        append(all, digits);
    }
    const auto others = options.holdOutWriters ? std::optional(false) : std::nullopt;
    for (const std::string& file : options.scans) {
        append(all, loadScannedDigits(file, others));
    }
    return all;
}

/// Saves what was learned where that was asked for. Gives what went wrong, as the run's end is
/// still to be told.
std::optional<Error> save(const RunOutcome& outcome, const std::string& file) {
    try {
        saveFile(file, toSafetensors(outcome.classifier->model()));
        return std::nullopt;
    } catch (const Error& error) {
        return error;
    }
}

void warnOfSlowBlas(const EngineInfo& info) {
    if (info.referenceBlas) {
        std::fputs("digitlab: matrix products run on the reference BLAS, which is some ten times "
                   "slower; install libopenblas0-openmp\n",
                   stderr);
    }
}

/// The checkpoint of the run that is to go on.
Checkpoint resumedCheckpoint(const TrainOptions& options, const std::filesystem::path& folder) {
    Checkpoint checkpoint = readCheckpoint(folder);
    if (options.resumeEpochs) {
        setEpochs(checkpoint, *options.resumeEpochs);
    }
    checkUnfinished(checkpoint);
    return checkpoint;
}

/// Where the run is kept; empty where it is not. A new folder is made before long work is done.
std::filesystem::path folderOf(const TrainOptions& options) {
    if (!options.run.empty()) {
        makeEmptyFolder(options.run);
        return options.run;
    }
    return options.resume.empty() ? std::filesystem::path() : runFolderOf(options.resume);
}

} // namespace

int runTrain(const TrainOptions& options) {
    RunControl control;
    const InterruptWatcher interrupt([&control] { control.requestStop(); });

    if (!options.out.empty()) {
        checkCanSave(options.out); // rather than after an hour of training
    }
    const std::filesystem::path folder = folderOf(options);
    std::optional<RunLock> lock;
    if (!folder.empty()) {
        lock.emplace(folder);
    }
    std::optional<Checkpoint> resumed;
    if (!options.resume.empty()) {
        resumed = resumedCheckpoint(options, folder);
    }
    DigitData data = loadDigitData(options.dataset);
    const Dataset more = loadPeoplesDigits(options);
    append(data.train, more);
    data.besides = more.count();
    TrainingConfig config = resumed ? resumed->config() : options.config;
    if (config.myDigits > 0) {
        const MyDigits mine = readMyDigits(resumed ? myDigitsIn(folder) : myDigitsFile());
        data.mine = renderDigits(mine.samples());
        if (!resumed && !folder.empty() && mine.count() > 0) {
            saveMyDigits(myDigitsIn(folder), mine);
        }
    }
    const auto engine = loadEngine();
    warnOfSlowBlas(engine->info());
    JsonReporter jsonReporter(control);
    TextReporter textReporter(control);
    RunObserver& reporter = options.json ? static_cast<RunObserver&>(jsonReporter) : textReporter;
    RunKeeper keeper(
        reporter, [&folder](const TrainingConfig&) { return folder; },
        resumed ? resumed->history : RunHistory{});
    RunObserver& observer = folder.empty() ? reporter : keeper;
    const RunOutcome outcome = resumed ? engine->resume(*resumed, data, control, observer)
                                       : engine->train(config, data, control, observer);
    textReporter.clear();

    // Saved before the end is told, so that whoever reads the end finds the files.
    if (!folder.empty()) {
        keeper.end(outcome);
    }
    const bool saves = !options.out.empty() && outcome.classifier != nullptr;
    const std::optional<Error> unsaved = saves ? save(outcome, options.out) : std::nullopt;
    if (options.json) {
        printEndAsJson(outcome);
    } else {
        printEndAsText(outcome, saves && !unsaved ? options.out : "");
    }
    if (outcome.status == RunStatus::Failed) {
        throw Error(outcome.failure);
    }
    if (unsaved) {
        throw Error(*unsaved);
    }
    if (!keeper.failure().empty()) {
        throw Error(keeper.failure());
    }
    return interrupt.wasInterrupted() ? kExitInterrupted : kExitDone;
}

} // namespace digitlab
