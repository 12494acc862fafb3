// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/thread_settings.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <omp.h>

namespace digitlab {

// at::set_num_threads() would also change the default of every thread that comes later; OpenMP's
// own setter is for this thread alone. LibTorch sets its default when a thread asks for the number
// the first time, so that is done before.
OperatorThreads::OperatorThreads(int count)
    : m_before(at::get_num_threads()) {
    omp_set_num_threads(count);
}

OperatorThreads::~OperatorThreads() {
    omp_set_num_threads(m_before);
}

FlushDenormals::FlushDenormals() {
    at::globalContext().setFlushDenormal(true);
}

FlushDenormals::~FlushDenormals() {
    at::globalContext().setFlushDenormal(false);
}

} // namespace digitlab
