// Every SQL statement about definitions of forms.
#pragma once
#include "access/audit/verify.hpp"
#include "core/forms/definition.hpp"
#include "platform/db/database.hpp"

namespace hebra::forms::store {

struct Row {
    std::string form;
    Version version;
    FormStatus status;
    Date effective_from;
    std::string definition;
};
BOOST_DESCRIBE_STRUCT(Row, (), (form, version, status, effective_from, definition))

std::vector<Row> all(db::Reader& reader, InstitutionId institution, std::string_view form);
/// False when the institution has this version already.
bool add(db::Tx& tx, InstitutionId institution, const Row& row, Time now, audit::EntryId audit_id);
/// False when it is not in `from`.
bool save_status(db::Tx& tx, InstitutionId institution, std::string_view form, const Version& version, FormStatus from,
                 FormStatus to, Time now, audit::EntryId audit_id);

extern const audit::Anchor k_anchor;

}  // namespace hebra::forms::store
