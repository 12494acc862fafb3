// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do in the window: the actions and their keys.
#include "ui/charts/training_charts.h"
#include "ui/draw/draw_panel.h"
#include "ui/runs/runs_view.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>

#include <array>
#include <utility>

namespace digitlab {

QAction* MainWindow::makeAction(const QString& name, const QString& text, const QString& help,
                                const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setWhatsThis(key.isEmpty()
                             ? help
                             : help + QStringLiteral(" (") +
                                   key.toString(QKeySequence::NativeText) + QStringLiteral(")"));
    action->setToolTip(action->whatsThis());
    addAction(action);
    return action;
}

void MainWindow::makeActions() {
    WindowActions& a = m_actions;
    a.newModel = makeAction(QStringLiteral("new"), tr("New"),
                            tr("A fresh, untrained network of the settings"), QKeySequence::New);
    a.open =
        makeAction(QStringLiteral("open"), tr("Open"), tr("Open a model file"), QKeySequence::Open);
    a.openPicture = makeAction(QStringLiteral("openPicture"), tr("Open picture …"),
                               tr("Read a digit from a picture file; or drop the file here"),
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    a.save =
        makeAction(QStringLiteral("save"), tr("Save"), tr("Save the model"), QKeySequence::Save);
    a.saveAs =
        makeAction(QStringLiteral("saveAs"), tr("Save as …"), tr("Save the model in another file"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    a.train = makeAction(QStringLiteral("train"), tr("Train"),
                         tr("Train a fresh network with these settings"), QKeySequence(Qt::Key_F5));
    a.resumeRun =
        makeAction(QStringLiteral("resumeRun"), tr("Resume run …"),
                   tr("Go on with a run that was stopped"), QKeySequence(Qt::SHIFT | Qt::Key_F5));
    a.pause = makeAction(QStringLiteral("pause"), tr("Pause"), tr("Pause or go on"),
                         QKeySequence(Qt::Key_F6));
    a.step = makeAction(QStringLiteral("step"), tr("Step"),
                        tr("Train one batch more, then wait again"), QKeySequence(Qt::Key_F7));
    a.stop = makeAction(QStringLiteral("stop"), tr("Stop"), tr("Stop, and keep what was learned"),
                        QKeySequence(Qt::Key_F8));
    a.myDigits =
        makeAction(QStringLiteral("myDigits"), tr("My digits"),
                   tr("Look through the digits that you kept"), QKeySequence(Qt::CTRL | Qt::Key_D));
    a.teach =
        makeAction(QStringLiteral("teach"), tr("Teach"),
                   tr("Teach the model in use the digits that you kept"), QKeySequence(Qt::Key_F9));
    a.undoTeaching = makeAction(QStringLiteral("undoTeaching"), tr("Undo teaching"),
                                tr("Go back to the model before it was taught"),
                                QKeySequence(Qt::SHIFT | Qt::Key_F9));
    a.showTraining =
        makeAction(QStringLiteral("showTraining"), tr("Training"),
                   tr("See loss and accuracy of each run"), QKeySequence(Qt::CTRL | Qt::Key_1));
    a.showMistakes = makeAction(QStringLiteral("showMistakes"), tr("Mistakes"),
                                tr("See what the model in use takes for something else"),
                                QKeySequence(Qt::CTRL | Qt::Key_2));
    a.showRuns = makeAction(QStringLiteral("showRuns"), tr("Runs"),
                            tr("Compare the runs that are kept, and use them again"),
                            QKeySequence(Qt::CTRL | Qt::Key_3));
    a.restoreSettings = makeAction(QStringLiteral("restoreSettings"), tr("My settings"),
                                   tr("Bring back the settings that were replaced"),
                                   QKeySequence(Qt::ALT | Qt::Key_Z));
    a.restoreSettings->setEnabled(false);
    a.keys = makeAction(QStringLiteral("keys"), tr("Keys"), tr("Show all keys"),
                        QKeySequence(Qt::Key_F1));
    a.about = makeAction(QStringLiteral("about"), tr("About Digit Lab"),
                         tr("Version, licence and libraries"), {});
    a.quit = makeAction(QStringLiteral("quit"), tr("Quit"), tr("Close Digit Lab"),
                        QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(a.keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    makeAppearanceActions();
}

void MainWindow::makeAppearanceActions() {
    m_actions.appearance = new QActionGroup(this);
    const std::array<std::pair<QString, QString>, 3> choices = {
        std::pair{QStringLiteral("system"), tr("Like the desktop")},
        std::pair{QStringLiteral("light"), tr("Light")},
        std::pair{QStringLiteral("dark"), tr("Dark")}};
    for (const auto& [name, text] : choices) {
        QAction* action = m_actions.appearance->addAction(text);
        action->setObjectName(name);
        action->setData(name);
        action->setCheckable(true);
    }
}

void MainWindow::showKeys() {
    // Found by their owner: the window has the panels' actions too, so that their keys work in it.
    const auto own = findChildren<QAction*>(Qt::FindDirectChildrenOnly);
    KeyGroup charts{tr("Charts"), hintsOf(m_charts->actions())};
    // What holds only where the focus is, is no action.
    charts.hints.push_back({tr("Read the curves"), {Qt::Key_Left, Qt::Key_Right}});
    charts.hints.push_back({tr("Zoom"), {Qt::Key_Plus, Qt::Key_Minus}});
    charts.hints.push_back({tr("Rename a run of the legend"), {Qt::Key_F2}});
    charts.hints.push_back({tr("Remove a run of the legend"), {Qt::Key_Delete}});
    const KeyGroup map{tr("Enlarged map"),
                       {{tr("Another channel"), {Qt::Key_Left, Qt::Key_Right}},
                        {tr("Close it"), {Qt::Key_Escape}}}};
    const KeyGroup mistakes{tr("Mistakes"),
                            {{tr("Another cell"), {Qt::Key_Left, Qt::Key_Right}},
                             {tr("All cells"), {Qt::Key_Escape}},
                             {tr("To the canvas"), {Qt::Key_Return}}}};
    auto* dialog = new KeysDialog({{tr("Program"), hintsOf(own)},
                                   {tr("Runs"), hintsOf(m_runs->actions())},
                                   mistakes,
                                   map,
                                   {tr("Drawing"), hintsOf(m_drawPanel->actions())},
                                   charts},
                                  this);
    dialog->open();
}

} // namespace digitlab
