// What is restricted (class 4): it travels with the ficha and is opened apart from it, by the person it names.
#include <algorithm>

#include "core/disclosure/disclosure.hpp"
#include "features/referrals/api.hpp"
#include "features/referrals/consent.hpp"
#include "features/referrals/referrals.hpp"
#include "features/referrals/words.hpp"
#include "platform/json/own.hpp"

namespace hebra::referrals {

std::optional<UserId> Referrals::reader_of(const store::Row& row, const Content& content) {
    if (!row.destination_id || !content.restricted || !content.restricted->recipient_email) return std::nullopt;
    const auto user = ground_.users.find_by_email(*content.restricted->recipient_email);
    return user && reads_at(*row.destination_id, *user) ? std::optional(user->id) : std::nullopt;
}

bool Referrals::reads_at(InstitutionId institution, const access::User& user) {
    if (user.status != access::UserStatus::active) return false;
    const auto readers = reading_roles();
    return std::ranges::any_of(ground_.users.memberships(user.id), [&](const access::Membership& one) {
        return one.institution_id == institution && std::ranges::count(readers, one.role) > 0;
    });
}

bool Referrals::opens(const Actor& actor, Viewer viewer, const Item& restricted) {
    if (viewer == Viewer::origin && actor.may(k_referral_supervise)) return true;
    return viewer != Viewer::coordinator && restricted.reader == actor.user;
}

Result<RestrictedPart> Referrals::open_restricted(const Actor& actor, ReferralId id) {
    struct Found {
        Seen seen;
        Item item;
    };
    HEBRA_TRY(auto found, ground_.database.read([&](db::Reader& reader) -> Result<Found> {
        HEBRA_TRY(auto seen, see(reader, actor, id));
        const bool holds = seen.viewer == Viewer::origin || disclosure::in_force(reader, id.text(), ground_.clock.now());
        if (seen.viewer == Viewer::coordinator || !holds) return not_found();
        HEBRA_TRY(const auto key, package_key(reader, seen.row, actor.institution));
        const auto row = store::newest_package(reader, id);
        if (!row) return not_found();
        const auto package = json::read_own<Package>(key.open("referral_package.content", id.value(), row->content));
        const auto* restricted = restricted_of(package);
        if (restricted == nullptr) return not_found();
        return Found{std::move(seen), *restricted};
    }));
    const auto& row = found.seen.row;
    const bool receives = found.seen.viewer == Viewer::destination;
    const bool may = opens(actor, found.seen.viewer, found.item);
    const std::string_view act = may ? "referral.open_restricted" : "referral.view.refused";
    const auto own_person = receives ? row.destination_person_id : std::optional(row.origin_person_id);
    ground_.audit.record_view(ground_.database, actor, {.action = act, .subject = id.value(),
                                                        .person = own_person ? std::optional(own_person->value()) : std::nullopt});
    const auto record_at = [&](InstitutionId other, const std::optional<PersonId>& person) {
        if (other == actor.institution) return;
        ground_.audit.record_view_in(ground_.database, other, actor,
                                     {.action = act, .subject = id.value(), .person = person ? std::optional(person->value()) : std::nullopt});
    };
    record_at(row.origin_id, row.origin_person_id);
    if (row.destination_id) record_at(*row.destination_id, row.destination_person_id);
    if (!may) return refuse(Refused::forbidden, words::k_for_the_named_alone);
    if (receives) settle_restricted(actor, id);
    return RestrictedPart{Private(std::move(found.item.label)), std::move(found.item.value)};
}

/// Whoever read it knows of it: they are asked no more.
void Referrals::settle_restricted(const Actor& actor, ReferralId id) {
    const RecordId subject(id.value());
    const bool asked = ground_.database.read(
        [&](db::Reader& reader) { return ground_.notices.is_asked(reader, actor.institution, subject, k_restricted_told); });
    if (!asked) return;
    (void)ground_.database.write([&](db::Tx& tx) -> Result<> {
        const auto entry = ground_.audit.record(tx, actor, {.action = "notice.acknowledge", .subject = id.value()});
        ground_.notices.settle(tx, actor.institution, subject, k_restricted_told, notices::Settled::attended, {ground_.clock.now(), entry});
        return {};
    });
}

}  // namespace hebra::referrals
