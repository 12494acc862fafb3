// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the article's network for one epoch on all of MNIST and tells how the loss fell, which the
// command line does not tell batch by batch. `./run bench` lays the curve on that of a peer.
#include "app/engine_module.h"
#include "app/files/data_folder.h"
#include "core/error.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace digitlab::bench {

namespace {

constexpr std::size_t kLossesFrom = 50; // steps that one reported loss is the mean of

class LossCurve : public RunObserver {
public:
    void progressed(const Progress& progress) override {
        for (const BatchResult& batch : progress.batches) {
            m_losses.push_back(batch.loss);
        }
    }

    /// The mean loss of each 50 steps; the last one of what is left.
    [[nodiscard]] std::vector<double> means() const {
        std::vector<double> means;
        for (auto begin = m_losses.begin(); begin != m_losses.end();) {
            const auto left = static_cast<std::size_t>(m_losses.end() - begin);
            const auto end = begin + static_cast<std::ptrdiff_t>(std::min(kLossesFrom, left));
            means.push_back(std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin));
            begin = end;
        }
        return means;
    }

private:
    std::vector<double> m_losses;
};

int run(std::string_view seed) {
    TrainingConfig config = presetConfig("article");
    setField(config, "epochs", "1");
    setField(config, "validation_share", "0");
    setField(config, "seed", seed);
    RunControl control;
    LossCurve curve;
    const RunOutcome outcome =
        loadEngine()->train(config, readDigitData(datasetFolder("mnist")), control, curve);
    if (outcome.status != RunStatus::Finished || !outcome.testAccuracy) {
        throw Error(outcome.failure);
    }
    const nlohmann::ordered_json line{{"images_per_second", outcome.imagesPerSecond},
                                      {"train_seconds", outcome.trainSeconds},
                                      {"test_accuracy", *outcome.testAccuracy},
                                      {"losses", curve.means()}};
    std::printf("%s\n", line.dump().c_str());
    return 0;
}

} // namespace

} // namespace digitlab::bench

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("digitlab"));
    const QCoreApplication app(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "Usage: loss_curve SEED\n");
        return 2;
    }
    try {
        return digitlab::bench::run(argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "loss_curve: %s\n", error.what());
        return 1;
    }
}
