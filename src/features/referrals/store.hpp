// Every SQL statement about referrals. What concerns the person is sealed before it comes here.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "core/commitments/ids.hpp"
#include "core/people/ids.hpp"
#include "core/thread/ids.hpp"
#include "features/directory/ids.hpp"
#include "features/referrals/content.hpp"
#include "platform/db/database.hpp"

namespace hebra::referrals::store {

struct Row {
    ReferralId id;
    InstitutionId origin_id;
    std::optional<InstitutionId> destination_id;  ///< none: the receiver has no account and answers by its link
    ThreadId thread_id;
    std::string thread_code;
    PersonId origin_person_id;
    std::optional<PersonId> destination_person_id;
    std::optional<RecordId> contact_id;
    directory::ServiceId service_id;
    Kind kind;
    Urgency urgency;
    Status status;
    std::string topic;     ///< coded, never free text
    std::string age_band;  ///< "14-17"; "unknown"
    std::optional<ReferralId> follows_id;
    Bytes content;
    int package_version;
    int no_shows;
    int reschedules;
    int tries = 0;  ///< to ask the person, since the last move
    std::optional<Disputed> disputed = {};
    UserId created_by;
    Time created_at;
    std::optional<Time> sent_at;
    Time updated_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, origin_id, destination_id, thread_id, thread_code, origin_person_id, destination_person_id,
                                contact_id, service_id, kind, urgency, status, topic, age_band, follows_id, content, package_version, no_shows,
                                reschedules, tries, disputed, created_by, created_at, sent_at, updated_at, version))

void add(db::Tx& tx, const Row& row, audit::EntryId audit_id);
/// One's own: the origin's always, the destination's once it was sent.
Result<Row> find(db::Reader& reader, InstitutionId who, ReferralId id);
/// Any, for coordinators and links, whose right is checked apart.
Result<Row> find_any(db::Reader& reader, ReferralId id);

/// What a move changes besides the status.
struct Moved {
    Status status;
    int package_version;
    int no_shows;
    int reschedules;
    std::optional<PersonId> destination_person_id;
    std::optional<Time> sent_at;
    std::optional<Disputed> disputed;
};
/// False when somebody moved it since `seen`: of two who answer at once, one wins.
bool save_move(db::Tx& tx, ReferralId id, const Moved& moved, int seen, Time now, audit::EntryId audit_id);
bool save_draft(db::Tx& tx, const Row& row, int seen, Time now, audit::EntryId audit_id);

struct MoveRow {
    int version;
    Action action;
    Status from_status;
    Status to_status;
    InstitutionId institution_id;
    UserId user_id;
    Time at;
    std::optional<std::string> code;
    std::optional<Bytes> details;
    std::optional<std::string> told = {};  ///< a Telling: of the directory, nothing of the person
};
BOOST_DESCRIBE_STRUCT(MoveRow, (), (version, action, from_status, to_status, institution_id, user_id, at, code, details, told))
void add_move(db::Tx& tx, ReferralId id, const MoveRow& move);
/// Who acted on it last for an institution; nullopt when nobody did with an account.
std::optional<UserId> last_mover(db::Reader& reader, ReferralId id, InstitutionId institution);
/// Whether this move was ever made of it.
bool was_made(db::Reader& reader, ReferralId id, Action action);
std::vector<MoveRow> moves_of(db::Reader& reader, ReferralId id);

struct TryRow {
    TryId id;
    UserId user_id;
    Time at;
    Bytes details;
};
BOOST_DESCRIBE_STRUCT(TryRow, (), (id, user_id, at, details))
/// False when it was moved since it was read. Counting moves nothing: its version stays, and so does its place in the lists.
bool count_try(db::Tx& tx, const Row& row, audit::EntryId audit_id);
void add_try(db::Tx& tx, ReferralId id, const TryRow& row, audit::EntryId audit_id);
std::vector<TryRow> tries_of(db::Reader& reader, ReferralId id);

struct PackageRow {
    int version;
    Bytes content;
    Bytes hash;
    Time frozen_at;
};
BOOST_DESCRIBE_STRUCT(PackageRow, (), (version, content, hash, frozen_at))
void add_package(db::Tx& tx, ReferralId id, const PackageRow& package);
std::optional<PackageRow> newest_package(db::Reader& reader, ReferralId id);

/// What an institution that coordinates is told of a referral of others: nothing of the person.
struct AwaitedRow {
    ReferralId id;
    std::string thread_code;
    InstitutionId origin_id;
    std::optional<InstitutionId> destination_id;
    Kind kind;
    Urgency urgency;
    std::optional<std::string> code;  ///< of the decline that is contested
    CommitmentId commitment_id;
    std::string commitment_kind;
    Time opened_at;
    Time due_at;
};
BOOST_DESCRIBE_STRUCT(AwaitedRow, (), (id, thread_code, origin_id, destination_id, kind, urgency, code, commitment_id, commitment_kind,
                                       opened_at, due_at))
struct AwaitedPosition {
    Time due_at;
    CommitmentId id;
};
BOOST_DESCRIBE_STRUCT(AwaitedPosition, (), (due_at, id))
/// What is contested before an institution, and what nobody answered although the network was told; by when it was due.
std::vector<AwaitedRow> awaited(db::Reader& reader, InstitutionId coordinator, const AwaitedPosition& after, std::int64_t most);

enum class Box { inbox, sent };
BOOST_DESCRIBE_ENUM(Box, inbox, sent)
struct Position {
    Time updated_at;
    ReferralId id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (updated_at, id))
/// The newest change first, before a position (exclusive). @param only the statuses wanted; empty: all of them
std::vector<Row> list(db::Reader& reader, InstitutionId who, Box box, const std::vector<Status>& only, const Position& before,
                      std::int64_t most);
/// Open or recent referrals of one's person, to warn of a redundant one.
std::vector<Row> of_person(db::Reader& reader, InstitutionId who, PersonId person, Time since);
/// All there ever were, also those entered in error: what travelled of somebody is told them whole.
std::vector<Row> all_of_person(db::Reader& reader, InstitutionId who, PersonId person);

/// Takes a place; false when there is none left. A service that does not count its places has them for everybody.
bool take_place(db::Tx& tx, directory::ServiceId service, ReferralId referral, bool firm);
/// Makes a soft place firm, or takes a firm one; false when there is none left.
bool firm_place(db::Tx& tx, directory::ServiceId service, ReferralId referral);
void release_place(db::Tx& tx, ReferralId referral);
/// Only if it is not firm; whether it was.
bool release_soft_place(db::Tx& tx, ReferralId referral);
/// The referrals for which a place is set aside and not yet taken.
std::vector<RecordId> softly_held(db::Reader& reader);
bool holds_place(db::Reader& reader, ReferralId referral);

void add_gap(db::Tx& tx, const Row& row, std::string_view reason, const std::optional<territory::Comuna>& comuna, Time now);

extern const audit::Anchor k_anchor;
extern const audit::Anchor k_try_anchor;

}  // namespace hebra::referrals::store
