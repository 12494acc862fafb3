// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/model_files.h"

#include "app/files/save_file.h"
#include "core/model/model_file.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

namespace digitlab {

namespace {

using ClassifierPtr = std::shared_ptr<const Classifier>;

std::filesystem::path toPath(const QString& file) {
    return {file.toStdU16String()};
}

/// A name for a file that holds what a person knows by this name.
QString fileNameFor(const QString& name, const QString& suffix) {
    static const QRegularExpression unwelcome(QStringLiteral(R"([\\/:*?"<>|[:cntrl:]]+)"));
    QString file = name;
    file.replace(unwelcome, QStringLiteral("-"));
    const QString end = u'.' + suffix;
    return file.remove(end) + end; // a name may be that of a file, with words behind it
}

} // namespace

ModelFiles::ModelFiles(ModelDocument& document, QWidget& window)
    : m_document(document)
    , m_window(window) {}

void ModelFiles::setEngine(std::shared_ptr<const Engine> engine) {
    m_engine = std::move(engine);
}

std::function<void(const Message&)> ModelFiles::reportFailure() {
    return [this](const Message& message) { Q_EMIT failed(message); };
}

void ModelFiles::newModel(const TrainingConfig& config) {
    whenNothingIsLost([this, config] {
        m_background.run(
            [engine = m_engine, config] { return engine->load(engine->create(config)); },
            [this](const ClassifierPtr& classifier) { m_document.setUntrained(classifier); },
            reportFailure());
    });
}

void ModelFiles::open() {
    whenNothingIsLost([this] {
        auto* dialog = new QFileDialog(&m_window, tr("Open a model"), {},
                                       tr("Models (*.safetensors);;All files (*)"));
        dialog->setObjectName(QStringLiteral("openDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &ModelFiles::readFile);
        dialog->open();
    });
}

void ModelFiles::openFile(const QString& file) {
    if (!QFileInfo::exists(file)) {
        readFile(file); // which tells why not, and nothing is lost by that
        return;
    }
    whenNothingIsLost([this, file] { readFile(file); });
}

void ModelFiles::readFile(const QString& file) {
    m_background.run(
        [engine = m_engine, file] { return engine->load(readModelFile(toPath(file))); },
        [this, file](const ClassifierPtr& classifier) {
            m_document.setOpened(classifier, toPath(file));
            Q_EMIT fileUsed(file);
            Q_EMIT opened(classifier->model().config);
        },
        reportFailure());
}

void ModelFiles::save() {
    saveThen([] {});
}

void ModelFiles::saveAs() {
    askForFile([] {});
}

void ModelFiles::saveThen(std::function<void()> next) {
    if (m_document.file().empty()) {
        askForFile(std::move(next));
    } else {
        writeFile(QString::fromStdU16String(m_document.file().u16string()), std::move(next));
    }
}

void ModelFiles::askForFile(std::function<void()> next) {
    auto* dialog = new QFileDialog(&m_window, tr("Save the model"), {},
                                   tr("Models (*.safetensors);;All files (*)"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("safetensors"));
    dialog->selectFile(fileNameFor(m_document.name(), QStringLiteral("safetensors")));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, next = std::move(next)](const QString& file) { writeFile(file, next); });
    dialog->open();
}

void ModelFiles::writeFile(const QString& file, std::function<void()> next) {
    const ClassifierPtr classifier = m_document.classifier();
    m_background.run(
        [classifier, file] {
            saveFile(toPath(file), toSafetensors(classifier->model()));
            return file;
        },
        [this, classifier, next = std::move(next)](const QString& written) {
            if (classifier == m_document.classifier()) { // else another model came meanwhile
                m_document.setSaved(toPath(written));
            }
            Q_EMIT fileUsed(written);
            next();
        },
        reportFailure());
}

void ModelFiles::whenNothingIsLost(std::function<void()> next) {
    if (!m_document.isUnsaved()) {
        next();
        return;
    }
    auto* question =
        new QMessageBox(QMessageBox::NoIcon, tr("Unsaved model"),
                        tr("The model \"%1\" is not saved.").arg(m_document.name()),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
    question->setObjectName(QStringLiteral("unsavedQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        m_document.wouldBeLost() ? tr("It is in no file yet, and would be lost.")
                                 : tr("Without saving it stays only in the folder of its run."));
    question->setDefaultButton(QMessageBox::Save);
    connect(question, &QDialog::finished, this, [this, next = std::move(next)](int answer) {
        if (answer == QMessageBox::Save) {
            saveThen(next);
        } else if (answer == QMessageBox::Discard) {
            next();
        }
    });
    question->open();
}

} // namespace digitlab
