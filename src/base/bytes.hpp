// Raw bytes (sealed fields, keys, hashes) and their two spellings.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hebra {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

inline BytesView bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text_of(BytesView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Lower-case hexadecimal.
std::string to_hex(BytesView bytes);
/// nullopt on an odd length or a character outside 0-9a-fA-F.
std::optional<Bytes> from_hex(std::string_view text);

/// RFC 4648 §5, without padding: safe in URLs and cookies.
std::string to_base64url(BytesView bytes);
/// nullopt on a character outside the alphabet, or an impossible length.
std::optional<Bytes> from_base64url(std::string_view text);

/// Bytes from the operating system's generator. Blocks only before the kernel is seeded; throws if it fails.
Bytes random_bytes(std::size_t count);
void fill_random(std::span<std::uint8_t> out);

}  // namespace hebra
