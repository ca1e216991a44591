// Each route as nobody, as a wrong role, as another institution, and as the right person.
#include <gtest/gtest.h>

#include "features/people_pages/api.hpp"
#include "features/people_pages/routes.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"
#include "tests/support/site.hpp"

namespace hebra::people_pages {
namespace {

using enum http::Method;
using enum access::Role;
using test::Expected;

struct Item {
    std::string action;
    std::vector<std::string> fields;
    std::string institution_name;
    std::string actor_name;
    bool mine;
    Time at;
};
BOOST_DESCRIBE_STRUCT(Item, (), (at, actor_name, institution_name, action, fields, mine))

struct ItemPage {
    std::vector<Item> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ItemPage, (), (items, next_cursor))

class PeoplePages : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        add_people_routes(site.router, house.people, views);
        add_relationship_routes(site.router, relationships);
        add_draft_routes(site.router, drafts);
        add_territory_routes(site.router);
        site.let_in("agent", ours, {agent});
        site.let_in("colleague", ours, {supervisor});
        site.let_in("privacy", ours, {privacy_officer});
        site.let_in("admin", ours, {admin});
        site.let_in("stranger", theirs, {agent});
        person = house.people.create(house.somebody(ours), test::named("Rayén", "Catrileo")).value();
        house.clock.advance(std::chrono::seconds(1));
    }
    std::string path(const std::string& rest = {}) { return "/api/v1/people/" + person.id.text() + rest; }

    test::PeopleHouse house{db()};
    crypto::PasswordPool passwords;
    access::Users users{db(), house.vault, house.audit, passwords, house.clock};
    Views views{db(), house.audit, users, house.institutions};
    people::Relationships relationships{db(), house.vault, house.audit, house.clock};
    drafts::Drafts drafts{db(), house.vault, house.clock};
    test::Site site{grants()};
    InstitutionId ours = house.found("CESFAM Demo Norte");
    InstitutionId theirs = house.found("Otra Línea Demo");
    people::Person person;
};
HEBRA_ON_BOTH_DATABASES(PeoplePages);

TEST_P(PeoplePages, records_a_person) {
    site.expect({{"nobody", 401}, {"admin", 403}, {"privacy", 403}, {"stranger", 201}, {"agent", 201}}, post,
                "/api/v1/people", R"({"identity":"anonymous"})");
    site.expect({{"nobody", 401}, {"admin", 403}, {"agent", 422}}, post, "/api/v1/people", R"({"identity":"identified"})");
    site.expect({{"agent", 422}}, post, "/api/v1/people", R"({"identity":"anonymous","age_stated":-7})");
    site.expect({{"agent", 400}}, post, "/api/v1/people", R"({"identity")");
}

TEST_P(PeoplePages, answers_a_repeat_with_the_same_person_and_refuses_a_reused_key) {
    const std::vector<test::Header> key = {{"Idempotency-Key", "k1"}};
    const auto location = [&] {
        const auto response = site.ask("agent", post, "/api/v1/people", R"({"identity":"anonymous"})", key);
        EXPECT_EQ(response.status, 201);
        return std::string(response.headers.find("Location").value_or(""));
    };
    const auto first = location();
    EXPECT_EQ(location(), first);
    EXPECT_EQ(site.status("agent", post, "/api/v1/people", R"({"identity":"anonymous","age_stated":20})", key), 422);
    EXPECT_EQ(site.status("colleague", post, "/api/v1/people", R"({"identity":"anonymous","age_stated":20})", key), 201);
}

TEST_P(PeoplePages, names_the_field_of_a_name_that_is_blank_or_endless) {
    const auto refused = [&](const std::string& field, const std::string& value) {
        const auto said = R"({"identity":"identified","given_names":"Rayén",")" + field + R"(":")" + value + R"("})";
        const auto response = site.ask("agent", post, "/api/v1/people", field == "given_names" ? R"({"identity":"identified","given_names":")" + value + R"("})" : said);
        EXPECT_EQ(response.status, 422) << field;
        EXPECT_NE(response.body.view().find("\"/" + field + "\""), std::string_view::npos) << field;
    };
    for (const auto* field : {"given_names", "first_surname", "second_surname", "social_name", "alias"}) {
        refused(field, "");
        refused(field, "  \\t ");
        refused(field, "\u00a0");
        refused(field, "Rayén\\nCatrileo");
        refused(field, std::string(5000, 'a'));
    }
    for (const auto* field : {"gender", "pueblo", "nationality", "language", "disability", "life_stage"}) {
        refused(field, " ");
        refused(field, std::string(5000, 'a'));
    }
    const auto kept = site.ask("agent", post, "/api/v1/people", R"({"identity":"identified","given_names":"  Rayén ","gender":" Mujer "})");
    EXPECT_NE(kept.body.view().find(R"("given_names":"Rayén")"), std::string_view::npos);
    EXPECT_NE(kept.body.view().find(R"("gender":"Mujer")"), std::string_view::npos);
    site.expect({{"agent", 422}}, post, path("/relationships"), R"({"kinship":"mother","name":"  "})");
}

