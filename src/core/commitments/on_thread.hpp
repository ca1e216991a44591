// What a person's thread shows of commitments: what others still owe on it, and when nobody acted in time.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "core/commitments/commitment.hpp"
#include "platform/db/database.hpp"

namespace hebra::commitments {

/// An hour kept a little late is no time without anybody: less than this is not told, unless somebody's life is in danger.
inline constexpr auto k_grace = std::chrono::hours(2);

/// A promise that is open, or one whose time ran out before anybody acted.
struct OnThread {
    CommitmentId id;
    InstitutionId institution_id;
    std::optional<InstitutionId> requested_by;
    RecordId subject_id;
    std::string kind;
    Danger danger;
    Time opened_at;
    Time due_at;                    ///< of one that was given another date too late: the date that was missed
    std::optional<Time> acted_at;   ///< when somebody did it, gave it up, paused it or set another date; none: it is open
    bool paused;

    bool is_open() const { return !acted_at || paused; }
    bool has_lapsed() const { return acted_at && (danger == Danger::imminent ? due_at < *acted_at : due_at + k_grace <= *acted_at); }
};
BOOST_DESCRIBE_STRUCT(OnThread, (), (id, institution_id, requested_by, subject_id, kind, danger, opened_at, due_at, acted_at,
                                     paused))

/// As `viewer` may see them, the latest due first: the lapsed ones, and the open ones of other institutions. Its own; those
/// that it asked for; and those of an institution whose events about the same record it sees (thread::timeline). The rest
/// leaves no trace. One statement. Whoever asks answers for the thread being the viewer's to see.
std::vector<OnThread> on_thread(db::Reader& reader, InstitutionId viewer, ThreadId thread, Time now, std::int64_t most);

}  // namespace hebra::commitments
