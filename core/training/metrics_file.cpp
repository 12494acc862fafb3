// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/metrics_file.h"

#include "core/data/file.h"
#include "core/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace digitlab {

namespace {

constexpr std::size_t kCells = 6;
constexpr std::int64_t kMostSteps = 1'000'000'000'000;
/// As many batches as a checkpoint keeps, in rows that are longer than most.
constexpr std::uint64_t kMaxFileBytes = 10'000'000 * 64;

std::string_view takeUntil(char separator, std::string_view& text) {
    const std::string_view taken = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(taken.size() + 1, text.size()));
    return taken;
}

class MetricsParser {
public:
    explicit MetricsParser(const std::string& name)
        : m_name(name) {}

    RunHistory parse(std::string_view text) {
        if (const std::string_view first = takeUntil('\n', text); first != kMetricsColumns) {
            refuse(DIGITLAB_TEXT("core", "%1, line %2: is \"%3\"; \"%4\" is expected"),
                   {shortened(first), std::string(kMetricsColumns)});
        }
        while (!text.empty()) {
            ++m_line;
            addRow(takeUntil('\n', text));
        }
        return std::move(m_history);
    }

private:
    void addRow(std::string_view line) {
        const auto cells = cellsOf(line);
        const std::int64_t before = m_history.batches.empty() ? 0 : m_history.batches.back().step;
        const std::int64_t step = wholeNumber(cells[0]);
        if (step <= before) {
            refuse(DIGITLAB_TEXT("core", "%1, line %2: is step %3; one after step %4 is expected"),
                   {step, before});
        }
        const std::int64_t epoch = wholeNumber(cells[1]);
        const bool endsEpoch = !cells[4].empty() || !cells[5].empty();
        checkEpoch(step, epoch, before, endsEpoch);
        m_history.batches.push_back({step, real(cells[2]), share(cells[3])});
        if (endsEpoch) {
            EpochResult result;
            result.epoch = static_cast<int>(epoch);
            result.step = step;
            if (!cells[4].empty()) {
                result.validationLoss = real(cells[4]);
            }
            if (!cells[5].empty()) {
                result.validationAccuracy = share(cells[5]);
            }
            m_history.epochs.push_back(result);
        }
    }

    /// How many steps an epoch has follows from the first that ends: it was validated, or the next
    /// one begins. All others have as many.
    void checkEpoch(std::int64_t step, std::int64_t epoch, std::int64_t before, bool endsEpoch) {
        std::int64_t& steps = m_history.start.stepsPerEpoch;
        if (steps == 0 && endsEpoch) {
            steps = step / epoch;
        } else if (steps == 0 && m_epoch > 0 && epoch > m_epoch) {
            steps = before / m_epoch;
        }
        const std::int64_t inEpoch = m_epoch == 0 ? epoch : m_epoch;
        const std::int64_t expected = steps > 0 ? (step - 1) / steps + 1 : inEpoch;
        if (epoch != expected || (endsEpoch && step != epoch * steps)) {
            refuse(DIGITLAB_TEXT("core", "%1, line %2: step %3 does not fit epoch %4; an epoch of "
                                         "%5 steps is expected"),
                   {step, epoch, steps});
        }
        m_epoch = epoch;
    }

    std::array<std::string_view, kCells> cellsOf(std::string_view line) const {
        const auto count = static_cast<std::int64_t>(std::ranges::count(line, ',')) + 1;
        if (count != kCells) {
            refuse(DIGITLAB_TEXT("core", "%1, line %2: has %3 cells; %4 are expected"),
                   {count, static_cast<std::int64_t>(kCells)});
        }
        std::array<std::string_view, kCells> cells;
        for (std::string_view& cell : cells) {
            cell = takeUntil(',', line);
        }
        return cells;
    }

    std::int64_t wholeNumber(std::string_view cell) const {
        const auto number = parsed<std::int64_t>(cell);
        if (!number || *number < 1 || *number > kMostSteps) {
            refuse(DIGITLAB_TEXT("core", "%1, line %2: \"%3\" stands there; a whole number from 1 "
                                         "to %4 is expected"),
                   {shortened(cell), kMostSteps});
        }
        return *number;
    }

    /// A loss, which is none any more where a run has gone astray.
    double real(std::string_view cell) const {
        const auto number = parsed<double>(cell);
        if (!number) {
            refuse(DIGITLAB_TEXT("core", "%1, line %2: \"%3\" stands there; a number is expected"),
                   {shortened(cell)});
        }
        return *number;
    }

    double share(std::string_view cell) const {
        const auto number = parsed<double>(cell);
        if (!number || !(*number >= 0 && *number <= 1)) {
            refuse(DIGITLAB_TEXT("core", "%1, line %2: \"%3\" stands there; an accuracy from 0 to "
                                         "1 is expected"),
                   {shortened(cell)});
        }
        return *number;
    }

    template <typename Number>
    static std::optional<Number> parsed(std::string_view cell) {
        Number number{};
        const char* end = cell.data() + cell.size();
        const auto [place, problem] = std::from_chars(cell.data(), end, number);
        return problem == std::errc() && place == end ? std::optional(number) : std::nullopt;
    }

    /// `values` follow the name and the line.
    [[noreturn]] void refuse(const char* text, std::vector<Message::Value> values) const {
        values.insert(values.begin(), {m_name, m_line});
        throw Error(Message(text, std::move(values)));
    }

    const std::string& m_name;
    std::int64_t m_line = 1;
    std::int64_t m_epoch = 0; ///< of the row before; 0 = none
    RunHistory m_history;
};

} // namespace

RunHistory parseMetrics(std::string_view text, const std::string& name) {
    return MetricsParser(name).parse(text);
}

RunHistory readMetricsFile(const std::filesystem::path& path) {
    const Bytes bytes = readFile(path, kMaxFileBytes);
    return parseMetrics({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path.string());
}

} // namespace digitlab
