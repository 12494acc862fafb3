// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"

#include <QObject>

namespace digitlab {

class Canvas;

/// Puts pictures of digits from files on the canvas, brought to the form of MNIST's images. It
/// reads them in the background.
class PictureFiles : public QObject {
    Q_OBJECT

public:
    /// `canvas` must outlive this; its window is what dialogs belong to.
    explicit PictureFiles(Canvas& canvas);

    /// Asks for the file.
    void open();
    void openFile(const QString& file);

Q_SIGNALS:
    void opened();
    void failed(const digitlab::Message& message);

private:
    Canvas& m_canvas;
    Background m_background;
};

} // namespace digitlab
