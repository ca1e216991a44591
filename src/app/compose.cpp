// The only list of features.
#include "access/staff/store.hpp"
#include "access/users/store.hpp"
#include "app/attempts.hpp"
#include "app/house.hpp"
#include "app/pages.hpp"
#include "core/commitments/store.hpp"
#include "core/disclosure/between.hpp"
#include "core/disclosure/disclosure.hpp"
#include "core/forms/store.hpp"
#include "core/institutions/store.hpp"
#include "core/notices/store.hpp"
#include "core/people/store.hpp"
#include "core/thread/thread.hpp"
#include "features/account/api.hpp"
#include "features/account/routes.hpp"
#include "features/account/watch.hpp"
#include "features/attention/api.hpp"
#include "features/attention/routes.hpp"
#include "features/directory/api.hpp"
#include "features/directory/page/page.hpp"
#include "features/directory/routes.hpp"
#include "features/home/api.hpp"
#include "features/home/routes.hpp"
#include "features/network/api.hpp"
#include "features/network/parties.hpp"
#include "features/network/routes.hpp"
#include "features/notice_pages/routes.hpp"
#include "features/people_pages/api.hpp"
#include "features/people_pages/routes.hpp"
#include "features/receiver_link/routes.hpp"
#include "features/privacy/api.hpp"
#include "features/privacy/routes.hpp"
#include "features/referrals/api.hpp"
#include "features/referrals/routes.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/db/error.hpp"

namespace hebra::app {

access::RoleTable role_table(access::RoleTable::StandingOf standing_of) {
    std::vector<access::Grant> all;
    for (auto grants : {account::grants(), people_pages::grants(), home::grants(), network::grants(), directory::grants(),
                        attention::grants(), referrals::grants(), privacy::grants()})
        for (auto& grant : grants) all.push_back(std::move(grant));
    return access::RoleTable(std::move(all), std::move(standing_of));
}

std::vector<commitments::Needed> needed_to_hold() {
    return {referrals::k_needed_to_hold, attention::k_needed_to_hold, directory::k_needed_to_hold};
}

namespace {

/// Mail stands below the audit and cannot name it.
constexpr audit::Anchor k_outbox_anchor{"outbox", R"sql(
    SELECT r.audit_id
      FROM outbox r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

}  // namespace

std::vector<notices::Kind> notice_kinds() {
    auto all = notices::own_kinds();
    for (const auto& kinds : {referrals::notice_kinds(), network::notice_kinds(), account::notice_kinds()}) all.insert(all.end(), kinds.begin(), kinds.end());
    return all;
}

std::vector<audit::Anchor> audit_anchors() {
    return {k_outbox_anchor, access::store::k_invitation_anchor, access::store::k_former_anchor, notices::store::k_anchor, notices::store::k_preference_anchor,
            institutions::store::k_anchor, institutions::store::k_agreement_anchor, institutions::store::k_contact_people_anchor, people::store::k_anchor, people::store::k_relationship_anchor, access::store::k_anchor,
            thread::k_anchor, commitments::store::k_anchor, commitments::store::k_escalation_anchor,
            disclosure::k_directive_anchor, disclosure::k_disclosure_anchor, directory::store::k_anchor,
            directory::EmergencyList::k_anchor, referrals::store::k_anchor, referrals::store::k_try_anchor, referrals::store::k_slot_anchor, referrals::store::k_appointment_anchor,
            receiver_link::store::k_anchor,
            attention::store::k_anchor, attention::store::k_attachment_anchor,
            forms::store::k_anchor};
}

namespace {

http::Identify identify(House& house) {
    return [&house](const http::Request& request) -> Result<Actor> {
        const auto token = account::token_of(request);
        if (!token) return refuse(Refused::unauthenticated, http::words::k_not_signed_in);
        return house.sessions.identify(*token);
    };
}

http::RouterSettings router_settings(House& house) {
    return {
        .request_mac = [&house](std::string_view request) { return crypto::mac(house.vault.requests(), bytes_of(request)); },
        .is_by_cookie = {},
        .is_unavailable = [](const std::exception& error) { return dynamic_cast<const db::Unavailable*>(&error) != nullptr; },
        .failed =
            [](const http::Failure& failure) {
                log::error("request.failed", {{"route", log::Machinery(failure.route)},
                                              {"what", log::Machinery(failure.what)}});
            },
        .refused = [&house](const http::Route& route, const http::Call& call, const Refusal& refusal) { record_attempt(house, route, call, refusal); },
    };
}

}  // namespace

std::unique_ptr<http::Router> make_router(House& house, http::Metrics& metrics) {
    auto router = std::make_unique<http::Router>(identify(house), router_settings(house));
    const account::Rooms account{house.users,       house.sessions,  house.institutions, house.staff,
                                house.outbox.is_on(), house.is_demo(), house.settings.is_https()};
    account::add_session_routes(*router, account);
    account::add_account_routes(*router, account);
    account::add_staff_routes(*router, account);
    people_pages::add_people_routes(*router, house.people, house.views);
    people_pages::add_relationship_routes(*router, house.relationships);
    people_pages::add_draft_routes(*router, house.drafts);
    people_pages::add_territory_routes(*router);
    home::add_home_routes(*router, house.home, house.timelines, house.threads);
    notice_pages::add_notice_routes(*router, house.notices, house.outbox.is_on(), house.live);
    network::add_network_routes(*router, house.institutions, house.contact_people, house.clock, [&house](InstitutionId one, InstitutionId other) {
        return house.database->read([&](db::Reader& reader) {
            return network::Between{referrals::open_between(reader, one, other),
                                    disclosure::threads_between(reader, one, other, house.clock.now())};
        });
    });
    const bool is_demo = house.is_demo();
    if (is_demo) house.emergency.never_dial();
    const directory::Rooms rooms{house.directory, house.emergency, house.uses, house.clock, !is_demo,
                                 [&house](UserId user) { return std::string(house.users.name_of(user).reveal()); },
                                 [&house](InstitutionId id) -> Result<std::string> {
                                     HEBRA_TRY(const auto institution, house.institutions.find(id));
                                     return institution.name;
                                 }};
    directory::add_directory_routes(*router, rooms);
    directory::add_public_pages(*router, rooms);
    attention::add_contact_routes(*router, house.contacts, house.contact_search);
    attention::add_attachment_routes(*router, house.attachments);
    attention::add_form_routes(*router, house.forms, house.users);
    referrals::add_referral_routes(*router, house.referrals);
    privacy::add_privacy_routes(*router, house.erasures);
    referrals::add_agenda_routes(*router, house.agenda);
    receiver_link::add_link_routes(*router, house.links);
    receiver_link::add_link_pages(*router, house.links, {.is_demo = house.is_demo(),
                                                         .is_tls = house.settings.is_https(),
                                                         .emergency = [&house](Language language) {
                                                             std::vector<std::string> numbers;
                                                             for (const auto& one : house.emergency.shown(language))
                                                                 numbers.push_back(fmt::format("{}, {}", one.number, one.name));
                                                             return numbers;
                                                         }});
    add_pages(*router, house, metrics);
    return router;
}

}  // namespace hebra::app
