// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/lanes/answer_stage.h"
#include "core/engine/lanes/batch_lanes.h"
#include "core/engine/lanes/conv_stage.h"
#include "core/engine/lanes/dense_stage.h"
#include "core/engine/lanes/kernel_choice.h"
#include "core/engine/learner.h"
#include "core/engine/samples.h"
#include "core/engine/thread_settings.h"
#include "core/ink/digit_image.h"
#include "core/random.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <array>
#include <deque>
#include <optional>

namespace digitlab {

namespace {

using namespace lanes;

/// What holds in a thread that learns.
struct LearnerThread {
    const OperatorThreads threads{1}; // the members are the threads
    const FlushDenormals flush;
    const at::NoGradGuard noGradients;
};

/// All images of a batch lie side by side, in blocks that are divided among the members of a team.
/// The convolutions of each member's images, and their answers, stay in its core's cache; the dense
/// layers between, where nearly all weights are, are divided by their outputs, so that each weight
/// stays with one member.
class LaneLearner : public Learner {
public:
    LaneLearner(const TrainingConfig& config, const NetworkModule& network);

    BatchScore learn(const Feed& feed, std::int64_t first, std::int64_t count,
                     double learningRate) override;
    void finish() override { m_team.finish(); }
    // The stages track their parameters in the order of the network's.
    [[nodiscard]] std::vector<at::Tensor> memory() override { return m_update.memory(); }
    void resume(std::int64_t steps, const std::vector<at::Tensor>& memory) override {
        m_update.resume(steps, memory);
    }

private:
    /// What all members know of a step.
    struct Step {
        const Feed& feed;
        std::int64_t first; ///< of the feed's images
        BatchLanes batch;
        UpdateRule rule;
        std::uint64_t number;
    };

    void buildConvStages(const NetworkModule& network);
    void buildDenseStages(const NetworkModule& network);
    std::vector<Maps> newBlocks(const Shape& shape, std::int64_t border);
    [[nodiscard]] std::vector<Maps> blocksOf(UnitBuffer& units, const Shape& shape) const;
    UnitBuffer* newUnits(std::int64_t units);

    void learn(int member, const Step& step);
    void take(const Step& step, const Part& blocks);
    bool updateSomeDense(int member, const Step& step);

    const TrainingConfig m_config;
    const Kernels& m_kernels = bestKernels();
    const int m_members;
    const std::int64_t m_blocks; ///< room for so many
    ParameterUpdate m_update;

    BufferMemory m_memory;
    std::vector<Maps> m_images; ///< normalised, a block each
    std::vector<std::uint8_t> m_labels;
    std::deque<ConvStage> m_convs; ///< a stage never moves
    std::deque<UnitBuffer> m_units;
    UnitBuffer* m_flat = nullptr;         ///< what the first dense layer takes
    UnitBuffer* m_flatGradient = nullptr; ///< null where nothing is before it that learns
    std::deque<DenseStage> m_dense;       ///< the hidden ones
    std::optional<AnswerStage> m_answer;
    /// Of each member.
    struct Own {
        AnswerScore score;
        /// The meeting behind which all is over of the last step but for dense layers' weights.
        std::optional<unsigned> lastStep;
    };
    std::vector<Own> m_own;
    Team m_team; ///< last, as its members may still be at work when the learner ends
};

LaneLearner::LaneLearner(const TrainingConfig& config, const NetworkModule& network)
    : m_config(config)
    , m_members(config.threads)
    // The last batch of an epoch can have one image more than the others.
    , m_blocks(BatchLanes(config.batchSize + 1).blocks())
    , m_update(config, m_kernels)
    , m_labels(static_cast<std::size_t>(m_blocks * kLanes))
    , m_own(static_cast<std::size_t>(config.threads))
    , m_team(config.threads, [] { return std::make_shared<LearnerThread>(); }) {
    buildConvStages(network);
    buildDenseStages(network);
}

std::vector<Maps> LaneLearner::newBlocks(const Shape& shape, std::int64_t border) {
    std::vector<Maps> blocks;
    for (std::int64_t block = 0; block < m_blocks; ++block) {
        blocks.push_back(newMaps(shape, border, m_memory));
    }
    return blocks;
}

std::vector<Maps> LaneLearner::blocksOf(UnitBuffer& units, const Shape& shape) const {
    std::vector<Maps> blocks;
    for (std::int64_t block = 0; block < m_blocks; ++block) {
        blocks.push_back(units.maps(shape, block));
    }
    return blocks;
}

UnitBuffer* LaneLearner::newUnits(std::int64_t units) {
    return &m_units.emplace_back(units, m_blocks * kLanes, m_memory);
}

void LaneLearner::buildConvStages(const NetworkModule& network) {
    const std::vector<Layer>& layers = network.layers();
    const std::vector<ConvBlock>& specs = m_config.network.convs;

    std::vector<Shape> shapes{layers.front().in}; // between the stages
    std::vector<ConvStage::Tensors> tensors;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const NetworkModule::LayerTensors& own = network.layerTensors(i);
        if (layers[i].kind == LayerKind::Conv) {
            tensors.push_back({own.weight, own.bias, {}, {}, {}, {}});
            shapes.emplace_back();
        } else if (layers[i].kind == LayerKind::BatchNorm) {
            ConvStage::Tensors& last = tensors.back();
            last.normWeight = own.weight;
            last.normBias = own.bias;
            last.normMean = own.mean;
            last.normVariance = own.variance;
        } else if (layers[i].kind == LayerKind::Flatten) {
            break;
        }
        shapes.back() = layers[i].out;
    }

