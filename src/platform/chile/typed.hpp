// Text as people paste it, made plain enough to read number by number.
#pragma once
#include <string>
#include <string_view>

namespace hebra::chile {

/// No-break and thin spaces become spaces, every kind of dash a hyphen, and the invisible marks that phones and documents
/// add when one copies a number are dropped. Spaces around go. Everything else stays as it is.
std::string plainly(std::string_view typed);

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// ASCII only.
constexpr char to_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace hebra::chile
