// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <functional>

namespace digitlab {

/// Keeps something that is asked for very often from being done more often than an eye can follow:
/// the first call is carried out at once, those that come soon after it together, once the interval
/// is over. The last one is never lost.
class Pace {
public:
    Pace(int milliseconds, std::function<void()> act);

    /// Asks for the act.
    void request();

private:
    void carryOut();

    std::function<void()> m_act;
    QTimer m_interval;
    bool m_isWanted = false; ///< asked for since it was last carried out
};

} // namespace digitlab