TEST_P(PeoplePages, finds_people_of_ones_own_institution) {
    const std::string query = R"({"text":"rayen catrileo"})";
    site.expect({{"nobody", 401}, {"admin", 403}, {"privacy", 403}, {"stranger", 200}, {"agent", 200}}, post,
                "/api/v1/people/search", query);
    EXPECT_NE(site.ask("agent", post, "/api/v1/people/search", query).body.view().find(person.id.text()),
              std::string_view::npos);
    EXPECT_EQ(site.ask("stranger", post, "/api/v1/people/search", query).body.view().find(person.id.text()),
              std::string_view::npos);
    site.expect({{"agent", 422}}, post, "/api/v1/people/search", "{}");
}

TEST_P(PeoplePages, opens_a_person) {
    site.expect({{"nobody", 401}, {"admin", 403}, {"privacy", 403}, {"stranger", 404}, {"agent", 200}}, get, path());
    site.expect({{"agent", 404}}, get, "/api/v1/people/no-id");
    EXPECT_EQ(site.ask("agent", get, path()).headers.find("ETag"), "\"1\"");
}

TEST_P(PeoplePages, changes_a_person_of_the_version_that_was_seen) {
    const std::string body = R"({"gender":"Mujer"})";
    const std::vector<test::Header> seen = {{"If-Match", "\"1\""}};
    site.expect({{"nobody", 401}, {"admin", 403}, {"privacy", 403}, {"stranger", 404}}, patch, path(), body, seen);
    site.expect({{"agent", 428}}, patch, path(), body);
    site.expect({{"agent", 200}, {"agent", 412}}, patch, path(), body, seen);
    site.expect({{"agent", 422}}, patch, path(), R"({"birth_date":"2026-02-30"})", {{"If-Match", "\"2\""}});
}

TEST_P(PeoplePages, tells_who_is_who_to_a_person_and_that_it_ended) {
    const std::string aunt = R"({"kinship":"aunt_uncle","name":"Tía Rosa","lives_together":true,"closeness":"close"})";
    site.expect({{"nobody", 401}, {"admin", 403}, {"privacy", 403}, {"stranger", 404}, {"agent", 201}}, post, path("/relationships"), aunt);
    site.expect({{"agent", 422}}, post, path("/relationships"), R"({"kinship":"mother"})");
    site.expect({{"agent", 422}}, post, path("/relationships"), R"({"kinship":"mother","other_person_id":")" + person.id.text() + R"("})");
    site.expect({{"agent", 422}}, post, path("/relationships"), R"({"kinship":"mother","other_person_id":"00000000-0000-7000-8000-000000000001"})");
    site.expect({{"nobody", 401}, {"admin", 403}, {"privacy", 403}, {"stranger", 404}, {"agent", 200}}, get, path("/relationships"));

    const auto told = relationships.of(house.somebody(ours), person.id).value();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].name->reveal(), "Tía Rosa");
    const auto moves = path("/relationships/" + told[0].id.text() + "/moves");
    const std::string end = R"({"action":"end","version":1})";
    site.expect({{"nobody", 401}, {"admin", 403}, {"stranger", 404}, {"agent", 200}, {"agent", 409}}, post, moves, end);
    EXPECT_TRUE(relationships.of(house.somebody(ours), person.id)->front().ended_at);
    site.expect({{"agent", 409}}, post, moves, R"({"action":"resume","version":1})");
    site.expect({{"agent", 200}}, post, moves, R"({"action":"resume","version":2})");
}

