// Who may sign and end which agreement, route by route.
#include <gtest/gtest.h>

#include "features/network/api.hpp"
#include "features/network/network.hpp"
#include "features/network/routes.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"
#include "tests/support/site.hpp"

namespace hebra::network {
namespace {

using enum http::Method;
using enum access::Role;

class NetworkPages : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        add_network_routes(site.router, house.institutions, contacts, house.clock, [](InstitutionId, InstitutionId) { return Between{2, 3}; });
        site.let_in("agent", a, {agent});
        site.let_in("care", a, {care_lead});
        site.let_in("supervisor", a, {supervisor});
        site.let_in("coordinator", a, {regional});
        site.let_in("admin", a, {admin});
        site.let_in("other_supervisor", b, {supervisor});
        site.let_in("outside_supervisor", outside, {supervisor});
        site.let_in("outside_coordinator", outside, {regional});
        ab = agree(a, b);
        bc = agree(b, c);
    }

    institutions::Agreement agree(InstitutionId one, InstitutionId other) {
        using std::chrono::year;
        const Date starts = year(2026) / 1 / 1, ends = year(2026) / 12 / 31;
        return house.institutions
            .agree({}, one,
                   {.with = other,
                    .level = institutions::Level::coordination,
                    .starts_on = starts,
                    .ends_on = ends,
                    .own_signer = "Dirección",
                    .other_signer = "Dirección"})
            .value();
    }
    static std::string terms(InstitutionId with, std::optional<InstitutionId> on_behalf_of = {}, bool both = false) {
        return fmt::format(R"({{"with":"{}",{}"level":"cooperation","starts_on":"2027-01-01","ends_on":"2027-12-31",)"
                           R"("goal":"coordination"{}{}}})",
                           with.text(), on_behalf_of ? fmt::format(R"("on_behalf_of":"{}",)", on_behalf_of->text()) : "",
                           on_behalf_of && !both ? "" : R"(,"own_signer":"Dirección")", both ? R"(,"other_signer":"Dirección")" : "");
    }
    static std::string moves(const institutions::Agreement& agreement) {
        return "/api/v1/agreements/" + agreement.id.text() + "/moves";
    }
    static std::string last_day(int version) { return fmt::format(R"({{"action":"end","ends_on":"2026-11-30","version":{}}})", version); }

    test::PeopleHouse house{db()};
    institutions::ContactPeople contacts{db(), house.vault, house.audit, house.clock};
    test::Site site{grants()};
    InstitutionId a = house.found("A"), b = house.found("B"), c = house.found("C"), outside = house.found("Otra Línea Demo");
    institutions::Agreement ab, bc;
};
HEBRA_ON_BOTH_DATABASES(NetworkPages);

constexpr auto k_agreements = "/api/v1/agreements";

TEST_P(NetworkPages, lists_ones_own_network_only) {
    site.expect({{"nobody", 401}, {"care", 200}, {"outside_supervisor", 200}}, get, "/api/v1/institutions");
    EXPECT_EQ(site.read<InstitutionList>("agent", get, "/api/v1/institutions").items.size(), 3U);
    const auto alone = site.read<InstitutionList>("outside_supervisor", get, "/api/v1/institutions").items;
    ASSERT_EQ(alone.size(), 1U);
    EXPECT_EQ(alone[0].name, "Otra Línea Demo");
}

TEST_P(NetworkPages, shows_whoever_coordinates_the_institutions_without_an_agreement) {
    const auto lone = house.found("Casa nueva"), far = house.found("Red ajena");
    agree(outside, far);
    const auto seen = [&](const char* who) {
        std::vector<std::string> names;
        for (const auto& one : site.read<InstitutionList>(who, get, "/api/v1/institutions").items) names.push_back(one.name);
        std::vector<std::string> again;
        for (const auto& one : site.read<Network>(who, get, "/api/v1/network").institutions) again.push_back(one.name);
        EXPECT_EQ(names, again) << who;
        return names;
    };
    EXPECT_EQ(seen("coordinator"), (std::vector<std::string>{"A", "B", "C", "Casa nueva"})) << "and nobody of another network";
    for (const auto* who : {"supervisor", "agent"}) EXPECT_EQ(seen(who), (std::vector<std::string>{"A", "B", "C"})) << who;
    agree(a, lone);
    EXPECT_EQ(seen("agent").size(), 4U);
}

