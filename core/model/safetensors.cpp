// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/safetensors.h"

#include "core/model/bounded_json.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <utility>

namespace digitlab::safetensors {

namespace {

static_assert(std::endian::native == std::endian::little && sizeof(float) == 4,
              "the values are copied as they lie in memory");

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 1'000'000;
constexpr std::uint64_t kMaxDimensions = 8;
constexpr const char* kMetadataKey = "__metadata__";

[[noreturn]] void refuse(const char* text, std::vector<Message::Value> values) {
    throw Error(Message(text, std::move(values)));
}

std::int64_t signedSize(std::uint64_t size) {
    return static_cast<std::int64_t>(
        std::min<std::uint64_t>(size, std::numeric_limits<std::int64_t>::max()));
}

/// The length of the header of a file of `fileBytes`, which begins with `start`. It is checked
/// before it is believed.
std::size_t headerBytes(std::span<const std::uint8_t> start, std::uint64_t fileBytes,
                        const std::string& name) {
    if (start.size() < kLengthBytes) {
        refuse(DIGITLAB_TEXT("core", "%1: the file has %2 bytes; a safetensors file has at least 8 "
                                     "and its header"),
               {name, signedSize(start.size())});
    }
    std::uint64_t length = 0;
    std::memcpy(&length, start.data(), kLengthBytes);
    if (length > kMaxHeaderBytes) {
        refuse(DIGITLAB_TEXT("core", "%1: is no model file: its header would have %2 bytes; at "
                                     "most %3 are expected"),
               {name, signedSize(length), signedSize(kMaxHeaderBytes)});
    }
    if (length > fileBytes - kLengthBytes) {
        refuse(DIGITLAB_TEXT("core", "%1: the file is cut short: its header should have %2 bytes; "
                                     "only %3 follow"),
               {name, signedSize(length), signedSize(fileBytes - kLengthBytes)});
    }
    return static_cast<std::size_t>(length);
}

Metadata parseMetadata(const Json& json, const std::string& name) {
    Metadata metadata;
    if (!json.is_object()) {
        refuse(DIGITLAB_TEXT("core", "%1: its metadata is damaged; an object of texts is expected"),
               {name});
    }
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string()) {
            refuse(DIGITLAB_TEXT("core", "%1: \"%2\" in its metadata is no text"),
                   {name, shortened(key)});
        }
        metadata[key] = value.get<std::string>();
    }
    return metadata;
}

/// The list of numbers under `key`, none of them negative; an empty list where it is anything else
/// (which suits no tensor of a network).
std::vector<std::int64_t> sizesAt(const Json& json, const char* key) {
    std::vector<std::int64_t> sizes;
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array() || found->size() > kMaxDimensions) {
        return {};
    }
    for (const Json& size : *found) {
        // What does not fit 63 bits is not the size of anything.
        if (!size.is_number_unsigned() || size.get<std::uint64_t>() >> 63U != 0) {
            return {};
        }
        sizes.push_back(size.get<std::int64_t>());
    }
    return sizes;
}

/// True where sizes, multiplied and as float32, are exactly `bytes`; safe against overflow.
bool fills(const std::vector<std::int64_t>& sizes, std::size_t bytes) {
    std::uint64_t left = bytes / sizeof(float);
    for (const std::int64_t size : sizes) {
        const auto divisor = static_cast<std::uint64_t>(size);
        if (divisor == 0 || left % divisor != 0) {
            return false;
        }
        left /= divisor;
    }
    return left == 1 && bytes % sizeof(float) == 0;
}

/// Where a tensor lies behind the header.
struct Place {
    TensorShape shape;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Header {
    Metadata metadata;
    std::vector<Place> places; ///< in the order of the bytes, which they fill from end to end
};

Place parsePlace(const std::string& tensor, const Json& json, std::uint64_t dataBytes,
                 const std::string& name) {
    if (!json.is_object() || json.value("dtype", Json()) != Json("F32")) {
        refuse(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" is of another type; F32 is expected"),
               {name, shortened(tensor)});
    }
    const auto offsets = sizesAt(json, "data_offsets");
    if (offsets.size() != 2 || offsets[0] > offsets[1] ||
        static_cast<std::uint64_t>(offsets[1]) > dataBytes) {
        refuse(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" lies outside of the file, which has "
                                     "%3 bytes of tensors; it is damaged or cut short"),
               {name, shortened(tensor), signedSize(dataBytes)});
    }
    Place place{{tensor, sizesAt(json, "shape")},
                static_cast<std::size_t>(offsets[0]),
                static_cast<std::size_t>(offsets[1])};
    const std::size_t bytes = place.end - place.begin;
    if (!fills(place.shape.sizes, bytes)) {
        refuse(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" has %3 bytes, which does not match its "
                                     "shape"),
               {name, shortened(tensor), signedSize(bytes)});
    }
    return place;
}

