// Hashes, keyed hashes and blind keys. All are BLAKE2b (RFC 7693).
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>

#include "base/bytes.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::crypto {

/// 32 bytes. For content whose entropy is high (files, tokens of 128 bits); a RUN, phone or name needs `mac` or `blind`.
Bytes hash(BytesView content);

/// 32 bytes: nobody without the key can make or guess it.
Bytes mac(const Key& key, BytesView content);

/// Equality in a time that depends on the lengths only. For every comparison of a mac, token or code.
bool same(BytesView a, BytesView b);

/// `hash` or `mac` of content that arrives in pieces.
class Hasher {
  public:
    Hasher();
    explicit Hasher(const Key& key);
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    ~Hasher();

    Hasher& add(BytesView piece);
    /// The 32 bytes. Throws std::logic_error when asked twice.
    Bytes finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A 16-byte key under which a sealed value can be found by equality, without storing the value (mechanisms.md §4).
/// Leaks equality within one key and purpose, nothing else. Fold or canonicalise the value first.
/// @param purpose table and column, or the pair that was joined: the same value under another purpose does not match
Bytes blind(const Key& key, std::string_view purpose, std::string_view value);

/// A blind key so short (16 bits) that it only narrows: many values share it on purpose. Not a prefix of `blind`.
std::uint16_t blind16(const Key& key, std::string_view purpose, std::string_view value);

}  // namespace hebra::crypto
