// Files of a contact: sealed, each with a key of its own that follows the contact.
#pragma once
#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "access/users/users.hpp"
#include "features/attention/attachment_store.hpp"

namespace hebra::attention {

inline constexpr std::int64_t k_most_attachments = 20;

struct Attachment {
    AttachmentId id;
    Private name;
    blobs::MediaType media_type;
    std::int64_t size;  ///< bytes
    Time added_at;
    UserId added_by;
    Private added_by_name;
};
BOOST_DESCRIBE_STRUCT(Attachment, (), (id, name, media_type, size, added_at, added_by, added_by_name))

/// A file on its way out.
struct AttachedFile {
    Private name;
    blobs::MediaType media_type;
    std::string content;
};

namespace words {
inline constexpr Word k_too_many_attachments{"too_many_attachments", "Esta atención ya tiene 20 archivos. Quite uno antes de subir otro.",
                                             "This contact has 20 files already. Remove one before uploading another."};
inline constexpr Word k_closed_keeps_files{
    "closed_keeps_files", "Esta atención está cerrada y guarda sus archivos. Para quitar uno, reábrala primero y diga por qué.",
    "This contact is closed and keeps its files. To remove one, reopen it first and say why."};
}  // namespace words

/// A file's name as it is kept: without folders, controls or quotes, at most 120 bytes; "archivo" when nothing is left.
Private clean_name(std::string_view given);

class Attachments {
  public:
    Attachments(db::Database& database, access::Vault& vault, audit::Audit& audit, access::Users& users, const Clock& clock,
                blobs::Scan scan = {})
        : database_(database), vault_(vault), audit_(audit), users_(users), clock_(clock), scan_(std::move(scan)) {}

    /// No: `file_kind`, `file_active`, `file_empty`, `file_too_large`, `too_many_attachments`; `contact_erased`.
    Result<Attachment> add(const Actor& actor, ContactId contact, std::string_view name, BytesView content);
    /// Names and kinds, in the order they were added. A look, like opening the contact.
    Result<std::vector<Attachment>> of(const Actor& actor, ContactId contact);
    /// The look is recorded before the content leaves.
    Result<AttachedFile> open(const Actor& actor, ContactId contact, AttachmentId id);
    /// For what should not be there: nothing of it is kept but that it was. No: `closed_keeps_files`, since whatever changes a
    /// closed contact says why, and reopening it does.
    Result<> remove(const Actor& actor, ContactId contact, AttachmentId id);

  private:
    /// The contact it belongs to, with the key that seals it.
    struct Place {
        store::Row contact;
        access::Sealing sealing;
    };
    Result<Place> place_of(db::Reader& reader, const Actor& actor, ContactId contact);
    void record_look(const Actor& actor, const Place& place);
    Attachment told(const store::AttachmentRow& row, const access::Sealing& sealing) const;

    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    access::Users& users_;
    const Clock& clock_;
    blobs::Scan scan_;
};

}  // namespace hebra::attention
