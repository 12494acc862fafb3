// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field_editor.h"

#include "ui/settings/choice_text.h"
#include "ui/settings/field_step.h"
#include "ui/settings/number_edit.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QWheelEvent>

#include <cmath>

namespace digitlab {
namespace {

class NumberEditor : public FieldEditor {
public:
    NumberEditor(const Field& field, NumberEdit* edit)
        : FieldEditor(field, edit)
        , m_edit(edit) {
        edit->setUnit(translated(field.unit));
        edit->setStepper([field](double value, int steps) { return stepped(field, value, steps); });
        connect(edit, &NumberEdit::edited, this, &FieldEditor::edited);
    }

    void show(const FieldValue& value) override {
        const auto* whole = std::get_if<std::int64_t>(&value);
        m_edit->setNumber(whole ? static_cast<double>(*whole) : std::get<double>(value));
    }

    [[nodiscard]] std::optional<FieldValue> value() const override {
        const auto number = m_edit->number();
        if (!number || field().kind == FieldKind::Real) {
            return number ? std::optional<FieldValue>(*number) : std::nullopt;
        }
        // Whole numbers of any size that a double holds exactly.
        constexpr double kLargest = 9007199254740992.0;
        if (*number != std::floor(*number) || std::abs(*number) > kLargest) {
            return std::nullopt;
        }
        return FieldValue(static_cast<std::int64_t>(*number));
    }

private:
    NumberEdit* m_edit;
};

class ToggleEditor : public FieldEditor {
public:
    ToggleEditor(const Field& field, QCheckBox* box)
        : FieldEditor(field, box)
        , m_box(box) {
        connect(box, &QCheckBox::toggled, this, &FieldEditor::edited);
    }

    void show(const FieldValue& value) override {
        const QSignalBlocker quiet(m_box);
        m_box->setChecked(std::get<bool>(value));
    }

    [[nodiscard]] std::optional<FieldValue> value() const override { return m_box->isChecked(); }

private:
    QCheckBox* m_box;
};

/// A combo box that leaves the wheel to the panel unless it has the focus.
class ChoiceBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override {
        if (hasFocus()) {
            QComboBox::wheelEvent(event);
        } else {
            event->ignore();
        }
    }
};

class ChoiceEditor : public FieldEditor {
public:
    ChoiceEditor(const Field& field, QComboBox* box)
        : FieldEditor(field, box)
        , m_box(box) {
        for (const std::string& choice : field.choices) {
            box->addItem(choiceText(choice), QString::fromStdString(choice));
        }
        box->setFocusPolicy(Qt::StrongFocus);
        // Also where the choice is the same again: a preset then brings back what was changed.
        connect(box, &QComboBox::activated, this, &FieldEditor::edited);
    }

    void show(const FieldValue& value) override {
        const QSignalBlocker quiet(m_box);
        m_box->setCurrentIndex(
            m_box->findData(QString::fromStdString(std::get<std::string>(value))));
    }

    [[nodiscard]] std::optional<FieldValue> value() const override {
        return m_box->currentData().toString().toStdString();
    }

    void setChoiceUnavailable(const std::string& choice, const QString& reason) override {
        const int index = m_box->findData(QString::fromStdString(choice));
        if (index < 0) {
            return;
        }
        auto* item = qobject_cast<QStandardItemModel*>(m_box->model())->item(index);
        item->setEnabled(reason.isEmpty());
        item->setToolTip(reason);
        item->setText(reason.isEmpty()
                          ? choiceText(choice)
                          : FieldEditor::tr("%1 (not available)").arg(choiceText(choice)));
    }

private:
    QComboBox* m_box;
};

} // namespace

std::unique_ptr<FieldEditor> FieldEditor::create(const Field& field, QWidget* parent) {
    switch (field.kind) {
    case FieldKind::Toggle:
        return std::make_unique<ToggleEditor>(field, new QCheckBox(parent));
    case FieldKind::Choice:
        return std::make_unique<ChoiceEditor>(field, new ChoiceBox(parent));
    case FieldKind::Integer:
    case FieldKind::Real:
        break;
    }
    return std::make_unique<NumberEditor>(field, new NumberEdit(parent));
}

FieldEditor::FieldEditor(Field field, QWidget* widget)
    : m_field(std::move(field))
    , m_widget(widget)
    , m_help(translated(m_field.help)) {
    widget->setObjectName(QString::fromStdString(m_field.key));
    widget->setAccessibleName(translated(m_field.label));
    showHelp();
}

void FieldEditor::setProblem(const QString& problem) {
    m_problem = problem;
    showHelp();
    setStyleProperty(*m_widget, "invalid", !problem.isEmpty());
}

void FieldEditor::setNote(const QString& note) {
    m_note = note;
    showHelp();
}

void FieldEditor::showHelp() {
    const QString help = m_note.isEmpty() ? m_help : m_help + u'\n' + m_note;
    m_widget->setToolTip(help);
    m_widget->setAccessibleDescription(m_problem.isEmpty() ? help : m_problem);
}

} // namespace digitlab