TEST_P(PeoplePages, who_is_who_is_sealed_with_the_person_and_costs_the_same_however_many) {
    const auto add = [&](const std::string& name) {
        people::NewRelationship relation;
        relation.name = Private(name);
        (void)relationships.add(house.somebody(ours), person.id, relation).value();
    };
    const auto cost = [&] { return test::statements_of(db(), [&] { (void)relationships.of(house.somebody(ours), person.id); }); };
    add("NOMBRE-PLANTADO-1");
    (void)cost();
    const auto one = cost();
    for (int n = 0; n < 9; ++n) add("NOMBRE-PLANTADO-2");
    EXPECT_EQ(cost(), one);
    const auto contents = db().read([](db::Reader& reader) { return reader.all<Bytes>("SELECT content FROM relationship ORDER BY id"); });
    for (const auto& content : contents) EXPECT_EQ(text_of(content).find("PLANTADO"), std::string::npos);
    test::expect_all_or_nothing(db(), [&] { add("Otra"); });
}

TEST_P(PeoplePages, shows_who_looked_to_the_institution_that_keeps_the_record) {
    (void)site.ask("agent", get, path());
    site.expect({{"nobody", 401}, {"admin", 403}, {"stranger", 404}, {"privacy", 200}, {"agent", 200}}, get, path("/views"));
    site.expect({{"agent", 422}}, get, path("/views?cursor=made-up"));
    auto views_seen = site.read<ItemPage>("agent", get, path("/views"));
    std::erase_if(views_seen.items, [](const Item& item) { return item.action == "person.views"; });  // by those who just read it
    ASSERT_EQ(views_seen.items.size(), 2U);
    EXPECT_EQ(views_seen.items[0].action, "person.view");
    EXPECT_TRUE(views_seen.items[0].mine);
    EXPECT_EQ(views_seen.items[0].institution_name, "CESFAM Demo Norte");
    EXPECT_EQ(views_seen.items[1].action, "person.create");
    EXPECT_FALSE(views_seen.items[1].mine);
}

TEST_P(PeoplePages, reading_who_looked_is_itself_on_the_list) {
    (void)site.ask("privacy", get, path("/views"));
    const auto seen = site.read<ViewsPage>("agent", get, path("/views"));
    ASSERT_EQ(seen.items.size(), 2U);
    EXPECT_EQ(seen.items[0].action, "person.views");
    EXPECT_EQ(seen.items[0].purpose, Purpose::protect);
    EXPECT_EQ(seen.thread_code, person.thread_code);
}

TEST_P(PeoplePages, tells_apart_who_came_from_another_institution_and_who_could_not_get_in) {
    auto outsider = house.somebody(theirs);
    house.audit.record_view_in(db(), ours, outsider, {.action = "referral.open_package", .subject = person.id.value(), .person = person.id.value()});
    house.clock.advance(std::chrono::seconds(1));
    house.audit.record_view_in(db(), ours, outsider, {.action = "person.view.refused", .subject = person.id.value(), .person = person.id.value()});
    const auto outside = site.read<ViewsPage>("agent", get, path("/views?only=outside")).items;
    ASSERT_EQ(outside.size(), 2U);
    EXPECT_TRUE(outside[0].outside && outside[1].outside);
    const auto refused = site.read<ViewsPage>("agent", get, path("/views?only=refused")).items;
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_TRUE(refused[0].refused);
    EXPECT_TRUE(refused[0].actor_name.empty()) << "somebody of that institution, and no more";
    EXPECT_EQ(refused[0].institution_name, "Otra Línea Demo");
    EXPECT_EQ(site.read<ViewsPage>("agent", get, path("/views?only=outside")).items[1].purpose, Purpose::receive);
    site.expect({{"agent", 422}}, get, path("/views?only=nobody"));
}

TEST_P(PeoplePages, a_look_takes_the_purpose_of_what_was_done_near_it) {
    const auto agent = house.somebody(ours);
    const auto look = [&] {
        house.audit.record_view(db(), agent, {.action = "person.view", .subject = person.id.value(), .person = person.id.value()});
    };
    look();
    house.clock.advance(std::chrono::minutes(31));
    look();
    house.clock.advance(std::chrono::minutes(5));
    house.audit.record_view(db(), agent, {.action = "contact.view", .subject = person.id.value(), .person = person.id.value()});
    const auto seen = site.read<ViewsPage>("agent", get, path("/views")).items;
    ASSERT_GE(seen.size(), 3U);
    EXPECT_EQ(seen[0].purpose, Purpose::attend);
    EXPECT_EQ(seen[1].purpose, Purpose::attend) << "opened on the way to attending";
    EXPECT_EQ(seen[2].purpose, Purpose::unsaid) << "opened, and nothing else within half an hour";
}

