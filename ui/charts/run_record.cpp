// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/run_record.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace digitlab {

QString legendNote(const RunRecord& run) {
    const auto text = [](const char* source) {
        return QCoreApplication::translate("digitlab::RunRecord", source);
    };
    QStringList parts;
    if (run.testAccuracy) {
        parts += text(QT_TRANSLATE_NOOP("digitlab::RunRecord", "%1 %"))
                     .arg(QLocale().toString(100 * *run.testAccuracy, 'f', 2));
    }
    if (run.status == RunStatus::Stopped) {
        parts += text(QT_TRANSLATE_NOOP("digitlab::RunRecord", "stopped"));
    } else if (run.status == RunStatus::Failed) {
        parts += text(QT_TRANSLATE_NOOP("digitlab::RunRecord", "failed"));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace digitlab
