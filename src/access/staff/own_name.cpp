#include "access/staff/own_name.hpp"

#include <algorithm>

#include "access/staff/staff.hpp"

namespace hebra::access {
namespace {

constexpr std::size_t k_letters_at_most = 120;

struct Range {
    char32_t first, last;
};
/// Signs that nobody sees and that change how a line reads: controls, directions, line ends, marks of no width (Unicode 15).
constexpr Range k_unseen[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},       {0x180E, 0x180E},
                              {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
                              {0xE0000, 0xE007F}};

/// Of UTF-8 that was found well formed where it came in.
std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (const unsigned char c : text) {
        if (c < 0x80) letters += c;
        else if (c >= 0xF0) letters += c & 0x07U;
        else if (c >= 0xE0) letters += c & 0x0FU;
        else if (c >= 0xC0) letters += c & 0x1FU;
        else if (!letters.empty()) letters.back() = letters.back() << 6U | (c & 0x3FU);
    }
    return letters;
}

bool is_unseen(char32_t letter) {
    return std::ranges::any_of(k_unseen, [&](const Range& range) { return letter >= range.first && letter <= range.last; });
}

}  // namespace

Result<Private> own_name(const std::optional<Private>& written) {
    const std::string_view text = written ? std::string_view(written->reveal()) : "";
    const auto first = text.find_first_not_of(' ');
    if (first == text.npos) return refuse_field("/name", words::k_own_name_needed);
    const auto name = text.substr(first, text.find_last_not_of(' ') - first + 1);
    const auto letters = letters_of(name);
    if (letters.size() > k_letters_at_most) return refuse_field("/name", words::k_own_name_long);
    if (std::ranges::any_of(letters, is_unseen)) return refuse_field("/name", words::k_own_name_signs);
    return Private(std::string(name));
}

}  // namespace hebra::access
