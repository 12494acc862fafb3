// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include <algorithm>
#include <cmath>

#include <sys/ioctl.h>
#include <unistd.h>

namespace digitlab {

namespace {

constexpr int kBarWidth = 24;

std::string bar(double share) {
    const int full = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kBarWidth));
    std::string text;
    for (int i = 0; i < kBarWidth; ++i) {
        text += i < full ? "█" : "░";
    }
    return text;
}

int columnsOf(std::FILE* terminal) {
    winsize size{};
    const bool known = ioctl(fileno(terminal), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

} // namespace

std::string durationText(double seconds) {
    const auto total = std::llround(std::max(0.0, seconds));
    char text[32];
    if (total < 60) {
        std::snprintf(text, sizeof text, "%lld s", total);
    } else if (total < 3600) {
        std::snprintf(text, sizeof text, "%lld min %02lld s", total / 60, total % 60);
    } else {
        std::snprintf(text, sizeof text, "%lld h %02lld min", total / 3600, total / 60 % 60);
    }
    return text;
}

ProgressBar::ProgressBar(std::FILE* terminal)
    : m_terminal(isatty(fileno(terminal)) != 0 ? terminal : nullptr) {}

void ProgressBar::show(const RunStart& start, const Progress& progress) {
    if (m_terminal == nullptr || progress.batches.empty()) {
        return;
    }
    constexpr double kKeep = 0.95;
    const bool first = m_loss == 0;
    for (const BatchResult& batch : progress.batches) {
        m_loss = first ? batch.loss : kKeep * m_loss + (1 - kKeep) * batch.loss;
        m_accuracy = first ? batch.accuracy : kKeep * m_accuracy + (1 - kKeep) * batch.accuracy;
    }
    char numbers[128];
    std::snprintf(numbers, sizeof numbers, "  loss %.4f  accuracy %.1f %%  %.0f images/s  %s left",
                  m_loss, m_accuracy * 100, progress.imagesPerSecond,
                  durationText(progress.secondsLeft).c_str());
    const double share =
        static_cast<double>(progress.step) / static_cast<double>(progress.totalSteps);
    const std::string head =
        "epoch " + std::to_string(progress.epoch) + "/" + std::to_string(start.config.epochs) + " ";
    // A line that is wider than the terminal would wrap, and be printed again and again.
    const bool wide = columnsOf(m_terminal) > static_cast<int>(head.size()) + kBarWidth +
                                                  static_cast<int>(std::string(numbers).size());
    std::fprintf(m_terminal, "\r\033[K%s%s%s", head.c_str(), wide ? bar(share).c_str() : "",
                 numbers);
    std::fflush(m_terminal);
}

void ProgressBar::clear() {
    if (m_terminal != nullptr) {
        std::fputs("\r\033[K", m_terminal);
        std::fflush(m_terminal);
    }
}

} // namespace digitlab
