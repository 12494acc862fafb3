// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/training_charts.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/run_chart.h"
#include "ui/charts/run_csv.h"
#include "ui/charts/run_legend.h"
#include "ui/text.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QSlider>

#include <algorithm>

namespace digitlab {

int TrainingCharts::beginRun(const QString& name, const RunStart& start) {
    RunRecord record;
    record.id = m_nextId++;
    record.name = name;
    record.color = freeColor();
    record.start = start;
    m_legend->addEntry(record.id, name, record.color);
    addCurves(record);
    m_runs.push_back(std::move(record));
    updateEmpty();
    return m_current;
}

std::optional<QString> TrainingCharts::continueRun(int id, const RunStart& start) {
    RunRecord* old = run(id);
    if (old == nullptr) {
        return std::nullopt;
    }
    m_loss->removeRun(id);
    m_accuracy->removeRun(id);
    RunRecord anew;
    anew.id = id;
    anew.name = old->name;
    anew.color = old->color;
    anew.start = start;
    *old = std::move(anew);
    addCurves(*old);
    m_legend->entry(id)->setNote({});
    m_legend->entry(id)->setChecked(true); // whoever goes on with it wants to see it
    return old->name;
}

/// Empty ones, for what is told from now on.
void TrainingCharts::addCurves(const RunRecord& record) {
    m_loss->addRun(record.id, record.name, record.color);
    m_accuracy->addRun(record.id, record.name, record.color);
    m_current = record.id;
}

void TrainingCharts::addBatches(const std::vector<BatchResult>& batches) {
    RunRecord* current = run(m_current);
    if (current == nullptr) {
        return; // it was removed while it ran
    }
    current->batches.insert(current->batches.end(), batches.begin(), batches.end());
    for (const BatchResult& batch : batches) {
        const double epoch = current->epochOf(batch.step);
        m_loss->addBatch(m_current, epoch, batch.loss);
        m_accuracy->addBatch(m_current, epoch, batch.accuracy);
    }
}

void TrainingCharts::addEpoch(const EpochResult& epoch) {
    RunRecord* current = run(m_current);
    if (current == nullptr) {
        return;
    }
    current->epochs.push_back(epoch);
    const double place = current->epochOf(epoch.step);
    if (epoch.validationLoss) {
        m_loss->addValidation(m_current, place, *epoch.validationLoss);
    }
    if (epoch.validationAccuracy) {
        m_accuracy->addValidation(m_current, place, *epoch.validationAccuracy);
    }
}

void TrainingCharts::endRun(const RunOutcome& outcome) {
    if (RunRecord* current = run(m_current)) {
        current->status = outcome.status;
        current->testAccuracy = outcome.testAccuracy;
        current->failure = translated(outcome.failure);
        LegendEntry* entry = m_legend->entry(m_current);
        entry->setNote(legendNote(*current));
        if (!current->failure.isEmpty()) {
            entry->setToolTip(current->failure);
        }
    }
    m_current = 0;
}

int TrainingCharts::addEndedRun(const QString& name, const RunHistory& history,
                                const RunOutcome& outcome) {
    const int underWay = m_current;
    const int id = beginRun(name, history.start);
    addBatches(history.batches);
    for (const EpochResult& epoch : history.epochs) {
        addEpoch(epoch);
    }
    endRun(outcome);
    m_current = underWay;
    if (run(underWay) != nullptr) {
        m_loss->setNewest(underWay);
        m_accuracy->setNewest(underWay);
    }
    return id;
}

bool TrainingCharts::revealRun(int id) {
    LegendEntry* entry = m_legend->entry(id);
    if (entry != nullptr) {
        entry->setChecked(true);
    }
    return entry != nullptr;
}

QByteArray TrainingCharts::toPng(double scale) const {
    return ChartFigure{*m_loss, *m_accuracy, m_runs, font()}.png(scale);
}

QByteArray TrainingCharts::toPdf() const {
    return ChartFigure{*m_loss, *m_accuracy, m_runs, font()}.pdf();
}

QByteArray TrainingCharts::toCsv() const {
    return digitlab::toCsv(m_runs);
}

double TrainingCharts::smoothing() const {
    return m_smoothing->value() / 100.0;
}

void TrainingCharts::setSmoothing(double weight) {
    m_smoothing->setValue(qRound(100 * weight));
}

bool TrainingCharts::logScale() const {
    return m_logAction->isChecked();
}

void TrainingCharts::setLogScale(bool on) {
    m_logAction->setChecked(on);
}

void TrainingCharts::fit() {
    m_loss->fit();
    m_accuracy->fit();
}

void TrainingCharts::showRun(int id, bool visible) {
    run(id)->visible = visible;
    m_loss->setRunVisible(id, visible);
    m_accuracy->setRunVisible(id, visible);
}

void TrainingCharts::renameRun(int id, const QString& name) {
    run(id)->name = name;
    m_loss->setRunName(id, name);
    m_accuracy->setRunName(id, name);
}

void TrainingCharts::removeRun(int id) {
    m_loss->removeRun(id);
    m_accuracy->removeRun(id);
    m_legend->removeEntry(id);
    std::erase_if(m_runs, [id](const RunRecord& record) { return record.id == id; });
    m_current = m_current == id ? 0 : m_current;
    updateEmpty();
}

void TrainingCharts::applySmoothing(int percent) {
    m_smoothingLabel->setText(tr("Smoothing %1").arg(QLocale().toString(percent / 100.0, 'f', 2)));
    m_loss->setSmoothing(percent / 100.0);
    m_accuracy->setSmoothing(percent / 100.0);
}

RunRecord* TrainingCharts::run(int id) {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [id](const RunRecord& record) { return record.id == id; });
    return found == m_runs.end() ? nullptr : &*found;
}

int TrainingCharts::freeColor() const {
    int color = 0;
    while (std::any_of(m_runs.begin(), m_runs.end(),
                       [color](const RunRecord& record) { return record.color == color; })) {
        ++color;
    }
    return color;
}

} // namespace digitlab
