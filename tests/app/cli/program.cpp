// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"

#include "tests/app/drawn_digits.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace digitlab::test {

namespace {

constexpr int kLong = 120'000; // milliseconds; a slow machine must not fail a test

} // namespace

std::vector<Json> Ended::lines() const {
    std::vector<Json> objects;
    std::istringstream text(out);
    for (std::string line; std::getline(text, line);) {
        objects.push_back(Json::parse(line, nullptr, false));
        EXPECT_TRUE(objects.back().is_object()) << "no JSON object: " << line;
    }
    return objects;
}

bool Ended::saysOneLine() const {
    return err.starts_with("digitlab: ") && std::count(err.begin(), err.end(), '\n') == 1 &&
           err.ends_with('\n');
}

std::unique_ptr<QProcess> startProgram(const QStringList& arguments) {
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(DIGITLAB_PROGRAM), arguments);
    EXPECT_TRUE(process->waitForStarted(kLong));
    return process;
}

Ended endOf(QProcess& process) {
    Ended ended;
    EXPECT_TRUE(process.waitForFinished(kLong));
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit) {
        ended.status = process.exitCode();
    }
    ended.out = process.readAllStandardOutput().toStdString();
    ended.err = process.readAllStandardError().toStdString();
    return ended;
}

Ended runProgram(const QStringList& arguments) {
    return endOf(*startProgram(arguments));
}

Ended runShell(const QString& script, const QStringList& arguments) {
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
                QStringList{QStringLiteral("-c"), script, QStringLiteral(DIGITLAB_PROGRAM)} +
                    arguments);
    return endOf(shell);
}

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& item : object.items()) {
        keys.push_back(item.key());
    }
    return keys;
}

Folder::Folder()
    : m_folder(QDir::tempPath() + QStringLiteral("/my дигиты 数字-XXXXXX")) {}

QString Folder::write(const QString& name, const QByteArray& bytes) const {
    QFile file(this->file(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    return file.fileName();
}

QByteArray Folder::read(const QString& name) const {
    QFile file(this->file(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList Folder::names() const {
    return QDir(m_folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

DrawnMnist::DrawnMnist()
    : m_before(qgetenv("DIGITLAB_DATA")) {
    qputenv("DIGITLAB_DATA", m_folder.path().toUtf8());
    const auto data = std::filesystem::path(m_folder.path().toStdString());
    writeDrawnDataset(data / "datasets" / "mnist", 2000, 200);
}

DrawnMnist::~DrawnMnist() {
    if (m_before.isEmpty()) {
        qunsetenv("DIGITLAB_DATA");
    } else {
        qputenv("DIGITLAB_DATA", m_before);
    }
}

} // namespace digitlab::test

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
