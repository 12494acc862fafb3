// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

class QActionGroup;
class QMenu;
class QScrollArea;
class QSplitter;
class QTabWidget;
class QToolBar;
class QToolButton;

namespace digitlab {

class DrawPanel;
class InsideView;
class MapDetail;
class MistakesView;
class NoticeBar;
class RunBar;
class RunsView;
class SettingsPanel;
class StatusLine;
class TrainingCharts;

/// What a person can do in the window, besides drawing and setting.
struct WindowActions {
    QAction* newModel = nullptr;
    QAction* open = nullptr;
    QAction* openPicture = nullptr; ///< of a digit, to be read
    QAction* save = nullptr;
    QAction* saveAs = nullptr;
    QAction* train = nullptr;
    QAction* resumeRun = nullptr; ///< goes on with a run that was stopped
    QAction* pause = nullptr;     ///< becomes "Resume" while paused
    QAction* step = nullptr;
    QAction* stop = nullptr;
    QAction* myDigits = nullptr; ///< shows what the person kept
    QAction* teach = nullptr;
    QAction* undoTeaching = nullptr;
    QAction* showTraining = nullptr;    ///< shows the charts, where the mistakes may be seen
    QAction* showMistakes = nullptr;    ///< the other way round
    QAction* showRuns = nullptr;        ///< shows the runs that are kept
    QAction* restoreSettings = nullptr; ///< brings back those that a model's or a run's replaced
    QActionGroup* appearance = nullptr; ///< data of each: "system", "light" or "dark"
    QAction* keys = nullptr;            ///< shows the list of keys
    QAction* about = nullptr;
    QAction* quit = nullptr;
};

/// Which of the training actions are possible.
enum class TrainingState { Unready, Idle, Running, Paused, Stopping };

/// The window: ink → network → answer from left to right, with learning underneath. It only puts
/// the panels together; what they do is decided elsewhere.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);

    [[nodiscard]] DrawPanel& drawPanel() { return *m_drawPanel; }
    [[nodiscard]] InsideView& insideView() { return *m_insideView; }
    [[nodiscard]] MapDetail& mapDetail() { return *m_mapDetail; }
    [[nodiscard]] TrainingCharts& charts() { return *m_charts; }
    [[nodiscard]] MistakesView& mistakes() { return *m_mistakes; }
    [[nodiscard]] RunsView& runs() { return *m_runs; }
    [[nodiscard]] SettingsPanel& settings() { return *m_settings; }
    [[nodiscard]] RunBar& runBar() { return *m_runBar; }
    [[nodiscard]] NoticeBar& notice() { return *m_notice; }
    [[nodiscard]] StatusLine& statusLine() { return *m_statusLine; }
    [[nodiscard]] const WindowActions& actions() const { return m_actions; }

    void setTrainingState(TrainingState state);

    /// Whether there is something to teach, and a teaching to undo.
    void setTeachable(bool canTeach, bool canUndo);

    /// The models that the Open menu offers, the latest first.
    void setRecentModels(const QStringList& files);

    /// Sizes and places, to be remembered between starts.
    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray& state);

    /// Closes without asking.
    void closeForGood();

Q_SIGNALS:
    /// The person wants to close the window. It stays open until closeForGood().
    void closeRequested();
    void recentModelChosen(const QString& file);
    /// A file was dragged from elsewhere onto the window.
    void fileDropped(const QString& file);
    /// The list of recent models is about to be shown: now setRecentModels() still counts.
    void recentModelsWanted();
    /// Told once, when the first frame is on its way to the screen.
    void firstPainted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool event(QEvent* event) override;

private:
    void makeActions();
    void makeAppearanceActions();
    QMenu* makeMoreMenu();
    void fillToolBar();
    void fillCentre();
    void fillTabs();
    void showKeys();
    QAction* makeAction(const QString& name, const QString& text, const QString& help,
                        const QKeySequence& key);
    QToolButton* addButton(QToolBar& bar, QAction* action);

    WindowActions m_actions;
    TrainingState m_state = TrainingState::Unready;
    QSplitter* m_columns;
    DrawPanel* m_drawPanel;
    QWidget* m_centre; ///< the column between drawing and settings
    QSplitter* m_rows;
    QScrollArea* m_insideArea;
    InsideView* m_insideView;
    MapDetail* m_mapDetail;
    QTabWidget* m_tabs; ///< below the maps
    TrainingCharts* m_charts;
    MistakesView* m_mistakes;
    RunsView* m_runs;
    NoticeBar* m_notice;
    SettingsPanel* m_settings;
    RunBar* m_runBar;
    StatusLine* m_statusLine;
    QMenu* m_recentMenu;
    bool m_canTeach = false;
    bool m_canUndoTeaching = false;
    bool m_closeForGood = false;
    bool m_painted = false;
};

} // namespace digitlab
