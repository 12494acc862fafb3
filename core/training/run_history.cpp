// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_history.h"

namespace digitlab {

namespace {

std::string cell(const std::optional<double>& value) {
    return value ? toText(*value) : "";
}

} // namespace

std::string metricsCsv(const RunHistory& history) {
    std::string csv = "step,epoch,train_loss,train_accuracy,validation_loss,validation_accuracy\n";
    auto epoch = history.epochs.begin();
    for (const BatchResult& batch : history.batches) {
        while (epoch != history.epochs.end() && epoch->step < batch.step) {
            ++epoch;
        }
        const auto number = history.start.stepsPerEpoch > 0
                                ? (batch.step - 1) / history.start.stepsPerEpoch + 1
                                : std::int64_t{1};
        const bool endsEpoch = epoch != history.epochs.end() && epoch->step == batch.step;
        csv += std::to_string(batch.step) + "," + std::to_string(number) + "," +
               toText(batch.loss) + "," + toText(batch.accuracy) + "," +
               (endsEpoch ? cell(epoch->validationLoss) : "") + "," +
               (endsEpoch ? cell(epoch->validationAccuracy) : "") + "\n";
    }
    return csv;
}

} // namespace digitlab