TEST_P(NetworkPages, shows_the_matrix_of_levels_of_ones_own_network) {
    site.expect({{"nobody", 401}, {"care", 403}, {"agent", 200}, {"outside_supervisor", 200}}, get, "/api/v1/network");
    const auto seen = site.read<Network>("agent", get, "/api/v1/network");
    EXPECT_EQ(seen.institutions.size(), 3U);
    EXPECT_EQ(seen.agreements.size(), 2U) << "also those between others of the network";
    EXPECT_EQ(seen.levels.size(), 6U);
    EXPECT_TRUE(site.read<Network>("outside_supervisor", get, "/api/v1/network").agreements.empty());
}

TEST_P(NetworkPages, founds_institutions_by_the_administrator) {
    const std::string body = R"({"name":"OLN Demo","legal_nature":"public_body","sector":"childhood"})";
    site.expect({{"nobody", 401}, {"agent", 403}, {"supervisor", 403}, {"coordinator", 403}, {"admin", 201}}, post,
                "/api/v1/institutions", body);
    site.expect({{"admin", 422}}, post, "/api/v1/institutions",
                R"({"name":"","legal_nature":"public_body","sector":"childhood"})");
    site.expect({{"admin", 422}}, post, "/api/v1/institutions",
                R"({"name":"x","legal_nature":"secret","sector":"childhood"})");
    for (const auto* refused : {R"({"name":"  ","legal_nature":"public_body","sector":"childhood"})",
                                R"({"name":" oln  démo","legal_nature":"public_body","sector":"health"})",
                                R"({"name":"b","legal_nature":"public_body","sector":"health"})",
                                R"({"name":"OLN Norte","legal_nature":"public_body","sector":"childhood","region":"05","comuna":"13104"})"})
        site.expect({{"admin", 422}}, post, "/api/v1/institutions", refused);
    site.expect({{"admin", 201}}, post, "/api/v1/institutions", R"({"name":" OLN Norte ","legal_nature":"public_body","sector":"childhood","comuna":"13104"})");
    const auto institutions = house.institutions.all();
    EXPECT_EQ(institutions->back().name, "Otra Línea Demo");
    EXPECT_EQ(std::ranges::count(institutions, "OLN Norte", &institutions::Institution::name), 1);
}

TEST_P(NetworkPages, proposes_for_ones_own_institution_and_never_signs_for_the_other) {
    site.expect({{"supervisor", 422}}, post, k_agreements, terms(b, {}, true));
    site.expect({{"nobody", 401}, {"agent", 403}, {"care", 403}, {"supervisor", 201}}, post, k_agreements, terms(b));
    site.expect({{"other_supervisor", 409}}, post, k_agreements, terms(a));
    site.expect({{"supervisor", 422}}, post, k_agreements, terms(a));
    site.expect({{"supervisor", 404}}, post, k_agreements, terms(InstitutionId::make(house.clock.now())));
}

TEST_P(NetworkPages, lets_nobody_sign_their_own_institution_into_a_network) {
    const auto lone = house.found("Casa nueva");
    site.expect({{"outside_supervisor", 404}, {"outside_coordinator", 404}}, post, k_agreements, terms(a));
    site.expect({{"supervisor", 404}}, post, k_agreements, terms(outside));
    site.expect({{"coordinator", 422}}, post, k_agreements, terms(lone, {}, true));
    site.let_in("lone_supervisor", lone, {supervisor});
    const auto proposed = site.read<institutions::Agreement>("coordinator", post, k_agreements, terms(lone));
    site.expect({{"lone_supervisor", 200}}, post, moves(proposed), R"({"action":"sign","version":1,"signer":"Dirección"})");
    site.expect({{"outside_coordinator", 404}}, post, k_agreements, terms(lone));
}

TEST_P(NetworkPages, proposes_to_two_others_only_as_a_coordinator_of_their_network) {
    site.expect({{"supervisor", 404}, {"outside_coordinator", 404}, {"coordinator", 201}}, post, k_agreements, terms(c, b));
    site.expect({{"coordinator", 404}}, post, k_agreements, terms(a, outside));
    site.expect({{"supervisor", 201}}, post, k_agreements, terms(c));
}

