// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/peers/peer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <numeric>

namespace peer {

namespace {

constexpr std::size_t kLossesFrom = 50; // steps that one reported loss is the mean of

[[noreturn]] void refuse(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(2);
}

std::vector<double> meansOf(const std::vector<double>& losses) {
    std::vector<double> means;
    for (std::size_t begin = 0; begin < losses.size(); begin += kLossesFrom) {
        const std::size_t end = std::min(begin + kLossesFrom, losses.size());
        const double sum = std::accumulate(losses.begin() + static_cast<std::ptrdiff_t>(begin),
                                           losses.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
        means.push_back(sum / static_cast<double>(end - begin));
    }
    return means;
}

} // namespace

Network::Network()
    : conv1(register_module("conv1", torch::nn::Conv2d(1, 10, 5)))
    , conv2(register_module("conv2", torch::nn::Conv2d(10, 20, 3)))
    , dense1(register_module("dense1", torch::nn::Linear(2000, 500)))
    , dense2(register_module("dense2", torch::nn::Linear(500, 10))) {}

torch::Tensor Network::forward(torch::Tensor x) {
    x = torch::max_pool2d(torch::relu(conv1(x)), 2);
    x = torch::relu(conv2(x));
    x = torch::relu(dense1(x.flatten(1)));
    return dense2(x);
}

Options prepare(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name(argv[i]);
        const std::string value(argv[i + 1]);
        if (name == "--data") {
            options.data = value;
        } else if (name == "--threads") {
            options.threads = std::stoi(value);
        } else if (name == "--workers") {
            options.workers = std::stoul(value);
        } else if (name == "--seed") {
            options.seed = std::stoull(value);
        } else if (name == "--images") {
            options.images = std::stoll(value);
        } else {
            refuse("unknown option " + name);
        }
    }
    if (options.data.empty()) {
        refuse("--data FOLDER is missing");
    }
    if (options.threads > 0) {
        torch::set_num_threads(options.threads);
    }
    torch::manual_seed(options.seed);
    return options;
}

void schedule(torch::optim::SGD& optimizer, std::int64_t step) {
    constexpr std::int64_t kSteps = (kEpoch + kBatch - 1) / kBatch;
    const double t = static_cast<double>(step) / static_cast<double>(kSteps);
    const double share =
        t < 0.3 ? 0.1 + 0.9 * t / 0.3
                : 0.001 + 0.999 * 0.5 * (1 + std::cos(std::numbers::pi * (t - 0.3) / 0.7));
    for (auto& group : optimizer.param_groups()) {
        group.options().set_lr(kLearningRate * share);
    }
}

bool Watch::count(std::int64_t images, double loss) {
    m_images += images;
    m_losses.push_back(loss);
    return m_images < m_wanted;
}

void Watch::stop() {
    m_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
}

void Watch::report(double testAccuracy) const {
    const nlohmann::ordered_json line{
        {"images_per_second", static_cast<double>(m_images) / m_seconds},
        {"train_seconds", m_seconds},
        {"test_accuracy", isWholeEpoch() ? nlohmann::ordered_json(testAccuracy) : nullptr},
        {"threads", torch::get_num_threads()},
        {"losses", meansOf(m_losses)}};
    std::printf("%s\n", line.dump().c_str());
}

} // namespace peer
