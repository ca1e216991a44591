// One key, several uses inside this room, whose outputs never meet. Not for other rooms.
#pragma once
#include <span>

#include "platform/crypto/key.hpp"

namespace hebra::crypto {

enum class Domain { derive, blind, blind16 };

/// BLAKE2b keyed and personalised for the domain; `out` takes 16 to 64 bytes.
void keyed_hash(const Key& key, Domain domain, BytesView content, std::span<std::uint8_t> out);

}  // namespace hebra::crypto
