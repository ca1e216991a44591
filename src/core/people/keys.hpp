// How a sealed person is found again (mechanisms.md §4): blind keys of exact identifiers and of pairs of names.
// What leaks, and no more: that two people share a pair of names, roughly how common a surname is, and roughly how many
// different names there are.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/people/person.hpp"
#include "platform/crypto/key.hpp"

namespace hebra::people {

/// The kinds are one word each because they are stored: changing one means rebuilding the index.
enum class KeyKind { run, document, phone, email, return_code, names, surname };
BOOST_DESCRIBE_ENUM(KeyKind, run, document, phone, email, return_code, names, surname)

struct BlindKey {
    KeyKind kind;
    Bytes key;
    friend bool operator==(const BlindKey&, const BlindKey&) = default;
    friend auto operator<=>(const BlindKey& a, const BlindKey& b) {
        return std::tie(a.kind, a.key) <=> std::tie(b.kind, b.key);
    }
};

/// What somebody typed to find a person.
struct NameProbe {
    std::vector<std::string> tokens;  ///< folded words, particles dropped, in the order typed
    std::optional<BirthDate> birth_date;
};

/// Every key under which a person is kept. Sorted, no duplicates.
std::vector<BlindKey> keys_of(const Identity& identity, const std::optional<std::string>& return_code, const crypto::Key& blind);

/// The sound of one word of a name as one of k_rough_sounds numbers: tells whether it was ever met, never by whom.
std::int64_t rough_sound(std::string_view sound, const crypto::Key& blind);
inline constexpr std::int64_t k_rough_sounds = 1 << 20;

/// Of every word by which a person may be found. Sorted, no duplicates: writers that meet take them in one order.
std::vector<std::int64_t> sounds_of(const Identity& identity, const crypto::Key& blind);

/// RUN and passport under the network's key: "known to the network, yes or no".
std::vector<Bytes> network_keys_of(const Identity& identity, const crypto::Key& network);

Bytes return_code_key(std::string_view code, const crypto::Key& blind);

/// The folded tokens of a name query: "María de los Ángeles Soto" → maria, angeles, soto.
NameProbe probe_of(std::string_view text, std::optional<BirthDate> birth_date);

/// Keys that meet a person sharing two tokens (or one token and the birth date) with the query, by sound.
/// One token alone gives its rough surname key.
std::vector<BlindKey> probe_keys(const NameProbe& probe, const crypto::Key& blind);

/// The same, with one token (by index) replaced by each spelling one letter away from it: typos cost next to nothing at rest.
/// @param known whether anybody may have a word of that rough sound: what nobody has is not looked for
std::vector<BlindKey> typo_keys(const NameProbe& probe, std::size_t token, const crypto::Key& blind,
                                const std::function<bool(std::int64_t)>& known);

}  // namespace hebra::people
