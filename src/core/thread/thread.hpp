// A person's thread: one timeline across institutions, of which each sees its own part (mechanisms.md §1).
#pragma once
#include <vector>

#include "access/audit/verify.hpp"
#include "base/result.hpp"
#include "core/thread/event.hpp"
#include "platform/db/database.hpp"

namespace hebra::thread {

/// Appends an event, in the transaction of what it tells.
/// @throws std::logic_error for a data class that does not exist
EventId add(db::Tx& tx, const NewEvent& event);

/// A place in a timeline.
struct Position {
    Time event_at;
    EventId id;
};
inline constexpr Position k_newest{Time::max(), {}};

/// What an institution may see of a thread, the newest first, before a position (exclusive): its own events, those shared
/// with it, and those in its sight `now` (sight.hpp): by an agreement, and by what the person allowed. The rest leaves no
/// trace. Two statements, whatever there is. `not_found` unless the institution keeps a person of its own on the thread.
Result<std::vector<Event>> timeline(db::Reader& reader, InstitutionId viewer, ThreadId thread, Time now, const Position& before,
                                    std::int64_t most);

/// The statement that reads a page of it, for the test of its plan.
const std::string& timeline_sql();

extern const audit::Anchor k_anchor;

}  // namespace hebra::thread
