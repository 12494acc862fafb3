// SPDX-License-Identifier: GPL-3.0-or-later
// How soon the window is there, and how soon after that the engine. The program runs as a child,
// with a data folder of its own, and logs its moments on the clock that this process reads too.
#include "tests/benchmarks/statistics.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <map>
#include <optional>

namespace digitlab::bench {

namespace {

constexpr int kLongest = 60'000; // milliseconds

double nowInMilliseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

/// When things happened, in milliseconds after the parent asked for the process.
struct Moments {
    double started = 0;
    double firstPaint = 0;
    double engineReady = 0;
};

QProcessEnvironment environmentFor(const QString& platform, const QString& data) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                       QStringLiteral("digitlab.startup.debug=true"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    environment.insert(QStringLiteral("DIGITLAB_DATA"), data);
    return environment;
}

std::optional<double> momentIn(const QString& log, const QString& what) {
    const QRegularExpression line(what + QStringLiteral(" (\\d+) us"));
    const auto match = line.match(log);
    return match.hasMatch() ? std::optional(match.captured(1).toDouble() / 1000) : std::nullopt;
}

/// Starts the program once and ends it when its engine is ready. Nothing where that never came.
std::optional<Moments> startOnce(const QString& program, const QString& platform) {
    const QTemporaryDir data;
    QProcess process;
    process.setProcessEnvironment(environmentFor(platform, data.path()));
    process.setProcessChannelMode(QProcess::MergedChannels);
    QString log;
    QElapsedTimer timer;
    timer.start();
    const double begin = nowInMilliseconds();
    process.start(program, {});
    while (!momentIn(log, QStringLiteral("engine ready")) && timer.elapsed() < kLongest &&
           process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(100);
        log += QString::fromLocal8Bit(process.readAll());
    }
    process.kill();
    process.waitForFinished();
    const auto started = momentIn(log, QStringLiteral("started"));
    const auto paint = momentIn(log, QStringLiteral("first paint"));
    const auto ready = momentIn(log, QStringLiteral("engine ready"));
    if (!started || !paint || !ready) {
        std::fprintf(stderr, "bench_startup: %s on %s did not get ready. It said:\n%s\n",
                     qPrintable(program), qPrintable(platform), qPrintable(log));
        return std::nullopt;
    }
    return Moments{*started - begin, *paint - begin, *ready - begin};
}

struct Result {
    Sample started;
    Sample firstPaint;
    Sample engineReady; ///< after the first paint
};

std::optional<Result> measure(const QString& program, const QString& platform, int rounds) {
    Result result;
    for (int round = 0; round <= rounds; ++round) {
        const auto moments = startOnce(program, platform);
        if (!moments) {
            return std::nullopt;
        }
        if (round > 0) { // the first one warms the files
            result.started.add(moments->started);
            result.firstPaint.add(moments->firstPaint);
            result.engineReady.add(moments->engineReady - moments->firstPaint);
        }
    }
    return result;
}

void printRow(const char* what, const Sample& sample, const char* goal) {
    std::printf("  %-40s %8.1f   %8.1f … %-8.1f %s\n", what, sample.median(), sample.lowest(),
                sample.highest(), goal);
}

void print(const QString& platform, const Result& result) {
    std::printf("%-42s %8s   %s\n", qPrintable(platform + QStringLiteral(", milliseconds")),
                "median", "range");
    printRow("from fork to main()", result.started, "");
    printRow("from fork to the first paint", result.firstPaint, "(aim: 150)");
    printRow("from the first paint to the engine", result.engineReady, "(aim: 1500)");
}

QStringList platforms() {
    QStringList names{QStringLiteral("offscreen")};
    if (!qEnvironmentVariableIsEmpty("DISPLAY")) {
        names.append(QStringLiteral("xcb"));
    }
    return names;
}

int run(const QCommandLineParser& options) {
    const QString program = options.value(QStringLiteral("program"));
    const int rounds = std::max(1, options.value(QStringLiteral("rounds")).toInt());
    nlohmann::ordered_json all;
    for (const QString& platform : platforms()) {
        const auto result = measure(program, platform, rounds);
        if (!result) {
            return 1;
        }
        if (options.isSet(QStringLiteral("json"))) {
            all[platform.toStdString()] = {{"main_ms", result->started.json()},
                                           {"first_paint_ms", result->firstPaint.json()},
                                           {"engine_ready_ms", result->engineReady.json()}};
        } else {
            print(platform, *result);
        }
    }
    if (!all.is_null()) {
        std::printf("%s\n", all.dump().c_str());
    }
    return 0;
}

} // namespace

} // namespace digitlab::bench

int main(int argc, char** argv) {
    // A display that nobody else uses begins anew whenever the program leaves it, beside the next
    // start. As on a desktop, somebody stays: this process.
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsEmpty("DISPLAY") ? "offscreen" : "xcb");
    const QGuiApplication app(argc, argv);
    const QDir folder(QCoreApplication::applicationDirPath());
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("How soon the window is painted and the engine ready, offscreen and, where "
                       "DISPLAY is set, on that display."));
    options.addHelpOption();
    options.addOptions(
        {{QStringLiteral("json"), QStringLiteral("Print one JSON object instead of a table.")},
         {QStringLiteral("rounds"), QStringLiteral("Starts that count."), QStringLiteral("number"),
          QStringLiteral("9")},
         {QStringLiteral("program"), QStringLiteral("The program to start."),
          QStringLiteral("file"), folder.filePath(QStringLiteral("digitlab"))}});
    options.process(app);
    return digitlab::bench::run(options);
}
