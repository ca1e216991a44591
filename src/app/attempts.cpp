#include "app/attempts.hpp"

#include "core/people/store.hpp"
#include "features/attention/api.hpp"
#include "features/referrals/api.hpp"

namespace hebra::app {
namespace {

using attention::ContactId;

/// A record somebody asked for: whose it is, about whom, and who else has a part in it.
struct Asked {
    std::string_view act;
    Uuid subject;
    InstitutionId owner;
    Uuid person;
    std::optional<InstitutionId> part = {};
};

std::optional<Asked> of_person(db::Reader& reader, PersonId id) {
    const auto owner = people::store::institution_of(reader, id);
    if (!owner) return std::nullopt;
    return Asked{"person.view.refused", id.value(), *owner, id.value()};
}

std::optional<Asked> of_contact(db::Reader& reader, ContactId id) {
    const auto contact = attention::owner_of(reader, id);
    if (!contact || !contact->person_id) return std::nullopt;
    return Asked{"contact.view.refused", id.value(), contact->institution_id, contact->person_id->value()};
}

std::optional<Asked> of_referral(db::Reader& reader, ReferralId id) {
    const auto row = referrals::store::find_any(reader, id);
    if (!row) return std::nullopt;
    return Asked{"referral.view.refused", id.value(), row->origin_id, row->origin_person_id.value(), row->destination_id};
}

/// What the route's {id} names; nullopt when it is nobody's record, or no such thing.
template <class IdType, class Find>
std::optional<Asked> asked(House& house, const http::Call& call, Find find) {
    const auto id = call.path<IdType>("id");
    if (!id) return std::nullopt;
    return house.database->read([&](db::Reader& reader) { return find(reader, *id); });
}

}  // namespace

void record_attempt(House& house, const http::Route& route, const http::Call& call, const Refusal& refusal) {
    const bool forbidden = refusal.kind == Refused::forbidden && route.guard == http::Guard::permission && !call.actor().may(route.permission);
    if (!forbidden && refusal.kind != Refused::not_found) return;
    const std::string_view pattern = route.pattern;
    std::optional<Asked> found;
    if (pattern.starts_with("/api/v1/people/{id}")) found = asked<PersonId>(house, call, of_person);
    else if (pattern.starts_with("/api/v1/referrals/{id}")) found = asked<ReferralId>(house, call, of_referral);
    else if (pattern.starts_with("/api/v1/contacts/{id}")) found = asked<ContactId>(house, call, of_contact);
    if (!found) return;
    // Whoever has a part in it and is told "no such thing" asked for something that is not there, or is not theirs to do.
    const auto own = call.actor().institution;
    if (!forbidden && (found->owner == own || found->part == own)) return;
    house.audit.record_view_in(*house.database, found->owner, call.actor(),
                               {.action = found->act, .subject = found->subject, .person = found->person});
}

}  // namespace hebra::app
