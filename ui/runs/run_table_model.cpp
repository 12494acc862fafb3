// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_table_model.h"

#include "ui/settings/config_text.h"
#include "ui/text.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace digitlab {

namespace {

bool isNumber(int column) {
    return column >= RunTableModel::Epochs;
}

QString titleOf(int column) {
    switch (column) {
    case RunTableModel::Time:
        return RunTableModel::tr("Ended");
    case RunTableModel::Config:
        return RunTableModel::tr("Settings");
    case RunTableModel::Epochs:
        return RunTableModel::tr("Epochs");
    case RunTableModel::Validation:
        return RunTableModel::tr("Validation");
    case RunTableModel::Test:
        return RunTableModel::tr("Test");
    default:
        return RunTableModel::tr("Parameters");
    }
}

QString helpOn(int column) {
    switch (column) {
    case RunTableModel::Config:
        return RunTableModel::tr("The preset, and what was changed of it");
    case RunTableModel::Epochs:
        return RunTableModel::tr("Epochs that were trained, of those that were asked for");
    case RunTableModel::Validation:
        return RunTableModel::tr("Accuracy on the images that were held out of the training set");
    case RunTableModel::Test:
        return RunTableModel::tr("Accuracy on the test set");
    case RunTableModel::Parameters:
        return RunTableModel::tr("Numbers that the network learned");
    default:
        return {};
    }
}

QString percentText(const std::optional<double>& share) {
    return share ? RunTableModel::tr("%1 %").arg(QLocale().toString(*share * 100, 'f', 2))
                 : QStringLiteral("–");
}

} // namespace

void RunTableModel::setRuns(std::vector<KeptRun> runs) {
    beginResetModel();
    m_rows.clear();
    m_best.reset();
    for (KeptRun& run : runs) {
        m_best = std::max(m_best, run.scores.testAccuracy);
        QString config = configText(run.config);
        const std::int64_t parameters = parameterCount(layersOf(run.config.network));
        m_rows.push_back({std::move(run), std::move(config), parameters});
    }
    endResetModel();
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return isBest(row, column) ? font : QVariant();
    }
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case kSortRole:
        return sortValue(row, column);
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(section);
    case Qt::ToolTipRole:
        return helpOn(section);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::InitialSortOrderRole: // the latest and the best first
        return section == Config ? Qt::AscendingOrder : Qt::DescendingOrder;
    default:
        return {};
    }
}

QString RunTableModel::text(const Row& row, int column) const {
    const ModelScores& scores = row.run.scores;
    const QLocale locale;
    switch (column) {
    case Time:
        return timeText(row.run.time);
    case Config:
        return row.config;
    case Epochs:
        return tr("%1 of %2")
            .arg(locale.toString(scores.epochs), locale.toString(row.run.config.epochs));
    case Validation:
        return percentText(scores.validationAccuracy);
    case Test:
        return percentText(scores.testAccuracy);
    default:
        return locale.toString(static_cast<qlonglong>(row.parameters));
    }
}

QVariant RunTableModel::sortValue(const Row& row, int column) {
    constexpr double kNone = -1; // below every score
    switch (column) {
    case Time:
        return static_cast<qlonglong>(row.run.time.time_since_epoch().count());
    case Config:
        return row.config;
    case Epochs:
        return row.run.scores.epochs;
    case Validation:
        return row.run.scores.validationAccuracy.value_or(kNone);
    case Test:
        return row.run.scores.testAccuracy.value_or(kNone);
    default:
        return static_cast<qlonglong>(row.parameters);
    }
}

QString RunTableModel::toolTip(const Row& row, int column) const {
    const QString folder = QString::fromStdU16String(row.run.folder.u16string());
    if (column == Config) { // there may be no room for all of it
        return row.config + u'\n' + folder;
    }
    return isBest(row, column) ? tr("The best of these runs") : folder;
}

bool RunTableModel::isBest(const Row& row, int column) const {
    return column == Test && m_best && row.run.scores.testAccuracy == m_best;
}

} // namespace digitlab
