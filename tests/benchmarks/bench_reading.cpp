// SPDX-License-Identifier: GPL-3.0-or-later
// How long one drawn digit takes to be read, from its strokes to the answer with all maps: while
// nothing else is to be done, and while the same network trains on all cores. A reading begins each
// ten milliseconds, as a hand that draws asks for it.
#include "app/blas_kernels.h"
#include "app/engine_module.h"
#include "app/files/data_folder.h"
#include "core/error.h"
#include "core/ink/ink_stages.h"
#include "core/ink/side_by_side.h"
#include "core/training/presets.h"
#include "tests/app/drawn_digits.h"
#include "tests/benchmarks/statistics.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

namespace digitlab::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kReadings = 500;
constexpr auto kBetween = std::chrono::milliseconds(10);
constexpr Sheet kSheet{100, 5};

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// The pieces of a reading, in milliseconds.
struct Times {
    Sample ink, network, whole;

    void print(const char* what) const {
        for (const auto& [piece, sample] :
             {std::pair("ink", &ink), std::pair("network", &network), std::pair("whole", &whole)}) {
            std::printf("%-28s %-8s %8.3f %8.3f %8.3f\n", what, piece, sample->median(),
                        sample->quantile(0.99), sample->highest());
        }
    }
};

/// Reads drawings as the window does, each time by the newest network.
template <typename Newest>
Times read(const Newest& newest) {
    std::mt19937 random(1);
    Times times;
    auto next = Clock::now();
    for (int i = 0; i < kReadings; ++i) {
        const Drawing drawing{test::drawnDigit(i % 10, random), kSheet, {}};
        const std::shared_ptr<const Classifier> classifier = newest();
        std::this_thread::sleep_until(next += kBetween);
        const auto begin = Clock::now();
        const InkStages stages = inkStages(drawing);
        (void)standSideBySide(drawing.ink);
        times.ink.add(millisecondsSince(begin));
        const auto inked = Clock::now();
        (void)classifier->lookInside(stages.back());
        times.network.add(millisecondsSince(inked));
        times.whole.add(millisecondsSince(begin));
    }
    return times;
}

/// Keeps the newest snapshot of a training.
class Newest : public RunObserver {
public:
    [[nodiscard]] double snapshotInterval() const override { return 0.2; } // as in the window
    void snapshotTaken(std::shared_ptr<const Classifier> classifier) override {
        const std::lock_guard lock(m_mutex);
        m_classifier = std::move(classifier);
    }
    [[nodiscard]] std::shared_ptr<const Classifier> get() const {
        const std::lock_guard lock(m_mutex);
        return m_classifier;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Classifier> m_classifier;
};

int run(const std::string& preset) {
    const auto engine = loadEngine();
    TrainingConfig config = presetConfig(preset);
    config.epochs = 1000;
    const DigitData data = readDigitData(datasetFolder("mnist"));
    std::printf("%-28s %-8s %8s %8s %8s\n", ("milliseconds, " + preset).c_str(), "", "p50", "p99",
                "max");
    const std::shared_ptr<const Classifier> fresh = engine->load(engine->create(config));
    read([&fresh] { return fresh; }).print("alone");

    RunControl control;
    Newest newest;
    std::jthread training([&] { (void)engine->train(config, data, control, newest); });
    while (newest.get() == nullptr) {
        std::this_thread::sleep_for(kBetween);
    }
    try {
        read([&newest] { return newest.get(); }).print("while the network trains");
    } catch (...) {
        control.requestStop(); // or the thread would be waited for in vain
        throw;
    }
    control.requestStop();
    return 0;
}

} // namespace

} // namespace digitlab::bench

int main(int argc, char** argv) {
    digitlab::chooseBlasKernels(); // as the program does
    const QCoreApplication app(argc, argv);
    try {
        return digitlab::bench::run(argc > 1 ? argv[1] : "article");
    } catch (const digitlab::Error& error) {
        std::fprintf(stderr, "bench_reading: %s\n", error.what());
        return 1;
    }
}
