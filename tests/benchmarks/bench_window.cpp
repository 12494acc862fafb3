// SPDX-License-Identifier: GPL-3.0-or-later
// What a person feels who draws in the window while a network trains: how soon the bars follow the
// hand, how long the window is busy at a time, and what the window costs the training.
#include "app/blas_kernels.h"
#include "app/files/data_folder.h"
#include "app/window/appearance.h"
#include "tests/app/window_fixture.h"
#include "tests/benchmarks/command_line_run.h"
#include "tests/benchmarks/drawing_hand.h"
#include "tests/benchmarks/reading_watch.h"
#include "tests/benchmarks/watched_application.h"
#include "ui/draw/draw_panel.h"

#include <QAction>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>

namespace digitlab::bench {

namespace {

constexpr std::size_t kMostCosts = 12;

struct Options {
    QString preset;
    double seconds = 0;
    int rounds = 0;
    int eventsPerSecond = 0;
    bool json = false;
};

/// A data folder of its own, so that the person's runs and settings stay as they are, with the
/// MNIST that is there.
class BenchFolder {
public:
    BenchFolder() {
        const std::filesystem::path mnist = datasetFolder("mnist");
        const std::filesystem::path own = m_folder.path().toStdU16String();
        std::error_code error;
        m_hasMnist = std::filesystem::exists(mnist / "train-images-idx3-ubyte", error);
        std::filesystem::create_directories(own / "datasets", error);
        std::filesystem::create_directory_symlink(mnist, own / "datasets" / "mnist", error);
        qputenv("DIGITLAB_DATA", m_folder.path().toUtf8());
    }

    [[nodiscard]] bool hasMnist() const { return m_hasMnist; }

private:
    QTemporaryDir m_folder;
    bool m_hasMnist = false;
};

/// Runs the event loop for a time.
void work(double seconds) {
    QEventLoop loop;
    QTimer::singleShot(static_cast<int>(seconds * 1000), &loop, &QEventLoop::quit);
    loop.exec();
}

/// Runs the event loop until a signal comes; false where it does not within a minute.
template <typename Sender, typename Signal>
bool workUntil(const Sender& sender, Signal signal) {
    QEventLoop loop;
    bool came = false;
    const auto connection = QObject::connect(&sender, signal, &loop, [&] {
        came = true;
        loop.quit();
    });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    QObject::disconnect(connection);
    return came;
}

/// Trains in the window, drawing meanwhile. Gives images a second, 0 where it failed.
double trainInWindow(test::Lab& lab, const Options& options, double seconds) {
    lab.set({{"preset", options.preset.toUtf8().constData()}, {"epochs", "1000"}});
    const TrainingSession& training = lab.controller->training();
    double speed = 0;
    QObject::connect(
        &training, &TrainingSession::ended, &lab.window,
        [&speed](const EndedRun& run) { speed = run.outcome.imagesPerSecond; },
        Qt::SingleShotConnection);
    lab.window.actions().train->trigger();
    if (!workUntil(training, &TrainingSession::progressed)) {
        return 0;
    }
    DrawingHand hand(*lab.window.drawPanel().canvas(), options.eventsPerSecond);
    hand.start();
    work(seconds);
    hand.stop();
    lab.window.actions().stop->trigger();
    return workUntil(training, &TrainingSession::ended) ? speed : 0;
}

void printRow(const char* what, const Sample& sample, const char* goal = "") {
    std::printf("%-44s %8.2f %8.2f %8.2f  %s\n", what, sample.median(), sample.quantile(0.99),
                sample.highest(), goal);
}

/// Images a second of the trainings, which were made by turns. A ratio is taken within its round,
/// since the machine may change.
struct Speeds {
    Sample window, commandLine, ratio;

