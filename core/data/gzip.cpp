// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/gzip.h"

#include "core/error.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace digitlab {
namespace {

constexpr int kGzipWindow = 15 + 16; // largest window; "+ 16" asks zlib for gzip's header

/// Unpacks piece by piece; goes on from one member of the stream to the next.
class Inflater {
public:
    Inflater(std::span<const std::uint8_t> packed, const std::string& name)
        : m_rest(packed)
        , m_name(name) {
        if (inflateInit2(&m_stream, kGzipWindow) != Z_OK)
            throw Error(
                Message(DIGITLAB_TEXT("core", "%1 cannot be unpacked: out of memory."), {name}));
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    [[nodiscard]] bool complete() const { return m_complete; }

    /// Fills `out`; what it returns is less than its size only where the packed bytes are at an
    /// end.
    std::size_t read(std::span<std::uint8_t> out) {
        std::size_t done = 0;
        while (done < out.size() && !m_complete) {
            const auto got = inflateOnce(out.subspan(done));
            if (got == 0 && m_stream.avail_in == 0 && m_rest.empty())
                break;
            done += got;
        }
        return done;
    }

private:
    std::size_t inflateOnce(std::span<std::uint8_t> out) {
        constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
        if (m_stream.avail_in == 0) {
            const auto count = std::min(m_rest.size(), kMost);
            m_stream.next_in = const_cast<Bytef*>(m_rest.data());
            m_stream.avail_in = static_cast<uInt>(count);
            m_rest = m_rest.subspan(count);
        }
        const auto room = static_cast<uInt>(std::min(out.size(), kMost));
        m_stream.next_out = out.data();
        m_stream.avail_out = room;
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END)
            nextMember();
        else if (result != Z_OK && result != Z_BUF_ERROR)
            throw Error(Message(DIGITLAB_TEXT("core", "%1 is damaged: its gzip data cannot be "
                                                      "unpacked (%2)."),
                                {m_name, std::string(m_stream.msg ? m_stream.msg : "no detail")}));
        return room - m_stream.avail_out;
    }

    void nextMember() {
        const auto available = m_stream.avail_in + m_rest.size();
        const std::span<const std::uint8_t> rest(m_stream.next_in, available);
        // Tapes and some tools pad with zeros; anything else but a further member is no gzip.
        if (std::ranges::all_of(rest, [](std::uint8_t byte) { return byte == 0; })) {
            m_complete = true;
            return;
        }
        if (!isGzip(rest))
            throw Error(Message(DIGITLAB_TEXT("core", "%1 is damaged: %2 bytes that are no gzip "
                                                      "data follow its end."),
                                {m_name, static_cast<std::int64_t>(available)}));
        inflateReset(&m_stream);
    }

    std::span<const std::uint8_t> m_rest;
    const std::string& m_name;
    z_stream m_stream{};
    bool m_complete = false;
};

} // namespace

bool isGzip(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;
}

Bytes unpackGzip(std::span<const std::uint8_t> bytes, std::uint64_t maxBytes,
                 const std::string& name) {
    constexpr std::uint64_t kPiece = 1 << 16;
    Inflater inflater(bytes, name);
    // One byte more than allowed tells a stream that is too long from one that just fits.
    const auto limit = maxBytes + 1;
    Bytes result(static_cast<std::size_t>(std::min(limit, std::max(kPiece, 4 * bytes.size()))));
    std::size_t size = 0;
    for (;;) {
        size += inflater.read(std::span(result).subspan(size));
        if (size < result.size() || size == limit)
            break;
        result.resize(static_cast<std::size_t>(std::min<std::uint64_t>(limit, 2 * result.size())));
    }
    if (size > maxBytes)
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is too large: it unpacks to more than the %2 "
                                                  "bytes that were expected."),
                            {name, static_cast<std::int64_t>(maxBytes)}));
    if (!inflater.complete())
        throw Error(Message(DIGITLAB_TEXT("core", "%1 is incomplete: its gzip data end early, "
                                                  "after %2 unpacked bytes."),
                            {name, static_cast<std::int64_t>(size)}));
    result.resize(size);
    return result;
}

Bytes unpackGzipStart(std::span<const std::uint8_t> bytes, std::size_t count,
                      const std::string& name) {
    Bytes result(count);
    result.resize(Inflater(bytes, name).read(result));
    return result;
}

} // namespace digitlab
