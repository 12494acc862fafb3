// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/config.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <filesystem>
#include <optional>

namespace digitlab {

/// What the window remembers between starts. A file that is damaged, or from another version, gives
/// the defaults for what cannot be read.
class WindowSettings {
public:
    explicit WindowSettings(const std::filesystem::path& file);

    [[nodiscard]] TrainingConfig config() const;
    void setConfig(const TrainingConfig& config);

    [[nodiscard]] QByteArray layout() const;
    void setLayout(const QByteArray& layout);

    [[nodiscard]] QStringList collapsedGroups() const;
    void setCollapsedGroups(const QStringList& groups);

    /// Width of the pen in pixels; nothing where the default is wanted.
    [[nodiscard]] std::optional<int> penWidth() const;
    void setPenWidth(int pixels);

    /// How strongly the charts smooth, 0 … 0.99; nothing where the default is wanted.
    [[nodiscard]] std::optional<double> smoothing() const;
    void setSmoothing(double smoothing);

    [[nodiscard]] bool logScale() const;
    void setLogScale(bool on);

    /// Model files that were opened or saved, the latest first; only those that still exist.
    [[nodiscard]] QStringList recentModels() const;
    void addRecentModel(const QString& file);

    /// "system", "light" or "dark".
    [[nodiscard]] QString appearance() const;
    void setAppearance(const QString& appearance);

private:
    QSettings m_settings;
};

} // namespace digitlab
