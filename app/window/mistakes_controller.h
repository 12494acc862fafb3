// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"
#include "core/evaluation/examination.h"

#include <QObject>

#include <memory>
#include <stop_token>
#include <string>

namespace digitlab {

class Classifier;
class MainWindow;
class ModelDocument;

/// Shows in the window what the model in use misreads. It has the test images read when somebody
/// looks at them, once for each model, in the background.
class MistakesController : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    MistakesController(MainWindow& window, ModelDocument& document);
    ~MistakesController() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The images that a model is scored on, by the name of their data set.
    struct TestImages {
        std::string dataset;
        std::shared_ptr<const LabelledImages> images;
    };
    /// How one reading of them ended.
    struct Examined {
        TestImages set;
        std::optional<Examination> examination; ///< nothing where it was stopped
    };

    /// Those of the data set at hand; read where they are not known. Throws Error.
    static TestImages testImages(const TestImages& known);

    void refresh();
    void stopReading();
    void readTestImages();
    void show(const Examined& examined);
    [[nodiscard]] QString caption() const;

    MainWindow& m_window;
    ModelDocument& m_document;
    std::shared_ptr<const Classifier> m_examined; ///< that read, or reads, the images
    QString m_result;                             ///< how it read them; empty until it has
    TestImages m_set;
    std::stop_source m_stop; ///< of the reading under way
    Background m_background;
};

} // namespace digitlab
