// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <chrono>
#include <cmath>

namespace digitlab {

QString numberText(double number) {
    constexpr double kSmallest = 1e-7; // smaller and larger ones have too many zeros
    constexpr double kLargest = 1e12;
    const double size = std::abs(number);
    const bool isPlain = size == 0 || (size >= kSmallest && size < kLargest);
    return QLocale().toString(number, isPlain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

QString timeText(std::filesystem::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time).time_since_epoch();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(system).count();
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
}

QString modelFileText(const QString& file) {
    const QFileInfo info(file);
    return info.fileName() == QStringLiteral("model.safetensors") ? info.dir().dirName()
                                                                  : info.fileName();
}

QString translated(const Message& message) {
    struct Writer {
        QString operator()(const std::string& text) const { return QString::fromStdString(text); }
        QString operator()(std::int64_t number) const {
            return QLocale().toString(static_cast<qlonglong>(number));
        }
        QString operator()(double number) const { return numberText(number); }
        QString operator()(const std::shared_ptr<const Message>& inner) const {
            return translated(*inner);
        }
    };
    if (message.empty()) {
        return {};
    }
    const QString text = QCoreApplication::translate("core", message.text());
    // One pass, so that a value with a "%2" in it stays as it is.
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int index =
            text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() - 1 : -1;
        if (index >= 0 && static_cast<std::size_t>(index) < message.values().size()) {
            result += std::visit(Writer{}, message.values()[static_cast<std::size_t>(index)]);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace digitlab
