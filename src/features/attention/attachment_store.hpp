// Every SQL statement about the attachments of contacts.
#pragma once
#include "features/attention/store.hpp"
#include "platform/blobs/blobs.hpp"
#include "platform/db/database.hpp"

namespace hebra::attention {

using AttachmentId = Id<struct ContactAttachmentTag>;

namespace store {

struct AttachmentRow {
    AttachmentId id;
    blobs::BlobId blob_id;
    blobs::MediaType media_type;
    std::int64_t size;
    Bytes name;
    Bytes blob_key;
    Time added_at;
    UserId added_by;
};
BOOST_DESCRIBE_STRUCT(AttachmentRow, (), (id, blob_id, media_type, size, name, blob_key, added_at, added_by))

void add_attachment(db::Tx& tx, InstitutionId institution, ContactId contact, const AttachmentRow& row, audit::EntryId audit_id);
/// In the order they were added.
std::vector<AttachmentRow> attachments(db::Reader& reader, InstitutionId institution, ContactId contact);
Result<AttachmentRow> attachment(db::Reader& reader, InstitutionId institution, ContactId contact, AttachmentId id);
std::int64_t count_attachments(db::Reader& reader, ContactId contact);
/// Sealed anew, because the contact is about somebody else now.
void save_attachment_seals(db::Tx& tx, AttachmentId id, const Bytes& name, const Bytes& blob_key);
/// False when there was none.
bool remove_attachment(db::Tx& tx, InstitutionId institution, ContactId contact, AttachmentId id);
/// Holds the contact as it is until the transaction ends; false when another key seals it by now.
bool hold_contact(db::Tx& tx, InstitutionId institution, ContactId contact, SubjectId subject);

extern const audit::Anchor k_attachment_anchor;

}  // namespace store
}  // namespace hebra::attention
