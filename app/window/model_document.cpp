// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/model_document.h"

#include "app/files/run_folder.h"
#include "ui/text.h"

namespace digitlab {

namespace {

QString presetOf(const Classifier& classifier) {
    return QString::fromStdString(classifier.model().config.preset);
}

QString fileNameOf(const std::filesystem::path& file) {
    return modelFileText(QString::fromStdU16String(file.u16string()));
}

} // namespace

void ModelDocument::setBuiltin(std::shared_ptr<const Classifier> classifier) {
    become({std::move(classifier), tr("built-in model"), {}, {}, false});
}

void ModelDocument::setUntrained(std::shared_ptr<const Classifier> classifier) {
    const QString name = tr("untrained %1").arg(presetOf(*classifier));
    become({std::move(classifier), name, {}, {}, false});
}

void ModelDocument::setOpened(std::shared_ptr<const Classifier> classifier,
                              const std::filesystem::path& file) {
    become({std::move(classifier), fileNameOf(file), file, {}, false});
}

void ModelDocument::setTrained(std::shared_ptr<const Classifier> classifier, const QString& run,
                               const std::filesystem::path& runFolder) {
    become({std::move(classifier), run, {}, runFolder, true});
}

void ModelDocument::setSaved(const std::filesystem::path& file) {
    become({m_state.classifier, fileNameOf(file), file, m_state.runFolder, false},
           m_beforeTeaching);
}

void ModelDocument::filesDeleted() {
    const bool wasUnsaved = m_state.unsaved;
    const auto isGone = [](const std::filesystem::path& file) {
        std::error_code ignored;
        return !file.empty() && !std::filesystem::exists(file, ignored);
    };
    const auto forget = [&isGone](State& state) {
        if (isGone(state.runFolder.empty() ? state.runFolder : modelIn(state.runFolder))) {
            state.runFolder.clear();
        }
        if (isGone(state.file)) {
            state.file.clear();
            state.unsaved = true;
        }
    };
    forget(m_state);
    if (m_beforeTeaching) {
        forget(*m_beforeTeaching);
    }
    if (m_state.unsaved != wasUnsaved) {
        Q_EMIT changed();
    }
}

void ModelDocument::setTaught(std::shared_ptr<const Classifier> classifier) {
    // Taught twice is still taught. The file of the model before stays that model's.
    const QString name = canUndoTeaching() ? m_state.name : tr("%1, taught").arg(m_state.name);
    become({std::move(classifier), name, {}, {}, true}, m_state);
}

void ModelDocument::undoTeaching() {
    if (m_beforeTeaching) {
        become(*m_beforeTeaching);
    }
}

void ModelDocument::become(State state, std::optional<State> beforeTeaching) {
    m_state = std::move(state);
    m_beforeTeaching = std::move(beforeTeaching);
    Q_EMIT changed();
}

} // namespace digitlab
