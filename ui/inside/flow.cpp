// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inside/flow.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <span>

namespace digitlab {

namespace {

/// What a heading says of a layer; empty where it says nothing.
QString wordsFor(const Layer& layer) {
    switch (layer.kind) {
    case LayerKind::Conv:
        return QCoreApplication::translate("Flow", "conv %1×%1").arg(layer.kernel);
    case LayerKind::MaxPool:
        return QCoreApplication::translate("Flow", "max pool %1").arg(layer.kernel);
    case LayerKind::Dense:
        return QCoreApplication::translate("Flow", "dense");
    case LayerKind::BatchNorm:
        return QCoreApplication::translate("Flow", "norm");
    case LayerKind::Relu:
        return QCoreApplication::translate("Flow", "ReLU");
    case LayerKind::Softmax:
    case LayerKind::Flatten:
    case LayerKind::Dropout:
        break;
    }
    return {};
}

/// The same in less space.
QString shortWordsFor(const Layer& layer) {
    return layer.kind == LayerKind::MaxPool
               ? QCoreApplication::translate("Flow", "pool %1").arg(layer.kernel)
               : wordsFor(layer);
}

/// "conv1": the layer that a stage is named after; empty for one that gives no name.
QString nameOf(const Layer& layer) {
    const QString name = QString::fromStdString(layer.name);
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const QString number = name.mid(std::find_if(name.begin(), name.end(), isDigit) - name.begin());
    switch (layer.kind) {
    case LayerKind::Conv:
        return QCoreApplication::translate("Flow", "conv%1").arg(number);
    case LayerKind::MaxPool:
        return QCoreApplication::translate("Flow", "pool%1").arg(number);
    case LayerKind::Dense:
        return QCoreApplication::translate("Flow", "dense%1").arg(number);
    default:
        return {};
    }
}

FlowStage stageOf(std::span<const Layer> layers) {
    FlowStage stage;
    const bool maps = std::any_of(layers.begin(), layers.end(), [](const Layer& layer) {
        return layer.kind == LayerKind::Conv || layer.kind == LayerKind::MaxPool;
    });
    stage.kind = maps ? FlowStage::Kind::Maps : FlowStage::Kind::Units;
    stage.shape = layers.back().out;
    QStringList words;
    for (const Layer& layer : layers) {
        if (const QString word = wordsFor(layer); !word.isEmpty()) {
            if (words.isEmpty()) {
                stage.shortHeading = shortWordsFor(layer);
            }
            words << word;
        }
        if (stage.name.isEmpty()) {
            stage.name = nameOf(layer);
        }
    }
    stage.heading = words.join(QStringLiteral(" · "));
    return stage;
}

} // namespace

std::vector<FlowStage> flowOf(const std::vector<Layer>& layers) {
    std::vector<FlowStage> flow(1);
    flow[0].shape = layers.front().in;
    flow[0].name = flow[0].heading = flow[0].shortHeading =
        QCoreApplication::translate("Flow", "input");

    const std::vector<std::size_t> shown = shownLayers(layers);
    std::size_t first = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        FlowStage stage = stageOf(std::span(layers).subspan(first, shown[i] + 1 - first));
        stage.shown = i;
        if (i + 1 == shown.size()) {
            stage.kind = FlowStage::Kind::Answer;
            stage.heading = stage.shortHeading = QCoreApplication::translate("Flow", "answer");
        }
        first = shown[i] + 1;
        flow.push_back(std::move(stage));
    }
    return flow;
}

} // namespace digitlab
