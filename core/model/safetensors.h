// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/file.h"
#include "core/model/model.h"

#include <map>
#include <span>
#include <string>

namespace digitlab {

/// The container format of model files (https://huggingface.co/docs/safetensors): the length of the
/// header as 8 bytes, the header as JSON, then the raw bytes of all tensors without gaps.
namespace safetensors {

using Metadata = std::map<std::string, std::string>;

/// A tensor as the header describes it, and where its float32 values lie in the file.
struct Entry {
    TensorShape shape;
    std::span<const std::uint8_t> bytes; ///< exactly four for each value
};

struct Contents {
    Metadata metadata;
    std::vector<Entry> entries; ///< in the order of the bytes
};

/// Describes bytes from anywhere, without a copy of their tensors. Throws Error, naming `name`,
/// where they are no safetensors file, hold anything but float32, or where the tensors overlap or
/// leave gaps.
Contents parse(std::span<const std::uint8_t> bytes, const std::string& name);

/// The metadata of a file, of which only the header is read; a list of many files is quick so.
/// Throws the same, also where the file has not the size that its header describes.
Metadata readMetadata(const std::filesystem::path& path);

/// The file of these tensors, in their order.
Bytes write(const Metadata& metadata, std::span<const Tensor> tensors);

} // namespace safetensors

} // namespace digitlab
