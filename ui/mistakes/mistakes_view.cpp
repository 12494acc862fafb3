// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mistakes/mistakes_view.h"

#include "ui/mistakes/confusion_matrix.h"
#include "ui/mistakes/mistake_list_model.h"
#include "ui/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>
#include <iterator>

namespace digitlab {

namespace {

constexpr QSize kCell{72, 84};

QString numberOf(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

/// Those of a cell; on the diagonal, of its row.
std::vector<Mistake> mistakesIn(const std::vector<Mistake>& mistakes, const ConfusionCell& cell) {
    std::vector<Mistake> found;
    std::ranges::copy_if(mistakes, std::back_inserter(found), [&cell](const Mistake& mistake) {
        return mistake.truth == cell.truth &&
               (cell.truth == cell.answer || mistake.answer == cell.answer);
    });
    return found;
}

} // namespace

MistakesView::MistakesView(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_nothing(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_which(new QLabel(this))
    , m_matrix(new ConfusionMatrix(this))
    , m_model(new MistakeListModel(this))
    , m_list(new QListView(this))
    , m_toCanvas(new QAction(tr("To the canvas"), this)) {
    setSmall(*m_nothing);
    m_nothing->setObjectName(QStringLiteral("noMistakes"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(makeExaminationPage());
    connect(m_matrix, &ConfusionMatrix::cellChosen, this, &MistakesView::showMistakes);
    connect(m_list, &QListView::activated, this, &MistakesView::chooseImage);
    connect(m_toCanvas, &QAction::triggered, this, &MistakesView::chooseImage);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_toCanvas->setEnabled(m_list->selectionModel()->hasSelection()); });
    showNothing({});
}

QWidget* MistakesView::makeExaminationPage() {
    auto* page = new QWidget(this);
    m_matrix->setObjectName(QStringLiteral("confusion"));
    m_caption->setObjectName(QStringLiteral("examined"));
    m_which->setObjectName(QStringLiteral("listed"));
    for (QLabel* label : {m_caption, m_which}) {
        setSmall(*label);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // rather cut than wide
    }
    m_list->setObjectName(QStringLiteral("mistakes"));
    m_list->setAccessibleName(tr("Misread digits"));
    m_list->setModel(m_model);
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setGridSize(kCell);
    m_toCanvas->setToolTip(tr("See the selected image on the canvas, and draw on it (Return, or a "
                              "double click)"));
    m_toCanvas->setEnabled(false);
    auto* button = new QToolButton(page);
    button->setObjectName(QStringLiteral("toCanvas"));
    button->setDefaultAction(m_toCanvas);
    setSmall(*button);

    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    grid->setHorizontalSpacing(3 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    grid->addWidget(m_caption, 0, 0);
    grid->addWidget(m_which, 0, 1);
    grid->addWidget(button, 0, 2);
    grid->addWidget(m_matrix, 1, 0);
    grid->addWidget(m_list, 1, 1, 1, 2);
    return page;
}

void MistakesView::showExamination(const Examination& examination, const QString& caption) {
    m_examination = examination;
    setCaption(caption);
    m_matrix->setScores(examination.scores);
    showMistakes();
    m_pages->setCurrentIndex(1);
}

void MistakesView::setCaption(const QString& caption) {
    m_caption->setText(caption);
    m_caption->setToolTip(caption); // it may be cut off
}

void MistakesView::showNothing(const QString& text) {
    m_nothing->setText(text);
    m_pages->setCurrentIndex(0);
}

void MistakesView::showMistakes() {
    const auto cell = m_matrix->chosen();
    const auto mistakes = cell ? mistakesIn(m_examination.mistakes, *cell) : m_examination.mistakes;
    const QString count = numberOf(std::ssize(mistakes));
    if (!cell) {
        m_which->setText(tr("%1 of %2 misread, the most certain first")
                             .arg(count, numberOf(m_examination.scores.count)));
    } else if (cell->truth == cell->answer) {
        m_which->setText(tr("%1 misread: %2").arg(QString::number(cell->truth), count));
    } else {
        m_which->setText(
            tr("%1 read as %2: %3")
                .arg(QString::number(cell->truth), QString::number(cell->answer), count));
    }
    m_model->setMistakes(m_examination.set, mistakes);
    m_toCanvas->setEnabled(false);
}

void MistakesView::chooseImage() {
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid()) {
        Q_EMIT imageChosen(m_model->imageAt(index));
    }
}

} // namespace digitlab
