// What the tests of the receiver's link have in common.
#pragma once
#include "features/receiver_link/routes.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::receiver_link {

/// A referral that was sent, its link, and the receiver's pages without sockets.
struct Door : test::Office {
    explicit Door(db::Database& its_database) : Office(its_database) {
        add_link_pages(router, links, {true, false, [](Language) { return std::vector<std::string>{"131, SAMU"}; }});
        auto written = content();
        written.who = Private("Constanza, <b>17</b> años.");
        written.health = {{"Control", Private("Control médico normal.")}};
        sent_referral = move(line, draft(written), referrals::Action::send).value();
        link = links.create(actor(line), sent_referral.id, {}).value();
    }

    http::Response ask(http::Method method, const std::string& target, std::string body = {}) {
        http::Request request{.method = method, .target = target, .headers = {}, .body = std::move(body), .peer = "10.0.0.1", .id = "r"};
        request.headers.add("Sec-Fetch-Site", "same-origin");
        request.headers.add("Accept-Language", "es-CL");
        if (!cookie.empty()) request.headers.add("Cookie", cookie);
        clock.advance(std::chrono::milliseconds(1));  // so that visits have an order
        auto response = router.answer(request);
        if (const auto set = response.headers.find("Set-Cookie")) cookie = std::string(set->substr(0, set->find(';')));
        return response;
    }
    http::Response get(const std::string& more = "") { return ask(http::Method::get, link.path->reveal() + more); }
    http::Response post(const std::string& act, std::string body) { return ask(http::Method::post, link.path->reveal() + act, std::move(body)); }
    http::Response enter() { return post("/code", "code=" + link.code->reveal()); }
    referrals::Opened seen() { return referrals.open(actor(line), sent_referral.id).value(); }
    std::string version() { return std::to_string(seen().version); }
    Link told() { return links.list(actor(line), sent_referral.id).value().items.at(0); }
    std::vector<Act> acts() {
        std::vector<Act> all;
        for (const auto& visit : told().visits) all.insert(all.begin(), visit.act);
        return all;
    }

    Links links_with(mail::Outbox& outbox) {
        return Links({database, vault, audit, users, institutions, referrals, [this](directory::ServiceId) { return std::optional(service); }, outbox, clock});
    }

    mail::Outbox no_mail{database, vault.accounts(), nullptr, {}, clock};
    Links links = links_with(no_mail);
    http::Router router{[](const http::Request&) -> Result<Actor> { return refuse(Refused::unauthenticated, http::words::k_not_signed_in); }};
    referrals::Opened sent_referral;
    Link link;
    std::string cookie;
};

}  // namespace hebra::receiver_link
