// Who is told of an institution and of whom to call there, and who says it.
#include <gtest/gtest.h>

#include "features/network/api.hpp"
#include "features/network/routes.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"
#include "tests/support/site.hpp"

namespace hebra::network {
namespace {

using enum http::Method;
using enum access::Role;

class InstitutionPages : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        add_network_routes(site.router, house.institutions, contacts, house.clock, [](InstitutionId, InstitutionId) { return Between{}; });
        site.let_in("agent", a, {agent});
        site.let_in("care", a, {care_lead});
        site.let_in("supervisor", a, {supervisor});
        site.let_in("admin", a, {admin});
        site.let_in("other_agent", b, {agent});
        site.let_in("other_supervisor", b, {supervisor});
        site.let_in("outside_admin", outside, {admin});
        ab = agree(a, b);
        agree(outside, house.found("Red ajena"));
    }
    institutions::Agreement agree(InstitutionId one, InstitutionId other) {
        return house.institutions
            .agree({}, one,
                   {.with = other, .level = institutions::Level::coordination, .starts_on = *parse_date("2026-01-01"),
                    .ends_on = *parse_date("2026-12-31"), .own_signer = "Dirección", .other_signer = "Dirección"})
            .value();
    }
    static std::string of(InstitutionId id, std::string_view rest = "") { return "/api/v1/institutions/" + id.text() + std::string(rest); }
    static std::vector<test::Header> seen(int version) { return {{"If-Match", fmt::format("\"{}\"", version)}}; }

    test::PeopleHouse house{db()};
    institutions::ContactPeople contacts{db(), house.vault, house.audit, house.clock};
    /// Nobody coordinates unless a test says so.
    test::Site site{[] {
        auto all = grants();
        std::erase_if(all, [](const access::Grant& grant) { return grant.permission.name == k_network_coordinate.name; });
        all.push_back({k_network_coordinate, {regional}});
        return all;
    }()};
    InstitutionId a = house.found("A"), b = house.found("B"), outside = house.found("Otra Línea Demo");
    institutions::Agreement ab;
    const std::string olga = R"({"people":[{"name":"Olga Demo","post":"Encargada de red","phone":"+56 2 2345 6789","hours":"Lunes a jueves"}]})";
};
HEBRA_ON_BOTH_DATABASES(InstitutionPages);

TEST_P(InstitutionPages, are_for_ones_own_network) {
    site.expect({{"nobody", 401}, {"care", 403}, {"agent", 200}, {"other_agent", 200}, {"outside_admin", 404}}, get, of(a));
    const auto seen_by_other = site.read<InstitutionPage>("other_agent", get, of(a));
    EXPECT_EQ(seen_by_other.name, "A");
    EXPECT_EQ(seen_by_other.level, institutions::Level::coordination);
    EXPECT_FALSE(seen_by_other.is_own || seen_by_other.is_coordinator || seen_by_other.may_name_contacts);
    ASSERT_TRUE(house.institutions.name_coordinator(house.somebody(a), a));
    const auto own = site.read<InstitutionPage>("supervisor", get, of(a));
    EXPECT_TRUE(own.is_own && own.is_coordinator && own.may_name_contacts && !own.level);
}

TEST_P(InstitutionPages, whom_to_call_is_told_to_those_who_work_with_it_and_nobody_else) {
    site.expect({{"supervisor", 200}}, put, of(a, "/contacts"), olga, seen(0));
    site.expect({{"nobody", 401}, {"care", 403}, {"agent", 200}, {"outside_admin", 404}}, get, of(a, "/contacts"));
    EXPECT_EQ(site.read<institutions::ContactPeopleList>("other_agent", get, of(a, "/contacts")).people.at(0).post.reveal(), "Encargada de red");
    ASSERT_TRUE(house.institutions.end(house.somebody(a), ab.id, *parse_date("2026-11-21"), 1));
    house.clock.advance(std::chrono::hours(24));
    site.expect({{"other_agent", 404}, {"agent", 200}}, get, of(a, "/contacts"));
}

TEST_P(InstitutionPages, an_institution_names_its_own_and_whoever_coordinates_those_of_others) {
    site.expect({{"nobody", 401}, {"agent", 403}, {"other_supervisor", 403}, {"outside_admin", 404}}, put, of(a, "/contacts"), olga, seen(0));
    site.expect({{"admin", 428}}, put, of(a, "/contacts"), olga);
    site.expect({{"admin", 200}, {"supervisor", 412}}, put, of(a, "/contacts"), olga, seen(0));
    site.expect({{"supervisor", 422}}, put, of(a, "/contacts"), R"({"people":[{"name":"Olga Demo","post":"Encargada"}]})", seen(1));
    site.let_in("coordinator", b, {regional});
    site.expect({{"coordinator", 200}}, put, of(a, "/contacts"), olga, seen(1));
    site.expect({{"coordinator", 404}}, put, of(outside, "/contacts"), olga, seen(0));
}

TEST_P(InstitutionPages, an_institution_corrects_itself_and_whoever_coordinates_corrects_others) {
    const std::string named = R"({"name":" A Norte ","sector":"education","place":{"comuna":"13104"}})";
    site.expect({{"nobody", 401}, {"agent", 403}, {"supervisor", 403}, {"outside_admin", 404}}, patch, of(a), named, seen(1));
    site.expect({{"admin", 428}}, patch, of(a), named);
    site.expect({{"admin", 403}}, patch, of(b), named, seen(1));
    site.expect({{"admin", 200}, {"admin", 412}}, patch, of(a), named, seen(1));
    const auto now = site.read<InstitutionPage>("agent", get, of(a));
    EXPECT_EQ(now.name, "A Norte");
    EXPECT_EQ(now.sector, institutions::Sector::education);
    EXPECT_EQ(now.region->text(), "13") << "of its comuna";
    site.expect({{"admin", 200}}, patch, of(a), R"({"place":{}})", seen(2));
    EXPECT_FALSE(site.read<InstitutionPage>("agent", get, of(a)).comuna) << "told as a whole: nothing is all of Chile";
    site.let_in("coordinator", b, {regional});
    site.expect({{"coordinator", 422}}, patch, of(a), R"({"name":"b"})", seen(3));
    site.expect({{"coordinator", 200}}, patch, of(a), R"({"name":"A","legal_nature":"private_nonprofit"})", seen(3));
    site.expect({{"coordinator", 404}}, patch, of(outside), R"({"name":"A"})", seen(1));
}

TEST_P(InstitutionPages, no_institution_makes_itself_public) {
    site.let_in("coordinator", b, {regional});
    site.expect({{"coordinator", 200}}, patch, of(a), R"({"legal_nature":"private_other"})", seen(1));
    site.expect({{"admin", 422}}, patch, of(a), R"({"legal_nature":"public_body"})", seen(2));
    site.expect({{"admin", 200}}, patch, of(a), R"({"legal_nature":"private_other","name":"A Sur"})", seen(2));
    EXPECT_EQ(house.institutions.find(a)->legal_nature, institutions::LegalNature::private_other);
}

}  // namespace
}  // namespace hebra::network
