// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"

#include <QObject>
#include <QString>

#include <filesystem>

namespace digitlab {

/// The model in use: where it came from, and whether it would be lost.
class ModelDocument : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::shared_ptr<const Classifier> classifier() const { return m_classifier; }
    [[nodiscard]] QString name() const { return m_name; }
    /// The model's file; empty where it has none yet.
    [[nodiscard]] std::filesystem::path file() const { return m_file; }
    /// True where it was trained here and not saved.
    [[nodiscard]] bool isUnsaved() const { return m_unsaved; }
    /// True where it is in no file at all, not even in the folder of its run.
    [[nodiscard]] bool wouldBeLost() const { return m_unsaved && m_runFolder.empty(); }

    void setBuiltin(std::shared_ptr<const Classifier> classifier);
    void setUntrained(std::shared_ptr<const Classifier> classifier);
    void setOpened(std::shared_ptr<const Classifier> classifier, const std::filesystem::path& file);
    /// `runFolder`: where the run is kept; empty where that failed.
    void setTrained(std::shared_ptr<const Classifier> classifier, const QString& run,
                    const std::filesystem::path& runFolder);
    void setSaved(const std::filesystem::path& file);

Q_SIGNALS:
    void changed();

private:
    void become(std::shared_ptr<const Classifier> classifier, const QString& name,
                const std::filesystem::path& file, bool unsaved,
                const std::filesystem::path& runFolder);

    std::shared_ptr<const Classifier> m_classifier;
    QString m_name;
    std::filesystem::path m_file;
    std::filesystem::path m_runFolder;
    bool m_unsaved = false;
};

} // namespace digitlab
