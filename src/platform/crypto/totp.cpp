#include "platform/crypto/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

#include "platform/crypto/hash.hpp"

namespace hebra::crypto::totp {
namespace {

constexpr std::chrono::seconds k_period{30};
constexpr std::size_t k_digits = 6;
constexpr std::uint32_t k_modulus = 1'000'000;
constexpr std::size_t k_secret_size = 20;

std::string escaped(std::string_view text) {
    constexpr std::string_view k_plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string out;
    for (const char c : text) {
        if (k_plain.find(c) != std::string_view::npos) out += c;
        else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

/// The typed digits; nullopt when there is anything else than digits and spaces, or not six of them.
std::optional<std::string> digits_of(std::string_view typed) {
    std::string digits;
    for (const char c : typed) {
        if (c == ' ') continue;
        if (c < '0' || c > '9' || digits.size() == k_digits) return std::nullopt;
        digits += c;
    }
    if (digits.size() != k_digits) return std::nullopt;
    return digits;
}

}  // namespace

Bytes make_secret() {
    return random_bytes(k_secret_size);
}

std::string to_base32(BytesView secret) {
    constexpr std::string_view k_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const auto byte : secret) {
        held = (held << 8 | byte) & 0xFFF;  // at most four bits wait from the byte before
        for (bits += 8; bits >= 5; bits -= 5) text += k_alphabet[(held >> (bits - 5)) & 31];
    }
    if (bits > 0) text += k_alphabet[(held << (5 - bits)) & 31];
    return text;
}

std::string uri(BytesView secret, std::string_view issuer, std::string_view account) {
    const auto from = escaped(issuer);
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits={}&period={}", from,
                       escaped(account), to_base32(secret), from, k_digits, k_period.count());
}

std::int64_t step_of(Time now) {
    return std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()) / k_period;
}

std::string code(BytesView secret, std::int64_t step) {
    std::array<std::uint8_t, 8> counter;
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));

    std::array<std::uint8_t, EVP_MAX_MD_SIZE> mac;
    unsigned size = 0;
    if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), mac.data(),
             &size) == nullptr)
        throw std::runtime_error("HMAC-SHA-1 is not available");

    // RFC 4226 §5.3: four bytes, from where the last half-byte says, without the sign bit.
    const auto at = mac[size - 1] & 15u;
    const auto number = (mac[at] & 0x7Fu) << 24 | mac[at + 1] << 16 | mac[at + 2] << 8 | mac[at + 3];
    return fmt::format("{:06}", number % k_modulus);
}

std::optional<std::int64_t> verify(BytesView secret, std::string_view typed, Time now, std::int64_t last_step_used) {
    const auto digits = digits_of(typed);
    if (!digits) return std::nullopt;
    std::optional<std::int64_t> found;
    for (const int drift : {-1, 1, 0}) {  // all three are always computed; the present one is preferred
        const auto step = step_of(now) + drift;
        const bool matches = same(bytes_of(code(secret, step)), bytes_of(*digits));
        if (matches && step > last_step_used) found = step;
    }
    return found;
}

}  // namespace hebra::crypto::totp
