// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window_fixture.h"

#include "app/files/data_folder.h"
#include "core/training/fields.h"
#include "tests/app/drawn_digits.h"
#include "ui/draw/canvas.h"
#include "ui/draw/draw_panel.h"
#include "ui/settings/settings_panel.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace digitlab::test {

DataFolder::DataFolder() {
    qputenv("DIGITLAB_DATA", m_folder.path().toUtf8());
    writeDrawnDataset(path() / "datasets" / "mnist", 2000, 200);
}

DataFolder::~DataFolder() {
    qunsetenv("DIGITLAB_DATA");
}

std::filesystem::path DataFolder::path() const {
    return {m_folder.path().toStdU16String()};
}

std::vector<std::filesystem::path> DataFolder::runs() const {
    std::vector<std::filesystem::path> folders;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(runsFolder(), missing)) {
        folders.push_back(entry.path());
    }
    return folders;
}

Lab::Lab()
    : settings(settingsFile())
    , controller(std::make_unique<WindowController>(window, settings)) {}

void Lab::draw(const Ink& ink) {
    Canvas* canvas = window.drawPanel().canvas();
    const auto place = [canvas](const Point& point) {
        return QPointF(canvas->width() * (0.15 + 0.7 * point.x / 100),
                       canvas->height() * (0.15 + 0.7 * point.y / 100))
            .toPoint();
    };
    for (const Stroke& stroke : ink) {
        QTest::mousePress(canvas, Qt::LeftButton, {}, place(stroke.front()));
        for (const Point& point : stroke) {
            QTest::mouseMove(canvas, place(point));
        }
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, place(stroke.back()));
    }
}

QString Lab::sentence() const {
    return window.findChild<QLabel*>(QStringLiteral("sentence"))->text();
}

void Lab::set(std::initializer_list<std::pair<const char*, const char*>> fields) {
    TrainingConfig config = window.settings().config();
    for (const auto& [key, value] : fields) {
        setField(config, key, value);
    }
    window.settings().setConfig(config);
}

void writeFile(const std::filesystem::path& path, const QByteArray& bytes) {
    QFile file(QString::fromStdU16String(path.u16string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void setQuickRun(Lab& lab) {
    lab.set({{"preset", "lenet5"}, {"epochs", "6"}, {"validation_share", "10"}});
}

void setEndlessRun(Lab& lab) {
    lab.set({{"preset", "lenet5"}, {"epochs", "1000"}, {"validation_share", "10"}});
}

bool showAndWait(Lab& lab) {
    QSignalSpy ready(lab.controller.get(), &WindowController::engineReady);
    lab.window.show();
    return ready.wait(60'000);
}

} // namespace digitlab::test
