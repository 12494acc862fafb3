// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mydigits/digit_list_model.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QListView;
class QStackedLayout;

namespace digitlab {

class DigitButtons;

/// What the digits can be exported as.
enum class DigitFileFormat { Strokes, Idx, Png };

/// The digits that a person kept, to be looked through, relabelled, deleted, imported and exported.
/// It shows what it is given, and asks for each change.
class MyDigitsDialog : public QDialog {
    Q_OBJECT

public:
    explicit MyDigitsDialog(QWidget* parent = nullptr);

    /// The selection stays where the number of digits does. Where digits go that were asked to be
    /// removed, the next one is selected.
    void setDigits(const MyDigits& digits);
    /// The digits are others now, though they may be as many.
    void clearSelection();
    void setCanUndo(bool can);
    /// What went wrong; it is shown until the digits change.
    void showProblem(const QString& text);

    /// The places of the selected digits, in ascending order.
    [[nodiscard]] std::vector<std::size_t> selected() const;

Q_SIGNALS:
    void relabelRequested(const std::vector<std::size_t>& digits, int label);
    void removeRequested(const std::vector<std::size_t>& digits);
    void undoRequested();
    void importRequested();
    void exportRequested(digitlab::DigitFileFormat format);

private:
    QAction* addButton(QHBoxLayout& row, const QString& name, const QString& text,
                       const QKeySequence& key);
    void addExport(QHBoxLayout& row);
    void layOut();
    /// The places that are to be selected when so many digits are shown.
    std::vector<std::size_t> selectionAmong(std::size_t count);
    void showSelection();

    DigitListModel* m_model;
    QListView* m_list;
    QStackedLayout* m_pages; ///< the list, or what to do where there is none
    QLabel* m_summary;
    QLabel* m_problem;
    DigitButtons* m_labels;
    QAction* m_remove = nullptr;
    QAction* m_undo = nullptr;
    QList<QAction*> m_exports;
    bool m_isRemoving = false; ///< asked for, and not yet seen to be done
};

} // namespace digitlab
