// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_settings.h"

#include "core/error.h"
#include "core/training/config_json.h"
#include "core/training/presets.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace digitlab {

namespace {

constexpr int kMostRecentModels = 8;
constexpr auto kConfig = "training/config";
constexpr auto kLayout = "window/layout";
constexpr auto kCollapsed = "window/collapsed";
constexpr auto kPenWidth = "draw/penWidth";
constexpr auto kSmoothing = "charts/smoothing";
constexpr auto kLogScale = "charts/logScale";
constexpr auto kRecent = "models/recent";
constexpr auto kAppearance = "window/appearance";

} // namespace

WindowSettings::WindowSettings(const std::filesystem::path& file)
    : m_settings(QString::fromStdU16String(file.u16string()), QSettings::IniFormat) {}

TrainingConfig WindowSettings::config() const {
    const TrainingConfig defaults = presets().front().config;
    const QByteArray text = m_settings.value(kConfig).toString().toUtf8();
    if (text.isEmpty()) {
        return defaults;
    }
    try {
        return configFromJson(nlohmann::ordered_json::parse(text.toStdString()));
    } catch (const std::exception&) {
        return defaults;
    }
}

void WindowSettings::setConfig(const TrainingConfig& config) {
    m_settings.setValue(kConfig, QString::fromStdString(toJson(config).dump()));
}

QByteArray WindowSettings::layout() const {
    return m_settings.value(kLayout).toByteArray();
}

void WindowSettings::setLayout(const QByteArray& layout) {
    m_settings.setValue(kLayout, layout);
}

QStringList WindowSettings::collapsedGroups() const {
    return m_settings.value(kCollapsed).toStringList();
}

void WindowSettings::setCollapsedGroups(const QStringList& groups) {
    m_settings.setValue(kCollapsed, groups);
}

std::optional<int> WindowSettings::penWidth() const {
    bool valid = false;
    const int width = m_settings.value(kPenWidth).toInt(&valid);
    return valid ? std::optional(width) : std::nullopt;
}

std::optional<double> WindowSettings::smoothing() const {
    bool valid = false;
    const double smoothing = m_settings.value(kSmoothing).toDouble(&valid);
    return valid && smoothing >= 0 && smoothing < 1 ? std::optional(smoothing) : std::nullopt;
}

void WindowSettings::setSmoothing(double smoothing) {
    m_settings.setValue(kSmoothing, smoothing);
}

bool WindowSettings::logScale() const {
    return m_settings.value(kLogScale).toBool();
}

void WindowSettings::setLogScale(bool on) {
    m_settings.setValue(kLogScale, on);
}

void WindowSettings::setPenWidth(int pixels) {
    m_settings.setValue(kPenWidth, pixels);
}

QStringList WindowSettings::recentModels() const {
    QStringList files;
    for (const QString& file : m_settings.value(kRecent).toStringList()) {
        if (QFileInfo::exists(file)) {
            files.append(file);
        }
    }
    return files;
}

void WindowSettings::addRecentModel(const QString& file) {
    QStringList files = m_settings.value(kRecent).toStringList();
    files.removeAll(file);
    files.prepend(file);
    m_settings.setValue(kRecent, QStringList(files.mid(0, kMostRecentModels)));
}

QString WindowSettings::appearance() const {
    return m_settings.value(kAppearance, QStringLiteral("system")).toString();
}

void WindowSettings::setAppearance(const QString& appearance) {
    m_settings.setValue(kAppearance, appearance);
}

} // namespace digitlab
