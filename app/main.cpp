// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <QCoreApplication>

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("digitlab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DIGITLAB_VERSION));
    const QCoreApplication app(argc, argv);
    return digitlab::runCommandLine(argc, argv);
}
