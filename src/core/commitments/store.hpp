// Every SQL statement that changes commitments.
#pragma once
#include "access/audit/verify.hpp"
#include "access/roles/roles.hpp"
#include "core/commitments/escalation.hpp"

namespace hebra::commitments::store {

/// Nothing happens while one of the same subject and kind is open.
void add(db::Tx& tx, const Commitment& commitment, audit::EntryId audit_id);

/// Nobody else changes it until this transaction ends.
Result<Commitment> lock(db::Tx& tx, CommitmentId id);
/// The open ones about a record: of one kind, or (empty) of any.
std::vector<CommitmentId> find_open(db::Reader& reader, RecordId subject, std::string_view kind);
/// The open ones about up to 50 records, in the order of their subjects.
std::vector<Commitment> open_of(db::Reader& reader, std::span<const RecordId> subjects);

/// Everything that may change, one version further. False when it changed since it was read, or ended.
bool save(db::Tx& tx, const Commitment& commitment, audit::EntryId audit_id);
/// One step further on the ladder; the version stays, for nobody who works on it need notice.
bool save_step(db::Tx& tx, CommitmentId id, int seen, int step, Time escalates_at, audit::EntryId audit_id);

// Of one kind, or (empty) of any; how many were open.
std::int64_t fulfil(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause,
                    std::optional<RecordId> evidence);
std::int64_t cancel(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause);
void cancel_about(db::Tx& tx, InstitutionId institution, PersonId person, const Cause& cause);
std::int64_t change_person(db::Tx& tx, RecordId subject, std::string_view kind, const About& about, const Cause& cause);
std::int64_t pause(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause);
/// By hand. False when it changed since it was read, or ended.
bool fulfil_one(db::Tx& tx, CommitmentId id, int seen, const Cause& cause, std::optional<RecordId> evidence);
/// Takes what is open from a user, in one institution or (nullopt) in all, of one kind or (empty) of any. How many.
std::int64_t take_from(db::Tx& tx, UserId user, std::optional<InstitutionId> institution, std::string_view kind, const Cause& cause);
/// The kinds of what is open and theirs in an institution.
std::vector<std::string> kinds_held(db::Reader& reader, UserId user, InstitutionId institution);

/// Who holds what is open, of a kind, in an institution.
struct Held {
    InstitutionId institution_id;
    UserId owner_id;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(Held, (), (institution_id, owner_id, kind))
/// Each once, by institution and holder.
std::vector<Held> held(db::Reader& reader);

/// What somebody does in an institution today, their account locked so that it stays active until this transaction ends.
/// None: they do not work there.
std::vector<access::Role> lock_roles(db::Tx& tx, UserId user, InstitutionId institution);

struct Working {
    UserId user_id;
    access::Role role;
};
BOOST_DESCRIBE_STRUCT(Working, (), (user_id, role))
/// Each role of everybody whose account is active.
std::vector<Working> roles_of(db::Reader& reader, InstitutionId institution);

struct Renegotiation {
    CommitmentId commitment_id;
    int nth;
    Time at;
    UserId user_id;
    Time old_due_at;
    Time new_due_at;
    Reason reason;
};
void add_renegotiation(db::Tx& tx, const Renegotiation& renegotiation);

/// Open ones whose next step is due, the longest first.
std::vector<CommitmentId> due_to_escalate(db::Reader& reader, Time now, std::int64_t most);
/// Open ones counted with other holidays than `edition`, after an id.
std::vector<CommitmentId> counted_otherwise(db::Reader& reader, const std::string& edition, CommitmentId after,
                                            std::int64_t most);

void add_escalation(db::Tx& tx, const Escalation& escalation, audit::EntryId audit_id);
/// The oldest that nobody was told of, left out what another transaction is telling.
std::vector<Escalation> untold(db::Tx& tx, std::int64_t most);
void mark_told(db::Tx& tx, EscalationId id, Time now);

extern const audit::Anchor k_anchor;
extern const audit::Anchor k_escalation_anchor;

}  // namespace hebra::commitments::store
