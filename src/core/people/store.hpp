// Every SQL statement about people. What identifies them is sealed before it comes here.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "core/people/keys.hpp"
#include "platform/db/database.hpp"

namespace hebra::people::store {

/// A person's row as it is stored.
struct Row {
    PersonId id;
    ThreadId thread_id;
    std::string thread_code;
    IdentityLevel identity_level;
    Bytes identity;
    std::optional<Bytes> safe_contact;
    std::optional<Bytes> declared;
    Time created_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, thread_id, thread_code, identity_level, identity, safe_contact, declared, created_at, version))

void add(db::Tx& tx, InstitutionId institution, const Row& row, audit::EntryId audit_id);
void add_keys(db::Tx& tx, InstitutionId institution, PersonId person, std::span<const BlindKey> keys, Time now);
/// Each once for the institution, whoever brings it.
void add_sounds(db::Tx& tx, InstitutionId institution, std::span<const std::int64_t> sounds, Time now);
void add_network_keys(db::Tx& tx, InstitutionId institution, PersonId person, std::span<const Bytes> keys);
void remove_keys(db::Tx& tx, PersonId person, bool but_return_code);

Result<Row> find(db::Reader& reader, InstitutionId institution, PersonId id);
/// Whose row it is, without opening it: to tell them that somebody else tried to. Nobody is told anything by it.
std::optional<InstitutionId> institution_of(db::Reader& reader, PersonId id);
/// A new version of a row whose content did not change.
void touch(db::Tx& tx, InstitutionId institution, PersonId person, Time now, audit::EntryId audit_id);
std::optional<PersonId> find_by_thread_code(db::Reader& reader, InstitutionId institution, const std::string& code);
/// False when somebody changed it since `seen`.
bool save(db::Tx& tx, InstitutionId institution, const Row& row, int seen, Time now, audit::EntryId audit_id);

/// People under any of these keys (all of one kind), the newest first, each once.
std::vector<PersonId> with_any_key(db::Reader& reader, InstitutionId institution, KeyKind kind, std::span<const Bytes> keys,
                                   std::int64_t most);

struct NewSound {
    std::int64_t sound;
    Time created_at;
};
BOOST_DESCRIBE_STRUCT(NewSound, (), (sound, created_at))
std::vector<NewSound> sounds_since(db::Reader& reader, InstitutionId institution, Time since);

/// Somebody who may be the one looked for: enough to be ranked and shown masked, with the key that opens it.
struct Candidate {
    PersonId id;
    std::string thread_code;
    Bytes identity;
    std::int64_t epoch;
    Bytes wrapped;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, thread_code, identity, epoch, wrapped))

/// Fifty people a statement, in no order. Whoever was erased is not among them.
std::vector<Candidate> candidates(db::Reader& reader, InstitutionId institution, std::span<const PersonId> ids);
/// The *other* institutions that know a person by this key.
std::vector<InstitutionId> known_elsewhere(db::Reader& reader, InstitutionId institution, const Bytes& network_key);

extern const audit::Anchor k_anchor;

}  // namespace hebra::people::store
