// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/run_csv.h"

namespace digitlab {
namespace {

/// A text as one CSV cell (RFC 4180).
std::string cell(const QString& text) {
    QString quoted = text;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return '"' + quoted.toStdString() + '"';
}

std::string number(const std::optional<double>& value) {
    return value ? toText(*value) : std::string();
}

void writeRow(std::string& csv, const RunRecord& run, std::int64_t step, const BatchResult* batch,
              const EpochResult* epoch) {
    csv += cell(run.name) + ',' + std::to_string(step) + ',' + toText(run.epochOf(step)) + ',';
    csv += batch ? toText(batch->loss) + ',' + toText(batch->accuracy) : ",";
    csv += ',';
    csv += epoch ? number(epoch->validationLoss) + ',' + number(epoch->validationAccuracy) : ",";
    csv += '\n';
}

} // namespace

QByteArray toCsv(std::span<const RunRecord> runs) {
    std::string csv =
        "run,step,epoch,train_loss,train_accuracy,validation_loss,validation_accuracy\n";
    for (const RunRecord& run : runs) {
        if (!run.visible) {
            continue;
        }
        auto epoch = run.epochs.begin();
        for (const BatchResult& batch : run.batches) {
            for (; epoch != run.epochs.end() && epoch->step < batch.step; ++epoch) {
                writeRow(csv, run, epoch->step, nullptr, &*epoch);
            }
            const bool endsEpoch = epoch != run.epochs.end() && epoch->step == batch.step;
            writeRow(csv, run, batch.step, &batch, endsEpoch ? &*epoch++ : nullptr);
        }
        for (; epoch != run.epochs.end(); ++epoch) {
            writeRow(csv, run, epoch->step, nullptr, &*epoch);
        }
    }
    return QByteArray::fromStdString(csv);
}

} // namespace digitlab
