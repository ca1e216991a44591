#include "features/attention/api.hpp"

namespace hebra::attention {

AboutPerson about_person(db::Reader& reader, InstitutionId institution, PersonId person) {
    AboutPerson found;
    found.contacts = reader.all<ContactId>(
        "SELECT id FROM contact WHERE person_id = :person AND institution_id = :institution ORDER BY started_at, id",
        {db::arg("person", person), db::arg("institution", institution)});
    found.files = reader.one<std::int64_t>(R"sql(
        SELECT COUNT(*)
          FROM contact c
          JOIN contact_attachment a ON a.contact_id = c.id
         WHERE c.person_id = :person
           AND c.institution_id = :institution
    )sql", {db::arg("person", person), db::arg("institution", institution)}).value();
    return found;
}

void end_contacts_of(db::Tx& tx, InstitutionId institution, PersonId person, Time at, audit::EntryId entry) {
    tx.add(R"sql(
        UPDATE contact
           SET status = 'closed', ended_at = COALESCE(ended_at, :at), version = version + 1, audit_id = :audit
         WHERE person_id = :person
           AND institution_id = :institution
           AND status = 'open'
    )sql", {db::arg("at", at), db::arg("audit", entry), db::arg("person", person), db::arg("institution", institution)});
}

std::optional<ContactOwner> owner_of(db::Reader& reader, ContactId id) {
    return reader.maybe<ContactOwner>("SELECT institution_id, person_id FROM contact WHERE id = :id", {db::arg("id", id)});
}

}  // namespace hebra::attention
