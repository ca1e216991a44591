// Sealed fields: what is at rest of a person (mechanisms.md §6). XChaCha20-Poly1305, libsodium.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.hpp"
#include "base/id.hpp"
#include "base/private.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::crypto {

/// Where a sealed value lives. It is bound to the value without being stored with it, so that a ciphertext copied to
/// another row, column or table, or kept from before a rotation, does not open.
struct Context {
    std::string_view table;
    std::string_view column;
    Uuid row;
    std::uint32_t key_version = 1;

    /// Canonical bytes: every text carries its length first, so that no two contexts read alike.
    Bytes associated() const;
};

/// Whether the length of what is sealed may be seen.
enum class Padding {
    bucket,  ///< hidden: filled up to `bucket_size`
    none,    ///< public anyway: chunks of a file, keys
};

/// The size a text is padded to before sealing. Names, phones, RUNs, dates and e-mails nearly all fall in the first
/// bucket (64), so a stolen database does not tell "Ana Paz" from "Maximiliano Huenchumilla", nor a person with one
/// phone from one with an e-mail. Then 128, 256, 512: a short note tells only its order of size. From 512 on, eight
/// sizes per doubling (at most 12.5 % larger): powers of two would waste a third of every narrative, and 64 possible
/// lengths of a page of text say little about it.
std::size_t bucket_size(std::size_t length);

/// One format byte, a random nonce (24), the ciphertext and its tag (16).
Bytes seal(const Key& key, BytesView plain, BytesView associated, Padding padding = Padding::bucket);
Bytes seal(const Key& key, BytesView plain, const Context& context, Padding padding = Padding::bucket);
Bytes seal(const Key& key, std::string_view plain, const Context& context);
Bytes seal(const Key& key, const Private& plain, const Context& context);

/// What was sealed; nullopt when any byte was altered, or the key or the context is another.
std::optional<Bytes> open(const Key& key, BytesView sealed, BytesView associated);
std::optional<Bytes> open(const Key& key, BytesView sealed, const Context& context);
std::optional<Private> open_text(const Key& key, BytesView sealed, const Context& context);

/// A key sealed under another. It opens only by `unwrap`, into locked memory.
Bytes wrap(const Key& outer, const Key& inner, BytesView associated);
Bytes wrap(const Key& outer, const Key& inner, const Context& context);
std::optional<Key> unwrap(const Key& outer, BytesView wrapped, BytesView associated);
std::optional<Key> unwrap(const Key& outer, BytesView wrapped, const Context& context);

}  // namespace hebra::crypto
