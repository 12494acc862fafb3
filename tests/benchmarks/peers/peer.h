// SPDX-License-Identifier: GPL-3.0-or-later
// What the C++ peers share: the article's network, its recipe, and the line that they report. Plain
// LibTorch as people write it; the recipe is that of Digit Lab's preset `article`.
#pragma once

#include <torch/torch.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace peer {

constexpr std::int64_t kBatch = 64;
constexpr std::int64_t kEpoch = 60'000; // images
constexpr double kLearningRate = 0.05;
constexpr double kMomentum = 0.9;
constexpr double kMean = 0.1307;
constexpr double kDeviation = 0.3081;

struct Network : torch::nn::Module {
    Network();
    torch::Tensor forward(torch::Tensor x);

    torch::nn::Conv2d conv1{nullptr};
    torch::nn::Conv2d conv2{nullptr};
    torch::nn::Linear dense1{nullptr};
    torch::nn::Linear dense2{nullptr};
};

/// From the command line: --data FOLDER [--threads N] [--workers N] [--seed N] [--images N].
struct Options {
    std::string data;        ///< folder in which MNIST/raw has the four files
    int threads = 0;         ///< 0 = LibTorch's own choice
    std::size_t workers = 0; ///< of the DataLoader
    std::uint64_t seed = 1;
    std::int64_t images = kEpoch; ///< stop after so many, without a test

    [[nodiscard]] std::string mnist() const { return data + "/MNIST/raw"; }
};

/// Reads the options and sets threads and seed. Ends the program where the call is wrong.
Options prepare(int argc, char** argv);

/// Sets the learning rate of the one-cycle schedule for a step of the epoch, from 0.
void schedule(torch::optim::SGD& optimizer, std::int64_t step);

/// Counts what the training loop does, from its making to stop().
class Watch {
public:
    explicit Watch(const Options& options)
        : m_wanted(options.images) {}

    /// Counts a step; false when enough images were seen.
    bool count(std::int64_t images, double loss);
    void stop();
    [[nodiscard]] bool isWholeEpoch() const { return m_images >= kEpoch; }

    /// Prints one JSON object on a line. Only a whole epoch has a test accuracy.
    void report(double testAccuracy) const;

private:
    std::int64_t m_wanted;
    std::int64_t m_images = 0;
    double m_seconds = 0;
    std::vector<double> m_losses;
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

} // namespace peer
