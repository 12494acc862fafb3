// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/chart_export.h"

#include "app/files/save_file.h"
#include "ui/charts/training_charts.h"

#include <QFileDialog>

namespace digitlab {

namespace {

constexpr double kPngScale = 2; // sharp enough for print and slides

QByteArray bytesOf(const TrainingCharts& charts, ExportFormat format) {
    switch (format) {
    case ExportFormat::Png:
        return charts.toPng(kPngScale);
    case ExportFormat::Pdf:
        return charts.toPdf();
    case ExportFormat::Csv:
        return charts.toCsv();
    }
    return {};
}

QString suffixOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::Png:
        return QStringLiteral("png");
    case ExportFormat::Pdf:
        return QStringLiteral("pdf");
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    }
    return {};
}

} // namespace

ChartExport::ChartExport(TrainingCharts& charts)
    : m_charts(charts) {}

void ChartExport::exportAs(ExportFormat format) {
    const QString suffix = suffixOf(format);
    auto* dialog = new QFileDialog(&m_charts, tr("Export the charts"), {},
                                   QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(QStringLiteral("digitlab-charts.") + suffix);
    // As they are now: a run may go on while the dialog is open.
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bytes = bytesOf(m_charts, format)](const QString& file) { write(file, bytes); });
    dialog->open();
}

void ChartExport::write(const QString& file, const QByteArray& bytes) {
    m_background.run(
        [file, bytes] {
            saveFile(file.toStdU16String(),
                     std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
            return file;
        },
        [this](const QString& done) { Q_EMIT written(done); },
        [this](const Message& message) { Q_EMIT failed(message); });
}

} // namespace digitlab
