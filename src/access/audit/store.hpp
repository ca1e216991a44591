// Every SQL statement about the audit.
#pragma once
#include "access/audit/entry.hpp"
#include "platform/db/database.hpp"

namespace hebra::audit::store {

/// One link: hash(previous hash ‖ entry ‖ mac).
struct Link {
    std::int64_t seq;
    std::string entry_id;
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
std::vector<RawEntry> pending(db::Reader& reader, InstitutionId institution, std::int64_t most);
/// The newest link; nullopt before the first.
std::optional<Link> head(db::Reader& reader, InstitutionId institution);
/// False when the entry was sealed by somebody else meanwhile.
bool append(db::Tx& tx, InstitutionId institution, const Link& link);

void add_checkpoint(db::Tx& tx, const Checkpoint& checkpoint);
std::optional<Checkpoint> last_checkpoint(db::Reader& reader, InstitutionId institution);
std::vector<Checkpoint> checkpoints(db::Reader& reader, InstitutionId institution);

/// Institutions with a chain, for verification.
std::vector<InstitutionId> institutions(db::Reader& reader);
/// Entries with their link, in the order of the chain, after `after_seq`.
struct Sealed : RawEntry {
    std::int64_t seq;
    Bytes hash;
};
BOOST_DESCRIBE_STRUCT(Sealed, (RawEntry), (seq, hash))
std::vector<Sealed> sealed_after(db::Reader& reader, InstitutionId institution, std::int64_t after_seq, std::int64_t most);
/// Links, and places in the sealer's queue, whose entry is gone.
std::vector<std::string> links_without_entry(db::Reader& reader, InstitutionId institution);
/// Entries neither in their institution's chain nor waiting for it.
std::vector<std::string> entries_outside(db::Reader& reader, InstitutionId institution);
/// Entries, links, places in the queue and checkpoints of institutions that have no keys: there are none such.
std::vector<std::string> strays(db::Reader& reader);

/// Which of them: all, those of people who acted for another institution, or the attempts that were refused.
enum class Only { all, outside, refused };

/// Who looked at or changed a person's records, newest first, before a moment (exclusive).
std::vector<Entry> about_person(db::Reader& reader, InstitutionId institution, const Uuid& person, Time before, EntryId before_id,
                                std::int64_t most, Only only = Only::all);
/// All of them between two moments (inclusive), the newest first.
std::vector<Entry> about_person_between(db::Reader& reader, InstitutionId institution, const Uuid& person, Time from, Time until,
                                        std::int64_t most);
/// Those of one kind of act, the oldest first.
std::vector<Entry> acts_on_person(db::Reader& reader, InstitutionId institution, const Uuid& person, std::string_view action);

}  // namespace hebra::audit::store
