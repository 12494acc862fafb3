// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/appearance.h"

#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QStyleFactory>

namespace digitlab {

namespace {

/// A palette that is light or dark, in the colours of our theme.
QPalette makePalette(bool dark) {
    QPalette palette;
    palette.setColor(QPalette::WindowText, dark ? Qt::white : Qt::black);
    const Theme theme = Theme::of(palette);
    palette.setColor(QPalette::Window, theme.surface);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.ground);
    palette.setColor(QPalette::Button, theme.field);
    palette.setColor(QPalette::ToolTipBase, theme.field);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, theme.text);
        palette.setColor(QPalette::Disabled, role, theme.muted);
    }
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    return palette;
}

} // namespace

Appearance::Appearance(QApplication& app)
    : m_app(app) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    applyStyleSheet();
    app.installEventFilter(this);
}

void Appearance::choose(const QString& appearance) {
    if (appearance == QLatin1String("dark") || appearance == QLatin1String("light")) {
        QApplication::setPalette(makePalette(appearance == QLatin1String("dark")));
    } else {
        QApplication::setPalette(QPalette()); // the desktop's again
    }
}

bool Appearance::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_app && event->type() == QEvent::ApplicationPaletteChange) {
        applyStyleSheet();
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::applyStyleSheet() {
    const QString sheet = styleSheetOf(Theme::of(QApplication::palette()));
    if (m_app.styleSheet() != sheet) {
        m_app.setStyleSheet(sheet);
    }
}

} // namespace digitlab
