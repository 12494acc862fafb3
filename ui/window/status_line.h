// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

#include <optional>

class QLabel;

namespace digitlab {

class FigureLabel;

/// The line at the bottom: model, test accuracy, speed, device; at the right the time from ink to
/// answer.
class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// `accuracy` from 0 to 1.
    void showModel(const QString& name, std::optional<double> accuracy);
    void showSpeed(double imagesPerSecond);
    void hideSpeed();
    void showDevice(const QString& device);
    /// Tells for some seconds, in place of all but the latency, where something was saved.
    void showSaved(const QString& file);
    void showLatency(double milliseconds);

private:
    void addPart(QWidget& widget, QLabel& label);

    QLabel* m_model;
    QLabel* m_accuracy;
    FigureLabel* m_speed;
    QLabel* m_device;
    FigureLabel* m_latency;
};

} // namespace digitlab