/// Brings the places in the order of the bytes, which they must fill from end to end.
void checkLayout(std::vector<Place>& places, std::uint64_t dataBytes, const std::string& name) {
    std::ranges::sort(places, {}, &Place::begin);
    std::size_t end = 0;
    for (const Place& place : places) {
        if (place.begin != end) {
            refuse(DIGITLAB_TEXT("core", "%1: the tensor \"%2\" overlaps another one or leaves a "
                                         "gap; one tensor right behind the other is expected"),
                   {name, shortened(place.shape.name)});
        }
        end = place.end;
    }
    if (end != dataBytes) {
        refuse(DIGITLAB_TEXT("core", "%1: has %2 bytes behind its last tensor; none are expected"),
               {name, signedSize(dataBytes - end)});
    }
}

/// The header behind its length, of a file with so many bytes of tensors.
Header parseHeader(std::span<const std::uint8_t> text, std::uint64_t dataBytes,
                   const std::string& name) {
    Header header;
    const Json json = parseObject({reinterpret_cast<const char*>(text.data()), text.size()}, name);
    for (const auto& [key, value] : json.items()) {
        if (key == kMetadataKey) {
            header.metadata = parseMetadata(value, name);
        } else {
            header.places.push_back(parsePlace(key, value, dataBytes, name));
        }
    }
    checkLayout(header.places, dataBytes, name);
    return header;
}

} // namespace

Contents parse(std::span<const std::uint8_t> bytes, const std::string& name) {
    const std::size_t length = headerBytes(bytes, bytes.size(), name);
    const auto data = bytes.subspan(kLengthBytes + length);
    Header header = parseHeader(bytes.subspan(kLengthBytes, length), data.size(), name);
    Contents contents{std::move(header.metadata), {}};
    for (Place& place : header.places) {
        contents.entries.push_back(
            {std::move(place.shape), data.subspan(place.begin, place.end - place.begin)});
    }
    return contents;
}

Metadata readMetadata(const std::filesystem::path& path) {
    const std::string name = path.string();
    const std::uint64_t fileBytes = fileSize(path);
    const std::size_t length = headerBytes(readFileStart(path, kLengthBytes), fileBytes, name);
    const Bytes start = readFileStart(path, kLengthBytes + length);
    // Somebody may have cut it short meanwhile; then its header is no JSON.
    const auto text = std::span(start).subspan(std::min(kLengthBytes, start.size()));
    return parseHeader(text, fileBytes - kLengthBytes - length, name).metadata;
}

Bytes write(const Metadata& metadata, std::span<const Tensor> tensors) {
    Json header = {{kMetadataKey, metadata}};
    std::size_t end = 0;
    for (const Tensor& tensor : tensors) {
        const std::size_t begin = end;
        end += tensor.values.size() * sizeof(float);
        header[tensor.shape.name] = {
            {"dtype", "F32"}, {"shape", tensor.shape.sizes}, {"data_offsets", {begin, end}}};
    }
    std::string text = header.dump();
    // Spaces bring the first tensor to a multiple of 8, as Python's library writes it.
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');

    Bytes bytes(kLengthBytes + text.size() + end);
    const std::uint64_t length = text.size();
    std::memcpy(bytes.data(), &length, kLengthBytes);
    std::memcpy(bytes.data() + kLengthBytes, text.data(), text.size());
    std::uint8_t* place = bytes.data() + kLengthBytes + text.size();
    for (const Tensor& tensor : tensors) {
        const std::size_t size = tensor.values.size() * sizeof(float);
        std::memcpy(place, tensor.values.data(), size);
        place += size;
    }
    return bytes;
}

} // namespace digitlab::safetensors
