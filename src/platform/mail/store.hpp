// Every SQL statement about letters on their way.
#pragma once
#include "platform/mail/outbox.hpp"

namespace hebra::mail::store {

struct Row {
    Envelope envelope;
    std::optional<Bytes> content;
    Time useful_until;
};

void add(db::Tx& tx, const Envelope& envelope, const Bytes& content, Time useful_until, Uuid audit_id);
/// One that is due, locked against other nodes.
std::optional<Row> due(db::Tx& tx, Time now);
/// False when another node was first.
bool wire(db::Tx& tx, LetterId id, Time lease_until);
/// The end of an attempt, from `wired`: false when its lease ran out meanwhile and it is already unknown. A letter that ended
/// loses its content.
bool settle(db::Tx& tx, const Envelope& envelope, Time not_before, Uuid audit_id);
std::vector<Envelope> lapsed(db::Tx& tx, Time now, std::int64_t most);
std::int64_t cancel(db::Tx& tx, Uuid subject, std::string_view kind, Time now, Uuid audit_id);
std::vector<Envelope> newest(db::Reader& reader, InstitutionId institution, std::string_view kind);
/// @param subjects one at least, at most `db::k_list`
std::vector<Envelope> about(db::Reader& reader, std::span<const Uuid> subjects, std::string_view kind);
std::int64_t disown(db::Tx& tx, Time now, Uuid audit_id);
std::int64_t forget(db::Tx& tx, Time before);

}  // namespace hebra::mail::store
