// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/large_pages.h"

#include <ATen/ATen.h>

#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace digitlab {

namespace {

constexpr std::size_t kPage = std::size_t{2} << 20;

std::size_t wholePages(std::size_t bytes) {
    return (bytes + kPage - 1) / kPage * kPage;
}

#ifdef __linux__
std::byte* takePages(std::size_t size) {
    // A page more than needed, so that the pages within can begin where large ones must.
    void* mapped =
        mmap(nullptr, size + kPage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) {
        throw std::bad_alloc();
    }
    void* data = mapped;
    std::size_t space = size + kPage;
    std::align(kPage, size, data, space);
    auto* first = static_cast<std::byte*>(mapped);
    auto* begin = static_cast<std::byte*>(data);
    const std::size_t before = static_cast<std::size_t>(begin - first);
    if (before > 0) {
        munmap(first, before);
    }
    munmap(begin + size, kPage - before);
    (void)madvise(data, size, MADV_HUGEPAGE); // without them it is but slower
    return begin;
}

void givePagesBack(std::byte* data, std::size_t size) {
    munmap(data, size);
}
#else
std::byte* takePages(std::size_t size) {
    auto* data = static_cast<std::byte*>(::operator new (size, std::align_val_t{kPage}));
    std::memset(data, 0, size);
    return data;
}

void givePagesBack(std::byte* data, std::size_t /*size*/) {
    ::operator delete (data, std::align_val_t{kPage});
}
#endif

} // namespace

LargePages::LargePages(std::size_t bytes)
    : m_data(takePages(wholePages(bytes)), Free{wholePages(bytes)}) {}

void LargePages::Free::operator()(std::byte* data) const {
    givePagesBack(data, size);
}

at::Tensor inLargePages(const at::Tensor& tensor) {
    if (!tensor.is_cpu() || tensor.nbytes() < kPage) {
        return tensor;
    }
    const auto pages = std::make_shared<LargePages>(tensor.nbytes());
    at::Tensor copy = at::from_blob(
        pages->data(), tensor.sizes(), [pages](void*) {}, tensor.options());
    return copy.copy_(tensor);
}

} // namespace digitlab
