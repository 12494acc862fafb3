// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QFontInfo>
#include <QPalette>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <array>

namespace digitlab {

Theme Theme::of(const QPalette& palette) {
    Theme theme;
    // By the text alone: a style sheet may have made the background transparent.
    theme.dark = palette.color(QPalette::Active, QPalette::WindowText).lightness() > 128;
    if (theme.dark) {
        theme.surface = QColor(0x1e, 0x22, 0x27);
        theme.ground = QColor(0x17, 0x19, 0x1d);
        theme.field = QColor(0x2a, 0x2e, 0x34);
        theme.line = QColor(0x33, 0x38, 0x3f);
        theme.text = QColor(0xe8, 0xea, 0xed);
        theme.muted = QColor(0x9a, 0xa0, 0xa8);
        theme.accent = QColor(0x56, 0xb4, 0xe9);
        theme.onAccent = QColor(0x10, 0x14, 0x18);
        theme.second = QColor(0xe6, 0x9f, 0x00);
        theme.error = QColor(0xff, 0x8a, 0x65);
        theme.ink = QColor(0xf4, 0xf5, 0xf7);
    } else {
        theme.surface = QColor(0xff, 0xff, 0xff);
        theme.ground = QColor(0xf5, 0xf6, 0xf8);
        theme.field = QColor(0xee, 0xf0, 0xf3);
        theme.line = QColor(0xde, 0xe1, 0xe6);
        theme.text = QColor(0x1b, 0x1f, 0x24);
        theme.muted = QColor(0x66, 0x6d, 0x76);
        theme.accent = QColor(0x00, 0x72, 0xb2);
        theme.onAccent = QColor(0xff, 0xff, 0xff);
        theme.second = QColor(0xe6, 0x9f, 0x00);
        theme.error = QColor(0xb3, 0x3a, 0x00);
        theme.ink = QColor(0x1b, 0x1f, 0x24);
    }
    return theme;
}

QColor Theme::run(int index) const {
    // Okabe and Ito (2008), https://jfly.uni-koeln.de/color
    static const std::array<QColor, 6> onLight = {
        QColor(0x00, 0x72, 0xb2), QColor(0xcc, 0x79, 0xa7), QColor(0x00, 0x9e, 0x73),
        QColor(0xd5, 0x5e, 0x00), QColor(0xe6, 0x9f, 0x00), QColor(0x56, 0xb4, 0xe9)};
    static const std::array<QColor, 6> onDark = {
        QColor(0x56, 0xb4, 0xe9), QColor(0xcc, 0x79, 0xa7), QColor(0x00, 0x9e, 0x73),
        QColor(0xe6, 0x9f, 0x00), QColor(0xd5, 0x5e, 0x00), QColor(0xf0, 0xe4, 0x42)};
    const auto& colors = dark ? onDark : onLight;
    return colors[static_cast<std::size_t>(index) % colors.size()];
}

void setStyleProperty(QWidget& widget, const char* name, bool value) {
    if (widget.property(name).toBool() == value) {
        return;
    }
    widget.setProperty(name, value);
    if (widget.testAttribute(Qt::WA_WState_Polished)) {
        // It is already styled, and has to be told that its property counts now.
        widget.style()->unpolish(&widget);
        widget.style()->polish(&widget);
    }
}

void setSmall(QWidget& widget) {
    setStyleProperty(widget, "small", true);
}

QFont smallFont(const QWidget& widget) {
    QFont font = widget.font();
    font.setPointSizeF(QFontInfo(font).pointSizeF() * kSmallText);
    return font;
}

} // namespace digitlab
