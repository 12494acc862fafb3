// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/feed_session.h"

#include "core/synthesis/synthetic_data.h"
#include "core/training/feed.h"

#include <numeric>

namespace digitlab {
namespace {

/// Few, so that the whole data set need not stay in memory.
constexpr std::size_t kImages = 200;

std::shared_ptr<const Dataset> fewOf(const Dataset& data) {
    auto few = std::make_shared<Dataset>();
    const std::size_t count = std::min(kImages, data.count());
    few->images.side = data.images.side;
    few->images.pixels.assign(data.images.pixels.begin(),
                              data.images.pixels.begin() +
                                  static_cast<std::ptrdiff_t>(count * data.images.imageBytes()));
    few->labels.assign(data.labels.begin(),
                       data.labels.begin() + static_cast<std::ptrdiff_t>(count));
    return few;
}

} // namespace

FeedSession::FeedSession(QObject* parent)
    : QObject(parent) {}

FeedSession::~FeedSession() = default;

void FeedSession::load(const std::filesystem::path& dataset) {
    const auto take = [this](const std::shared_ptr<const Dataset>& data) {
        m_data = data;
        make();
    };
    m_background.run(
        [dataset] { return fewOf(readDigitData(dataset).train); }, take,
        [take](const Message&) { take(std::make_shared<Dataset>(syntheticDigits(0, kImages))); });
}

void FeedSession::setMine(const MyDigits& mine) {
    std::vector<StrokeSample> newest;
    for (std::size_t i = mine.count() - std::min(kImages, mine.count()); i < mine.count(); ++i) {
        newest.push_back(mine.at(i));
    }
    m_mine = renderDigits(newest);
    make();
}

void FeedSession::show(const TrainingConfig& config) {
    m_config = config;
    make();
}

void FeedSession::showOthers() {
    ++m_epoch;
    make();
}

void FeedSession::make() {
    if (m_data == nullptr || m_data->count() == 0) {
        return;
    }
    std::vector<std::int64_t> indices(m_data->count());
    std::iota(indices.begin(), indices.end(), 0);
    Feed feed(m_config, *m_data, std::move(indices), &m_mine);
    feed.beginEpoch(m_epoch);
    std::vector<FedImage> images(
        static_cast<std::size_t>(std::min<std::int64_t>(FeedPreview::kCount, feed.count())));
    for (std::size_t i = 0; i < images.size(); ++i) {
        const std::uint8_t label = feed.write(static_cast<std::int64_t>(i), images[i].image.data());
        if (label != kNoDigit) {
            images[i].label = label;
        }
    }
    Q_EMIT made(images);
}

} // namespace digitlab
