// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/stopped_run.h"

#include <QDialog>

#include <vector>

class QAbstractButton;
class QLabel;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace digitlab {

/// Lists the runs that were stopped, for one of them to be resumed.
class StoppedRunsDialog : public QDialog {
    Q_OBJECT

public:
    explicit StoppedRunsDialog(QWidget* parent = nullptr);

    /// The first of them is selected. Until this is called it says that it looks for them.
    void setRuns(std::vector<StoppedRun> runs);

Q_SIGNALS:
    void chosen(const std::filesystem::path& folder);
    /// The person looks for a run that is not listed.
    void otherRequested();

private:
    void layOut();
    void addRun(const StoppedRun& run);
    void choose();

    QTreeWidget* m_list;
    QLabel* m_text; ///< where there is nothing to list
    QStackedLayout* m_pages;
    QAbstractButton* m_resume = nullptr;
    std::vector<StoppedRun> m_runs; ///< by row
};

} // namespace digitlab
