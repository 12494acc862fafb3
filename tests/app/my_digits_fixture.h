// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/window_fixture.h"

#include <QObject>

namespace digitlab::test {

/// What the window says below the bars: whether the drawing is kept.
QString correction(const Lab& lab);

/// Clicks a tool button, which is named.
void click(const Lab& lab, const char* button);

/// Empty where the file cannot be read.
QByteArray contentOf(const std::filesystem::path& path);

/// Draws these digits one after the other and keeps each; the last stays on the canvas.
void keepSome(Lab& lab, std::initializer_list<int> digits);

/// A small network that was trained on the small data set becomes the model in use.
void useTinyModel(Lab& lab);

/// Tests of the whole window, which is shown and active, each with a data folder of its own.
class MyDigitsWindowTest : public QObject {
    Q_OBJECT

protected:
    std::unique_ptr<DataFolder> m_data;
    std::unique_ptr<Lab> m_lab;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace digitlab::test
