#include "base/id.hpp"

#include "base/bytes.hpp"

namespace hebra {
namespace {

constexpr std::string_view k_digits = "0123456789abcdef";

constexpr bool dash_before(std::size_t byte) { return byte == 4 || byte == 6 || byte == 8 || byte == 10; }

}  // namespace

Uuid Uuid::make(Time now) {
    Uuid id;
    fill_random(id.bytes);
    const auto millis = static_cast<std::uint64_t>(to_micros(now) / 1000);
    for (int i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0f));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

std::array<char, 36> Uuid::chars() const {
    std::array<char, 36> text;
    std::size_t at = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (dash_before(i)) text[at++] = '-';
        text[at++] = k_digits[bytes[i] >> 4];
        text[at++] = k_digits[bytes[i] & 15];
    }
    return text;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    std::array<char, 32> digits;
    std::size_t at = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-')) return std::nullopt;
        if (!dash) digits[at++] = text[i];
    }
    const auto bytes = from_hex({digits.data(), digits.size()});
    if (!bytes) return std::nullopt;
    Uuid id;
    std::copy(bytes->begin(), bytes->end(), id.bytes.begin());
    return id;
}

}  // namespace hebra
