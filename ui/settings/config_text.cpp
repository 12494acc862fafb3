// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/config_text.h"

#include "core/training/fields.h"
#include "core/training/presets.h"
#include "ui/settings/choice_text.h"
#include "ui/text.h"

#include <QCoreApplication>

namespace digitlab {

QString configText(const TrainingConfig& config) {
    constexpr qsizetype kMostChanges = 2; // more have no place in a legend
    QStringList parts{QString::fromStdString(config.preset)};
    const TrainingConfig preset = presetConfig(config.preset);
    if (config.network.convs != preset.network.convs ||
        config.network.hidden != preset.network.hidden) {
        parts += QCoreApplication::translate("configText", "other layers");
    }
    for (const Field& field : fieldsOf(preset)) {
        const bool isOfLayer = field.key.find('.') != std::string::npos;
        const bool isOfMachine = field.key == "threads" || field.key == "device";
        if (!isOfLayer && !isOfMachine && field.get(config) != field.get(preset)) {
            parts += (translated(field.label) + u' ' + valueText(field.get(config)) + u' ' +
                      translated(field.unit))
                         .trimmed();
        }
    }
    if (parts.size() > 1 + kMostChanges) {
        parts.resize(1 + kMostChanges);
        parts += QStringLiteral("…");
    }
    return parts.join(u", ");
}

} // namespace digitlab
