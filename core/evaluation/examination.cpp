// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/examination.h"

#include "core/engine.h"

#include <algorithm>
#include <utility>

namespace digitlab {

namespace {

constexpr std::size_t kAtOnce = 256; ///< images between two looks at the stop token

} // namespace

std::optional<Examination> examine(const Classifier& classifier,
                                   std::shared_ptr<const LabelledImages> set,
                                   const std::stop_token& stop) {
    const std::span<const DigitImage> images(set->images);
    std::vector<Verdict> verdicts;
    verdicts.reserve(images.size());
    while (verdicts.size() < images.size()) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const std::size_t count = std::min(kAtOnce, images.size() - verdicts.size());
        const auto read = classifier.classify(images.subspan(verdicts.size(), count));
        verdicts.insert(verdicts.end(), read.begin(), read.end());
    }
    Examination examination{std::move(set), {}, {}};
    examination.scores = score(verdicts, examination.set->labels);
    examination.mistakes = mistakesOf(verdicts, examination.set->labels);
    return examination;
}

} // namespace digitlab
