// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin_model.h"

#include "core/error.h"
#include "core/model/model_file.h"

#include <QFile>

namespace digitlab {

Model builtinModel() {
    QFile file(QStringLiteral(":/models/builtin.safetensors"));
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(Message(DIGITLAB_TEXT("core", "The built-in model is missing in this build.")));
    }
    const QByteArray bytes = file.readAll();
    return parseSafetensors({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                             static_cast<std::size_t>(bytes.size())},
                            "the built-in model");
}

} // namespace digitlab
