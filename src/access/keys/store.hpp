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

void add_epoch(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now);
void add_secret(db::Tx& tx, InstitutionId institution, const NumberedKey& key, Time now);
std::optional<NumberedKey> newest_epoch(db::Reader& reader, InstitutionId institution);
std::optional<NumberedKey> epoch(db::Reader& reader, InstitutionId institution, std::int64_t number);
std::optional<NumberedKey> newest_secret(db::Reader& reader, InstitutionId institution);

void add_subject(db::Tx& tx, InstitutionId institution, const SubjectKey& key);
std::optional<WrappedKey> subject(db::Reader& reader, InstitutionId institution, SubjectId subject);
/// For every institution that holds it.
void erase_subject_everywhere(db::Tx& tx, SubjectId subject);
bool erase_subject(db::Tx& tx, InstitutionId institution, SubjectId subject);

}  // namespace hebra::access::store