    void add(double inWindow, double onCommandLine) {
        window.add(inWindow);
        commandLine.add(onCommandLine);
        ratio.add(onCommandLine > 0 ? inWindow / onCommandLine : 0);
    }
};

void print(const WatchedApplication& app, const ReadingWatch& watch, const Speeds& speeds) {
    std::printf("%-44s %8s %8s %8s\n", "milliseconds", "p50", "p99", "max");
    printRow("hand to bars", watch.handToBars());
    printRow("hand to canvas (the event's wait)", watch.handToCanvas());
    printRow("reading (ink to answer, in its thread)", watch.reading());
    printRow("GUI thread in one event", app.milliseconds(), "(aim: max under 16, never over 50)");
    printRow("GUI thread in one event, processor time", app.cpuMilliseconds());
    std::printf("the slowest events, milliseconds (processor time):\n");
    for (const SlowEvent& event : app.slowest()) {
        std::printf("  %6.1f (%5.1f)", event.milliseconds, event.cpuMilliseconds);
        for (const std::string& step : event.path) {
            std::printf("  %s", step.c_str());
        }
        std::printf("\n");
    }
    std::vector<std::pair<double, std::string>> costs;
    for (const auto& [event, milliseconds] : app.ownMilliseconds()) {
        costs.emplace_back(milliseconds, event);
    }
    std::ranges::sort(costs, std::greater{});
    costs.resize(std::min(costs.size(), kMostCosts));
    std::printf("what costs most in all, milliseconds of processor time:\n");
    for (const auto& [milliseconds, event] : costs) {
        std::printf("  %8.1f  %s\n", milliseconds, event.c_str());
    }
    std::printf("training, images a second: window %.0f, command line %.0f, ratio %.3f "
                "(%.3f to %.3f; aim: 0.9)\n",
                speeds.window.median(), speeds.commandLine.median(), speeds.ratio.median(),
                speeds.ratio.lowest(), speeds.ratio.highest());
}

void printJson(const WatchedApplication& app, const ReadingWatch& watch, const Speeds& speeds) {
    const nlohmann::ordered_json all{{"platform", QGuiApplication::platformName().toStdString()},
                                     {"hand_to_bars_ms", watch.handToBars().json()},
                                     {"hand_to_canvas_ms", watch.handToCanvas().json()},
                                     {"reading_ms", watch.reading().json()},
                                     {"event_ms", app.milliseconds().json()},
                                     {"event_cpu_ms", app.cpuMilliseconds().json()},
                                     {"window_images_per_second", speeds.window.json()},
                                     {"command_line_images_per_second", speeds.commandLine.json()},
                                     {"speed_ratio", speeds.ratio.json()}};
    std::printf("%s\n", all.dump().c_str());
}

int fail(const char* what) {
    std::fprintf(stderr, "bench_window: %s\n", what);
    return 1;
}

int run(WatchedApplication& app, const Options& options) {
    const BenchFolder folder;
    if (!folder.hasMnist()) {
        std::fprintf(stderr, "bench_window: skipped, as MNIST is not in the data folder; ./run "
                             "fetches it.\n");
        return 0;
    }
    const Appearance appearance(app); // its style sheet is a part of what painting costs
    test::Lab lab;
    if (!test::showAndWait(lab)) {
        return fail("the engine did not get ready.");
    }
    ReadingWatch watch(*lab.window.drawPanel().canvas(), *lab.window.findChild<ProbabilityBars*>(),
                       lab.controller->inference());
    app.setAfterEvent([&watch] { watch.eventDelivered(); });
    Speeds speeds; // before events are watched: the clocks of that cost a tenth of the window
    for (int round = 0; round < options.rounds; ++round) {
        const double inWindow = trainInWindow(lab, options, options.seconds);
        speeds.add(inWindow, trainOnCommandLine(options.preset, options.seconds));
    }
    app.startWatching();
    const double watched = trainInWindow(lab, options, options.seconds * options.rounds);
    app.stopWatching();
    app.setAfterEvent({});
    if (speeds.ratio.lowest() == 0 || watched == 0) {
        return fail("a training failed.");
    }
    (options.json ? printJson : print)(app, watch, speeds);
    return 0;
}

Options readOptions(const QApplication& app) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Draws in the window while it trains on MNIST; beside it, the same training on the command "
        "line."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("json"), QStringLiteral("Print one JSON object instead of a table.")},
         {QStringLiteral("preset"), QStringLiteral("The network that trains."),
          QStringLiteral("name"), QStringLiteral("article")},
         {QStringLiteral("seconds"), QStringLiteral("Length of each training."),
          QStringLiteral("number"), QStringLiteral("5")},
         {QStringLiteral("rounds"), QStringLiteral("Trainings of each kind."),
          QStringLiteral("number"), QStringLiteral("7")},
         {QStringLiteral("rate"), QStringLiteral("Events of the mouse a second."),
          QStringLiteral("number"), QStringLiteral("100")}});
    parser.process(app);
    return {parser.value(QStringLiteral("preset")),
            std::max(1.0, parser.value(QStringLiteral("seconds")).toDouble()),
            std::max(1, parser.value(QStringLiteral("rounds")).toInt()),
            std::clamp(parser.value(QStringLiteral("rate")).toInt(), 1, 1000),
            parser.isSet(QStringLiteral("json"))};
}

} // namespace

} // namespace digitlab::bench

int main(int argc, char** argv) {
    digitlab::chooseBlasKernels(); // as the program does
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    digitlab::bench::WatchedApplication app(argc, argv);
    return digitlab::bench::run(app, digitlab::bench::readOptions(app));
}
