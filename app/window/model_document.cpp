// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/model_document.h"

namespace digitlab {

namespace {

QString presetOf(const Classifier& classifier) {
    return QString::fromStdString(classifier.model().config.preset);
}

QString fileNameOf(const std::filesystem::path& file) {
    return QString::fromStdU16String(file.filename().u16string());
}

} // namespace

void ModelDocument::setBuiltin(std::shared_ptr<const Classifier> classifier) {
    become(std::move(classifier), tr("built-in model"), {}, false, {});
}

void ModelDocument::setUntrained(std::shared_ptr<const Classifier> classifier) {
    const QString name = tr("untrained %1").arg(presetOf(*classifier));
    become(std::move(classifier), name, {}, false, {});
}

void ModelDocument::setOpened(std::shared_ptr<const Classifier> classifier,
                              const std::filesystem::path& file) {
    become(std::move(classifier), fileNameOf(file), file, false, {});
}

void ModelDocument::setTrained(std::shared_ptr<const Classifier> classifier, const QString& run,
                               const std::filesystem::path& runFolder) {
    become(std::move(classifier), run, {}, true, runFolder);
}

void ModelDocument::setSaved(const std::filesystem::path& file) {
    become(m_classifier, fileNameOf(file), file, false, m_runFolder);
}

void ModelDocument::become(std::shared_ptr<const Classifier> classifier, const QString& name,
                           const std::filesystem::path& file, bool unsaved,
                           const std::filesystem::path& runFolder) {
    m_classifier = std::move(classifier);
    m_name = name;
    m_file = file;
    m_unsaved = unsaved;
    m_runFolder = runFolder;
    Q_EMIT changed();
}

} // namespace digitlab
