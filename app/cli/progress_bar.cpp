// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace digitlab {

namespace {

std::string bar(double share, int width) {
    const int full = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * width));
    std::string text;
    for (int i = 0; i < width; ++i) {
        text += i < full ? "█" : "░";
    }
    return text;
}

/// "0:42", "12:05", "1:02:09": short, and of one width for a long while.
std::string clockText(double seconds) {
    const auto total = std::llround(std::max(0.0, seconds));
    char text[40];
    if (total < 3600) {
        std::snprintf(text, sizeof text, "%lld:%02lld", total / 60, total % 60);
    } else {
        std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", total / 3600, total / 60 % 60,
                      total % 60);
    }
    return text;
}

bool canOverwrite(std::FILE* output) {
    const char* kind = std::getenv("TERM");
    const bool isDumb = kind != nullptr && std::string_view(kind) == "dumb";
    return isatty(fileno(output)) != 0 && !isDumb;
}

int columnsOf(std::FILE* terminal) {
    winsize size{};
    const bool known = ioctl(fileno(terminal), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

} // namespace

std::string durationText(double seconds) {
    const auto total = std::llround(std::max(0.0, seconds));
    char text[40];
    if (total < 60) {
        std::snprintf(text, sizeof text, "%lld s", total);
    } else if (total < 3600) {
        std::snprintf(text, sizeof text, "%lld min %02lld s", total / 60, total % 60);
    } else {
        std::snprintf(text, sizeof text, "%lld h %02lld min", total / 3600, total / 60 % 60);
    }
    return text;
}

std::string toText(const ProgressLine& line, int columns) {
    constexpr int kNarrowest = 6;
    constexpr int kWidest = 40;
    char words[160];
    std::snprintf(words, sizeof words, "loss %.4f  accuracy %.1f %%  %.0f images/s  %s left",
                  line.loss, line.accuracy * 100, line.imagesPerSecond,
                  clockText(line.secondsLeft).c_str());
    std::string text =
        "epoch " + std::to_string(line.epoch) + "/" + std::to_string(line.epochs) + "  ";
    std::string tail = words;
    const int room = columns - 1 - static_cast<int>(text.size() + tail.size()) - 2;
    if (room >= kNarrowest) {
        return text + bar(line.share, std::min(room, kWidest)) + "  " + tail;
    }
    text += tail; // ASCII: a byte is a column
    text.resize(std::min(text.size(), static_cast<std::size_t>(std::max(columns - 1, 0))));
    return text;
}

ProgressBar::ProgressBar(std::FILE* output)
    : m_terminal(canOverwrite(output) ? output : nullptr) {}

void ProgressBar::show(const RunStart& start, const Progress& progress) {
    if (m_terminal == nullptr || progress.batches.empty()) {
        return;
    }
    constexpr double kKeep = 0.95;
    for (const BatchResult& batch : progress.batches) {
        const double keep = m_hasBegun ? kKeep : 0;
        m_hasBegun = true;
        m_line.loss = keep * m_line.loss + (1 - keep) * batch.loss;
        m_line.accuracy = keep * m_line.accuracy + (1 - keep) * batch.accuracy;
    }
    m_line.epoch = progress.epoch;
    m_line.epochs = start.config.epochs;
    m_line.share = static_cast<double>(progress.step) / static_cast<double>(progress.totalSteps);
    m_line.imagesPerSecond = progress.imagesPerSecond;
    m_line.secondsLeft = progress.secondsLeft;
    std::fprintf(m_terminal, "\r\033[K%s", toText(m_line, columnsOf(m_terminal)).c_str());
    std::fflush(m_terminal);
}

void ProgressBar::clear() {
    if (m_terminal != nullptr) {
        std::fputs("\r\033[K", m_terminal);
        std::fflush(m_terminal);
    }
}

} // namespace digitlab