TEST_P(NetworkPages, signs_for_no_other_institution_also_as_a_coordinator) {
    site.let_in("third_supervisor", c, {supervisor});
    test::write(db(), [&](db::Tx& tx) { tx.run("UPDATE agreement SET ends_on = '2026-06-30' WHERE id = :id", {db::arg("id", bc.id)}); });
    house.institutions.refresh();
    const auto from_today = [&](std::string_view signers) {
        return fmt::format(R"({{"with":"{}","on_behalf_of":"{}","level":"collaboration","starts_on":"2026-11-21","ends_on":"2027-12-31"{}}})",
                           c.text(), b.text(), signers);
    };
    for (const auto* signers : {R"(,"own_signer":"Dirección","other_signer":"Dirección")", R"(,"own_signer":"Dirección")", R"(,"other_signer":"Dirección")"})
        site.expect({{"coordinator", 422}}, post, k_agreements, from_today(signers));
    EXPECT_FALSE(house.institutions.agreement_between(b, c));

    const auto proposed = site.read<institutions::Agreement>("coordinator", post, k_agreements, from_today(""));
    EXPECT_TRUE(proposed.first_signer.empty() && proposed.second_signer.empty());
    const auto sign = [](int version) { return fmt::format(R"({{"action":"sign","version":{},"signer":"Dirección"}})", version); };
    site.expect({{"coordinator", 404}, {"other_supervisor", 200}, {"other_supervisor", 409}}, post, moves(proposed), sign(1));
    EXPECT_FALSE(house.institutions.agreement_between(b, c)) << "one of the two has not";
    EXPECT_EQ(house.institutions.find_agreement(proposed.id)->starts_on, *parse_date("2026-11-21"));
    const auto seen = site.read<Network>("third_supervisor", get, "/api/v1/network").known;
    EXPECT_TRUE(std::ranges::find(seen, proposed.id, &KnownAgreement::id)->may_sign);
    site.expect({{"other_supervisor", 409}, {"third_supervisor", 200}}, post, moves(proposed), sign(2));
    const auto agreed = house.institutions.agreement_between(b, c);
    ASSERT_TRUE(agreed);
    EXPECT_TRUE(agreed->events_visible) << "as its level says, now that both agreed";
}

TEST_P(NetworkPages, a_proposal_allows_nothing_until_the_other_side_signs_it) {
    const auto lone = house.found("Casa nueva");
    const std::string from_today = fmt::format(R"({{"with":"{}","level":"collaboration","starts_on":"2026-11-21","ends_on":"2027-12-31","own_signer":"Dirección"}})",
                                               lone.text());
    site.let_in("lone_supervisor", lone, {supervisor});
    site.let_in("lone_agent", lone, {agent});
    const auto proposed = site.read<institutions::Agreement>("coordinator", post, k_agreements, from_today);
    EXPECT_FALSE(proposed.events_visible);
    EXPECT_FALSE(house.institutions.agreement_between(a, lone));
    EXPECT_EQ(site.read<InstitutionList>("lone_agent", get, "/api/v1/institutions").items.size(), 1U) << "nobody is in by a proposal";
    const auto seen = site.read<Network>("lone_supervisor", get, "/api/v1/network").known;
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].standing, institutions::Standing::proposed);
    EXPECT_TRUE(seen[0].may_sign && seen[0].may_decline && !seen[0].may_end);
    EXPECT_FALSE(site.read<Network>("lone_agent", get, "/api/v1/network").known.at(0).may_sign);

    const auto sign = [](std::string_view signer) { return fmt::format(R"({{"action":"sign","version":1,"signer":"{}"}})", signer); };
    site.expect({{"coordinator", 409}, {"outside_supervisor", 404}, {"lone_agent", 403}}, post, moves(proposed), sign("Dirección"));
    site.expect({{"lone_supervisor", 422}}, post, moves(proposed), sign(""));
    site.expect({{"lone_supervisor", 200}, {"lone_supervisor", 409}}, post, moves(proposed), sign("Dirección"));
    const auto signed_now = house.institutions.agreement_between(a, lone);
    ASSERT_TRUE(signed_now);
    EXPECT_TRUE(signed_now->events_visible) << "as its level says";
}

TEST_P(NetworkPages, signing_a_new_level_ends_the_old_agreement_the_day_before) {
    const auto proposed = site.read<institutions::Agreement>("other_supervisor", post, k_agreements,
        fmt::format(R"({{"with":"{}","level":"convergence","starts_on":"2026-11-21","ends_on":"2027-12-31","own_signer":"Dirección"}})", a.text()));
    house.clock.advance(std::chrono::hours(48));
    site.expect({{"supervisor", 200}}, post, moves(proposed), R"({"action":"sign","version":1,"signer":"Dirección"})");
    EXPECT_EQ(house.institutions.agreement_between(a, b)->id, proposed.id);
    site.let_in("coordinator_elsewhere", c, {regional});
    const auto ending = "/api/v1/agreements/" + proposed.id.text() + "/ending";
    EXPECT_EQ(site.read<EndingEffects>("supervisor", get, ending).shared_threads, 3);
    EXPECT_FALSE(site.read<EndingEffects>("coordinator_elsewhere", get, ending).shared_threads);
    EXPECT_EQ(house.institutions.find_agreement(proposed.id)->starts_on, *parse_date("2026-11-23")) << "the day it was signed";
    EXPECT_LT(house.institutions.find_agreement(ab.id)->ends_on, house.institutions.find_agreement(proposed.id)->starts_on);
}

