#include "platform/chile/typed.hpp"

#include <cstdint>

namespace hebra::chile {
namespace {

struct Range {
    std::uint32_t first;
    std::uint32_t last;
    std::string_view plain;
};

/// In order of Unicode.
constexpr Range k_ranges[] = {
    {0x0009, 0x000D, " "},   // tab, line ends
    {0x00A0, 0x00A0, " "},   // no-break space
    {0x00AD, 0x00AD, ""},    // soft hyphen: not seen
    {0x2000, 0x200A, " "},   // spaces of every width
    {0x200B, 0x200F, ""},    // zero width, direction marks
    {0x2010, 0x2015, "-"},   // hyphens and dashes
    {0x202A, 0x202E, ""},    // direction embeddings: what a phone's contact list copies around a number
    {0x202F, 0x202F, " "},   // narrow no-break space
    {0x2060, 0x2069, ""},    // joiners, isolates
    {0x2212, 0x2212, "-"},   // minus
    {0xFEFF, 0xFEFF, ""},    // byte order mark
};

/// One character of UTF-8 at the start of `text`, up to three bytes (all of the above); 0 when it is anything else.
std::uint32_t character(std::string_view text, std::size_t& size) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0u; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    size = 1;
    if (byte(0) < 0x80) return byte(0);
    if ((byte(0) & 0xE0) == 0xC0 && follows(1)) {
        size = 2;
        return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    }
    if ((byte(0) & 0xF0) == 0xE0 && follows(1) && follows(2)) {
        size = 3;
        return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    }
    return 0;
}

std::string_view plain(std::uint32_t code, std::string_view itself) {
    if (code >= ' ' && code < 0x7F) return itself;
    for (const auto& range : k_ranges)
        if (code >= range.first && code <= range.last) return range.plain;
    return itself;
}

}  // namespace

std::string plainly(std::string_view typed) {
    std::string out;
    out.reserve(typed.size());
    while (!typed.empty()) {
        std::size_t size;
        const auto code = character(typed, size);
        out += plain(code, typed.substr(0, size));
        typed.remove_prefix(size);
    }
    const auto first = out.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

}  // namespace hebra::chile