    m_flat = newUnits(shapes.back().size());
    if (specs.empty()) {
        m_images = blocksOf(*m_flat, shapes.back());
        return;
    }
    m_flatGradient = newUnits(m_flat->units());
    m_images = newBlocks(shapes.front(), specs.front().padding);
    std::vector<Maps> input = m_images;
    std::vector<Maps> inputGradient; // the images need none
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const bool isLast = i + 1 == specs.size();
        const Shape& out = shapes[i + 1];
        const std::vector<Maps> output =
            isLast ? blocksOf(*m_flat, out) : newBlocks(out, specs[i + 1].padding);
        const std::vector<Maps> gradient =
            isLast ? blocksOf(*m_flatGradient, out) : newBlocks(out, 0);
        m_convs.emplace_back(specs[i], shapes[i], tensors[i],
                             ConvStage::Places{input, inputGradient, output, gradient}, m_update,
                             m_kernels, m_members, m_memory);
        input = output;
        inputGradient = gradient;
    }
}

void LaneLearner::buildDenseStages(const NetworkModule& network) {
    const std::vector<Layer>& layers = network.layers();
    UnitBuffer* input = m_flat;
    UnitBuffer* inputGradient = m_flatGradient;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].kind != LayerKind::Dense) {
            continue;
        }
        const NetworkModule::LayerTensors& own = network.layerTensors(i);
        if (m_dense.size() == m_config.network.hidden.size()) {
            m_answer.emplace(AnswerStage::Tensors{own.weight, own.bias},
                             AnswerStage::Places{input, inputGradient}, m_config.network.output,
                             m_blocks * kLanes, m_update, m_kernels, m_members, m_memory);
            return;
        }
        UnitBuffer* output = newUnits(own.weight.size(0));
        UnitBuffer* gradient = newUnits(own.weight.size(0));
        DenseStage::Options options;
        options.dropout = m_config.network.dropout;
        options.pairs = m_config.precision == Precision::BFloat16 ? pairKernels() : nullptr;
        options.seed = Random{static_cast<std::uint64_t>(m_config.seed), i}.next();
        m_dense.emplace_back(DenseStage::Tensors{own.weight, own.bias},
                             DenseStage::Places{input, inputGradient, output, gradient}, options,
                             m_update, m_kernels, m_members, m_memory);
        input = output;
        inputGradient = gradient;
    }
}

BatchScore LaneLearner::learn(const Feed& feed, std::int64_t first, std::int64_t count,
                              double learningRate) {
    const OperatorThreads threads(1);
    const at::NoGradGuard noGradients;
    const UpdateRule rule = m_update.beginStep(learningRate);
    const Step step{feed, first, BatchLanes(count), rule,
                    static_cast<std::uint64_t>(m_update.step())};
    m_team.run([this, step](int member) { learn(member, step); });

    AnswerScore total;
    for (const Own& own : m_own) { // all members have met since they answered
        total.loss += own.score.loss;
        total.digits += own.score.digits;
        total.correct += own.score.correct;
    }
    return {at::scalar_tensor(total.loss / static_cast<double>(count), at::kDouble),
            at::scalar_tensor(total.correct, at::kLong), total.digits};
}

