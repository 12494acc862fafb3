// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/command_line_run.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

#include <nlohmann/json.hpp>

#include <csignal>

namespace digitlab::bench {

namespace {

constexpr int kLongest = 60'000; // milliseconds to start, or to stop and score

} // namespace

double trainOnCommandLine(const QString& preset, double seconds) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("digitlab")),
                  {QStringLiteral("train"), QStringLiteral("--preset"), preset,
                   QStringLiteral("--set"), QStringLiteral("epochs=1000"),
                   QStringLiteral("--json")});
    if (!process.waitForReadyRead(kLongest)) { // the first line comes when training begins
        process.kill();
        process.waitForFinished();
        return 0;
    }
    QElapsedTimer timer;
    timer.start();
    QByteArray output;
    const auto enough = static_cast<qint64>(seconds * 1000);
    while (timer.elapsed() < enough && process.state() == QProcess::Running) {
        process.waitForReadyRead(100);
        output += process.readAll();
    }
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    process.waitForFinished(kLongest);
    output += process.readAll();
    for (const QByteArray& line : output.split('\n')) {
        const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
        if (json.is_object() && json.value("event", "") == "end") {
            return json.value("images_per_second", 0.0);
        }
    }
    return 0;
}

} // namespace digitlab::bench
