// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/figure_label.h"
#include "ui/theme.h"

#include <QDir>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace digitlab {

namespace {

constexpr int kMessageTime = 6000; ///< milliseconds

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_model(new QLabel(this))
    , m_accuracy(new QLabel(this))
    , m_speed(new FigureLabel(this))
    , m_device(new QLabel(this))
    , m_latency(new FigureLabel(this)) {
    m_model->setObjectName(QStringLiteral("statusModel"));
    m_accuracy->setObjectName(QStringLiteral("statusAccuracy"));
    m_speed->label().setObjectName(QStringLiteral("statusSpeed"));
    m_device->setObjectName(QStringLiteral("statusDevice"));
    m_latency->label().setObjectName(QStringLiteral("statusLatency"));
    addPart(*m_model, *m_model);
    addPart(*m_accuracy, *m_accuracy);
    addPart(*m_speed, m_speed->label());
    addPart(*m_device, *m_device);
    setSmall(m_latency->label());
    m_latency->label().setContentsMargins(0, 0, 2 * kGrid, 0);
    m_latency->label().setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addPermanentWidget(m_latency);
    setSizeGripEnabled(false);
    m_speed->hide(); // until something was trained
    m_device->setText(tr("loading the engine …"));
}

/// Adds a widget whose text this label shows.
void StatusLine::addPart(QWidget& widget, QLabel& label) {
    label.setContentsMargins(kGrid, 0, kGrid, 0);
    label.setTextFormat(Qt::PlainText);
    setSmall(label);
    addWidget(&widget);
}

void StatusLine::showModel(const QString& name, std::optional<double> accuracy) {
    m_model->setText(name);
    m_accuracy->setText(
        accuracy ? tr("test accuracy %1 %").arg(QLocale().toString(*accuracy * 100, 'f', 2))
                 : tr("not scored yet"));
}

void StatusLine::showSpeed(double imagesPerSecond) {
    if (currentMessage().isEmpty()) { // else it would be painted over the message
        m_speed->show();
    }
    m_speed->showSoon(
        tr("%1 images/s").arg(QLocale().toString(std::round(imagesPerSecond), 'f', 0)));
}

void StatusLine::hideSpeed() {
    m_speed->hide();
}

void StatusLine::showDevice(const QString& device) {
    m_device->setText(device);
}

void StatusLine::showSaved(const QString& file) {
    const QString path =
        fontMetrics().elidedText(QDir::toNativeSeparators(file), Qt::ElideMiddle, width() / 2);
    showMessage(tr("Saved %1").arg(path), kMessageTime);
}

void StatusLine::showLatency(double milliseconds) {
    m_latency->showSoon(tr("ink to answer %1 ms").arg(QLocale().toString(milliseconds, 'f', 1)));
}

} // namespace digitlab
