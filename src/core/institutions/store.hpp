// Every SQL statement about institutions.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "core/institutions/institution.hpp"
#include "platform/db/database.hpp"

namespace hebra::institutions::store {

void add(db::Tx& tx, const Institution& institution, Time now, audit::EntryId audit_id);
Result<Institution> find(db::Reader& reader, InstitutionId id);
/// In the order of their names.
std::vector<Institution> all(db::Reader& reader);

extern const audit::Anchor k_anchor;

}  // namespace hebra::institutions::store
