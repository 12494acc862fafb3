// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/draw/ink_strip.h"

#include "ui/chevron.h"
#include "ui/draw/ink_tile.h"
#include "ui/theme.h"

#include <QAction>
#include <QPainter>

namespace digitlab {

namespace {

constexpr int kShowInterval = 50; ///< milliseconds; the eye reads the bars meanwhile

/// How a step is presented.
struct StepText {
    QString caption; ///< below its image
    QString action;
    QString why; ///< MNIST's reason, in a sentence
    QKeySequence key;
};

StepText textOf(InkStep step) {
    switch (step) {
    case InkStep::Crop:
        return {InkStrip::tr("box"), InkStrip::tr("Crop to the ink's box"),
                InkStrip::tr("MNIST's images hold a digit and nothing else: where and how far from "
                             "other things somebody writes must not count."),
                Qt::ALT | Qt::Key_B};
    case InkStep::Scale:
        return {InkStrip::tr("scaled"), InkStrip::tr("Scale the longer side to 20 pixels"),
                InkStrip::tr("Every digit of MNIST is 20 pixels long: a network that never saw "
                             "another size does not know one."),
                Qt::ALT | Qt::Key_S};
    case InkStep::Centre:
        return {InkStrip::tr("centred"), InkStrip::tr("Centre the ink's mass"),
                InkStrip::tr("MNIST's digits have their centre of mass in the middle, and the "
                             "dense layers learned what they saw at each place."),
                Qt::ALT | Qt::Key_C};
    case InkStep::Normalise:
        return {InkStrip::tr("pen"), InkStrip::tr("Normalise the pen"),
                InkStrip::tr("MNIST's strokes are some 2.6 pixels wide and its brightest pixels "
                             "255, whatever pen one draws with."),
                Qt::ALT | Qt::Key_P};
    }
    return {};
}

QString withKey(const QString& text, const QKeySequence& key) {
    return InkStrip::tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText));
}

/// A tool tip of two paragraphs; as rich text its lines are broken.
QString wrapped(const QString& title, const QString& text) {
    return QStringLiteral("<p><b>%1</b></p><p>%2</p>")
        .arg(title.toHtmlEscaped(), text.toHtmlEscaped());
}

} // namespace

InkStrip::InkStrip(QWidget* parent)
    : QWidget(parent)
    , m_show(kShowInterval, [this] { showStages(); }) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    addInk();
    for (int step = 0; step < kInkSteps; ++step) {
        addStep(InkStep{step});
    }
    m_tiles.back()->setObjectName(QStringLiteral("seen"));
    addAllOn();
}

void InkStrip::addInk() {
    auto* tile = new InkTile(tr("ink"), this);
    tile->setAccessibleName(tr("The ink as it was drawn"));
    tile->setToolTip(wrapped(tile->accessibleName(),
                             tr("The whole canvas, reduced to 28×28 pixels. Each image to the "
                                "right is one step nearer to MNIST's; click one to leave its "
                                "step out.")));
    m_tiles.front() = tile;
}

void InkStrip::addStep(InkStep step) {
    const auto index = static_cast<std::size_t>(step);
    const StepText text = textOf(step);
    auto* action = new QAction(text.action, this);
    action->setCheckable(true);
    action->setChecked(true);
    action->setShortcut(text.key);
    addAction(action);

    auto* tile = new InkTile(text.caption, this);
    tile->setCheckable(true);
    tile->setChecked(true);
    tile->setFocusPolicy(Qt::TabFocus);
    tile->setCursor(Qt::PointingHandCursor);
    tile->setAccessibleName(text.action);
    tile->setAccessibleDescription(text.why);
    tile->setToolTip(wrapped(withKey(text.action, text.key), text.why));
    connect(tile, &InkTile::toggled, action, &QAction::setChecked);
    connect(action, &QAction::toggled, tile, &InkTile::setChecked);
    connect(action, &QAction::toggled, this, [this, step](bool taken) {
        m_steps.set(step, taken);
        m_allOn->setEnabled(!m_steps.all());
        Q_EMIT stepsChanged();
    });
    m_switches[index] = action;
    m_tiles[index + 1] = tile;
}

void InkStrip::addAllOn() {
    m_allOn = new QAction(tr("All steps on"), this);
    m_allOn->setShortcut(Qt::ALT | Qt::Key_A);
    m_allOn->setToolTip(
        withKey(tr("Read the ink as MNIST's images were made"), m_allOn->shortcut()));
    m_allOn->setEnabled(false);
    connect(m_allOn, &QAction::triggered, this, [this] {
        for (QAction* action : m_switches) {
            action->setChecked(true);
        }
    });
    addAction(m_allOn);
}

void InkStrip::setStepsMatter(bool matter) {
    for (std::size_t i = 0; i < m_switches.size(); ++i) {
        m_switches[i]->setEnabled(matter);
        m_tiles[i + 1]->setEnabled(matter);
    }
    m_allOn->setEnabled(matter && !m_steps.all());
}

void InkStrip::setStages(const InkStages& stages) {
    m_stages = stages;
    m_show.request();
}

void InkStrip::showStages() {
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setImage(m_stages[i]);
    }
}

QSize InkStrip::sizeHint() const {
    const int count = kInkSteps + 1;
    return {count * InkTile::kPicture + kInkSteps * kGrid, m_tiles.front()->sizeHint().height()};
}

void InkStrip::resizeEvent(QResizeEvent*) {
    // The first image begins and the last ends with the strip; a caption may reach farther.
    const double pace = (width() - InkTile::kPicture) / double{kInkSteps};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int left = qRound(pace * static_cast<double>(i));
        m_tiles[i]->setGeometry(left - (InkTile::kWidth - InkTile::kPicture) / 2, 0,
                                InkTile::kWidth, height());
    }
}

void InkStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 1; i < m_tiles.size(); ++i) {
        const double middle =
            (m_tiles[i - 1]->geometry().center().x() + m_tiles[i]->geometry().center().x()) / 2.0;
        paintChevron(painter, {middle + 2.5, InkTile::kPicture / 2.0}, Theme::of(palette()).muted);
    }
}

} // namespace digitlab
