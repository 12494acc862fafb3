// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/my_digits_browser.h"

#include "app/window/my_digits_document.h"
#include "core/data/stroke_file.h"
#include "core/error.h"
#include "ui/text.h"

#include <QFileDialog>
#include <QPointer>

namespace digitlab {

namespace {

/// All digits of a stroke file, of which there is at least one. Throws Error.
std::vector<StrokeSample> digitsOf(const std::filesystem::path& file) {
    std::vector<StrokeSample> samples = readStrokeFile(file);
    if (samples.empty()) {
        throw Error(Message(DIGITLAB_TEXT("core", "%1 holds no ink to import; at least one line "
                                                  "was expected."),
                            {file.string()}));
    }
    return samples;
}

} // namespace

MyDigitsBrowser::MyDigitsBrowser(MyDigitsDocument& document, QWidget& window)
    : m_document(document)
    , m_window(window) {
    connect(&m_export, &DigitExport::written, this, &MyDigitsBrowser::exported);
    connect(&m_export, &DigitExport::failed, this, [this](const Message& message) {
        if (auto* dialog = m_window.findChild<MyDigitsDialog*>()) {
            dialog->showProblem(translated(message));
        } else {
            Q_EMIT failed(message);
        }
    });
}

void MyDigitsBrowser::show() {
    auto* dialog = m_window.findChild<MyDigitsDialog*>();
    if (dialog == nullptr) {
        dialog = new MyDigitsDialog(&m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connectDialog(*dialog);
    }
    m_document.refresh();
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MyDigitsBrowser::connectDialog(MyDigitsDialog& dialog) {
    const auto showDigits = [this, &dialog] {
        dialog.setDigits(m_document.digits());
        dialog.setCanUndo(m_document.canUndo());
    };
    showDigits();
    connect(&m_document, &MyDigitsDocument::changed, &dialog, showDigits);
    connect(&m_document, &MyDigitsDocument::reloaded, &dialog, &MyDigitsDialog::clearSelection);
    const auto showProblem = [&dialog](const Message& message) {
        dialog.showProblem(translated(message));
    };
    connect(&m_document, &MyDigitsDocument::failed, &dialog, showProblem);
    connect(&m_document, &MyDigitsDocument::outdated, &dialog, [&dialog] {
        dialog.showProblem(tr("Another program has changed these digits; here they are as they are "
                              "now. Please choose again."));
    });
    connect(&dialog, &MyDigitsDialog::relabelRequested, this,
            [this](const std::vector<std::size_t>& chosen, int label) {
                m_document.changeShown(chosen, [label](MyDigits& digits, const auto& places) {
                    for (const std::size_t place : places) {
                        digits.relabel(place, label);
                    }
                });
            });
    connect(&dialog, &MyDigitsDialog::removeRequested, this,
            [this](const std::vector<std::size_t>& chosen) {
                m_document.changeShown(
                    chosen, [](MyDigits& digits, const auto& places) { digits.remove(places); });
            });
    connect(&dialog, &MyDigitsDialog::undoRequested, &m_document, &MyDigitsDocument::undo);
    connect(&dialog, &MyDigitsDialog::importRequested, this,
            [this, &dialog] { askForImport(dialog); });
    connect(&dialog, &MyDigitsDialog::exportRequested, this,
            [this, &dialog](DigitFileFormat format) {
                m_export.exportAs(format, m_document.latestDigits(), dialog);
            });
}

void MyDigitsBrowser::askForImport(MyDigitsDialog& dialog) {
    auto* files = new QFileDialog(&dialog, tr("Import digits"), {},
                                  tr("Stroke files (*.jsonl);;All files (*)"));
    files->setObjectName(QStringLiteral("importDialog"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this,
            [this, &dialog](const QString& file) { import(file.toStdU16String(), dialog); });
    files->open();
}

/// All of a file or nothing.
void MyDigitsBrowser::import(const std::filesystem::path& file, MyDigitsDialog& dialog) {
    const QPointer shown(&dialog);
    m_background.run([file] { return digitsOf(file); },
                     [this](const std::vector<StrokeSample>& samples) {
                         m_document.change([samples](MyDigits& digits) {
                             for (const StrokeSample& sample : samples) {
                                 digits.add(sample);
                             }
                         });
                     },
                     [this, shown](const Message& message) {
                         if (shown) {
                             shown->showProblem(translated(message));
                         } else { // it was closed meanwhile
                             Q_EMIT failed(message);
                         }
                     });
}

} // namespace digitlab
