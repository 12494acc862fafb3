// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_module.h"

#include "core/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

namespace digitlab {

std::shared_ptr<const Engine> loadEngine() {
    const QDir folder(QCoreApplication::applicationDirPath());
    // The same from the build folder and from an installation: bin/ beside lib/.
    QLibrary module(folder.filePath(QStringLiteral("../lib/digitlab/digitlab-engine.so")));
    const auto create = reinterpret_cast<CreateEngine>(module.resolve(kCreateEngine));
    if (create == nullptr) {
        throw Error(Message(DIGITLAB_TEXT("core", "Cannot load the engine %1: %2."),
                            {QDir::cleanPath(module.fileName()).toStdString(),
                             module.errorString().toStdString()}));
    }
    // The module stays loaded to the end: its threads and its classifiers may outlive any owner.
    return std::shared_ptr<const Engine>(create());
}

} // namespace digitlab
