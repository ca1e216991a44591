#include "features/attention/attachments.hpp"

#include <algorithm>

#include "access/once/once.hpp"
#include "features/attention/event.hpp"
#include "platform/json/utf8.hpp"

namespace hebra::attention {
namespace {

constexpr std::string_view k_name = "contact_attachment.name";
constexpr std::string_view k_key = "contact_attachment.blob_key";
constexpr std::size_t k_most_name = 120;

crypto::Key key_of(const store::AttachmentRow& row, const access::Sealing& sealing) {
    return crypto::Key::from(bytes_of(sealing.open(k_key, row.id.value(), row.blob_key)));
}

}  // namespace

Private clean_name(std::string_view given) {
    if (const auto folder = given.find_last_of("/\\"); folder != std::string_view::npos) given.remove_prefix(folder + 1);
    std::string name;
    while (!given.empty()) {
        const auto length = json::utf8_length(given);
        const auto first = static_cast<unsigned char>(given[0]);
        const bool fits = length > 0 && first >= 0x20 && first != 0x7F && first != '"' && name.size() + length <= k_most_name;
        if (fits) name += given.substr(0, length);
        given.remove_prefix(std::max<std::size_t>(length, 1));
    }
    const auto start = name.find_first_not_of(" .");
    if (start == std::string::npos) return Private("archivo");
    return Private(name.substr(start));
}

Result<Attachments::Place> Attachments::place_of(db::Reader& reader, const Actor& actor, ContactId contact) {
    HEBRA_TRY(auto row, store::find(reader, actor.institution, contact));
    auto sealing = vault_.subject(reader, actor.institution, row.subject_id.value());
    if (!sealing) return refuse(Refused::conflict, words::k_erased);
    return Place{std::move(row), *std::move(sealing)};
}

Attachment Attachments::told(const store::AttachmentRow& row, const access::Sealing& sealing) const {
    return {row.id, Private(blobs::named_as(sealing.open(k_name, row.id.value(), row.name), row.media_type)), row.media_type, row.size, row.added_at, row.added_by, {}};
}

void Attachments::record_look(const Actor& actor, const Place& place) {
    audit_.record_view(database_, actor, {.action = "contact.view", .subject = place.contact.id.value(), .person = uuid_of(place.contact.person_id)});
}

Result<Attachment> Attachments::add(const Actor& actor, ContactId contact, std::string_view name, BytesView content) {
    const Time now = clock_.now();
    HEBRA_TRY(const auto place, database_.read([&](db::Reader& reader) { return place_of(reader, actor, contact); }));
    const auto key = crypto::Key::random();
    HEBRA_TRY(const auto blob, blobs::prepare(content, key, now, scan_));
    const auto id = AttachmentId::make(now);
    const store::AttachmentRow row{.id = id,
                                   .blob_id = blob.id,
                                   .media_type = blob.media_type,
                                   .size = static_cast<std::int64_t>(blob.size),
                                   .name = place.sealing.seal(k_name, id.value(), clean_name(name).reveal()),
                                   .blob_key = place.sealing.seal(k_key, id.value(), text_of(key.reveal())),
                                   .added_at = now,
                                   .added_by = actor.user};
    bool again = false;
    HEBRA_TRY(const auto kept, database_.write([&](db::Tx& tx) -> Result<store::AttachmentRow> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, id.text(), now));
        again = before.has_value();
        if (again) return store::attachment(tx, actor.institution, contact, AttachmentId::parse(*before).value());
        if (!store::hold_contact(tx, actor.institution, contact, place.contact.subject_id))
            return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        if (store::count_attachments(tx, contact) >= k_most_attachments) return refuse(Refused::conflict, words::k_too_many_attachments);
        const auto entry = audit_.record(tx, actor, {.action = "contact.attach_file",
                                                     .subject = contact.value(),
                                                     .person = uuid_of(place.contact.person_id),
                                                     .fields = {std::string(boost::describe::enum_to_string(blob.media_type, ""))}});
        blobs::add(tx, actor.institution, blob, now);
        store::add_attachment(tx, actor.institution, contact, row, entry);
        return row;
    }, blob.chunks.size() > 4 ? db::Urgency::bulk : db::Urgency::interactive));
    if (again) record_look(actor, place);
    auto attachment = told(kept, place.sealing);
    attachment.added_by_name = users_.name_of(attachment.added_by);
    return attachment;
}

Result<std::vector<Attachment>> Attachments::of(const Actor& actor, ContactId contact) {
    struct Found {
        Place place;
        std::vector<store::AttachmentRow> rows;
    };
    HEBRA_TRY(const auto found, database_.read([&](db::Reader& reader) -> Result<Found> {
        HEBRA_TRY(auto place, place_of(reader, actor, contact));
        return Found{std::move(place), store::attachments(reader, actor.institution, contact)};
    }));
    record_look(actor, found.place);
    std::vector<Attachment> all;
    for (const auto& row : found.rows) {
        all.push_back(told(row, found.place.sealing));
        all.back().added_by_name = users_.name_of(row.added_by);
    }
    return all;
}

Result<AttachedFile> Attachments::open(const Actor& actor, ContactId contact, AttachmentId id) {
    std::optional<PersonId> person;
    HEBRA_TRY(auto file, database_.read([&](db::Reader& reader) -> Result<AttachedFile> {
        HEBRA_TRY(const auto place, place_of(reader, actor, contact));
        HEBRA_TRY(const auto row, store::attachment(reader, actor.institution, contact, id));
        HEBRA_TRY(const auto blob, blobs::find(reader, actor.institution, row.blob_id));
        person = place.contact.person_id;
        AttachedFile open{told(row, place.sealing).name, row.media_type, {}};
        open.content.reserve(static_cast<std::size_t>(row.size));
        blobs::read(reader, blob, key_of(row, place.sealing), [&](BytesView piece) { open.content += text_of(piece); });
        return open;
    }));
    audit_.record_view(database_, actor, {.action = "contact.view_file", .subject = id.value(), .person = uuid_of(person)});
    return file;
}

Result<> Attachments::remove(const Actor& actor, ContactId contact, AttachmentId id) {
    const Time now = clock_.now();
    return database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, id.text(), now));
        if (before) return {};
        HEBRA_TRY(const auto seen, store::find(tx, actor.institution, contact));
        if (!store::hold_contact(tx, actor.institution, contact, seen.subject_id)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        HEBRA_TRY(const auto place, store::find(tx, actor.institution, contact));  // ours now: nobody closes it meanwhile
        HEBRA_TRY(const auto row, store::attachment(tx, actor.institution, contact, id));
        if (place.status == ContactStatus::closed) return refuse(Refused::conflict, words::k_closed_keeps_files);
        audit_.record(tx, actor, {.action = "contact.remove_file", .subject = contact.value(), .person = uuid_of(place.person_id)});
        store::remove_attachment(tx, actor.institution, contact, id);
        blobs::remove(tx, actor.institution, row.blob_id);
        return {};
    });
}

}  // namespace hebra::attention
