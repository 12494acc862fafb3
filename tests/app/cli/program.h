// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace digitlab::test {

using Json = nlohmann::ordered_json;

/// How a program ended and what it said.
struct Ended {
    int status = -1; ///< -1 where a signal ended it, or it did not end
    std::string out;
    std::string err;

    /// Standard output, one object a line.
    [[nodiscard]] std::vector<Json> lines() const;
    /// True where standard error is one line that begins with the program's name.
    [[nodiscard]] bool saysOneLine() const;
};

/// The built program with some arguments, as a person would start it.
std::unique_ptr<QProcess> startProgram(const QStringList& arguments);
/// Waits for the end.
Ended endOf(QProcess& process);
Ended runProgram(const QStringList& arguments);
/// A shell script in which "$0" is the program and "$1" … are `arguments`.
Ended runShell(const QString& script, const QStringList& arguments);

/// The keys of an object, in their order.
std::vector<std::string> keysOf(const Json& object);

/// A folder that is gone after the test. Its name has a blank and letters beyond ASCII.
class Folder {
public:
    Folder();

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    /// Writes a file and gives its path.
    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    [[nodiscard]] QStringList names() const;

private:
    QTemporaryDir m_folder;
};

/// For as long as it lives, the programs that are started find a small data set of drawn digits as
/// their MNIST: 2,000 to learn from and 200 to be scored on.
class DrawnMnist {
public:
    DrawnMnist();
    ~DrawnMnist();
    DrawnMnist(const DrawnMnist&) = delete;
    DrawnMnist& operator=(const DrawnMnist&) = delete;

private:
    QTemporaryDir m_folder;
    QByteArray m_before; ///< DIGITLAB_DATA
};

} // namespace digitlab::test
