// Emergency numbers, checks and counts: who may say what, who is told who rang, what the public sees, and that counts are of
// nobody. On both databases.
#include <gtest/gtest.h>

#include "features/directory/api.hpp"
#include "features/directory/routes.hpp"
#include "features/directory/test_house.hpp"
#include "tests/support/site.hpp"

namespace hebra::directory {
namespace {

using enum http::Method;
using enum access::Role;

constexpr auto k_list = "/api/v1/directory/emergency-numbers";
constexpr auto k_confirm = "/api/v1/directory/emergency-numbers/confirmations";
constexpr auto k_withdraw = "/api/v1/directory/emergency-numbers/withdrawals";
constexpr auto k_public = "/api/v1/emergency-numbers";

class DirectoryCare : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        house.load();
        add_directory_routes(site.router, {house.directory, emergency, uses, house.clock, true, [](UserId) { return std::string("Antonia Reyes"); }, {}});
        site.let_in("admin", house.line, {admin});
        site.let_in("agent", house.line, {agent});
        site.let_in("care", house.line, {care_lead});
        site.let_in("supervisor", house.line, {supervisor}).permissions.push_back(k_directory_keep.name);
        const auto other = house.found("Otra Línea Demo");
        site.let_in("stranger", other, {agent});
        site.let_in("neighbour", other, {supervisor}).permissions.push_back(k_directory_keep.name);
    }
    static std::string confirmation(std::string_view number, std::string_view how, int version) {
        return fmt::format(R"({{"number":"{}","how":"{}","version":{}}})", number, how, version);
    }
    std::string shown() { return std::string(site.ask("nobody", get, k_public).body.view()); }

    DirectoryHouse house{db()};
    EmergencyList emergency{db(), house.audit, house.clock};
    Uses uses{db(), house.clock};
    test::Site site{grants()};
};
HEBRA_ON_BOTH_DATABASES(DirectoryCare);

TEST_P(DirectoryCare, nobody_sees_a_number_until_an_administrator_confirms_it) {
    EXPECT_EQ(shown(), R"({"items":[]})");
    site.expect({{"nobody", 401}, {"care", 403}, {"agent", 200}, {"admin", 200}}, get, k_list);
    const auto body = confirmation("131", "asked", 0);
    site.expect({{"nobody", 401}, {"agent", 403}, {"admin", 200}}, post, k_confirm, body);
    EXPECT_NE(shown().find(R"("number":"131")"), std::string::npos);
    EXPECT_NE(shown().find(R"("uri":"tel:131")"), std::string::npos);
    EXPECT_EQ(site.status("admin", post, k_confirm, body), 412) << "somebody was first";
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'emergency.confirm'"), 1);
}

TEST_P(DirectoryCare, who_checked_a_row_is_named_to_their_colleagues_alone) {
    const auto row = house.row("L02");
    const auto at = "/api/v1/directory/services/" + row.id.text();
    const auto told = [](const http::Response& response, std::string_view name) {
        EXPECT_EQ(response.status, 200) << response.body.view();
        const auto text = std::string(response.body.view());
        EXPECT_NE(text.find(fmt::format(R"("checked_by":"{}","rung_by":"{}")", name, name)), std::string::npos) << text;
        return text;
    };
    told(site.ask("supervisor", post, at + "/checks", fmt::format(R"({{"channels":[0],"version":{}}})", row.version)), "Antonia Reyes");
    const auto kept = house.row("L02");
    const auto supervisor = kept.caller.by.value().text();
    EXPECT_EQ(kept.checker.by, kept.caller.by);
    EXPECT_EQ(kept.channels[0].confirmation->by, kept.caller.by);
    const auto to_a_colleague = told(site.ask("agent", get, at), "Antonia Reyes");
    for (const auto* whole : {R"("checker":{{"known_as":"Línea Demo Joven","by":"{}")", R"("caller":{{"known_as":"Línea Demo Joven","by":"{}")",
                              R"("confirmation":{{"by":"{}")"})
        EXPECT_NE(to_a_colleague.find(fmt::format(fmt::runtime(whole), supervisor)), std::string::npos) << whole << to_a_colleague;
    const auto to_a_stranger = told(site.ask("stranger", get, at), "Línea Demo Joven");
    EXPECT_EQ(to_a_stranger.find("Antonia"), std::string::npos);
    EXPECT_EQ(to_a_stranger.find(supervisor), std::string::npos) << to_a_stranger;
    EXPECT_NE(to_a_stranger.find(R"("confirmation":{"at":)"), std::string::npos) << "that somebody rang it is no secret";
    const auto seen = json::read<Entry>(to_a_stranger).value();
    told(site.ask("neighbour", put, at, json::write(static_cast<const Service&>(seen)), {{"If-Match", fmt::format("\"{}\"", seen.version)}}), "Línea Demo Joven");
    EXPECT_EQ(house.row("L02").channels, kept.channels) << "who saves what they were told takes nothing away";
    EXPECT_EQ(house.row("L02").checker, kept.checker);
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM service WHERE document LIKE '%Antonia%'"), 0);
    const auto file = house.directory.export_csv();
    EXPECT_EQ(file.find("Antonia"), std::string::npos);
    EXPECT_NE(file.find("Línea Demo Joven"), std::string::npos);
    EXPECT_TRUE(house.directory.plan(file)->changed.empty()) << "the file says what there is";
}

