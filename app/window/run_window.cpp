// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_window.h"

#include "app/files/data_folder.h"
#include "app/window/appearance.h"
#include "app/window/window_controller.h"
#include "app/window/window_settings.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QTranslator>

#include <chrono>
#include <cstdio>
#include <string_view>

namespace digitlab {

namespace {

/// `QT_LOGGING_RULES=digitlab.startup.debug=true` tells when the window was painted and when the
/// engine was ready, as times of the monotonic clock that another process can subtract from.
Q_LOGGING_CATEGORY(startup, "digitlab.startup", QtWarningMsg)

void logMoment(const char* what) {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    qCDebug(startup, "%s %lld us", what, static_cast<long long>(micros));
}

bool hasDisplay(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "-platform") {
            return true;
        }
    }
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable)) {
            return true;
        }
    }
    return false;
}

/// The window in the person's language, where there is a translation; Qt's own texts too.
void installTranslations(QApplication& app) {
    if (QLocale().uiLanguages().value(0).startsWith(QLatin1String("en"))) {
        return; // as it is; or the person's second language would be taken for want of a file
    }
    const auto install = [&app](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&app);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)) {
            QApplication::installTranslator(translator);
        }
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("digitlab"), QStringLiteral(":/translations"));
}

void connectAppearance(MainWindow& window, Appearance& appearance, WindowSettings& settings) {
    QActionGroup* choices = window.actions().appearance;
    for (QAction* choice : choices->actions()) {
        choice->setChecked(choice->data().toString() == settings.appearance());
    }
    QObject::connect(choices, &QActionGroup::triggered, &appearance,
                     [&appearance, &settings](const QAction* choice) {
                         settings.setAppearance(choice->data().toString());
                         appearance.choose(choice->data().toString());
                     });
}

} // namespace

int runWindow(int argc, char** argv) {
    if (!hasDisplay(argc, argv)) {
        std::fputs("digitlab: there is no display for the window; expected DISPLAY or "
                   "WAYLAND_DISPLAY. \"digitlab --help\" lists what works without one.\n",
                   stderr);
        return 1;
    }
    logMoment("started");
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Digit Lab"));
    QApplication::setDesktopFileName(QStringLiteral("digitlab"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/digitlab.png")));
    installTranslations(app);
    WindowSettings settings(settingsFile());
    Appearance appearance(app);
    appearance.choose(settings.appearance());
    MainWindow window;
    WindowController controller(window, settings);
    QObject::connect(&window, &MainWindow::firstPainted, [] { logMoment("first paint"); });
    QObject::connect(&controller, &WindowController::engineReady,
                     [] { logMoment("engine ready"); });
    connectAppearance(window, appearance, settings);
    window.show();
    return QApplication::exec();
}

} // namespace digitlab
