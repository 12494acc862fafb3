// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/stopped_runs_dialog.h"

#include "ui/settings/config_text.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QTreeWidget>

#include <utility>

namespace digitlab {

namespace {

constexpr QSize kFirstSize{560, 360};
enum Column { Time, Config, Epoch, Accuracy, Columns };

} // namespace

StoppedRunsDialog::StoppedRunsDialog(QWidget* parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
    , m_text(new QLabel(tr("Looking for stopped runs …"), this))
    , m_pages(new QStackedLayout) {
    setObjectName(QStringLiteral("stoppedRuns"));
    setWindowTitle(tr("Resume a run"));
    resize(kFirstSize);
    m_list->setColumnCount(Columns);
    m_list->setHeaderLabels({tr("Stopped"), tr("Settings"), tr("Epoch"), tr("Validation")});
    m_list->setAccessibleName(tr("Stopped runs"));
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    layOut();
    connect(m_list, &QTreeWidget::itemActivated, this, &StoppedRunsDialog::choose);
    connect(m_list, &QTreeWidget::currentItemChanged, m_resume,
            [this](const QTreeWidgetItem* item) { m_resume->setEnabled(item != nullptr); });
}

void StoppedRunsDialog::layOut() {
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_list);

    auto* other = new QPushButton(tr("Other …"), this);
    other->setObjectName(QStringLiteral("otherRun"));
    other->setToolTip(tr("Choose the checkpoint of a run somewhere else"));
    other->setAutoDefault(false);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto* resume = new QPushButton(tr("Resume"), this);
    resume->setObjectName(QStringLiteral("resumeChosen"));
    resume->setProperty("role", "accent");
    resume->setDefault(true);
    resume->setEnabled(false);
    m_resume = resume;
    connect(other, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT otherRequested();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(resume, &QPushButton::clicked, this, &StoppedRunsDialog::choose);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(other);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(resume);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(m_pages, 1);
    column->addLayout(buttons);
}

void StoppedRunsDialog::setRuns(std::vector<StoppedRun> runs) {
    m_runs = std::move(runs);
    m_list->clear();
    for (const StoppedRun& run : m_runs) {
        addRun(run);
    }
    for (int column = 0; column < Columns; ++column) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, m_list->columnWidth(column) + 2 * kGrid);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_text->setText(tr("No run waits to be resumed. Stop one before its last epoch is over, and "
                       "it is listed here."));
    m_pages->setCurrentWidget(m_runs.empty() ? static_cast<QWidget*>(m_text) : m_list);
    m_list->setFocus();
}

void StoppedRunsDialog::addRun(const StoppedRun& run) {
    auto* item = new QTreeWidgetItem(m_list);
    item->setText(Time, timeText(run.time));
    item->setText(Config, configText(run.config));
    item->setText(Epoch, tr("%1 of %2").arg(run.epoch).arg(run.config.epochs));
    if (run.validationAccuracy) {
        item->setText(Accuracy,
                      tr("%1 %").arg(QLocale().toString(*run.validationAccuracy * 100, 'f', 2)));
    }
    const QString folder = QString::fromStdU16String(run.folder.u16string());
    for (int column = 0; column < Columns; ++column) {
        item->setToolTip(column, folder);
    }
}

void StoppedRunsDialog::choose() {
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row >= 0) {
        accept();
        Q_EMIT chosen(m_runs[static_cast<std::size_t>(row)].folder);
    }
}

} // namespace digitlab