TEST_P(DirectoryCare, a_confirmation_lapses_by_itself_and_can_be_given_again) {
    ASSERT_TRUE(emergency.confirm(house.editor, "*4141", Assurance::rang, 0));
    house.clock.advance(k_check_holds - std::chrono::minutes(1));
    EXPECT_EQ(emergency.shown(Language::es).size(), 1U);
    house.clock.advance(std::chrono::minutes(1));
    EXPECT_TRUE(emergency.shown(Language::es).empty());
    EXPECT_EQ(shown(), R"({"items":[]})");
    ASSERT_TRUE(emergency.confirm(house.editor, "*4141", Assurance::official_notice, 1));
    EXPECT_EQ(emergency.shown(Language::en)[0].use_when, "If you are thinking of dying, or fear that someone is");
}

TEST_P(DirectoryCare, those_who_save_lives_are_not_rung_as_a_test) {
    for (const auto* number : {"131", "132", "133"}) {
        const auto refused = emergency.confirm(house.editor, number, Assurance::rang, 0);
        ASSERT_FALSE(refused) << number;
        EXPECT_EQ(refused.error().word, words::k_emergency_not_rung);
    }
    EXPECT_EQ(emergency.confirm(house.editor, "600 123 4567", Assurance::asked, 0).error().word, words::k_emergency_unknown);
}

TEST_P(DirectoryCare, a_withdrawn_number_is_gone_at_once) {
    ASSERT_TRUE(emergency.confirm(house.editor, "147", Assurance::rang, 0));
    EXPECT_EQ(site.status("admin", post, k_withdraw, R"({"number":"147","reason":"unused","version":1})"), 200);
    EXPECT_EQ(shown(), R"({"items":[]})");
    EXPECT_EQ(emergency.one("147", Language::es)->decision, Decision::unused);
    EXPECT_EQ(site.status("admin", post, k_withdraw, R"({"number":"147","reason":"withdrawn","version":1})"), 412);
}

TEST_P(DirectoryCare, another_node_learns_of_it_and_a_demo_never_dials) {
    EmergencyList other(db(), house.audit, house.clock);
    ASSERT_TRUE(emergency.confirm(house.editor, "131", Assurance::asked, 0));
    EXPECT_TRUE(other.shown(Language::es).empty());
    other.refresh();
    EXPECT_EQ(other.shown(Language::es)[0].uri, "tel:131");
    other.never_dial();
    EXPECT_EQ(other.shown(Language::es)[0].uri, "") << "shown, but nothing to tap";
}

TEST_P(DirectoryCare, a_confirmation_is_all_or_nothing_and_its_audit_is_missed) {
    test::expect_all_or_nothing(db(), [&] { (void)emergency.confirm(house.editor, "149", Assurance::rang, 0); });
}

TEST_P(DirectoryCare, what_is_shown_and_tapped_is_counted_without_anybody) {
    const auto row = house.row("L02");
    for (int i = 0; i < 3; ++i) site.status("nobody", get, "/api/v1/directory/match?q=salud%20responde&any_time=true&limit=1");
    const auto taps = fmt::format("/api/v1/directory/services/{}/taps", row.id.text());
    site.expect({{"nobody", 401}, {"care", 403}, {"agent", 204}}, post, taps);
    EXPECT_EQ(site.status("agent", post, fmt::format("/api/v1/directory/services/{}/taps", ServiceId::make(house.clock.now()).text())), 404);
    uses.reported(row.id);
    const auto before = db().statistics().statements;
    site.status("nobody", get, "/api/v1/directory/match?q=salud%20responde&any_time=true&limit=1");
    EXPECT_EQ(db().statistics().statements, before) << "asking never waits for the database";

    site.expect({{"nobody", 401}, {"care", 403}, {"agent", 200}}, get, "/api/v1/directory/uses");
    uses.flush();
    uses.tapped(row.id);
    uses.flush();
    const Date today = *parse_date("2026-11-21");
    const auto counts = uses.between(today, today);
    const auto mine = std::ranges::find(counts, row.id, &UseCount::service_id);
    ASSERT_NE(mine, counts.end());
    EXPECT_EQ(mine->shown, 4);
    EXPECT_EQ(mine->tapped, 2);
    EXPECT_EQ(mine->reported, 1);
    EXPECT_TRUE(uses.between(*parse_date("2026-11-22"), *parse_date("2026-11-30")).empty());
}

TEST_P(DirectoryCare, counts_wait_for_a_database_that_is_away) {
    const auto row = house.row("L02");
    uses.tapped(row.id);
    db().fail_statement(1);
    EXPECT_ANY_THROW(uses.flush());
    uses.flush();
    EXPECT_EQ(house.count("SELECT SUM(tapped) FROM service_use"), 1);
}

}  // namespace
}  // namespace hebra::directory
