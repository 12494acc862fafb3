// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/fields.h"

#include "core/training/presets.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace digitlab {

namespace {

// With the context as DIGITLAB_TEXT has it, so that lupdate finds these too (see resources/).
#define TEXT(context, text) Message(DIGITLAB_TEXT(context, text))

/// The names of an enumeration's values, in their order.
template <std::size_t N>
using Names = std::array<const char*, N>;

constexpr Names<2> kOutputs{"logits", "softmax"};
constexpr Names<4> kOptimizers{"sgd", "adam", "adamw", "rmsprop"};
constexpr Names<4> kSchedules{"constant", "step", "cosine", "one-cycle"};
constexpr Names<2> kDevices{"cpu", "cuda"};
constexpr Names<2> kPrecisions{"float32", "bfloat16"};

/// What describes a field besides its value.
struct About {
    std::string key;
    FieldGroup group;
    Message label;
    Message help;
    Message unit = {};
};

Field makeField(About about, FieldKind kind, double minimum, double maximum) {
    Field field;
    field.key = std::move(about.key);
    field.group = about.group;
    field.kind = kind;
    field.label = std::move(about.label);
    field.help = std::move(about.help);
    field.unit = std::move(about.unit);
    field.minimum = minimum;
    field.maximum = maximum;
    return field;
}

/// `locate` gives a reference to the value within a configuration (const or not).
template <typename Locate>
Field integer(About about, double minimum, double maximum, Locate locate) {
    Field field = makeField(std::move(about), FieldKind::Integer, minimum, maximum);
    field.get = [locate](const TrainingConfig& config) {
        return FieldValue(std::int64_t{locate(config)});
    };
    field.set = [locate](TrainingConfig& config, const FieldValue& value) {
        auto& place = locate(config);
        place =
            static_cast<std::remove_reference_t<decltype(place)>>(std::get<std::int64_t>(value));
    };
    return field;
}

template <typename Locate>
Field real(About about, double minimum, double maximum, Locate locate) {
    Field field = makeField(std::move(about), FieldKind::Real, minimum, maximum);
    field.get = [locate](const TrainingConfig& config) { return FieldValue(locate(config)); };
    field.set = [locate](TrainingConfig& config, const FieldValue& value) {
        locate(config) = std::get<double>(value);
    };
    return field;
}

template <typename Locate>
Field toggle(About about, Locate locate) {
    Field field = makeField(std::move(about), FieldKind::Toggle, 0, 1);
    field.get = [locate](const TrainingConfig& config) { return FieldValue(locate(config)); };
    field.set = [locate](TrainingConfig& config, const FieldValue& value) {
        locate(config) = std::get<bool>(value);
    };
    return field;
}

template <std::size_t N, typename Locate>
Field choice(About about, const Names<N>& names, Locate locate) {
    Field field = makeField(std::move(about), FieldKind::Choice, 0, 0);
    field.choices.assign(names.begin(), names.end());
    field.get = [names, locate](const TrainingConfig& config) {
        return FieldValue(std::string(names.at(static_cast<std::size_t>(locate(config)))));
    };
    field.set = [names, locate](TrainingConfig& config, const FieldValue& value) {
        auto& place = locate(config);
        const auto* name = std::find(names.begin(), names.end(), std::get<std::string>(value));
        place = static_cast<std::remove_reference_t<decltype(place)>>(name - names.begin());
    };
    return field;
}

// A function object, so that one expression serves the constant and the changeable configuration.
#define PLACE(path)                                                                                \
    [](auto& config) -> auto& {                                                                    \
        return config.path;                                                                        \
    }
#define PLACE_AT(list, index, path)                                                                \
    [index](auto& config) -> auto& {                                                               \
        return config.network.list.at(index) path;                                                 \
    }

Field presetField() {
    Field field = makeField({"preset", FieldGroup::Network, TEXT("core", "Preset"),
                             TEXT("core", "A network with the recipe that trains it well.")},
                            FieldKind::Choice, 0, 0);
    for (const Preset& preset : presets()) {
        field.choices.push_back(preset.name);
    }
    field.get = [](const TrainingConfig& config) { return FieldValue(config.preset); };
    field.set = [](TrainingConfig& config, const FieldValue& value) {
        TrainingConfig fresh = presetConfig(std::get<std::string>(value));
        for (const Field& kept : fieldsOf(config)) {
            if (kept.group == FieldGroup::Data || kept.group == FieldGroup::Device) {
                kept.set(fresh, kept.get(config));
            }
        }
        config = std::move(fresh);
    };
    return field;
}

void addConvFields(std::vector<Field>& fields, std::size_t index) {
    const auto number = static_cast<std::int64_t>(index) + 1;
    const std::string key = "conv" + std::to_string(number) + ".";
    const auto label = [number](const char* text) { return Message(text, {number}); };
    const auto group = FieldGroup::Network;
    fields.push_back(
        integer({key + "channels", group, label(DIGITLAB_TEXT("core", "Conv %1 channels")),
                 TEXT("core", "How many kernels this convolution learns; each gives one "
                              "feature map.")},
                1, 256, PLACE_AT(convs, index, .channels)));
    fields.push_back(
        integer({key + "kernel", group, label(DIGITLAB_TEXT("core", "Conv %1 kernel")),
                 TEXT("core", "Height and width of each kernel."), TEXT("core", "pixels")},
                1, 28, PLACE_AT(convs, index, .kernel)));
    fields.push_back(
        integer({key + "padding", group, label(DIGITLAB_TEXT("core", "Conv %1 padding")),
                 TEXT("core", "Zeros around the input on each side; half the kernel keeps the "
                              "size."),
                 TEXT("core", "pixels")},
                0, 14, PLACE_AT(convs, index, .padding)));
    fields.push_back(
        integer({key + "pool", group, label(DIGITLAB_TEXT("core", "Conv %1 max pool")),
                 TEXT("core", "Keeps the largest of each square of this size; 1 keeps all."),
                 TEXT("core", "pixels")},
                1, 28, PLACE_AT(convs, index, .pool)));
}

void addNetworkFields(std::vector<Field>& fields, const NetworkSpec& network) {
    const auto group = FieldGroup::Network;
    fields.push_back(presetField());
    fields.push_back(
        choice({"output", group, TEXT("core", "Output"),
                TEXT("core", "What comes last: plain logits, or ReLU and softmax as in the "
                             "article, which cross entropy then squashes a second time.")},
               kOutputs, PLACE(network.output)));
    for (std::size_t i = 0; i < network.convs.size(); ++i) {
        addConvFields(fields, i);
    }
    for (std::size_t i = 0; i < network.hidden.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i) + 1;
        fields.push_back(integer({"dense" + std::to_string(number) + ".units", group,
                                  Message(DIGITLAB_TEXT("core", "Dense %1 units"), {number}),
                                  TEXT("core", "How many outputs this hidden dense layer has.")},
                                 1, 4096, PLACE_AT(hidden, i, )));
    }
    fields.push_back(
        toggle({"batch_norm", group, TEXT("core", "Batch norm"),
                TEXT("core", "Normalises each feature map over the batch, which lets the "
                             "network learn faster.")},
               PLACE(network.batchNorm)));
    fields.push_back(
        real({"dropout", group, TEXT("core", "Dropout"),
              TEXT("core", "Share of each hidden dense layer's outputs that is left out at "
                           "random while it trains, against overfitting.")},
             0, 0.95, PLACE(network.dropout)));
}

