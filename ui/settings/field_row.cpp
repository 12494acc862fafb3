// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field_row.h"

#include "ui/text.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace digitlab {
namespace {

/// How the width is shared between a label and its editor; more editors take more.
constexpr int kLabelShare = 45;
constexpr int kEditorShare = 55;
constexpr int kNarrowLabelShare = 20;
constexpr int kWideEditorShare = 80;

} // namespace

FieldRow::FieldRow(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(label))
    , m_fields(new QHBoxLayout)
    , m_problem(new QLabel) {
    m_label->setWordWrap(true);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_fields->setSpacing(kGrid / 2);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_problem->setProperty("role", "error");
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto* line = new QHBoxLayout;
    line->setSpacing(kGrid);
    line->addWidget(m_label, kLabelShare);
    line->addLayout(m_fields, kEditorShare);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addLayout(line);
    rows->addWidget(m_problem);
}

void FieldRow::addEditor(std::unique_ptr<FieldEditor> editor) {
    QWidget* widget = editor->widget();
    widget->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_fields->addWidget(widget, 1);
    if (m_editors.empty()) {
        m_label->setBuddy(widget);
        m_label->setToolTip(translated(editor->field().help));
    } else {
        auto* line = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
        line->setStretch(0, kNarrowLabelShare);
        line->setStretch(1, kWideEditorShare);
        m_label->setToolTip({});
    }
    m_editors.push_back(std::move(editor));
    m_problems.emplace_back();
    m_changed.push_back(false);
}

void FieldRow::setLabel(const QString& label) {
    m_label->setText(label);
}

void FieldRow::setProblem(const FieldEditor& editor, const QString& problem) {
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        if (m_editors[i].get() == &editor && m_problems[i] != problem) {
            m_problems[i] = problem;
            m_editors[i]->setProblem(problem);
        }
    }
    const auto first = std::find_if(m_problems.begin(), m_problems.end(),
                                    [](const QString& text) { return !text.isEmpty(); });
    m_problem->setText(first == m_problems.end() ? QString() : *first);
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void FieldRow::setChanged(const FieldEditor& editor, const QString& before) {
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        if (m_editors[i].get() == &editor) {
            m_changed[i] = !before.isEmpty();
            m_editors[i]->setNote(before);
        }
    }
    const bool isChanged = std::ranges::find(m_changed, true) != m_changed.end();
    setStyleProperty(*m_label, "changed", isChanged);
}

void FieldRow::setIdle(const FieldEditor& editor, bool idle) {
    editor.widget()->setEnabled(!idle);
    m_label->setEnabled(std::any_of(m_editors.begin(), m_editors.end(), [](const auto& each) {
        return each->widget()->isEnabledTo(each->widget()->parentWidget());
    }));
}

void FieldRow::splitWide(QHBoxLayout& line, QLabel* label, QLayout* fields) {
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line.setSpacing(kGrid);
    line.addWidget(label, kNarrowLabelShare);
    line.addLayout(fields, kWideEditorShare);
}

QString FieldRow::problem() const {
    return m_problem->text();
}

} // namespace digitlab
