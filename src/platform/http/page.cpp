#include "platform/http/page.hpp"

namespace hebra::http {
namespace {

constexpr std::size_t k_mac_bytes = 16;

/// The first bytes of the keyed hash: enough against guessing, short in a URL.
Bytes mac_of(std::string_view json, const Mac& mac) {
    auto full = mac("cursor\n" + std::string(json));
    full.resize(k_mac_bytes);
    return full;
}

}  // namespace

std::string seal_cursor(std::string_view json, const Mac& mac) {
    Bytes bytes(bytes_of(json).begin(), bytes_of(json).end());
    if (mac) {
        const auto seal = mac_of(json, mac);
        bytes.insert(bytes.end(), seal.begin(), seal.end());
    }
    return to_base64url(bytes);
}

std::optional<std::string> unseal_cursor(std::string_view cursor, const Mac& mac) {
    const auto bytes = from_base64url(cursor);
    if (!bytes) return std::nullopt;
    std::string json(text_of(*bytes));
    if (!mac) return json;
    if (json.size() < k_mac_bytes) return std::nullopt;
    const std::string seal = json.substr(json.size() - k_mac_bytes);
    json.resize(json.size() - k_mac_bytes);
    const auto expected = mac_of(json, mac);
    unsigned difference = 0;  // without an early way out, so that time tells nothing
    for (std::size_t i = 0; i < k_mac_bytes; ++i) difference |= static_cast<std::uint8_t>(seal[i]) ^ unsigned{expected[i]};
    if (difference != 0) return std::nullopt;
    return json;
}

}  // namespace hebra::http