/// One member's share of a step. Everybody meets where one needs what another has made; at the end
/// of a step nobody waits, as the next one begins with what all have.
void LaneLearner::learn(int member, const Step& step) {
    Own& own = m_own[static_cast<std::size_t>(member)];
    const BatchLanes& batch = step.batch;
    const Part blocks(batch.blocks(), member, m_members);

    if (own.lastStep) {
        m_team.await(*own.lastStep);
    }
    take(step, blocks);
    for (ConvStage& stage : m_convs) {
        stage.forward(m_team, member, batch, blocks);
    }
    for (DenseStage& stage : m_dense) {
        m_team.meet(); // the stage's input is whole; so are all weights of dense layers
        stage.forward(member, batch.lanes(), step.number);
    }
    if (!m_dense.empty()) {
        m_team.meet(); // the last hidden outputs are whole
    }
    own.score = m_answer->answer(batch, blocks, m_labels);

    const Part allLanes(batch.lanes(), 0, 1);
    for (auto stage = m_dense.rbegin(); stage != m_dense.rend(); ++stage) {
        m_team.meet(); // the gradient of the stage's outputs is whole, or all shares of it
        if (stage != m_dense.rbegin()) {
            std::prev(stage)->sumShares(stage->outputsOf(member), allLanes);
        }
        stage->backward(member, batch.lanes());
    }
    m_team.meet(); // all shares of the gradient of the first stage's input are there
    // Nobody needs old weights any more, nor new ones before the next step: their change is for
    // whoever would wait.
    for (DenseStage& stage : m_dense) {
        stage.offerUpdate(member);
    }
    m_answer->update(member, batch.lanes(), step.rule);
    if (m_flatGradient != nullptr && !m_dense.empty()) {
        m_dense.front().sumShares(Part(m_flat->units(), 0, 1),
                                  Part(batch.lanes(), member, m_members, kLanes));
    }
    for (auto stage = m_convs.rbegin(); stage != m_convs.rend(); ++stage) {
        stage->backward(m_team, member, batch, blocks);
    }
    // All shares of the convolutions' gradients are there.
    m_team.await(m_team.arrive(), [&] { return updateSomeDense(member, step); });
    for (ConvStage& stage : m_convs) {
        stage.update(member, step.rule);
    }
    own.lastStep = m_team.arrive();
    while (updateSomeDense(member, step)) {
    }
}

bool LaneLearner::updateSomeDense(int member, const Step& step) {
    return std::ranges::any_of(m_dense, [&](DenseStage& stage) {
        return stage.updateSome(member, step.batch.lanes(), step.rule);
    });
}

/// Fetches the images of the blocks.
void LaneLearner::take(const Step& step, const Part& blocks) {
    constexpr std::size_t kPixels = std::size_t{kDigitSide} * kDigitSide;
    static constexpr std::array<std::uint8_t, kPixels> kBlank{};
    std::array<std::uint8_t, kLanes * kPixels> pixels;
    for (std::int64_t block = blocks.first; block < blocks.last; ++block) {
        std::array<const std::uint8_t*, kLanes> images;
        images.fill(kBlank.data());
        for (std::int64_t lane = 0; lane < step.batch.filled(block); ++lane) {
            const std::int64_t position = block * kLanes + lane;
            std::uint8_t* to = pixels.data() + static_cast<std::size_t>(lane) * kPixels;
            m_labels[static_cast<std::size_t>(position)] =
                step.feed.write(step.first + position, to);
            images[static_cast<std::size_t>(lane)] = to;
        }
        m_kernels.spread(images.data(), kPixelScale, kPixelShift,
                         m_images[static_cast<std::size_t>(block)], kDigitSide);
    }
}

} // namespace

std::unique_ptr<Learner> makeLaneLearner(const TrainingConfig& config,
                                         const NetworkModule& network) {
    return std::make_unique<LaneLearner>(config, network);
}

} // namespace digitlab
