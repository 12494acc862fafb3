// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"
#include "core/data/drawn_digits.h"
#include "core/data/my_digits.h"
#include "core/training/config.h"
#include "ui/settings/feed_preview.h"

#include <filesystem>

namespace digitlab {

/// Makes examples of what a network is fed with a configuration. Until a data set is loaded there
/// are none; where it cannot be read, drawn digits stand in for its images.
class FeedSession : public QObject {
    Q_OBJECT

public:
    explicit FeedSession(QObject* parent = nullptr);
    ~FeedSession() override;

    /// Takes a few training images from the data set in a folder, in another thread.
    void load(const std::filesystem::path& dataset);

    /// Takes the newest of the digits that the person kept.
    void setMine(const MyDigits& mine);

    /// Makes examples with this configuration; it must be valid.
    void show(const TrainingConfig& config);

    /// The same with other images.
    void showOthers();

Q_SIGNALS:
    void made(const std::vector<digitlab::FedImage>& images);

private:
    void make();

    std::shared_ptr<const Dataset> m_data;
    Dataset m_mine;
    TrainingConfig m_config;
    int m_epoch = 1;
    Background m_background;
};

} // namespace digitlab
