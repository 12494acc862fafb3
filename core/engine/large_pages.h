// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <memory>

namespace digitlab {

/// Memory in pages of 2 MB where the system has them, 0 at first. A processor remembers where some
/// thousand pages lie; what a training goes through at each step is more than that in pages of 4
/// KB.
class LargePages {
public:
    /// For at least so many bytes. Throws std::bad_alloc where there is no memory.
    explicit LargePages(std::size_t bytes);

    [[nodiscard]] std::byte* data() const { return m_data.get(); }
    [[nodiscard]] std::size_t size() const { return m_data.get_deleter().size; }

private:
    struct Free {
        std::size_t size;
        void operator()(std::byte* data) const;
    };
    std::unique_ptr<std::byte, Free> m_data;
};

/// A copy of a tensor in large pages; the tensor itself where it is too small for one, or on
/// another device than the processor.
at::Tensor inLargePages(const at::Tensor& tensor);

} // namespace digitlab
