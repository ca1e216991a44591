#include "features/attention/attachment_store.hpp"

namespace hebra::attention::store {

const audit::Anchor k_attachment_anchor{"contact_attachment", R"sql(
    SELECT r.audit_id
      FROM contact_attachment r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add_attachment(db::Tx& tx, InstitutionId institution, ContactId contact, const AttachmentRow& row, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO contact_attachment (id, institution_id, contact_id, blob_id, name, blob_key, added_at, added_by, audit_id)
        VALUES (:id, :institution, :contact, :blob, :name, :blob_key, :added_at, :added_by, :audit)
    )sql", {db::arg("id", row.id), db::arg("institution", institution), db::arg("contact", contact), db::arg("blob", row.blob_id),
            db::arg("name", row.name), db::arg("blob_key", row.blob_key), db::arg("added_at", row.added_at),
            db::arg("added_by", row.added_by), db::arg("audit", audit_id)});
}

std::vector<AttachmentRow> attachments(db::Reader& reader, InstitutionId institution, ContactId contact) {
    return reader.all<AttachmentRow>(R"sql(
        SELECT a.id, a.blob_id, b.media_type, b.size, a.name, a.blob_key, a.added_at, a.added_by
          FROM contact_attachment a
          JOIN blob b ON b.id = a.blob_id
         WHERE a.contact_id = :contact
           AND a.institution_id = :institution
         ORDER BY a.added_at, a.id
    )sql", {db::arg("contact", contact), db::arg("institution", institution)});
}

Result<AttachmentRow> attachment(db::Reader& reader, InstitutionId institution, ContactId contact, AttachmentId id) {
    return reader.one<AttachmentRow>(R"sql(
        SELECT a.id, a.blob_id, b.media_type, b.size, a.name, a.blob_key, a.added_at, a.added_by
          FROM contact_attachment a
          JOIN blob b ON b.id = a.blob_id
         WHERE a.id = :id
           AND a.contact_id = :contact
           AND a.institution_id = :institution
    )sql", {db::arg("id", id), db::arg("contact", contact), db::arg("institution", institution)});
}

std::int64_t count_attachments(db::Reader& reader, ContactId contact) {
    return reader.one<std::int64_t>("SELECT COUNT(*) FROM contact_attachment WHERE contact_id = :contact", {db::arg("contact", contact)})
        .value();
}

void save_attachment_seals(db::Tx& tx, AttachmentId id, const Bytes& name, const Bytes& blob_key) {
    tx.add("UPDATE contact_attachment SET name = :name, blob_key = :blob_key WHERE id = :id",
           {db::arg("name", name), db::arg("blob_key", blob_key), db::arg("id", id)});
}

bool remove_attachment(db::Tx& tx, InstitutionId institution, ContactId contact, AttachmentId id) {
    return tx.run("DELETE FROM contact_attachment WHERE id = :id AND contact_id = :contact AND institution_id = :institution",
                  {db::arg("id", id), db::arg("contact", contact), db::arg("institution", institution)}) == 1;
}

bool hold_contact(db::Tx& tx, InstitutionId institution, ContactId contact, SubjectId subject) {
    return tx.maybe<ContactId>(R"sql(
        SELECT id
          FROM contact
         WHERE id = :contact
           AND institution_id = :institution
           AND subject_id = :subject
           FOR UPDATE
    )sql", {db::arg("contact", contact), db::arg("institution", institution), db::arg("subject", subject)}).has_value();
}

}  // namespace hebra::attention::store
