// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/labelled_images.h"
#include "core/evaluation/mistakes.h"
#include "core/evaluation/scores.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace digitlab {

class Classifier;

/// How a classifier read a set: what it scored, and what it took for something else.
struct Examination {
    std::shared_ptr<const LabelledImages> set;
    Scores scores;
    std::vector<Mistake> mistakes; ///< see mistakesOf()
};

/// Has a classifier read a whole set, which takes seconds. Nothing where it was asked to stop,
/// which it does within some hundredths of a second.
std::optional<Examination> examine(const Classifier& classifier,
                                   std::shared_ptr<const LabelledImages> set,
                                   const std::stop_token& stop);

} // namespace digitlab
