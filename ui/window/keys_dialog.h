// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace digitlab {

/// Lists every action of a window that has a key, and what it does.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(QWidget& window);
};

} // namespace digitlab