TEST_P(NetworkPages, a_proposal_is_declined_or_taken_back_and_then_nothing_signs_it) {
    const std::string no = R"({"action":"decline","version":1})", yes = R"({"action":"sign","version":2,"signer":"Dirección"})";
    const auto proposed = site.read<institutions::Agreement>("supervisor", post, k_agreements, terms(b));
    site.expect({{"supervisor", 409}}, post, moves(proposed), R"({"action":"sign","version":1,"signer":"Dirección"})");
    site.expect({{"supervisor", 409}}, post, moves(proposed), last_day(1));
    site.expect({{"outside_supervisor", 404}, {"other_supervisor", 200}, {"supervisor", 409}}, post, moves(proposed), no);
    site.expect({{"other_supervisor", 409}}, post, moves(proposed), yes);
    EXPECT_EQ(site.read<Network>("supervisor", get, "/api/v1/network").known.at(0).standing, institutions::Standing::declined);
    site.expect({{"supervisor", 201}}, post, k_agreements, terms(b));
    site.expect({{"supervisor", 409}}, post, moves(ab), no);
}

TEST_P(NetworkPages, who_coordinates_takes_back_what_they_proposed_to_two_others_until_one_signs) {
    const std::string no = R"({"action":"decline","version":1})";
    const auto wrong = site.read<institutions::Agreement>("coordinator", post, k_agreements, terms(c, b));
    const auto may_decline = [&](std::string_view who, const institutions::Agreement& one) {
        const auto known = site.read<Network>(who, get, "/api/v1/network").known;
        return std::ranges::find(known, one.id, &KnownAgreement::id)->may_decline;
    };
    EXPECT_TRUE(may_decline("coordinator", wrong) && may_decline("other_supervisor", wrong));
    site.expect({{"outside_coordinator", 404}, {"supervisor", 404}, {"coordinator", 200}, {"coordinator", 409}}, post, moves(wrong), no);
    const auto right = site.read<institutions::Agreement>("coordinator", post, k_agreements, terms(c, b));
    site.expect({{"other_supervisor", 200}}, post, moves(right), R"({"action":"sign","version":1,"signer":"Dirección"})");
    EXPECT_FALSE(may_decline("coordinator", right)) << "it is between the two now";
    site.expect({{"coordinator", 409}, {"other_supervisor", 200}}, post, moves(right), R"({"action":"decline","version":2})");
}

TEST_P(NetworkPages, tells_what_ending_changes_before_it_is_ended) {
    const auto path = [](const institutions::Agreement& agreement) { return "/api/v1/agreements/" + agreement.id.text() + "/ending"; };
    site.expect({{"nobody", 401}, {"agent", 403}, {"outside_supervisor", 404}, {"coordinator", 200}}, get, path(ab));
    const auto effects = site.read<EndingEffects>("supervisor", get, path(ab));
    EXPECT_EQ(effects.open_referrals, 2);
    EXPECT_FALSE(effects.shared_threads) << "it sees no knot of the other's: from the count it could learn whom they attend";
    EXPECT_EQ(effects.lost, (std::vector<std::string>{"B", "C"})) << "C was reached through B";
}

TEST_P(NetworkPages, ends_ones_own_agreement_and_a_coordinator_any_of_the_network) {
    site.expect({{"nobody", 401}, {"agent", 403}, {"outside_supervisor", 404}, {"outside_coordinator", 404}}, post,
                moves(ab), last_day(1));
    site.expect({{"supervisor", 404}}, post, moves(bc), last_day(1));
    site.expect({{"other_supervisor", 409}}, post, moves(ab), last_day(7));
    site.expect({{"other_supervisor", 200}, {"supervisor", 409}}, post, moves(ab), last_day(1));
    site.expect({{"coordinator", 200}}, post, moves(bc), last_day(1));
    site.expect({{"supervisor", 404}}, post, "/api/v1/agreements/0193f3a0-0000-7000-8000-000000000001/moves", last_day(1));
}

TEST_P(NetworkPages, costs_no_statement_per_institution) {
    const auto cost = [&] {
        house.clock.advance(std::chrono::seconds(5));
        return test::statements_of(db(), [&] { (void)site.ask("agent", get, "/api/v1/network"); });
    };
    const auto few = cost();
    for (const auto* name : {"D", "E", "F"}) agree(a, house.found(name));
    EXPECT_EQ(cost(), few);
}

}  // namespace
}  // namespace hebra::network
