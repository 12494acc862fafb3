// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/field_section.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QPainter>
#include <QVBoxLayout>

namespace digitlab {
namespace {

struct GroupWords {
    const char* name;
    const char* title;
};

/// In the order of FieldGroup.
constexpr GroupWords kGroups[] = {
    {"network", QT_TRANSLATE_NOOP("digitlab::FieldSection", "Network")},
    {"training", QT_TRANSLATE_NOOP("digitlab::FieldSection", "Training")},
    {"augmentation", QT_TRANSLATE_NOOP("digitlab::FieldSection", "Augmentation")},
    {"data", QT_TRANSLATE_NOOP("digitlab::FieldSection", "Data")},
    {"device", QT_TRANSLATE_NOOP("digitlab::FieldSection", "Device")},
};

/// The title, and at the right a chevron that points down while the group is shown.
class Heading : public QAbstractButton {
public:
    explicit Heading(const QString& title) {
        setText(title);
        setCheckable(true);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override {
        const QFontMetrics metrics(headingFont());
        return {metrics.horizontalAdvance(text()) + 3 * kGrid, metrics.height() + kGrid / 2};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(headingFont());
        painter.setPen(underMouse() || hasFocus() ? theme.text : theme.muted);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, text());
        painter.setPen(QPen(hasFocus() ? theme.accent : theme.muted, 1.5));
        painter.translate(width() - kGrid, height() / 2.0);
        painter.rotate(isChecked() ? 0 : -90);
        painter.drawPolyline(QPolygonF{{-4.0, -2.0}, {0.0, 2.0}, {4.0, -2.0}});
    }

private:
    [[nodiscard]] QFont headingFont() const {
        QFont font = smallFont(*this);
        font.setWeight(QFont::DemiBold);
        return font;
    }
};

} // namespace

FieldSection::FieldSection(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_heading(new Heading(title))
    , m_content(new QWidget)
    , m_rows(new QVBoxLayout(m_content)) {
    m_heading->setAccessibleDescription(tr("Folds this group away or shows it"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kGrid / 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_heading);
    layout->addWidget(m_content);
    connect(m_heading, &QAbstractButton::toggled, this, [this] {
        showContent();
        Q_EMIT collapsedChanged();
    });
    showContent();
}

void FieldSection::add(QWidget* widget) {
    m_rows->addWidget(widget);
}

QWidget& FieldSection::heading() const {
    return *m_heading;
}

bool FieldSection::isCollapsed() const {
    return !m_heading->isChecked();
}

void FieldSection::setCollapsed(bool collapsed) {
    m_heading->setChecked(!collapsed);
}

void FieldSection::showContent() {
    m_content->setVisible(!isCollapsed());
}

QString groupTitle(FieldGroup group) {
    return QCoreApplication::translate("digitlab::FieldSection",
                                       kGroups[static_cast<std::size_t>(group)].title);
}

QString groupName(FieldGroup group) {
    return QString::fromLatin1(kGroups[static_cast<std::size_t>(group)].name);
}

} // namespace digitlab
