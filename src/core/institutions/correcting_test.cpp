// That an institution is corrected once, by whoever saw it as it is, and that its chain keeps what it was called.
#include <gtest/gtest.h>

#include "core/institutions/institutions.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"

namespace hebra::institutions {
namespace {

class Correcting : public test::OnBothDatabases<test::schema> {
  protected:
    std::vector<std::string> told_in(InstitutionId chain) {
        return db().read([&](db::Reader& reader) {
            return reader.all<std::string>("SELECT fields FROM audit_entry WHERE institution_id = :id AND action = 'institution.change' ORDER BY id",
                                           {db::arg("id", chain)});
        });
    }
    test::PeopleHouse house{db()};
    InstitutionId a = house.found("A"), b = house.found("B");
};
HEBRA_ON_BOTH_DATABASES(Correcting);

TEST_P(Correcting, keeps_what_it_was_in_its_own_chain_and_in_that_of_whoever_did_it) {
    ASSERT_TRUE(house.institutions.correct(house.somebody(b), a, {.name = "A Norte", .legal_nature = {}, .sector = Sector::education, .place = {}}, 1));
    for (const auto chain : {a, b}) {
        const auto told = told_in(chain);
        ASSERT_EQ(told.size(), 1U);
        EXPECT_NE(told[0].find("name: A → A Norte"), std::string::npos) << told[0];
        EXPECT_NE(told[0].find("sector: health → education"), std::string::npos) << told[0];
        EXPECT_EQ(told[0].find("legal_nature"), std::string::npos) << "what stays is not told";
    }
    EXPECT_EQ(house.institutions.find(a)->version, 2);
}

TEST_P(Correcting, is_done_once_and_over_nothing_that_another_wrote) {
    const InstitutionChange renamed{.name = "A Norte", .legal_nature = {}, .sector = {}, .place = {}};
    const auto once = test::with_key(house.somebody(a), "k1");
    ASSERT_TRUE(house.institutions.correct(once, a, renamed, 1));
    EXPECT_EQ(house.institutions.correct(once, a, renamed, 1)->version, 2);
    EXPECT_EQ(told_in(a).size(), 1U);
    EXPECT_EQ(house.institutions.correct(house.somebody(a), a, renamed, 1).error().kind, Refused::stale);
    EXPECT_EQ(house.institutions.correct(house.somebody(a), a, {.name = " ", .legal_nature = {}, .sector = {}, .place = {}}, 2).error().fields.at(0).pointer, "/name");
    const auto read = house.institutions.all();
    const auto known = [&] { return *read; };
    EXPECT_EQ(house.institutions.correct(house.somebody(a), a, {.name = "b", .legal_nature = {}, .sector = {}, .place = {}}, 2, known).error().word, words::k_name_taken);
    EXPECT_TRUE(house.institutions.correct(house.somebody(a), a, {.name = "a norte", .legal_nature = {}, .sector = {}, .place = {}}, 2, known)) << "its own name, written otherwise";
    EXPECT_EQ(house.institutions.correct(house.somebody(a), InstitutionId::make(house.clock.now()), renamed, 1).error().kind, Refused::not_found);
}

TEST_P(Correcting, two_do_not_take_one_name_on_two_servers) {
    Institutions other_server(db(), house.vault, house.audit, house.clock);
    other_server.refresh();
    const auto read = other_server.all();
    const auto seen = [&] { return *read; };
    const auto named = [](std::string name) { return InstitutionChange{.name = std::move(name), .legal_nature = {}, .sector = {}, .place = {}}; };
    ASSERT_TRUE(house.institutions.correct(house.somebody(a), a, named("CESFAM Sur"), 1, seen));
    EXPECT_EQ(other_server.correct(house.somebody(b), b, named("cesfam sur"), 1, seen).error().word, words::k_name_taken);
    const NewInstitution line{"Línea Sur", LegalNature::public_body, Sector::helpline, {}, {}};
    ASSERT_TRUE(house.institutions.found(house.somebody(a), line, seen));
    EXPECT_EQ(other_server.found(house.somebody(b), line, seen).error().fields.at(0).word, words::k_name_taken) << "founded since it was read";
    EXPECT_TRUE(other_server.correct(house.somebody(b), b, named("Línea Sur"), 1, seen)) << "of one outside what one sees nothing is told";
}

TEST_P(Correcting, one_name_is_founded_once_by_many_at_once) {
    const auto everybody = [&] {
        const auto all = house.institutions.all();
        return *all;
    };
    for (int round = 0; round < 4; ++round) {
        const NewInstitution line{fmt::format("Línea {}", round), LegalNature::public_body, Sector::helpline, {}, {}};
        std::atomic<int> founded = 0;
        test::at_once(8, [&](int) { founded += house.institutions.found(house.somebody(a), line, everybody) ? 1 : 0; });
        EXPECT_EQ(founded, 1) << round;
    }
}

TEST_P(Correcting, what_the_rooms_above_refuse_is_not_done) {
    Institutions institutions(db(), house.vault, house.audit, house.clock, {},
                              {.within = [](db::Tx&, const InstitutionDone& done) -> Result<> {
                                   EXPECT_EQ(done.before.name + " " + done.after.name, "A A Norte");
                                   return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
                               }});
    institutions.refresh();
    EXPECT_FALSE(institutions.correct(house.somebody(a), a, {.name = "A Norte", .legal_nature = {}, .sector = {}, .place = {}}, 1));
    institutions.refresh();
    EXPECT_EQ(institutions.find(a)->name, "A");
    EXPECT_TRUE(told_in(a).empty());
}

}  // namespace
}  // namespace hebra::institutions
