// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

#include <vector>

class QGridLayout;

namespace digitlab {

/// Something that a key does.
struct KeyHint {
    QString what;
    QList<QKeySequence> keys; ///< each of them does it
};

/// The keys of one part of the window.
struct KeyGroup {
    QString title;
    std::vector<KeyHint> hints;
};

/// The actions that have a key.
std::vector<KeyHint> hintsOf(const QList<QAction*>& actions);

/// Lists the keys of a window, in two columns.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    /// The first groups fill the first column, as far as they are half of all or less.
    KeysDialog(const std::vector<KeyGroup>& groups, QWidget* parent);

private:
    void add(const KeyGroup& group, QGridLayout& grid);
};

} // namespace digitlab
