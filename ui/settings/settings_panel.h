// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "core/training/fields.h"
#include "core/training/presets.h"

#include <QStringList>
#include <QWidget>

#include <map>

class QPushButton;

namespace digitlab {

class FeedPreview;
class FieldEditor;
class FieldRow;
class FieldSection;
class LayerTable;

/// Every field of a training configuration in its group, the table of layers that follows from
/// them, and beside each field what is wrong with it. A field that is wrong keeps what was typed;
/// until it is mended the panel is not valid and config() holds the field's last good value.
class SettingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPanel(QWidget* parent = nullptr);
    ~SettingsPanel() override;

    /// Shows a configuration, without configChanged().
    void setConfig(const TrainingConfig& config);
    [[nodiscard]] const TrainingConfig& config() const { return m_config; }
    /// True where a network can be trained as the panel stands.
    [[nodiscard]] bool isValid() const { return m_valid; }

    /// Tells what the engine runs on; devices and precisions that are not available cannot be
    /// chosen.
    void setEngine(const EngineInfo& info);

    /// Tells how many digits the person kept; without any the field for them is idle.
    void setKeptDigits(int count);

    /// Where examples of what the network is fed are shown.
    [[nodiscard]] FeedPreview& feedPreview() { return *m_feedPreview; }

    /// The names of the groups that are folded away, for the next start.
    [[nodiscard]] QStringList collapsedGroups() const;
    void setCollapsedGroups(const QStringList& names);

    /// Everything as the chosen preset has it.
    void resetToDefaults();

Q_SIGNALS:
    /// The person changed something; the panel may have become invalid by it.
    void configChanged(const digitlab::TrainingConfig& config);
    void validityChanged(bool valid);

private:
    /// A choice that depends on what the engine runs on.
    struct EngineChoice {
        std::string key;
        FieldValue value;
        Message reason; ///< why it is not available; empty where it is
    };

    void showConfig();
    void rebuild(const std::vector<Field>& fields);
    FieldRow* addRow(FieldGroup group, const QString& label);
    void addEditor(FieldRow& row, const Field& field);
    void addConvolutionTitles();
    void edit(FieldEditor& editor);
    void check();
    void showEngineChoices();
    void orderTabs();
    void showKeptDigits();
    [[nodiscard]] bool isIdleHere(const Field& field) const;
    void setValid(bool valid);
    [[nodiscard]] QString noteOn(const Field& field, const TrainingConfig& preset) const;
    [[nodiscard]] QString expectedText(const Field& field) const;
    [[nodiscard]] std::map<std::string, QString> problems() const;

    TrainingConfig m_config = presetConfig(presets().front().name);
    std::vector<EngineChoice> m_engineChoices;
    int m_keptDigits = 0;
    bool m_valid = true;
    std::map<std::string, QString> m_typed; ///< what is wrong with what was typed, by key

    LayerTable* m_layers = nullptr;
    FeedPreview* m_feedPreview = nullptr;
    QPushButton* m_reset = nullptr;
    std::vector<FieldSection*> m_sections; ///< one for each FieldGroup
    std::vector<FieldRow*> m_rows;
    std::vector<QWidget*> m_shown; ///< the rows and what stands between them
    std::vector<std::string> m_keys;
};

} // namespace digitlab
