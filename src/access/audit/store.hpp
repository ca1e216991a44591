// Every SQL statement about the audit.
#pragma once
#include "access/audit/entry.hpp"
#include "platform/db/database.hpp"

namespace hebra::audit::store {

/// One link: hash(previous hash ‖ entry ‖ mac).
struct Link {
    std::int64_t seq;
    EntryId entry_id;
    Bytes hash;
};
BOOST_DESCRIBE_STRUCT(Link, (), (seq, entry_id, hash))

struct Checkpoint {
    InstitutionId institution_id;
    std::int64_t seq;
    Bytes hash;
    Time at;
    Bytes signature;
};
BOOST_DESCRIBE_STRUCT(Checkpoint, (), (institution_id, seq, hash, at, signature))

void add(db::Tx& tx, const Entry& entry);

/// Institutions with entries waiting for the sealer.
std::vector<InstitutionId> waiting(db::Reader& reader);
/// The oldest committed entries not yet in the chain.
std::vector<Entry> pending(db::Reader& reader, InstitutionId institution, std::int64_t most);
/// The newest link; nullopt before the first.
std::optional<Link> head(db::Reader& reader, InstitutionId institution);
/// False when the entry was sealed by somebody else meanwhile.
bool append(db::Tx& tx, InstitutionId institution, const Link& link);

void add_checkpoint(db::Tx& tx, const Checkpoint& checkpoint);
std::optional<Checkpoint> last_checkpoint(db::Reader& reader, InstitutionId institution);
std::vector<Checkpoint> checkpoints(db::Reader& reader, InstitutionId institution);

/// Institutions that have any entry, for verification.
std::vector<InstitutionId> institutions(db::Reader& reader);
/// Entries with their link, in the order of the chain, after `after_seq`.
struct Sealed {
    std::int64_t seq;
    Bytes hash;
    EntryId id;
    InstitutionId institution_id;
    Time at;
    UserId user_id;
    InstitutionId acting_for;
    std::string action;
    std::string subject_id;
    std::optional<std::string> person_id;
    std::string fields;
    Bytes mac;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (seq, hash, id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac))
std::vector<Sealed> sealed_after(db::Reader& reader, InstitutionId institution, std::int64_t after_seq, std::int64_t most);
/// Links whose entry is gone.
std::vector<EntryId> links_without_entry(db::Reader& reader, InstitutionId institution);
/// Entries neither in the chain nor waiting for it.
std::vector<EntryId> entries_outside(db::Reader& reader, InstitutionId institution);
bool exists(db::Reader& reader, EntryId id);

/// Who looked at or changed a person's records, newest first, before a moment (exclusive).
std::vector<Entry> about_person(db::Reader& reader, InstitutionId institution, const Uuid& person, Time before, EntryId before_id,
                                std::int64_t most);

}  // namespace hebra::audit::store
