// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_history.h"

#include "core/training/metrics_file.h"

#include <array>
#include <charconv>

namespace digitlab {

namespace {

/// As precise as a checkpoint keeps it, so that a resumed run has the same rows.
std::string cell(double value) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), static_cast<float>(value));
    return {text.data(), end.ptr};
}

std::string cell(const std::optional<double>& value) {
    return value ? toText(*value) : "";
}

} // namespace

std::string metricsCsv(const RunHistory& history) {
    std::string csv = std::string(kMetricsColumns) + "\n";
    auto epoch = history.epochs.begin();
    for (const BatchResult& batch : history.batches) {
        while (epoch != history.epochs.end() && epoch->step < batch.step) {
            ++epoch;
        }
        const auto number = history.start.stepsPerEpoch > 0
                                ? (batch.step - 1) / history.start.stepsPerEpoch + 1
                                : std::int64_t{1};
        const bool endsEpoch = epoch != history.epochs.end() && epoch->step == batch.step;
        csv += std::to_string(batch.step) + "," + std::to_string(number) + "," + cell(batch.loss) +
               "," + cell(batch.accuracy) + "," + (endsEpoch ? cell(epoch->validationLoss) : "") +
               "," + (endsEpoch ? cell(epoch->validationAccuracy) : "") + "\n";
    }
    return csv;
}

} // namespace digitlab