void addTrainingFields(std::vector<Field>& fields) {
    const auto group = FieldGroup::Training;
    fields.push_back(
        integer({"batch_size", group, TEXT("core", "Batch size"),
                 TEXT("core", "How many images make one step."), TEXT("core", "images")},
                1, 4096, PLACE(batchSize)));
    fields.push_back(integer({"epochs", group, TEXT("core", "Epochs"),
                              TEXT("core", "How often each training image is seen.")},
                             1, 1000, PLACE(epochs)));
    fields.push_back(choice({"optimizer", group, TEXT("core", "Optimiser"),
                             TEXT("core", "How the gradients become a step of the weights.")},
                            kOptimizers, PLACE(optimizer)));
    fields.push_back(
        real({"learning_rate", group, TEXT("core", "Learning rate"),
              TEXT("core", "The length of each step; the highest, where a schedule changes "
                           "it.")},
             1e-6, 10, PLACE(learningRate)));
    fields.push_back(real({"momentum", group, TEXT("core", "Momentum"),
                           TEXT("core", "Share of the last step that the next one keeps (SGD and "
                                        "RMSprop).")},
                          0, 0.999, PLACE(momentum)));
    fields.push_back(toggle({"nesterov", group, TEXT("core", "Nesterov"),
                             TEXT("core", "Looks one step ahead along the momentum (SGD).")},
                            PLACE(nesterov)));
    fields.push_back(real({"weight_decay", group, TEXT("core", "Weight decay"),
                           TEXT("core", "Pulls the weights towards zero, against overfitting.")},
                          0, 1, PLACE(weightDecay)));
    fields.push_back(choice({"schedule", group, TEXT("core", "Schedule"),
                             TEXT("core", "How the learning rate changes during the run.")},
                            kSchedules, PLACE(schedule)));
    fields.push_back(
        integer({"step_epochs", group, TEXT("core", "Step every"),
                 TEXT("core", "Epochs between two steps of the schedule."), TEXT("core", "epochs")},
                1, 1000, PLACE(stepEpochs)));
    fields.push_back(
        real({"step_factor", group, TEXT("core", "Step factor"),
              TEXT("core", "What each step of the schedule multiplies the learning rate by.")},
             0.001, 1, PLACE(stepFactor)));
    fields.push_back(
        integer({"patience", group, TEXT("core", "Early stopping"),
                 TEXT("core", "Stops after so many epochs without a better validation loss "
                              "and keeps the best; 0 never stops early."),
                 TEXT("core", "epochs")},
                0, 1000, PLACE(patience)));
}

