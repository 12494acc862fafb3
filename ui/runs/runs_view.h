// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/kept_run.h"

#include <QWidget>

#include <vector>

class QKeyEvent;
class QKeySequence;
class QSortFilterProxyModel;
class QStackedLayout;
class QTreeView;

namespace digitlab {

class RunTableModel;

/// The runs that are kept on disk, to be compared and used again. It shows what it is given, and
/// asks for each thing that is to be done with the selected ones.
class RunsView : public QWidget {
    Q_OBJECT

public:
    explicit RunsView(QWidget* parent = nullptr);

    /// What was selected stays selected, where it is still there.
    void setRuns(std::vector<KeptRun> runs);
    /// Whether nothing is in training, so that a model can be opened and a run resumed.
    void setIdle(bool idle);

    /// The selected runs, as they are listed.
    [[nodiscard]] std::vector<KeptRun> selected() const;

Q_SIGNALS:
    /// It came into view: now the list should be up to date.
    void shown();
    void openRequested(const digitlab::KeptRun& run);
    void settingsRequested(const digitlab::KeptRun& run);
    void curvesRequested(const std::vector<digitlab::KeptRun>& runs);
    void resumeRequested(const digitlab::KeptRun& run);
    void deleteRequested(const std::vector<digitlab::KeptRun>& runs);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeListPage();
    QWidget* makeEmptyPage();
    void makeActions();
    QAction* makeAction(const QString& name, const QString& text, const QString& help,
                        const QKeySequence& key);
    [[nodiscard]] QAction* actionOf(const QKeyEvent& event) const;
    void select(const std::vector<KeptRun>& runs, const std::filesystem::path& current);
    void updateActions();

    RunTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTreeView* m_list;
    QStackedLayout* m_pages; ///< the list, or how to get one
    QAction* m_open = nullptr;
    QAction* m_use = nullptr;
    QAction* m_curves = nullptr;
    QAction* m_resume = nullptr;
    QAction* m_delete = nullptr;
    bool m_isIdle = false;
};

} // namespace digitlab
