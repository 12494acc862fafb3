// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_panel.h"

#include "ui/settings/choice_text.h"
#include "ui/settings/field_row.h"
#include "ui/settings/field_section.h"
#include "ui/settings/layer_table.h"
#include "ui/text.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace digitlab {

namespace {

constexpr auto kMyDigits = "my_digits";
constexpr auto kPreset = "preset";

FieldValue fieldValue(const TrainingConfig& config, std::string_view key) {
    const std::vector<Field> fields = fieldsOf(config);
    return std::find_if(fields.begin(), fields.end(),
                        [key](const Field& field) { return field.key == key; })
        ->get(config);
}

} // namespace

void SettingsPanel::setConfig(const TrainingConfig& config) {
    m_config = config;
    m_typed.clear();
    showConfig();
}

void SettingsPanel::resetToDefaults() {
    setConfig(presetConfig(m_config.preset));
    Q_EMIT configChanged(m_config);
}

void SettingsPanel::setEngine(const EngineInfo& info) {
    m_engineChoices.clear();
    const auto add = [this](const char* key, const TrainingConfig& with, const Message& reason) {
        m_engineChoices.push_back({key, fieldValue(with, key), reason});
    };
    TrainingConfig with;
    for (const DeviceInfo& device : info.devices) {
        with.device = device.device;
        add("device", with, device.reason);
    }
    for (const PrecisionInfo& precision : info.precisions) {
        with.precision = precision.precision;
        add("precision", with, precision.reason);
    }
    showEngineChoices();
    check();
}

void SettingsPanel::setKeptDigits(int count) {
    m_keptDigits = count;
    showKeptDigits();
    check();
}

QStringList SettingsPanel::collapsedGroups() const {
    QStringList names;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->isCollapsed()) {
            names += groupName(static_cast<FieldGroup>(i));
        }
    }
    return names;
}

void SettingsPanel::setCollapsedGroups(const QStringList& names) {
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i]->setCollapsed(names.contains(groupName(static_cast<FieldGroup>(i))));
    }
}

void SettingsPanel::edit(FieldEditor& editor) {
    const Field& field = editor.field();
    const auto value = editor.value();
    m_typed[field.key] = value ? translated(rangeProblem(field, *value)) : expectedText(field);
    if (!m_typed[field.key].isEmpty()) {
        check();
        return;
    }
    m_typed.erase(field.key);
    const bool isPreset = field.key == kPreset;
    field.set(m_config, *value);
    if (isPreset) {
        setConfig(TrainingConfig(m_config)); // may end this editor
    } else {
        check();
    }
    Q_EMIT configChanged(m_config);
}

QString SettingsPanel::expectedText(const Field& field) const {
    const QLocale locale;
    if (field.kind == FieldKind::Integer) {
        return tr("Not a whole number; expected one from %1 to %2")
            .arg(locale.toString(static_cast<qlonglong>(field.minimum)),
                 locale.toString(static_cast<qlonglong>(field.maximum)));
    }
    return tr("Not a number; expected one from %1 to %2")
        .arg(numberText(field.minimum), numberText(field.maximum));
}

std::map<std::string, QString> SettingsPanel::problems() const {
    std::map<std::string, QString> found = m_typed;
    for (const Problem& problem : problemsOf(m_config)) {
        found.emplace(problem.field, translated(problem.message));
    }
    for (const EngineChoice& choice : m_engineChoices) {
        if (!choice.reason.empty() && fieldValue(m_config, choice.key) == choice.value) {
            found.emplace(choice.key, translated(choice.reason));
        }
    }
    return found;
}

bool SettingsPanel::isIdleHere(const Field& field) const {
    return isIdle(m_config, field.key) || (field.key == kMyDigits && m_keptDigits == 0);
}

void SettingsPanel::showKeptDigits() {
    for (FieldRow* row : m_rows) {
        const Field& field = row->editors().front()->field();
        if (field.key == kMyDigits) {
            const QString label = translated(field.label);
            row->setLabel(m_keptDigits == 0
                              ? label
                              : tr("%1 (%2)").arg(label, QLocale().toString(m_keptDigits)));
        }
    }
}

/// What tells a field's value in the preset, where it is another one now.
QString SettingsPanel::noteOn(const Field& field, const TrainingConfig& preset) const {
    const bool hasItsLayers = preset.network.convs.size() == m_config.network.convs.size() &&
                              preset.network.hidden.size() == m_config.network.hidden.size();
    const bool isOfLayer = field.key.find('.') != std::string::npos;
    if ((isOfLayer && !hasItsLayers) || field.key == kPreset ||
        field.get(preset) == field.get(m_config)) {
        return {};
    }
    return tr("%1 in the preset \"%2\"")
        .arg(valueText(field.get(preset)), QString::fromStdString(preset.preset));
}

void SettingsPanel::check() {
    const std::map<std::string, QString> found = problems();
    const TrainingConfig preset = presetConfig(m_config.preset);
    QString networkProblem;
    for (FieldRow* row : m_rows) {
        for (const auto& editor : row->editors()) {
            const Field& field = editor->field();
            const auto problem = found.find(field.key);
            const QString text = problem == found.end() ? QString() : problem->second;
            row->setProblem(*editor, text);
            row->setIdle(*editor, text.isEmpty() && isIdleHere(field));
            row->setChanged(*editor, noteOn(field, preset));
            if (field.group == FieldGroup::Network && networkProblem.isEmpty()) {
                networkProblem = text;
            }
        }
    }
    // A problem that no field here is to blame for still keeps the network from being built.
    if (networkProblem.isEmpty() && !problemsOf(m_config.network).empty()) {
        networkProblem = translated(problemsOf(m_config.network).front().message);
    }
    if (networkProblem.isEmpty()) {
        m_layers->setNetwork(m_config.network);
    } else {
        m_layers->setProblem(tr("No layers: %1.").arg(networkProblem));
    }
    m_reset->setEnabled(!m_typed.empty() || m_config != preset);
    setValid(found.empty());
}

void SettingsPanel::setValid(bool valid) {
    if (m_valid != valid) {
        m_valid = valid;
        Q_EMIT validityChanged(valid);
    }
}

void SettingsPanel::showEngineChoices() {
    for (FieldRow* row : m_rows) {
        for (const auto& editor : row->editors()) {
            for (const EngineChoice& choice : m_engineChoices) {
                if (editor->field().key == choice.key) {
                    editor->setChoiceUnavailable(std::get<std::string>(choice.value),
                                                 translated(choice.reason));
                }
            }
        }
    }
}

} // namespace digitlab
