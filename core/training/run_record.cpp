// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_record.h"

namespace digitlab {

namespace {

std::string cell(const std::optional<double>& value) {
    return value ? toText(*value) : "";
}

} // namespace

std::string metricsCsv(const RunRecord& record) {
    std::string csv = "step,epoch,train_loss,train_accuracy,validation_loss,validation_accuracy\n";
    auto epoch = record.epochs.begin();
    for (const BatchResult& batch : record.batches) {
        while (epoch != record.epochs.end() && epoch->step < batch.step) {
            ++epoch;
        }
        const auto number = record.start.stepsPerEpoch > 0
                                ? (batch.step - 1) / record.start.stepsPerEpoch + 1
                                : std::int64_t{1};
        const bool endsEpoch = epoch != record.epochs.end() && epoch->step == batch.step;
        csv += std::to_string(batch.step) + "," + std::to_string(number) + "," +
               toText(batch.loss) + "," + toText(batch.accuracy) + "," +
               (endsEpoch ? cell(epoch->validationLoss) : "") + "," +
               (endsEpoch ? cell(epoch->validationAccuracy) : "") + "\n";
    }
    return csv;
}

} // namespace digitlab
