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

/// A version without its questions, and who brought it to its status.
struct Status {
    Version version;
    FormStatus status;
    Date effective_from;
    Time changed_at;
    std::optional<UserId> user_id;
};
BOOST_DESCRIBE_STRUCT(Status, (), (version, status, effective_from, changed_at, user_id))

std::vector<Row> all(db::Reader& reader, InstitutionId institution, std::string_view form);
std::vector<Status> history(db::Reader& reader, InstitutionId institution, std::string_view form);
bool has(db::Reader& reader, InstitutionId institution, std::string_view form, const Version& version);
/// False when the institution has this version already.
bool add(db::Tx& tx, InstitutionId institution, const Row& row, Time now, audit::EntryId audit_id);
/// False when it is not in `from`.
bool save_status(db::Tx& tx, InstitutionId institution, std::string_view form, const Version& version, FormStatus from,
                 FormStatus to, Time now, audit::EntryId audit_id);

/// Of what nobody ever wrote with. False when it is not in `from`.
bool remove(db::Tx& tx, InstitutionId institution, std::string_view form, const Version& version, FormStatus from);

extern const audit::Anchor k_anchor;

}  // namespace hebra::forms::store
