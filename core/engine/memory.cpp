// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace digitlab {

void keepFreedMemory() {
#ifdef __GLIBC__
    constexpr int kMegabyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, 32 * kMegabyte); // smaller blocks come from the heap, and stay there
    mallopt(M_TRIM_THRESHOLD, 256 * kMegabyte);
    mallopt(M_TOP_PAD, 32 * kMegabyte); // the heaps of other threads than the first need it to stay
#endif
}

} // namespace digitlab
