#include "base/fold.hpp"

#include <cstdint>

namespace hebra {
namespace {

/// The next code point, or 0xFFFD with one byte consumed when the bytes are not UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
    if (length == 0 || at + length > text.size()) {
        ++at;
        return 0xFFFD;
    }
    char32_t point = length == 1 ? lead : lead & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<std::uint8_t>(text[at + i]);
        if (byte >> 6 != 2) {
            ++at;
            return 0xFFFD;
        }
        point = point << 6 | (byte & 0x3F);
    }
    at += length;
    return point;
}

/// Base letters of U+00C0..U+017F in order; ' ' where there is no single base letter.
constexpr std::string_view k_latin =
    "aaaaaaaceeeeiiii"  // C0
    "dnooooo ouuuuyts"  // D0 (× has no letter)
    "aaaaaaaceeeeiiii"  // E0
    "dnooooo ouuuuyty"  // F0
    "aaaaaaccccccccdd"  // 100
    "ddeeeeeeeeeegggg"  // 110
    "gggghhhhiiiiiiii"  // 120
    "iiiijjkkklllllll"  // 130
    "lllnnnnnnnnnoooo"  // 140
    "oooorrrrrrssssss"  // 150
    "ssttttttuuuuuuuu"  // 160
    "uuuuwwyyyzzzzzzs";  // 170
static_assert(k_latin.size() == 0x180 - 0xC0);

char base_letter(char32_t point) {
    if (point < 0x80) {
        const char c = static_cast<char>(point);
        if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : ' ';
    }
    if (point >= 0xC0 && point < 0x180) return k_latin[point - 0xC0];
    return ' ';
}

bool is_combining(char32_t point) { return point >= 0x300 && point < 0x370; }

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = next_code_point(text, at);
        if (is_combining(point)) continue;  // decomposed accents
        const char letter = base_letter(point);
        if (letter != ' ') {
            folded += letter;
        } else if (!folded.empty() && folded.back() != ' ') {
            folded += ' ';
        }
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

std::vector<std::string> folded_words(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<std::string> words;
    for (std::size_t start = 0; start < folded.size();) {
        const auto end = std::min(folded.find(' ', start), folded.size());
        words.emplace_back(folded, start, end - start);
        start = end + 1;
    }
    return words;
}

std::string sound(std::string_view word) {
    std::string out;
    const auto at = [&](std::size_t i) { return i < word.size() ? word[i] : '\0'; };
    const auto add = [&](char c) {
        if (out.empty() || out.back() != c) out += c;
    };
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char next = at(i + 1);
        const bool soft = next == 'e' || next == 'i';
        switch (word[i]) {
            case 'v': add('b'); break;
            case 'z': case 'x': add('s'); break;
            case 'c':
                if (next == 'h') { out += "ch"; ++i; }
                else add(soft ? 's' : 'k');
                break;
            case 'q':
                add('k');
                if (next == 'u') ++i;
                break;
            case 'l':
                if (next == 'l') { add('y'); ++i; }
                else add('l');
                break;
            case 'g':
                if (next == 'u' && (at(i + 2) == 'e' || at(i + 2) == 'i')) { add('g'); ++i; }
                else add(soft ? 'j' : 'g');
                break;
            case 'h': break;
            case 'w':
                add('g');
                if (!soft) add('u');
                break;
            case 'p':
                if (next == 'h') { add('f'); ++i; }
                else add('p');
                break;
            default: add(word[i]);
        }
    }
    return out;
}

}  // namespace hebra
