// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/background.h"

#include <QObject>

namespace digitlab {

class TrainingCharts;
enum class ExportFormat;

/// Writes the charts, or their numbers, to a file that the person names.
class ChartExport : public QObject {
    Q_OBJECT

public:
    /// `charts` must outlive this.
    explicit ChartExport(TrainingCharts& charts);

    void exportAs(ExportFormat format);

Q_SIGNALS:
    void written(const QString& file);
    void failed(const digitlab::Message& message);

private:
    void write(const QString& file, const QByteArray& bytes);

    TrainingCharts& m_charts;
    Background m_background;
};

} // namespace digitlab
