// Every SQL statement about keys. All of them are wrapped.
#pragma once
#include "access/keys/vault.hpp"

namespace hebra::access::store {

/// A key of an institution: an epoch, or a version of its secret.
struct NumberedKey {
    std::int64_t number;
    Bytes wrapped;
};
BOOST_DESCRIBE_STRUCT(NumberedKey, (), (number, wrapped))

struct SubjectKey {
    SubjectId subject_id;
    std::int64_t epoch;
    Bytes wrapped;
};

/// The epochs an institution has: the newest, and how many with those not yet destroyed.
struct Epochs {
    InstitutionId institution_id;
    std::int64_t newest;
    std::int64_t count;
};
BOOST_DESCRIBE_STRUCT(Epochs, (), (institution_id, newest, count))

struct Epoch {
    InstitutionId institution_id;
    std::int64_t epoch;
};
BOOST_DESCRIBE_STRUCT(Epoch, (), (institution_id, epoch))

/// False when there is one of this number.
bool add_epoch(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now);
void add_secret(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now);
/// Of every institution, by id.
std::vector<Epochs> all_epochs(db::Reader& reader);
/// The newest first.
std::vector<NumberedKey> epochs(db::Reader& reader, InstitutionId institution);
std::optional<NumberedKey> newest_secret(db::Reader& reader, InstitutionId institution);

void add_subject(db::Tx& tx, InstitutionId institution, const SubjectKey& key);
std::optional<WrappedKey> subject(db::Reader& reader, InstitutionId institution, SubjectId subject);
/// Nobody erases it until this transaction ends. False when there is none.
bool lock_subject(db::Tx& tx, InstitutionId institution, SubjectId subject);
/// For every institution that holds it.
void erase_subject_everywhere(db::Tx& tx, SubjectId subject);
bool erase_subject(db::Tx& tx, InstitutionId institution, SubjectId subject);

/// Keys still wrapped under an epoch below `epoch`, the oldest epoch first.
std::vector<SubjectKey> wrapped_before(db::Reader& reader, InstitutionId institution, std::int64_t epoch, std::int64_t most);
/// Nothing happens when the key was erased or wrapped anew meanwhile: an erased one does not come back.
void save_rewrapped(db::Tx& tx, InstitutionId institution, const SubjectKey& key, std::int64_t from_epoch);

/// Epochs below the newest that wrap nothing any longer.
std::vector<Epoch> unused_epochs(db::Reader& reader);
/// Since when an epoch is known to wrap nothing: from `now` on, if that was not noted before.
Time unused_since(db::Tx& tx, const Epoch& epoch, Time now);
/// It was found in use after all.
void forget_unused(db::Tx& tx, const Epoch& epoch);
/// False when it wraps something, or is gone already: then nothing happens.
bool destroy_epoch(db::Tx& tx, const Epoch& epoch);

}  // namespace hebra::access::store