TEST_P(PeoplePages, finds_whose_a_code_is_for_who_may_see_who_looked) {
    const auto body = [](const std::string& code) { return R"({"thread_code":")" + code + R"("})"; };
    const std::string target = "/api/v1/people/by-code";
    site.expect({{"nobody", 401}, {"admin", 403}, {"stranger", 422}, {"privacy", 200}, {"agent", 200}}, post, target, body(person.thread_code));
    site.expect({{"privacy", 422}}, post, target, body("HB-000000"));
    EXPECT_EQ(site.read<PersonOfCode>("privacy", post, target, body(person.thread_code)).person_id, person.id);
}

TEST_P(PeoplePages, pages_through_who_looked_without_losing_or_repeating_any) {
    for (int n = 0; n < 60; ++n) {
        (void)site.ask("agent", get, path());
        house.clock.advance(std::chrono::seconds(61));
    }
    const auto first = site.read<ItemPage>("agent", get, path("/views"));
    ASSERT_EQ(first.items.size(), 50U);
    ASSERT_TRUE(first.next_cursor);
    const auto second = site.read<ItemPage>("agent", get, path("/views?cursor=" + *first.next_cursor));
    EXPECT_EQ(second.items.size(), 11U);
    EXPECT_FALSE(second.next_cursor);
    EXPECT_LT(second.items[0].at, first.items[49].at);

    (void)views.of({}, person.id);
    const auto cost = [&](const std::string& from) {
        return test::statements_of(db(), [&] { (void)site.ask("agent", get, path(from)); });
    };
    EXPECT_EQ(cost("/views"), cost("/views?cursor=" + *first.next_cursor)) << "fifty cost what eleven cost";
}

TEST_P(PeoplePages, keeps_ones_own_drafts) {
    const std::string draft = "/api/v1/drafts/contact/0193f3a0-0000-7000-8000-0000000000a1";
    const std::string body = R"({"content":{"note":"a"},"seen":0})";
    site.expect({{"nobody", 401},
                 {"privacy", 403},
                 {"agent", 200},
                 {"colleague", 200},
                 {"stranger", 200},
                 {"agent", 409}},
                put, draft, body);
    site.expect({{"agent", 422}}, put, "/api/v1/drafts/contact/not%20a%20name", body);
    site.expect({{"nobody", 401}, {"privacy", 403}, {"admin", 404}, {"agent", 200}}, get, draft);
    site.expect({{"admin", 200}}, put, "/api/v1/drafts/directory-check/0193f3a0-0000-7000-8000-0000000000a2", body);
    site.expect({{"admin", 200}, {"agent", 404}}, get, "/api/v1/drafts/directory-check/0193f3a0-0000-7000-8000-0000000000a2");
    site.expect({{"nobody", 401}, {"privacy", 403}, {"admin", 200}, {"stranger", 200}, {"agent", 200}}, get, "/api/v1/drafts");
    const std::string one = "/api/v1/drafts?form=directory-check&record=0193f3a0-0000-7000-8000-0000000000a2";
    EXPECT_NE(site.ask("admin", get, one).body.view().find("\"record\":\"0193f3a0-0000-7000-8000-0000000000a2\""), std::string_view::npos);
    EXPECT_EQ(site.ask("agent", get, one).body.view(), R"({"items":[]})") << "none is no fault";
    site.expect({{"admin", 422}}, get, "/api/v1/drafts?form=directory-check");
    site.expect({{"nobody", 401}, {"privacy", 403}, {"agent", 204}, {"agent", 204}}, remove, draft);
    site.expect({{"agent", 404}, {"colleague", 200}, {"stranger", 200}}, get, draft);
}

TEST_P(PeoplePages, lists_the_comunas_to_anybody) {
    site.expect({{"nobody", 200}, {"agent", 200}}, get, "/api/v1/comunas");
}

}  // namespace
}  // namespace hebra::people_pages
