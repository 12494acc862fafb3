// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"
#include "app/window/digit_export.h"

#include <QObject>

namespace digitlab {

class MyDigitsDocument;

/// The dialog "My digits" on the digits that the person keeps: one at a time.
class MyDigitsBrowser : public QObject {
    Q_OBJECT

public:
    /// `window` is what the dialog belongs to. Both must outlive this.
    MyDigitsBrowser(MyDigitsDocument& document, QWidget& window);

    void show();

Q_SIGNALS:
    void exported(const QString& file);
    /// What went wrong when the dialog was closed already.
    void failed(const digitlab::Message& message);

private:
    void connectDialog(MyDigitsDialog& dialog);
    void askForImport(MyDigitsDialog& dialog);
    void import(const std::filesystem::path& file, MyDigitsDialog& dialog);

    MyDigitsDocument& m_document;
    QWidget& m_window;
    DigitExport m_export;
    Background m_background;
};

} // namespace digitlab
