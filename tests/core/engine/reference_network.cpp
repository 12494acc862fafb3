// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/engine/reference_network.h"

#include <algorithm>
#include <cmath>

namespace digitlab::reference {

namespace {

using Index = std::size_t;

Index toIndex(std::int64_t value) {
    return static_cast<Index>(value);
}

/// A batch of maps with the place of each value.
struct Maps {
    Shape shape;
    Values values;

    Maps(Shape of, Index count)
        : shape(of)
        , values(count * toIndex(of.size())) {}
    Maps(Shape of, Values given)
        : shape(of)
        , values(std::move(given)) {}
    [[nodiscard]] Index count() const { return values.size() / toIndex(shape.size()); }
    double& at(Index n, int c, int y, int x) {
        return values[n * toIndex(shape.size()) +
                      toIndex((std::int64_t{1} * c * shape.height + y) * shape.width + x)];
    }
};

/// One layer, forward and backward. The gradient by its input is left in `before`.
class Step {
public:
    Step(const Layer& layer, const std::map<std::string, Values>& weights)
        : m_layer(layer)
        , m_weight(find(weights, ".weight"))
        , m_bias(find(weights, ".bias")) {}

    Values forward(const Values& in);
    Values backward(const Values& in, const Values& out, const Values& after,
                    std::map<std::string, Values>& gradients);

private:
    [[nodiscard]] Values find(const std::map<std::string, Values>& weights,
                              const std::string& part) const {
        const auto found = weights.find(m_layer.name + part);
        return found == weights.end() ? Values() : found->second;
    }
    template <class Visit>
    void eachProduct(Index count, Visit visit) const;
    template <class Visit>
    void eachPool(Maps& in, Visit visit) const;
    [[nodiscard]] std::pair<Values, Values> statistics(Maps& in) const;
    Values normBackward(const Values& in, const Values& after, Values& weight, Values& bias);

