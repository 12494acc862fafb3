// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/run_record.h"

#include <QByteArray>

#include <span>

namespace digitlab {

/// The visible runs as CSV in UTF-8, a row a batch: run, step, epoch, train_loss, train_accuracy,
/// validation_loss, validation_accuracy. Validation stands in the row of the epoch's last batch.
/// Numbers have a dot, whatever the locale.
QByteArray toCsv(std::span<const RunRecord> runs);

} // namespace digitlab
