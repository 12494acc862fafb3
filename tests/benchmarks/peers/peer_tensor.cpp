// SPDX-License-Identifier: GPL-3.0-or-later
// One epoch of the article's network in plain LibTorch; the images are prepared once, as one
// tensor.
#include "tests/benchmarks/peers/peer.h"

namespace {

struct Data {
    torch::Tensor images;
    torch::Tensor labels;
};

Data read(const peer::Options& options, torch::data::datasets::MNIST::Mode mode) {
    const torch::data::datasets::MNIST data(options.mnist(), mode); // its pixels are 0 … 1
    return {(data.images() - peer::kMean) / peer::kDeviation, data.targets()};
}

double accuracy(peer::Network& model, const Data& test) {
    const torch::NoGradGuard noGrad;
    double correct = 0;
    for (std::int64_t begin = 0; begin < test.labels.size(0); begin += 1000) {
        const auto answers = model.forward(test.images.narrow(0, begin, 1000)).argmax(1);
        correct += answers.eq(test.labels.narrow(0, begin, 1000)).sum().item<double>();
    }
    return correct / static_cast<double>(test.labels.size(0));
}

} // namespace

int main(int argc, char** argv) {
    using Mode = torch::data::datasets::MNIST::Mode;
    const peer::Options options = peer::prepare(argc, argv);
    const Data train = read(options, Mode::kTrain);
    const Data test = read(options, Mode::kTest);

    peer::Network model;
    torch::optim::SGD optimizer(
        model.parameters(),
        torch::optim::SGDOptions(peer::kLearningRate).momentum(peer::kMomentum));
    std::int64_t step = 0;
    peer::Watch watch(options);
    for (const auto& batch : torch::randperm(train.labels.size(0)).split(peer::kBatch)) {
        peer::schedule(optimizer, step++);
        optimizer.zero_grad();
        const auto loss =
            torch::cross_entropy_loss(model.forward(train.images.index_select(0, batch)),
                                      train.labels.index_select(0, batch));
        loss.backward();
        optimizer.step();
        if (!watch.count(batch.size(0), loss.item<double>())) {
            break;
        }
    }
    watch.stop();
    watch.report(watch.isWholeEpoch() ? accuracy(model, test) : 0);
}
