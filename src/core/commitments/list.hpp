// Lists of open commitments in the order of every home page (interface.md §5): imminent danger, loose by danger then age,
// due this shift, the rest. Each is read by index from where the last page ended, however many there are.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "core/commitments/commitment.hpp"
#include "platform/db/database.hpp"

namespace hebra::commitments {

/// `due`: within this shift and not loose yet. `open`: all of them.
enum class Which { loose, due, open };
BOOST_DESCRIBE_ENUM(Which, loose, due, open)

inline constexpr auto k_shift = std::chrono::hours(8);

/// A commitment as the accountable institution sees it.
struct Listed {
    int shelf;  ///< 0 imminent, 1 loose and high, 2 loose, 3 held
    CommitmentId id;
    InstitutionId institution_id;
    std::optional<UserId> owner_id;
    std::optional<InstitutionId> requested_by;
    std::optional<std::string> thread_code;
    std::optional<PersonId> person_id;
    RecordId subject_id;
    std::string kind;
    Danger danger;
    bool by_hand;
    bool negotiable;
    Time opened_at;
    Time due_at;
    Time loose_at;
    std::optional<Time> paused_at;
    std::optional<Time> fulfilled_at;
    std::optional<Time> cancelled_at;
    int version;

    bool is_open() const { return !fulfilled_at && !cancelled_at; }
    bool is_loose(Time now) const { return is_open() && loose_at <= now; }
};
BOOST_DESCRIBE_STRUCT(Listed, (), (shelf, id, institution_id, owner_id, requested_by, thread_code, person_id, subject_id,
                                   kind, danger, by_hand, negotiable, opened_at, due_at, loose_at, paused_at, fulfilled_at,
                                   cancelled_at, version))

/// A place in a list, and the moment at which the list was begun: what becomes loose while somebody pages stays in its place.
struct Position {
    std::int64_t begun_at;  // microseconds: `k_never` has no calendar date to be spelled as
    int shelf;
    std::int64_t loose_at;
    CommitmentId id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (begun_at, shelf, loose_at, id))

Position first_position(Time now);
Position after(const Listed& last, const Position& from);

std::vector<Listed> list(db::Reader& reader, InstitutionId institution, Which which, const Position& from,
                         std::int64_t most);
/// What a user holds, or what is about a person; or both at once.
struct Narrow {
    std::optional<UserId> owner = {};
    std::optional<PersonId> person = {};

    bool is_everything() const { return !owner && !person; }
};
/// Precondition: narrowed to something.
std::vector<Listed> list_of(db::Reader& reader, InstitutionId institution, const Narrow& narrow, Which which,
                            const Position& from, std::int64_t most);
/// The product's one number.
std::int64_t count_loose(db::Reader& reader, InstitutionId institution, Time now);
std::int64_t count_loose_of(db::Reader& reader, InstitutionId institution, const Narrow& narrow, Time now);

/// One of the institution's own, open or ended.
Result<Listed> find(db::Reader& reader, InstitutionId institution, CommitmentId id, Time now);

/// What another institution owes this one: its state and no more.
struct Requested {
    CommitmentId id;
    InstitutionId institution_id;
    std::optional<std::string> thread_code;
    RecordId subject_id;
    std::string kind;
    Danger danger;
    Time due_at;
    std::optional<Time> paused_at;
};
BOOST_DESCRIBE_STRUCT(Requested, (), (id, institution_id, thread_code, subject_id, kind, danger, due_at, paused_at))

/// The open ones by due date.
std::vector<Requested> list_requested(db::Reader& reader, InstitutionId requested_by, Time after_due, CommitmentId after_id,
                                      std::int64_t most);

/// Open ones of a kind that were due before a moment, the oldest first: for the room whose acts end them ("expired", "time
/// out").
struct Abandoned {
    CommitmentId id;
    InstitutionId institution_id;
    RecordId subject_id;
    Time due_at;
};
BOOST_DESCRIBE_STRUCT(Abandoned, (), (id, institution_id, subject_id, due_at))

std::vector<Abandoned> abandoned(db::Reader& reader, std::string_view kind, Time due_before, std::int64_t most);
/// Of those, the ones whose ladder has ended: every step was taken, and whoever was told last had their while.
std::vector<Abandoned> unanswered(db::Reader& reader, std::string_view kind, Time due_before, std::int64_t most);

/// For the tests that look at how it is planned.
extern const std::string_view k_list_sql;

}  // namespace hebra::commitments
