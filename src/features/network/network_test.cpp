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
        add_network_routes(site.router, house.institutions, house.clock);
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
    static std::string terms(InstitutionId with, std::optional<InstitutionId> on_behalf_of = {}) {
        return fmt::format(R"({{"with":"{}",{}"level":"cooperation","starts_on":"2027-01-01","ends_on":"2027-12-31",)"
                           R"("own_signer":"Dirección","other_signer":"Dirección"}})",
                           with.text(), on_behalf_of ? fmt::format(R"("on_behalf_of":"{}",)", on_behalf_of->text()) : "");
    }
    static std::string moves(const institutions::Agreement& agreement) {
        return "/api/v1/agreements/" + agreement.id.text() + "/moves";
    }
    static std::string last_day(int version) { return fmt::format(R"({{"ends_on":"2026-11-30","version":{}}})", version); }

    test::PeopleHouse house{db()};
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
}

TEST_P(NetworkPages, signs_for_ones_own_institution) {
    site.expect({{"nobody", 401}, {"agent", 403}, {"care", 403}, {"supervisor", 201}}, post, k_agreements, terms(b));
    site.expect({{"other_supervisor", 409}}, post, k_agreements, terms(a));
    site.expect({{"supervisor", 422}}, post, k_agreements, terms(a));
    site.expect({{"supervisor", 404}}, post, k_agreements, terms(InstitutionId::make(house.clock.now())));
}

TEST_P(NetworkPages, lets_nobody_sign_their_own_institution_into_a_network) {
    const auto lone = house.found("Casa nueva");
    site.expect({{"outside_supervisor", 404}, {"outside_coordinator", 404}}, post, k_agreements, terms(a));
    site.expect({{"supervisor", 404}}, post, k_agreements, terms(outside));
    site.expect({{"coordinator", 201}}, post, k_agreements, terms(lone));
    site.expect({{"outside_coordinator", 404}}, post, k_agreements, terms(lone));
}

TEST_P(NetworkPages, signs_for_others_only_as_a_coordinator_of_their_network) {
    site.expect({{"supervisor", 404}, {"outside_coordinator", 404}, {"coordinator", 201}}, post, k_agreements, terms(c, b));
    site.expect({{"coordinator", 404}}, post, k_agreements, terms(a, outside));
    site.expect({{"supervisor", 201}}, post, k_agreements, terms(c, a));
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
