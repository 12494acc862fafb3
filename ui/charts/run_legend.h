// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QScrollArea>

#include <map>

class QLineEdit;

namespace digitlab {

/// One run in the legend: its colour, its name and how it ended. Checked = it is shown; pressing it
/// hides or shows it. F2 renames it, Delete removes it, and so does its menu.
class LegendEntry : public QAbstractButton {
    Q_OBJECT
public:
    /// Around what it shows, for its frame when it has the focus.
    static constexpr int kMargin = 4;

    LegendEntry(const QString& name, int color, QWidget* parent = nullptr);

    /// What stands behind the name: an accuracy, "stopped", …
    void setNote(const QString& note);
    void setName(const QString& name);
    /// Puts a line edit in the place of the name.
    void startRenaming();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] const QString& note() const { return m_note; }

Q_SIGNALS:
    void renamed(const QString& name);
    void removeRequested();
    void sizeHintChanged();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showToolTip();
    void finishRenaming();

    int m_color;
    QString m_note;
    QLineEdit* m_edit = nullptr;
};

/// The runs of the charts in lines that wrap; scrolls where there are more than fit in three.
class RunLegend : public QScrollArea {
    Q_OBJECT
public:
    explicit RunLegend(QWidget* parent = nullptr);

    void addEntry(int id, const QString& name, int color);
    [[nodiscard]] LegendEntry* entry(int id) const;
    void removeEntry(int id);

Q_SIGNALS:
    void visibilityChanged(int id, bool visible);
    void renamed(int id, const QString& name);
    void removeRequested(int id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QWidget* m_content;
    std::map<int, LegendEntry*> m_entries;
};

} // namespace digitlab
