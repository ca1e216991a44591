#include "platform/crypto/code.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>

#include <fmt/format.h>

#include "platform/crypto/hash.hpp"

namespace hebra::crypto {
namespace {

/// Crockford's 32 characters: no I, L, O (read as 1, 1, 0) and no U.
constexpr std::string_view k_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Codes never hold this one: said aloud in Chile, V and B are the same letter. A V that was heard is read as B.
constexpr char k_avoided = 'V';

constexpr std::size_t k_thread_characters = 6;
constexpr std::size_t k_return_characters = 11;
constexpr std::size_t k_longest_typed = 64;
constexpr std::size_t k_token_bytes = 16;

std::optional<std::uint8_t> value_of(char c) {
    const auto at = k_alphabet.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint8_t>(at);
}

/// In GF(32), x⁵ + x² + 1: times x, a generator of all 31 non-zero values.
constexpr std::uint8_t times_x(std::uint8_t value) {
    const auto doubled = static_cast<unsigned>(value) << 1;
    return static_cast<std::uint8_t>(doubled & 32 ? doubled ^ 0b100101 : doubled);
}

/// The characters as coefficients of a polynomial, at x. Each place has its own non-zero weight (fewer than 31 places),
/// so one wrong character or any two exchanged ones change it. Crockford's own check (modulo 37) needs * ~ $ = U.
std::uint8_t syndrome(std::string_view code) {
    std::uint8_t sum = 0;
    for (const char c : code) sum = static_cast<std::uint8_t>(times_x(sum) ^ value_of(c).value());
    return sum;
}

char check_of(std::string_view code) {
    return k_alphabet[times_x(syndrome(code))];
}

/// Characters and their check character.
/// @param next gives as many fresh bytes each time it is asked
std::string make_code(const std::function<Bytes()>& next) {
    for (;;) {
        std::string code;
        for (const auto byte : next()) code += k_alphabet[byte & 31];
        code += check_of(code);
        if (code.find(k_avoided) == std::string::npos) return code;
    }
}

std::string random_code(std::size_t characters) {
    return make_code([&] { return random_bytes(characters); });
}

char forgiven(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    switch (c) {
        case 'O': return '0';
        case 'I':
        case 'L': return '1';
        case 'V': return 'B';
        default: return c;
    }
}

/// Letters and digits only, forgiven. Anything else is taken for a separator: the length and the check decide.
std::string tidy(std::string_view typed) {
    std::string code;
    for (const char c : typed.substr(0, k_longest_typed)) {
        const char f = forgiven(c);
        if ((f >= '0' && f <= '9') || (f >= 'A' && f <= 'Z')) code += f;
    }
    return code;
}

bool is_sound(std::string_view code, std::size_t characters) {
    if (code.size() != characters + 1) return false;
    for (const char c : code)
        if (!value_of(c)) return false;
    return syndrome(code) == 0;
}

Refuse wrong_code() {
    return refuse(Refused::invalid, words::k_code_wrong);
}

std::string in_groups_of_four(std::string_view code) {
    return fmt::format("{}-{}-{}", code.substr(0, 4), code.substr(4, 4), code.substr(8));
}

}  // namespace

ThreadCode ThreadCode::make() {
    return ThreadCode("HB-" + random_code(k_thread_characters));
}

Result<ThreadCode> ThreadCode::parse(std::string_view typed) {
    auto code = tidy(typed);
    if (code.size() == k_thread_characters + 3 && code.starts_with("HB")) code.erase(0, 2);
    if (!is_sound(code, k_thread_characters)) return wrong_code();
    return ThreadCode("HB-" + code);
}

ReturnCode ReturnCode::make() {
    return ReturnCode(in_groups_of_four(random_code(k_return_characters)));
}

ReturnCode ReturnCode::derive(const Key& key, std::string_view of) {
    int tries = 0;
    return ReturnCode(in_groups_of_four(make_code([&] {
        auto bytes = mac(key, bytes_of(fmt::format("return_code/{}/{}", tries++, of)));
        bytes.resize(k_return_characters);
        return bytes;
    })));
}

Result<ReturnCode> ReturnCode::parse(std::string_view typed) {
    const auto code = tidy(typed);
    if (!is_sound(code, k_return_characters)) return wrong_code();
    return ReturnCode(in_groups_of_four(code));
}

LinkToken LinkToken::make() {
    return LinkToken(to_base64url(random_bytes(k_token_bytes)));
}

Result<LinkToken> LinkToken::parse(std::string_view text) {
    const auto bytes = from_base64url(text);
    // Spelled again, because the last character has bits to spare and each token has one spelling only.
    if (!bytes || bytes->size() != k_token_bytes || to_base64url(*bytes) != text)
        return refuse(Refused::invalid, words::k_link_wrong);
    return LinkToken(std::string(text));
}

}  // namespace hebra::crypto
