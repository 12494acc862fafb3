// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <QWidget>

#include <vector>

namespace digitlab {

/// The layers of a network with the shape and the parameters of each, and their sum; where the
/// network cannot be built, why not.
class LayerTable : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QString name;
        QString shape;
        QString parameters; ///< "–" where it learns nothing
    };

    explicit LayerTable(QWidget* parent = nullptr);

    void setNetwork(const NetworkSpec& network);
    /// Shows a reason instead of layers, and keeps their room: what is below must not move under
    /// the hand of who types.
    void setProblem(const QString& problem);

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const QString& total() const { return m_total; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] int lineHeight() const;
    void describe();

    std::vector<Row> m_rows;
    QString m_total;
    QString m_problem;
    int m_room = 0; ///< lines that the last layers took
};

} // namespace digitlab
