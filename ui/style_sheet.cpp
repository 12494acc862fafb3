// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QFontInfo>

#include <utility>

namespace digitlab {

namespace {

// Names that begin with @ stand for the theme's colours and are replaced below. Distances are in
// device-independent pixels.
constexpr const char* kSurfaces = R"(
QMainWindow, QDialog, QDockWidget { background: @surface; }
digitlab--DrawPanel, digitlab--SettingsPanel { background: @surface; }
QWidget#centre { background: @ground; }
QLabel, QCheckBox, QRadioButton, QGroupBox { color: @text; background: transparent; }
QLabel[changed="true"] { color: @strong; }
QLabel:disabled, QCheckBox:disabled { color: @muted; }
QLabel[small="true"] { color: @muted; font-size: @smallpt; }
QLabel[role="error"] { color: @error; font-size: @smallpt; }
QLabel[role="heading"] { color: @muted; font-size: @smallpt; font-weight: 600; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QToolTip { color: @text; background: @surface; border: 1px solid @line; padding: 4px 6px; }
)";

constexpr const char* kButtons = R"(
QPushButton {
    color: @text; background: @field; border: 1px solid @field; border-radius: 6px;
    padding: 4px 11px; min-height: 18px;
}
QPushButton:hover { border-color: @line; background: @line; }
QPushButton:pressed { border-color: @muted; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; }
QPushButton:checked { color: @accent; border-color: @accent; }
QPushButton:flat { color: @muted; background: transparent; border-color: transparent; }
QPushButton:flat:hover { color: @text; background: @field; }
QPushButton:flat:focus { border-color: @accent; }
QPushButton:flat:disabled { color: @faint; }
QPushButton[role="accent"] { color: @onAccent; background: @accent; border-color: @accent; font-weight: 600; }
QPushButton[role="accent"]:hover { background: @strong; border-color: @strong; }
QPushButton[role="accent"]:focus { border-color: @text; }
QPushButton[role="accent"]:disabled { color: @muted; background: @field; border-color: @field; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolButton {
    color: @muted; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 2px 1px;
}
QToolButton:hover { color: @text; background: @field; }
QToolButton:pressed { background: @line; }
QToolButton:checked { color: @accent; background: @field; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton[small="true"] { font-size: @smallpt; }
QToolButton[role="digit"] { color: @text; background: @field; }
QToolButton[role="digit"]:hover { border-color: @line; background: @line; }
QToolButton[role="digit"]:checked { color: @onAccent; background: @accent; font-weight: 600; }
QToolButton[role="digit"]:focus { border-color: @accent; }
QToolButton[role="digit"]:checked:focus { border-color: @text; }
QToolButton[role="digit"]:disabled { color: @faint; }
QToolButton[popupMode="2"] { padding-right: 5px; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolBar { background: @surface; border: none; border-bottom: 1px solid @line; spacing: 4px; padding: 4px 12px; }
QToolBar QToolButton { color: @text; padding: 4px 9px; }
QToolBar QToolButton:disabled { color: @faint; }
QToolBar QToolButton[role="accent"] { color: @onAccent; background: @accent; border-radius: 6px; }
QToolBar QToolButton[role="accent"]:hover { background: @strong; }
QToolBar QToolButton[role="accent"]:disabled { color: @muted; background: @field; }
QToolBar QLabel#appName { font-weight: 600; padding: 0 16px 0 4px; }
QToolBar::separator { background: @line; width: 1px; margin: 6px 4px; }
)";

constexpr const char* kFields = R"(
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    color: @text; background: @field; border: 1px solid @line; border-radius: 5px;
    selection-color: @onAccent; selection-background-color: @accent;
}
QLineEdit, QAbstractSpinBox, QComboBox { padding: 2px 7px; min-height: 18px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border-color: @accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @faint; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border-color: @error; }
QAbstractSpinBox { padding-right: 2px; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    background: transparent; border: none; width: 16px; subcontrol-origin: border;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; margin-right: 3px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; margin-right: 3px; }
QAbstractSpinBox::up-arrow { image: url(:/digitlab/icons/up.png); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url(:/digitlab/icons/down.png); width: 8px; height: 8px; }
QAbstractSpinBox[buttonSymbols="2"]::up-button, QAbstractSpinBox[buttonSymbols="2"]::down-button { width: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/digitlab/icons/down.png); width: 8px; height: 8px; }
QComboBox QAbstractItemView {
    color: @text; background: @surface; border: 1px solid @line; outline: none; padding: 2px;
    selection-color: @text; selection-background-color: @field;
}
QComboBox QAbstractItemView::item { min-height: 22px; }
QCheckBox, QRadioButton { spacing: 7px; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid @muted; border-radius: 4px; background: @field;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: @accent; border-color: @accent; }
QCheckBox::indicator:checked { image: url(:/digitlab/icons/check-@mode.png); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus { border-color: @text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @field; }
QSlider { min-height: 18px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @line; }
QSlider::sub-page:horizontal { border-radius: 2px; background: @muted; }
QSlider::handle:horizontal { width: 12px; margin: -4px 0; border-radius: 6px; background: @muted; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { background: @accent; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: @line; }
QProgressBar { color: @muted; background: @field; border: none; border-radius: 3px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

// In a QTreeView the selection's background colours only the frame of the row that has the focus.
constexpr const char* kViews = R"(
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabWidget, QTabWidget > QStackedWidget, QTabWidget > QStackedWidget > QWidget { background: transparent; }
QTabWidget::tab-bar { left: 16px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    color: @muted; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 6px 0px; margin-right: 20px;
}
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QAbstractItemView {
    color: @text; background: transparent; alternate-background-color: @field; border: none;
    gridline-color: @line; selection-color: @text; selection-background-color: @field;
}
QTreeView { selection-background-color: @accent; }
QTreeView::item { padding: 4px 14px 4px 3px; border: none; }
QTreeView::item:hover { background: @field; }
QTreeView::item:selected { color: @text; background: @line; }
QHeaderView::section { color: @muted; background: transparent; border: none; padding: 4px 9px 4px 6px; }
QHeaderView::section:hover { color: @text; }
QHeaderView::up-arrow, QHeaderView::down-arrow {
    width: 8px; height: 8px; subcontrol-origin: border; subcontrol-position: right center; right: 3px;
}
QHeaderView::up-arrow { image: url(:/digitlab/icons/up.png); }
QHeaderView::down-arrow { image: url(:/digitlab/icons/down.png); }
QTableCornerButton::section { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenuBar { color: @text; background: @surface; }
QMenuBar::item { background: transparent; padding: 4px 8px; }
QMenuBar::item:selected { background: @field; }
QMenu { color: @text; background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: @field; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QStatusBar { color: @muted; background: @surface; border-top: 1px solid @line; font-size: @smallpt; }
QStatusBar QLabel { color: @muted; font-size: @smallpt; padding-left: 14px; }
QStatusBar::item { border: none; }
)";

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return qRound(x + share * (y - x)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

QString styleSheetOf(const Theme& theme) {
    const double points = QFontInfo(QApplication::font()).pointSizeF() * kSmallText;
    const std::pair<const char*, QString> values[] = {
        {"@surface", theme.surface.name()},
        {"@ground", theme.ground.name()},
        {"@field", theme.field.name()},
        {"@line", theme.line.name()},
        {"@text", theme.text.name()},
        {"@muted", theme.muted.name()},
        {"@faint", mixed(theme.muted, theme.surface, 0.45).name()},
        {"@accent", theme.accent.name()},
        {"@strong", mixed(theme.accent, theme.text, 0.18).name()},
        {"@onAccent", theme.onAccent.name()},
        {"@error", theme.error.name()},
        {"@smallpt", QString::number(points, 'f', 2) + QStringLiteral("pt")},
        {"@mode", theme.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    QString sheet = QLatin1String(kSurfaces) + QLatin1String(kButtons) + QLatin1String(kFields) +
                    QLatin1String(kViews);
    for (const auto& [name, value] : values) {
        sheet.replace(QLatin1String(name), value);
    }
    return sheet;
}

} // namespace digitlab
