// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/examination.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QStackedLayout;

namespace digitlab {

class ConfusionMatrix;
class MistakeListModel;

/// Where a network fails: the confusion matrix of a set that it read, and the images that it
/// misread, all of them or those of a cell.
class MistakesView : public QWidget {
    Q_OBJECT

public:
    explicit MistakesView(QWidget* parent = nullptr);

    /// `caption` says which network read which set.
    void showExamination(const Examination& examination, const QString& caption);
    void setCaption(const QString& caption);
    /// There is none yet; `text` says why.
    void showNothing(const QString& text);

Q_SIGNALS:
    /// The person wants to see this image on the canvas.
    void imageChosen(const digitlab::DigitImage& image);

private:
    QWidget* makeExaminationPage();
    void showMistakes();
    void chooseImage();

    QStackedLayout* m_pages;
    QLabel* m_nothing;
    QLabel* m_caption;
    QLabel* m_which; ///< of the mistakes are listed
    ConfusionMatrix* m_matrix;
    MistakeListModel* m_model;
    QListView* m_list;
    QAction* m_toCanvas;
    Examination m_examination;
};

} // namespace digitlab
