// SPDX-License-Identifier: GPL-3.0-or-later
// How the settings panel lays its fields out.
#include "ui/settings/feed_preview.h"
#include "ui/settings/field_row.h"
#include "ui/settings/field_section.h"
#include "ui/settings/layer_table.h"
#include "ui/settings/settings_panel.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace digitlab {
namespace {

constexpr std::array kGroups = {FieldGroup::Network, FieldGroup::Training, FieldGroup::Augmentation,
                                FieldGroup::Data, FieldGroup::Device};

/// The number in "conv3.kernel", or 0 where the field is none of a convolution's.
int convolutionOf(const Field& field) {
    const QString key = QString::fromStdString(field.key);
    return key.startsWith(QStringLiteral("conv")) ? key.mid(4, key.indexOf(u'.') - 4).toInt() : 0;
}

/// A column of widgets that is never lower than they need at its width: without this a scroll area
/// squeezes texts that wrap.
class Column : public QWidget {
public:
    using QWidget::QWidget;

protected:
    bool event(QEvent* event) override {
        const bool done = QWidget::event(event);
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
            setMinimumHeight(layout()->totalHeightForWidth(width()));
        }
        return done;
    }
};

std::vector<std::string> keysOf(const std::vector<Field>& fields) {
    std::vector<std::string> keys;
    for (const Field& field : fields) {
        keys.push_back(field.key);
    }
    return keys;
}

} // namespace

SettingsPanel::SettingsPanel(QWidget* parent)
    : QWidget(parent) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new Column(scroll->viewport());
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 2 * kGrid);
    rows->setSpacing(kGrid);
    for (const FieldGroup group : kGroups) {
        m_sections.push_back(new FieldSection(groupTitle(group), content));
        rows->addWidget(m_sections.back());
        if (group == FieldGroup::Network) {
            m_layers = new LayerTable(content);
            rows->addWidget(m_layers); // stays when the fields are folded away
        }
        if (group == FieldGroup::Augmentation) {
            m_feedPreview = new FeedPreview(content);
            rows->addWidget(m_feedPreview); // stays too
        }
    }
    m_reset = new QPushButton(content);
    m_reset->setFlat(true);
    m_reset->setObjectName(QStringLiteral("reset"));
    connect(m_reset, &QPushButton::clicked, this, &SettingsPanel::resetToDefaults);
    rows->addWidget(m_reset, 0, Qt::AlignLeft);
    rows->addStretch(1);
    scroll->setWidget(content);
    // setWidget() makes it paint the window's colour over the panel's.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    // The scroll bar takes its room from the margin, so that the fields stay as wide.
    QScrollBar* bar = scroll->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, rows, [rows, bar](int, int maximum) {
        QMargins margins = rows->contentsMargins();
        margins.setRight(2 * kGrid - (maximum > 0 ? std::min(bar->sizeHint().width(), kGrid) : 0));
        rows->setContentsMargins(margins);
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    showConfig();
}

SettingsPanel::~SettingsPanel() = default;

void SettingsPanel::showConfig() {
    const std::vector<Field> fields = fieldsOf(m_config);
    if (keysOf(fields) != m_keys) {
        rebuild(fields);
    }
    for (FieldRow* row : m_rows) {
        for (const auto& editor : row->editors()) {
            editor->show(editor->field().get(m_config));
        }
    }
    m_reset->setText(
        tr("Reset to the defaults of %1").arg(QString::fromStdString(m_config.preset)));
    check();
}

void SettingsPanel::rebuild(const std::vector<Field>& fields) {
    QWidget* focused = focusWidget();
    const QString focusedName = focused != nullptr && isAncestorOf(focused) && focused->hasFocus()
                                    ? focused->objectName()
                                    : QString();
    if (!focusedName.isEmpty()) {
        focused->clearFocus(); // else it goes on to the next row, which is scrolled to
    }
    for (QWidget* row : m_shown) {
        row->hide();
        row->setParent(nullptr);
        row->deleteLater(); // one of them may be what asks for this
    }
    m_shown.clear();
    m_rows.clear();
    m_keys = keysOf(fields);
    int convolution = 0;
    for (const Field& field : fields) {
        const int number = convolutionOf(field);
        if (number == 0) {
            FieldRow* row = addRow(field.group, translated(field.label));
            addEditor(*row, field);
        } else {
            if (convolution == 0) {
                addConvolutionTitles();
            }
            if (number != convolution) {
                addRow(field.group, tr("Conv %1").arg(number));
                convolution = number;
            }
            Field narrow = field;
            narrow.unit = {}; // no room, and each says what it is in its tool tip
            addEditor(*m_rows.back(), narrow);
        }
    }
    orderTabs();
    showEngineChoices();
    showKeptDigits();
    if (!focusedName.isEmpty()) {
        if (auto* widget = findChild<QWidget*>(focusedName)) {
            widget->setFocus();
        }
    }
}

/// The Tab key goes from top to bottom, whatever was made first.
void SettingsPanel::orderTabs() {
    QWidget* last = nullptr;
    const auto add = [&last](QWidget* next) {
        if (last != nullptr) {
            setTabOrder(last, next);
        }
        last = next;
    };
    for (const FieldGroup group : kGroups) {
        add(&m_sections[static_cast<std::size_t>(group)]->heading());
        for (const FieldRow* row : m_rows) {
            for (const auto& editor : row->editors()) {
                if (editor->field().group == group) {
                    add(editor->widget());
                }
            }
        }
        if (group == FieldGroup::Augmentation) {
            add(m_feedPreview);
        }
    }
    add(m_reset);
}

FieldRow* SettingsPanel::addRow(FieldGroup group, const QString& label) {
    auto* row = new FieldRow(label);
    m_sections[static_cast<std::size_t>(group)]->add(row);
    m_rows.push_back(row);
    m_shown.push_back(row);
    return row;
}

void SettingsPanel::addEditor(FieldRow& row, const Field& field) {
    auto editor = FieldEditor::create(field, &row);
    connect(editor.get(), &FieldEditor::edited, this,
            [this, changed = editor.get()] { edit(*changed); });
    row.addEditor(std::move(editor));
}

void SettingsPanel::addConvolutionTitles() {
    auto* titles = new QWidget;
    auto* columns = new QHBoxLayout(titles);
    columns->setContentsMargins(0, kGrid / 2, 0, 0);
    FieldRow::splitWide(*columns, new QLabel, [] {
        auto* texts = new QHBoxLayout;
        texts->setSpacing(kGrid / 2);
        for (const QString& text : {tr("maps"), tr("kernel"), tr("pad"), tr("pool")}) {
            auto* label = new QLabel(text);
            setSmall(*label);
            label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            texts->addWidget(label, 1);
        }
        return texts;
    }());
    m_sections[static_cast<std::size_t>(FieldGroup::Network)]->add(titles);
    m_shown.push_back(titles);
}

} // namespace digitlab
