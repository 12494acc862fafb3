// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_export.h"

#include "ui/charts/run_chart.h"
#include "ui/charts/run_legend.h"
#include "ui/theme.h"

#include <QBuffer>
#include <QFontInfo>
#include <QImage>
#include <QPdfWriter>

#include <qcustomplot.h>

namespace digitlab {
namespace {

constexpr int kMargin = 2 * kGrid;
constexpr int kDot = 8;
constexpr int kDotsPerInch = 96;

Theme printTheme() {
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::WindowText, Qt::black);
    Theme theme = Theme::of(light);
    theme.ground = Qt::white;
    return theme;
}

/// Where the parts of a figure lie, in device-independent pixels.
class Layout {
public:
    explicit Layout(const ChartFigure& figure)
        : m_figure(figure)
        , m_theme(printTheme())
        , m_titleFont(figure.font)
        , m_smallFont(figure.font)
        , m_plot(figure.left.plotWidget()->size().expandedTo(QSize(360, 260))) {
        m_titleFont.setBold(true);
        m_smallFont.setPointSizeF(QFontInfo(figure.font).pointSizeF() * kSmallText);
    }

    /// Draws with `painter`, or only finds out how much room is needed where there is none.
    QSize draw(QCPPainter* painter) const {
        const int title = QFontMetrics(m_titleFont).height();
        const QSize page(3 * kMargin + 2 * m_plot.width(),
                         3 * kMargin + title + m_plot.height() + drawLegend(nullptr));
        if (painter != nullptr) {
            painter->fillRect(QRect(QPoint(), page), m_theme.ground);
            int x = kMargin;
            for (RunChart* chart : {&m_figure.left, &m_figure.right}) {
                painter->setFont(m_titleFont);
                painter->setPen(m_theme.text);
                painter->drawText(QPoint(x, kMargin + QFontMetrics(m_titleFont).ascent()),
                                  chart->title());
                painter->save();
                painter->translate(x, kMargin + title);
                chart->drawTo(*painter, m_plot, m_theme);
                painter->restore();
                x += kMargin + m_plot.width();
            }
            painter->save();
            painter->translate(kMargin, 2 * kMargin + title + m_plot.height());
            drawLegend(painter);
            painter->restore();
        }
        return page;
    }

private:
    /// Lines of runs that wrap; gives their height.
    int drawLegend(QCPPainter* painter) const {
        const QFontMetrics metrics(m_smallFont);
        const int width = kMargin + 2 * m_plot.width();
        int x = 0;
        int y = 0;
        for (const RunRecord& run : m_figure.runs) {
            if (!run.visible) {
                continue;
            }
            const QString note = legendNote(run);
            const QString text = note.isEmpty() ? run.name : run.name + QStringLiteral("  ") + note;
            const int entry = kDot + kGrid + metrics.horizontalAdvance(text) + 2 * kGrid;
            if (x > 0 && x + entry > width) {
                x = 0;
                y += metrics.lineSpacing();
            }
            if (painter != nullptr) {
                painter->setAntialiasing(true);
                painter->setPen(Qt::NoPen);
                painter->setBrush(m_theme.run(run.color));
                painter->drawEllipse(QRectF(x, y + (metrics.height() - kDot) / 2.0, kDot, kDot));
                painter->setFont(m_smallFont);
                painter->setPen(m_theme.text);
                painter->drawText(QPoint(x + kDot + kGrid, y + metrics.ascent()), text);
            }
            x += entry;
        }
        return y + metrics.lineSpacing();
    }

    const ChartFigure& m_figure;
    Theme m_theme;
    QFont m_titleFont;
    QFont m_smallFont;
    QSize m_plot;
};

} // namespace

QByteArray ChartFigure::png(double scale) const {
    const Layout layout(*this);
    QImage image((QSizeF(layout.draw(nullptr)) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    {
        QCPPainter painter(&image);
        painter.setMode(QCPPainter::pmNoCaching);
        layout.draw(&painter);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray ChartFigure::pdf() const {
    const Layout layout(*this);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    const QSizeF points = QSizeF(layout.draw(nullptr)) * 72.0 / kDotsPerInch;
    writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    layout.draw(&painter);
    painter.end();
    return bytes;
}

} // namespace digitlab
