// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run_history.h"

#include <filesystem>
#include <string_view>

namespace digitlab {

/// The first line of a run's metrics.csv.
inline constexpr std::string_view kMetricsColumns =
    "step,epoch,train_loss,train_accuracy,validation_loss,validation_accuracy";

/// What metricsCsv() wrote: the batches, and of each epoch its validation, where there was any. Of
/// the start only `stepsPerEpoch` is known, and 0 where the run did not come to the end of its
/// first epoch. Throws Error, naming `name`, the line and what was expected, where the text is
/// anything else.
RunHistory parseMetrics(std::string_view text, const std::string& name);

/// The same from a file, whose size is looked at first.
RunHistory readMetricsFile(const std::filesystem::path& path);

} // namespace digitlab
