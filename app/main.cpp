// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/blas_kernels.h"
#include "app/cli/command_line.h"
#include "app/window/run_window.h"

#include <QCoreApplication>

#include <string_view>

namespace {

/// Without a command it is the window; Qt's own options ("-platform") begin with a single dash.
bool wantsWindow(int argc, char** argv) {
    if (argc < 2) {
        return true;
    }
    const std::string_view first(argv[1]);
    return first.size() > 2 && first[0] == '-' && first[1] != '-';
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("digitlab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DIGITLAB_VERSION));
    digitlab::chooseBlasKernels();
    if (wantsWindow(argc, argv)) {
        return digitlab::runWindow(argc, argv);
    }
    // Numbers with a point and plain English wherever it runs: Qt would take on the person's
    // locale.
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("LANGUAGE"); // by which the system's own messages go all the same
    const QCoreApplication app(argc, argv);
    return digitlab::runCommandLine(argc, argv);
}
