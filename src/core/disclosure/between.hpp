// What two institutions have told each other.
#pragma once
#include "base/actor.hpp"
#include "platform/db/database.hpp"

namespace hebra::disclosure {

/// On how many threads with a person of each of two institutions one has told the other with the person's consent, and it is
/// in force: those on which they see what happens at the other's (core/thread/sight.hpp).
std::int64_t threads_between(db::Reader& reader, InstitutionId one, InstitutionId other, Time now);

}  // namespace hebra::disclosure
