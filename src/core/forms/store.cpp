#include "core/forms/store.hpp"

namespace hebra::forms::store {

const audit::Anchor k_anchor{"form_definition", R"sql(
    SELECT r.audit_id
      FROM form_definition r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

std::vector<Row> all(db::Reader& reader, InstitutionId institution, std::string_view form) {
    return reader.all<Row>(R"sql(
        SELECT form, version, status, effective_from, definition
          FROM form_definition
         WHERE institution_id = :institution
           AND form = :form
         ORDER BY version
    )sql", {db::arg("institution", institution), db::arg("form", form)});
}

std::vector<Status> history(db::Reader& reader, InstitutionId institution, std::string_view form) {
    return reader.all<Status>(R"sql(
        SELECT d.version, d.status, d.effective_from, d.changed_at, e.user_id
          FROM form_definition d
          LEFT JOIN audit_entry e ON e.id = d.audit_id
         WHERE d.institution_id = :institution
           AND d.form = :form
    )sql", {db::arg("institution", institution), db::arg("form", form)});
}

bool has(db::Reader& reader, InstitutionId institution, std::string_view form, const Version& version) {
    return reader.one<std::int64_t>(R"sql(
        SELECT 1
          FROM form_definition
         WHERE institution_id = :institution
           AND form = :form
           AND version = :version
    )sql", {db::arg("institution", institution), db::arg("form", form), db::arg("version", version)}).has_value();
}

bool add(db::Tx& tx, InstitutionId institution, const Row& row, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        INSERT INTO form_definition (institution_id, form, version, status, effective_from, definition, changed_at, audit_id)
        VALUES (:institution, :form, :version, :status, :effective_from, :definition, :now, :audit)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("institution", institution), db::arg("form", row.form), db::arg("version", row.version),
            db::arg("status", row.status), db::arg("effective_from", row.effective_from), db::arg("definition", row.definition),
            db::arg("now", now), db::arg("audit", audit_id)}) == 1;
}

bool save_status(db::Tx& tx, InstitutionId institution, std::string_view form, const Version& version, FormStatus from,
                 FormStatus to, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE form_definition
           SET status = :to, changed_at = :now, audit_id = :audit
         WHERE institution_id = :institution
           AND form = :form
           AND version = :version
           AND status = :from
    )sql", {db::arg("to", to), db::arg("now", now), db::arg("audit", audit_id), db::arg("institution", institution),
            db::arg("form", form), db::arg("version", version), db::arg("from", from)}) == 1;
}

bool remove(db::Tx& tx, InstitutionId institution, std::string_view form, const Version& version, FormStatus from) {
    return tx.run(R"sql(
        DELETE FROM form_definition
         WHERE institution_id = :institution
           AND form = :form
           AND version = :version
           AND status = :from
    )sql", {db::arg("institution", institution), db::arg("form", form), db::arg("version", version), db::arg("from", from)}) == 1;
}

}  // namespace hebra::forms::store
