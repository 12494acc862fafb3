// SPDX-License-Identifier: GPL-3.0-or-later
// One epoch of the article's network in plain LibTorch, with its MNIST and its DataLoader.
#include "tests/benchmarks/peers/peer.h"

namespace {

auto dataset(const peer::Options& options, torch::data::datasets::MNIST::Mode mode) {
    return torch::data::datasets::MNIST(options.mnist(), mode)
        .map(torch::data::transforms::Normalize<>(peer::kMean, peer::kDeviation))
        .map(torch::data::transforms::Stack<>());
}

template <typename Loader>
double accuracy(peer::Network& model, Loader& loader, double count) {
    const torch::NoGradGuard noGrad;
    double correct = 0;
    for (auto& batch : loader) {
        correct +=
            model.forward(batch.data).argmax(1).eq(batch.target).sum().template item<double>();
    }
    return correct / count;
}

} // namespace

int main(int argc, char** argv) {
    using Mode = torch::data::datasets::MNIST::Mode;
    const peer::Options options = peer::prepare(argc, argv);
    auto train = dataset(options, Mode::kTrain);
    auto test = dataset(options, Mode::kTest);
    const auto testCount = static_cast<double>(*test.size());
    const auto loader = torch::data::make_data_loader<torch::data::samplers::RandomSampler>(
        std::move(train),
        torch::data::DataLoaderOptions().batch_size(peer::kBatch).workers(options.workers));
    const auto testLoader = torch::data::make_data_loader<torch::data::samplers::SequentialSampler>(
        std::move(test), torch::data::DataLoaderOptions().batch_size(1000));

    peer::Network model;
    torch::optim::SGD optimizer(
        model.parameters(),
        torch::optim::SGDOptions(peer::kLearningRate).momentum(peer::kMomentum));
    std::int64_t step = 0;
    peer::Watch watch(options);
    for (auto& batch : *loader) {
        peer::schedule(optimizer, step++);
        optimizer.zero_grad();
        const auto loss = torch::cross_entropy_loss(model.forward(batch.data), batch.target);
        loss.backward();
        optimizer.step();
        if (!watch.count(batch.data.size(0), loss.item<double>())) {
            break;
        }
    }
    watch.stop();
    watch.report(watch.isWholeEpoch() ? accuracy(model, *testLoader, testCount) : 0);
}