    const Layer& m_layer;
    Values m_weight;
    Values m_bias;
};

/// Visits each product of a convolution or dense layer: the places of output, input and weight.
template <class Visit>
void Step::eachProduct(Index count, Visit visit) const {
    const bool isDense = m_layer.kind == LayerKind::Dense;
    const Shape in = isDense ? Shape{static_cast<int>(m_layer.in.size()), 1, 1} : m_layer.in;
    const int kernel = isDense ? 1 : m_layer.kernel;
    const Shape out = m_layer.out;
    for (Index n = 0; n < count; ++n) {
        for (int o = 0; o < out.channels; ++o) {
            for (int y = 0; y < out.height; ++y) {
                for (int x = 0; x < out.width; ++x) {
                    const Index place =
                        n * toIndex(out.size()) + toIndex((o * out.height + y) * out.width + x);
                    for (int i = 0; i < in.channels; ++i) {
                        for (int ky = 0; ky < kernel; ++ky) {
                            for (int kx = 0; kx < kernel; ++kx) {
                                const int sy = y + ky - m_layer.padding;
                                const int sx = x + kx - m_layer.padding;
                                if (sy < 0 || sx < 0 || sy >= in.height || sx >= in.width) {
                                    continue;
                                }
                                const Index source = n * toIndex(in.size()) +
                                                     toIndex((i * in.height + sy) * in.width + sx);
                                const Index weight =
                                    toIndex(((o * in.channels + i) * kernel + ky) * kernel + kx);
                                visit(place, source, weight, toIndex(o));
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Visits each window of a max pool: the place of the output, and that of the largest input.
template <class Visit>
void Step::eachPool(Maps& in, Visit visit) const {
    const int size = m_layer.kernel;
    Index place = 0;
    for (Index n = 0; n < in.count(); ++n) {
        for (int c = 0; c < m_layer.out.channels; ++c) {
            for (int y = 0; y < m_layer.out.height; ++y) {
                for (int x = 0; x < m_layer.out.width; ++x) {
                    double* best = &in.at(n, c, y * size, x * size);
                    for (int k = 1; k < size * size; ++k) {
                        double* other = &in.at(n, c, y * size + k / size, x * size + k % size);
                        best = *other > *best ? other : best;
                    }
                    visit(place++, static_cast<Index>(best - in.values.data()));
                }
            }
        }
    }
}

/// Mean and variance of each channel over the batch.
std::pair<Values, Values> Step::statistics(Maps& in) const {
    const Shape shape = m_layer.in;
    const Index area = toIndex(std::int64_t{shape.height} * shape.width);
    const double count = static_cast<double>(in.count() * area);
    Values mean(toIndex(shape.channels));
    Values variance(toIndex(shape.channels));
    for (Index i = 0; i < in.values.size(); ++i) {
        mean[i / area % mean.size()] += in.values[i] / count;
    }
    for (Index i = 0; i < in.values.size(); ++i) {
        const double off = in.values[i] - mean[i / area % mean.size()];
        variance[i / area % mean.size()] += off * off / count;
    }
    return {mean, variance};
}

constexpr double kEpsilon = 1e-5; // of batch norm

Values Step::forward(const Values& in) {
    Maps input(m_layer.in, in);
    Maps output(m_layer.out, input.count());
    switch (m_layer.kind) {
    case LayerKind::Conv:
    case LayerKind::Dense: {
        const Index area = toIndex(std::int64_t{m_layer.out.height} * m_layer.out.width);
        for (Index i = 0; i < output.values.size(); ++i) {
            output.values[i] = m_bias[i / area % m_bias.size()];
        }
        eachProduct(input.count(), [&](Index out, Index source, Index weight, Index) {
            output.values[out] += in[source] * m_weight[weight];
        });
        break;
    }
    case LayerKind::BatchNorm: {
        const auto [mean, variance] = statistics(input);
        const Index area = toIndex(std::int64_t{m_layer.in.height} * m_layer.in.width);
        for (Index i = 0; i < in.size(); ++i) {
            const Index c = i / area % mean.size();
            output.values[i] =
                (in[i] - mean[c]) / std::sqrt(variance[c] + kEpsilon) * m_weight[c] + m_bias[c];
        }
        break;
    }
    case LayerKind::Relu:
        std::transform(in.begin(), in.end(), output.values.begin(),
                       [](double x) { return std::max(0.0, x); });
        break;
    case LayerKind::MaxPool:
        eachPool(input, [&](Index out, Index source) { output.values[out] = in[source]; });
        break;
    case LayerKind::Softmax:
        for (Index first = 0; first < in.size(); first += 10) {
            double sum = 0;
            for (Index i = first; i < first + 10; ++i) {
                sum += std::exp(in[i]);
            }
            for (Index i = first; i < first + 10; ++i) {
                output.values[i] = std::exp(in[i]) / sum;
            }
        }
        break;
    default:
        output.values = in;
    }
    return output.values;
}

/// d loss / d x = w/σ (g - mean(g) - x̂ mean(g x̂)), from the definitions of mean and variance.
Values Step::normBackward(const Values& in, const Values& after, Values& weight, Values& bias) {
    Maps input(m_layer.in, in);
    const auto [mean, variance] = statistics(input);
    const Index area = toIndex(std::int64_t{m_layer.in.height} * m_layer.in.width);
    const double count = static_cast<double>(input.count() * area);
    const auto channel = [&](Index i) { return i / area % m_weight.size(); };
    const auto normed = [&, &means = mean, &variances = variance](Index i) {
        return (in[i] - means[channel(i)]) / std::sqrt(variances[channel(i)] + kEpsilon);
    };
    for (Index i = 0; i < in.size(); ++i) {
        weight[channel(i)] += after[i] * normed(i);
        bias[channel(i)] += after[i];
    }
    Values before(in.size());
    for (Index i = 0; i < in.size(); ++i) {
        const Index c = channel(i);
        before[i] = m_weight[c] / std::sqrt(variance[c] + kEpsilon) *
                    (after[i] - bias[c] / count - normed(i) * weight[c] / count);
    }
    return before;
}

Values Step::backward(const Values& in, const Values& out, const Values& after,
                      std::map<std::string, Values>& gradients) {
    Values before(in.size());
    Values weight(m_weight.size());
    Values bias(m_bias.size());
    Maps input(m_layer.in, in);
    switch (m_layer.kind) {
    case LayerKind::Conv:
    case LayerKind::Dense: {
        eachProduct(input.count(), [&](Index place, Index source, Index w, Index) {
            before[source] += after[place] * m_weight[w];
            weight[w] += after[place] * in[source];
        });
        const Index area = toIndex(std::int64_t{m_layer.out.height} * m_layer.out.width);
        for (Index i = 0; i < after.size(); ++i) {
            bias[i / area % bias.size()] += after[i];
        }
        break;
    }
    case LayerKind::BatchNorm:
        before = normBackward(in, after, weight, bias);
        break;
    case LayerKind::Relu:
        for (Index i = 0; i < in.size(); ++i) {
            before[i] = in[i] > 0 ? after[i] : 0;
        }
        break;
    case LayerKind::MaxPool:
        eachPool(input, [&](Index place, Index source) { before[source] += after[place]; });
        break;
    case LayerKind::Softmax:
        for (Index i = 0; i < in.size(); ++i) {
            const Index first = i / 10 * 10;
            for (Index j = first; j < first + 10; ++j) {
                before[i] += after[j] * out[j] * ((i == j ? 1 : 0) - out[i]);
            }
        }
        break;
    default:
        before = after;
    }
    if (!weight.empty()) {
        gradients[m_layer.name + ".weight"] = weight;
        gradients[m_layer.name + ".bias"] = bias;
    }
    return before;
}

/// Mean cross entropy of ten outputs an image, and its gradient by them.
std::pair<double, Values> crossEntropy(const Values& outputs, const std::vector<int>& labels) {
    double loss = 0;
    Values gradient(outputs.size());
    const auto count = static_cast<double>(labels.size());
    for (Index n = 0; n < labels.size(); ++n) {
        double sum = 0;
        for (Index i = 0; i < 10; ++i) {
            sum += std::exp(outputs[n * 10 + i]);
        }
        for (Index i = 0; i < 10; ++i) {
            const double wanted = toIndex(labels[n]) == i ? 1 : 0;
            const double given = std::exp(outputs[n * 10 + i]) / sum;
            gradient[n * 10 + i] = (given - wanted) / count;
            loss -= wanted * std::log(given) / count;
        }
    }
    return {loss, gradient};
}

} // namespace

Result run(const Model& model, const std::vector<std::vector<std::uint8_t>>& images,
           const std::vector<int>& labels) {
    const std::vector<Layer> layers = layersOf(model.config.network);
    std::map<std::string, Values> weights;
    for (const Tensor& tensor : model.tensors) {
        weights[tensor.shape.name] = Values(tensor.values.begin(), tensor.values.end());
    }
    Values input;
    for (const auto& image : images) {
        for (const std::uint8_t pixel : image) {
            input.push_back((pixel / 255.0 - 0.1307) / 0.3081);
        }
    }
    Result result;
    for (const Layer& layer : layers) {
        const Values& last = result.activations.empty() ? input : result.activations.back();
        result.activations.push_back(Step(layer, weights).forward(last));
    }
    auto [loss, gradient] = crossEntropy(result.activations.back(), labels);
    result.loss = loss;
    for (Index i = layers.size(); i-- > 0;) {
        const Values& in = i == 0 ? input : result.activations[i - 1];
        gradient = Step(layers[i], weights)
                       .backward(in, result.activations[i], gradient, result.gradients);
    }
    return result;
}

} // namespace digitlab::reference
