// A write that arrives twice under one Idempotency-Key is carried out once (mechanisms.md §5).
#pragma once
#include <optional>
#include <string>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/db/database.hpp"

namespace hebra::access {

namespace words {
inline constexpr Word k_key_reused{"key_reused",
                                   "Esa clave de idempotencia ya se usó con otro contenido o para otra institución. Use una clave nueva para otra acción.",
                                   "That idempotency key was already used with other content or for another institution. Use a new key for another act."};
}  // namespace words

/// Keys are kept this long: a client that retries later than this acts anew.
inline constexpr auto k_once_kept = std::chrono::hours(24);

/// Claims the key this act arrived with, as the first statement of its transaction. A refusal later rolls the claim back, so
/// nothing gets stuck; a concurrent twin waits here until the first commits.
/// @param ref the id the act is about to create or change
/// @return nullopt: go on; otherwise the `ref` of the first time: answer with that record as it stands. Or `key_reused`.
Result<std::optional<std::string>> claim_once(db::Tx& tx, const Actor& actor, const std::string& ref, Time now);

/// The `ref` of the first time, if this act was already carried out under its key: for use cases that must read before they
/// write, and would refuse a repeat for what the first time changed. Or `key_reused`.
Result<std::optional<std::string>> claimed_before(db::Reader& reader, const Actor& actor);

/// For a use case about to refuse: the `ref` of the first time, if this act was carried out before and only a repeat finds what it
/// took gone or moved on; else that refusal.
Result<std::string> done_before(db::Database& database, const Actor& actor, Refusal refusal);

/// Forgets keys that have expired; how many.
std::int64_t forget_old_keys(db::Tx& tx, Time now);

}  // namespace hebra::access
