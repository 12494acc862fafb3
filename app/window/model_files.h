// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"
#include "app/window/model_document.h"

#include <QObject>

#include <functional>

class QWidget;

namespace digitlab {

/// The File commands on the model in use: new, open, save, save as. It asks before an unsaved model
/// is lost, and reads and writes in the background.
class ModelFiles : public QObject {
    Q_OBJECT

public:
    /// `window` is what dialogs belong to.
    ModelFiles(ModelDocument& document, QWidget& window);

    void setEngine(std::shared_ptr<const Engine> engine);

    void newModel(const TrainingConfig& config);
    /// Asks for the file.
    void open();
    void openFile(const QString& file);
    void save();
    void saveAs();

    /// Goes on with `next` at once, or after asking where the model in use is unsaved; not at all
    /// where the person thinks better of it or saving fails.
    void whenNothingIsLost(std::function<void()> next);

Q_SIGNALS:
    /// A model was opened from or saved to this file.
    void fileUsed(const QString& file);
    /// A model with this configuration was opened.
    void opened(const digitlab::TrainingConfig& config);
    void failed(const digitlab::Message& message);

private:
    void readFile(const QString& file);
    void askForFile(std::function<void()> next);
    void writeFile(const QString& file, std::function<void()> next);
    void saveThen(std::function<void()> next);
    std::function<void(const Message&)> reportFailure();

    ModelDocument& m_document;
    QWidget& m_window;
    std::shared_ptr<const Engine> m_engine;
    Background m_background;
};

} // namespace digitlab
