// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <exception>
#include <new>
#include <string>
#include <utility>

namespace digitlab {

/// What an exception of LibTorch says, without the stack trace that it appends.
inline std::string firstLine(const std::exception& exception) {
    const std::string text = exception.what();
    return text.substr(0, text.find('\n'));
}

/// Does some work with LibTorch, and turns whatever it throws into an Error.
template <class Work>
auto atBoundary(Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw Error(Message(DIGITLAB_TEXT("core", "The engine ran out of memory.")));
    } catch (const std::exception& exception) {
        // Not only c10::Error: LibTorch lets others through.
        throw Error(Message(DIGITLAB_TEXT("core", "The engine (LibTorch) failed: %1"),
                            {firstLine(exception)}));
    }
}

} // namespace digitlab