void addAugmentationFields(std::vector<Field>& fields) {
    const auto group = FieldGroup::Augmentation;
    fields.push_back(
        real({"rotation", group, TEXT("core", "Rotation"),
              TEXT("core", "Turns each training image by up to so much, to either side."),
              TEXT("core", "°")},
             0, 45, PLACE(augmentation.rotation)));
    fields.push_back(
        real({"shift", group, TEXT("core", "Shift"),
              TEXT("core", "Moves each training image by up to so much in each direction."),
              TEXT("core", "pixels")},
             0, 8, PLACE(augmentation.shift)));
    fields.push_back(
        real({"scale", group, TEXT("core", "Scale"),
              TEXT("core", "Makes each training image larger or smaller by up to so much."),
              TEXT("core", "%")},
             0, 50, PLACE(augmentation.scale)));
    fields.push_back(
        real({"shear", group, TEXT("core", "Shear"),
              TEXT("core", "Slants each training image by up to so much, to either side."),
              TEXT("core", "°")},
             0, 45, PLACE(augmentation.shear)));
    fields.push_back(
        real({"elastic", group, TEXT("core", "Bend"),
              TEXT("core", "Bends each training image like rubber: each of its points moves by up "
                           "to so much."),
              TEXT("core", "pixels")},
             0, 6, PLACE(augmentation.elastic)));
    fields.push_back(
        real({"stroke_width", group, TEXT("core", "Stroke width"),
              TEXT("core", "Draws each training image with a pen that is wider or narrower by up "
                           "to so much."),
              TEXT("core", "pixels")},
             0, 2, PLACE(augmentation.strokeWidth)));
    fields.push_back(
        real({"synthetic", group, TEXT("core", "Drawn digits"),
              TEXT("core", "Share of the training images that are replaced by digits which the "
                           "program draws itself, in the many ways in which people do."),
              TEXT("core", "%")},
             0, 100, PLACE(synthetic)));
    fields.push_back(
        real({"non_digits", group, TEXT("core", "Non-digits"),
              TEXT("core", "Share of the training images that are replaced by scribbles, letters "
                           "and other things that are no digit, for which the network learns to "
                           "be undecided."),
              TEXT("core", "%")},
             0, 50, PLACE(nonDigits)));
}

void addDataAndDeviceFields(std::vector<Field>& fields) {
    fields.push_back(
        integer({"train_images", FieldGroup::Data, TEXT("core", "Training images"),
                 TEXT("core", "At most so many images are learned from."), TEXT("core", "images")},
                1, kMostTrainImages, PLACE(trainImages)));
    fields.push_back(
        real({"my_digits", FieldGroup::Data, TEXT("core", "My digits"),
              TEXT("core", "Share of the training images that are replaced by digits which you "
                           "kept, if there are any."),
              TEXT("core", "%")},
             0, 50, PLACE(myDigits)));
    fields.push_back(
        real({"validation_share", FieldGroup::Data, TEXT("core", "Validation"),
              TEXT("core", "Share of the training set that is held out to watch the run; the "
                           "test set is never used for it."),
              TEXT("core", "%")},
             0, 90, PLACE(validationShare)));
    fields.push_back(
        integer({"seed", FieldGroup::Data, TEXT("core", "Seed"),
                 TEXT("core", "Where all chance starts from: the same seed gives the same "
                              "run.")},
                0, 4294967295.0, PLACE(seed)));
    fields.push_back(choice({"device", FieldGroup::Device, TEXT("core", "Device"),
                             TEXT("core", "What the network is trained on.")},
                            kDevices, PLACE(device)));
    fields.push_back(
        choice({"precision", FieldGroup::Device, TEXT("core", "Precision"),
                TEXT("core", "How numbers are rounded before dense layers multiply them: bfloat16 "
                             "keeps 8 bits of each, which some processors multiply faster. "
                             "Weights and sums stay float32.")},
               kPrecisions, PLACE(precision)));
    fields.push_back(
        integer({"threads", FieldGroup::Device, TEXT("core", "Threads"),
                 TEXT("core", "Processor threads that train; 0 takes one for each core.")},
                0, 256, PLACE(threads)));
}

} // namespace

std::vector<Field> fieldsOf(const TrainingConfig& config) {
    std::vector<Field> fields;
    addNetworkFields(fields, config.network);
    addTrainingFields(fields);
    addAugmentationFields(fields);
    addDataAndDeviceFields(fields);
    return fields;
}

} // namespace digitlab
