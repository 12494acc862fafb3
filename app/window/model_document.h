// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>

namespace digitlab {

/// The model in use: where it came from, and whether it would be lost.
class ModelDocument : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::shared_ptr<const Classifier> classifier() const {
        return m_state.classifier;
    }
    [[nodiscard]] QString name() const { return m_state.name; }
    /// The model's file; empty where it has none yet.
    [[nodiscard]] std::filesystem::path file() const { return m_state.file; }
    /// True where it was trained here and not saved.
    [[nodiscard]] bool isUnsaved() const { return m_state.unsaved; }
    /// True where it is in no file at all, not even in the folder of its run.
    [[nodiscard]] bool wouldBeLost() const { return m_state.unsaved && m_state.runFolder.empty(); }

    void setBuiltin(std::shared_ptr<const Classifier> classifier);
    void setUntrained(std::shared_ptr<const Classifier> classifier);
    void setOpened(std::shared_ptr<const Classifier> classifier, const std::filesystem::path& file);
    /// `runFolder`: where the run is kept; empty where that failed.
    void setTrained(std::shared_ptr<const Classifier> classifier, const QString& run,
                    const std::filesystem::path& runFolder);
    void setSaved(const std::filesystem::path& file);
    /// Files were deleted: what is in use may have none any more.
    void filesDeleted();

    /// `classifier` is the model in use after it was taught more.
    void setTaught(std::shared_ptr<const Classifier> classifier);
    /// True where the model in use was taught and the one before can come back.
    [[nodiscard]] bool canUndoTeaching() const { return m_beforeTeaching.has_value(); }
    void undoTeaching();

Q_SIGNALS:
    void changed();

private:
    struct State {
        std::shared_ptr<const Classifier> classifier;
        QString name;
        std::filesystem::path file;
        std::filesystem::path runFolder;
        bool unsaved = false;
    };

    void become(State state, std::optional<State> beforeTeaching = {});

    State m_state;
    std::optional<State> m_beforeTeaching;
};

} // namespace digitlab
