// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QApplication;

namespace digitlab {

/// Dresses the application: Qt's style "Fusion" with our style sheet, light or dark after the
/// desktop's palette (also when that changes) or as the person chose.
class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QApplication& app);

    /// "light", "dark", or anything else for the desktop's.
    void choose(const QString& appearance);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyStyleSheet();

    QApplication& m_app;
};

} // namespace digitlab
