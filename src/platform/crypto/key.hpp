// A secret key, and keys made from keys.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "base/bytes.hpp"

namespace hebra::crypto {

/// 32 secret bytes in locked memory: never swapped, left out of core dumps, between guard pages, wiped on destruction.
/// Moves, and is copied only by `clone()`. It has no formatter, no comparison and no JSON: it cannot leave by accident.
/// Keys share guarded slabs (a guarded page each would cost 4 pages and a few system calls per key).
class Key {
  public:
    static constexpr std::size_t k_size = 32;
    using Slot = std::span<std::uint8_t, k_size>;

    static Key random();
    /// Throws std::invalid_argument unless there are exactly 32 bytes: they come from our own code, never from a user.
    static Key from(BytesView bytes);
    /// A key written in place by `fill(Slot)`, so that its bytes never pass through ordinary memory.
    template <class Fill>
    static Key written_by(Fill&& fill) {
        Key key;
        std::forward<Fill>(fill)(Slot(key.slot_, k_size));
        return key;
    }

    Key(Key&& other) noexcept : slot_(std::exchange(other.slot_, nullptr)) {}
    Key& operator=(Key&& other) noexcept {
        std::swap(slot_, other.slot_);
        return *this;
    }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    ~Key();

    Key clone() const { return from(reveal()); }

    /// The bytes themselves. Every call is a place a reviewer looks at. Throws std::logic_error on a moved-from key.
    BytesView reveal() const;

  private:
    Key();
    std::uint8_t* slot_;
};

/// A key for one purpose, from which neither the parent nor a sibling can be found (keyed BLAKE2b-256).
/// @param purpose a text that names what it is for and its version, such as "audit.1"; the same text gives the same key
Key derive(const Key& parent, std::string_view purpose);

/// False when the system refused to lock a slab (`ulimit -l`): keys are then only guarded and wiped. For the start-up log.
bool keys_are_locked();

}  // namespace hebra::crypto
