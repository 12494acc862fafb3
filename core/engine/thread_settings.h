// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace digitlab {

/// How many threads LibTorch may use for one operator that the current thread starts. Puts back
/// the old number when it goes out of scope, and touches no other thread.
class OperatorThreads {
public:
    explicit OperatorThreads(int count);
    ~OperatorThreads();
    OperatorThreads(const OperatorThreads&) = delete;
    OperatorThreads& operator=(const OperatorThreads&) = delete;

private:
    int m_before;
};

/// Has the current thread's processor take numbers too small for the normal form of a float as 0
/// while it is in scope: late in a training they are common, and a hundred times slower.
class FlushDenormals {
public:
    FlushDenormals();
    ~FlushDenormals();
    FlushDenormals(const FlushDenormals&) = delete;
    FlushDenormals& operator=(const FlushDenormals&) = delete;
};

} // namespace digitlab
