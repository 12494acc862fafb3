// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"
#include "core/data/my_digits.h"
#include "ui/mydigits/my_digits_dialog.h"

#include <QObject>

class QWidget;

namespace digitlab {

/// Writes kept digits to a place that the person names: as they were drawn (stroke file), or as the
/// network sees them (a pair of IDX files, a picture of all).
class DigitExport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `window` is what the dialog belongs to.
    void exportAs(DigitFileFormat format, const MyDigits& digits, QWidget& window);

Q_SIGNALS:
    void written(const QString& file);
    void failed(const digitlab::Message& message);

private:
    Background m_background;
};

/// Writes the digits to a file or, as IDX files, into a folder. Throws Error where that fails.
void writeDigits(DigitFileFormat format, const MyDigits& digits, const std::filesystem::path& to);

} // namespace digitlab
