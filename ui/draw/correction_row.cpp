// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/correction_row.h"

#include "ui/draw/digit_buttons.h"
#include "ui/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace digitlab {

CorrectionRow::CorrectionRow(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_digits(new DigitButtons(tr("Say which digit it was, and keep it"),
                                tr("It was a %1: keep it in my digits"), this))
    , m_takeBack(new QAction(tr("Do not keep it"), this))
    , m_takeBackButton(new QToolButton(this)) {
    m_text->setObjectName(QStringLiteral("correction"));
    setSmall(*m_text);
    m_takeBack->setObjectName(QStringLiteral("takeBack"));
    m_takeBack->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    m_takeBack->setToolTip(tr("Take the drawing out of my digits again (%1)")
                               .arg(m_takeBack->shortcut().toString(QKeySequence::NativeText)));
    m_takeBack->setIconText(tr("Undo")); // what the button shows
    m_takeBackButton->setObjectName(QStringLiteral("takeBackButton"));
    m_takeBackButton->setDefaultAction(m_takeBack);
    m_takeBackButton->setAccessibleName(m_takeBack->text());
    m_takeBackButton->setFocusPolicy(Qt::TabFocus);
    setSmall(*m_takeBackButton);
    addActions(m_digits->actions());
    addAction(m_takeBack);

    QSizePolicy keepsItsRoom = m_takeBackButton->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_takeBackButton->setSizePolicy(keepsItsRoom);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_text, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_takeBackButton, 0, 1);
    grid->addWidget(m_digits, 1, 0, 1, 2);

    connect(m_digits, &DigitButtons::chosen, this, &CorrectionRow::chosen);
    connect(m_takeBack, &QAction::triggered, this, &CorrectionRow::takenBack);
    showNothing();
}

void CorrectionRow::showNothing() {
    show(tr("It was a"), {}, false);
}

void CorrectionRow::showPicture() {
    show(tr("A picture cannot be kept"), {}, false);
}

void CorrectionRow::showQuestion() {
    show(tr("It was a"), {}, true);
}

void CorrectionRow::showKept(int digit, int count) {
    show(tr("Kept as a %1 · %2 in my digits").arg(digit).arg(QLocale().toString(count)), digit,
         true);
}

void CorrectionRow::show(const QString& text, std::optional<int> kept, bool canKeep) {
    m_text->setText(text);
    m_digits->setEnabled(canKeep);
    m_digits->setMarked(kept);
    m_takeBack->setEnabled(kept.has_value());
    m_takeBackButton->setVisible(kept.has_value());
}

} // namespace digitlab
