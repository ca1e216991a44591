#include "core/people/relationships.hpp"
#include "features/attention/test_contacts.hpp"

namespace hebra::attention {
namespace {

class SearchTest : public ContactHouse {
  protected:
    /// One contact an hour, the newest last.
    ContactId add(const std::function<void(NewContact&)>& change = [](NewContact&) {}) {
        house.clock.advance(std::chrono::hours(1));
        NewContact contact;
        change(contact);
        return create(contact).id;
    }
    std::vector<ContactId> found(const ContactQuery& query) {
        std::vector<ContactId> ids;
        const auto page = search.run(actor, query).value();
        for (const auto& item : page.items) ids.push_back(item.id);
        return ids;
    }
};
HEBRA_ON_BOTH_DATABASES(SearchTest);

using Ids = std::vector<ContactId>;

TEST_P(SearchTest, finds_by_each_thing_alone_and_together) {
    const auto person = house.person(institution);
    const auto plain = add();
    const auto hers = add([&](NewContact& c) { c.person_id = person.id; c.topics = {"family"}; });
    const auto topical = add([](NewContact& c) { c.topics = {"family", "bullying"}; });
    const auto silent = add([](NewContact& c) { c.disposition = json::Change<Disposition>::set(Disposition::silent); });
    ContactQuery query;
    EXPECT_EQ(found(query), Ids({silent, topical, hers, plain}));

    query = {.person_id = person.id};
    EXPECT_EQ(found(query), Ids({hers}));
    query = {.thread_code = person.thread_code};
    EXPECT_EQ(found(query), Ids({hers}));
    query = {.topic = "family"};
    EXPECT_EQ(found(query), Ids({topical, hers}));
    query = {.person_id = person.id, .topic = "bullying"};
    EXPECT_EQ(found(query), Ids());
    query = {.disposition = Disposition::silent};
    EXPECT_EQ(found(query), Ids({silent}));
    query = {.status = ContactStatus::open};
    EXPECT_EQ(found(query), Ids({topical, hers, plain}));
    query = {.topic = "family", .from = house.clock.now() - std::chrono::minutes(61), .until = house.clock.now()};
    EXPECT_EQ(found(query), Ids({topical}));
    query = {.agent_id = actor.user};
    EXPECT_EQ(found(query), Ids({silent, topical, hers, plain}));
    query = {.agent_id = stranger.user};
    EXPECT_EQ(found(query), Ids());
}

TEST_P(SearchTest, on_a_thread_that_became_part_of_another_each_shows_that_ones_code) {
    const auto before = house.person(institution), kept = house.person(elsewhere), mother = house.person(institution);
    const auto hers = add([&](NewContact& c) { c.person_id = before.id; c.topics = {"family"}; });
    test::write(db(), [&](db::Tx& tx) {  // whoever of an institution's own was on both stays where they were
        tx.add("UPDATE thread SET joined_to = :kept WHERE id = :gone", {db::arg("kept", kept.thread_id), db::arg("gone", before.thread_id)});
    });
    EXPECT_EQ(contacts.open(actor, hers)->thread_code, kept.thread_code);
    for (const ContactQuery& query : {ContactQuery{}, ContactQuery{.topic = "family"}, ContactQuery{.person_id = before.id}})
        EXPECT_EQ(search.run(actor, query)->items.at(0).thread_code, kept.thread_code);
    people::Relationships relationships{db(), house.vault, house.audit, house.clock};
    people::NewRelationship with;
    with.kinship = people::Kinship::child;
    with.other_person_id = before.id;
    EXPECT_EQ(relationships.add(actor, mother.id, with)->other_thread_code, kept.thread_code);
    EXPECT_EQ(relationships.of(actor, mother.id)->at(0).other_thread_code, kept.thread_code);
}

TEST_P(SearchTest, an_end_before_its_beginning_is_refused) {
    const Time now = house.clock.now();
    const auto refused = search.run(actor, {.from = now, .until = now - std::chrono::minutes(1)});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/until");
    EXPECT_TRUE(search.run(actor, {.from = now, .until = now}));
}

TEST_P(SearchTest, another_institution_finds_none) {
    const auto person = house.person(institution);
    (void)add([&](NewContact& c) { c.person_id = person.id; c.topics = {"family"}; });
    for (const auto& query : {ContactQuery{}, ContactQuery{.person_id = person.id}, ContactQuery{.thread_code = person.thread_code},
                              ContactQuery{.topic = "family"}, ContactQuery{.agent_id = actor.user}})
        EXPECT_TRUE(search.run(stranger, query)->items.empty());
}

TEST_P(SearchTest, refuses_codes_that_cannot_be) {
    EXPECT_EQ(pointers_of(search.run(actor, {.thread_code = "HB-7K3QF2X"})), "/thread_code ");
    EXPECT_EQ(pointers_of(search.run(actor, {.cursor = "zzz"})), "?cursor ");
}

TEST_P(SearchTest, pages_through_all_once_even_at_one_instant) {
    Ids all;
    for (int i = 0; i < 60; ++i) all.push_back(create().id);  // the clock stands
    std::ranges::sort(all, std::greater());
    Ids seen;
    ContactQuery query;
    do {
        const auto page = search.run(actor, query).value();
        for (const auto& item : page.items) seen.push_back(item.id);
        query.cursor = page.next_cursor;
    } while (query.cursor);
    EXPECT_EQ(seen, all);
}

TEST_P(SearchTest, ten_rows_cost_what_twenty_cost) {
    const auto person = house.person(institution);
    const auto list = [&] {
        house.clock.advance(std::chrono::minutes(2));
        return test::statements_of(db(), [&] { (void)search.run(actor, {}); });
    };
    const auto fill = [&](int count) {
        for (int i = 0; i < count; ++i) (void)add([&](NewContact& c) { c.person_id = person.id; c.topics = {"family", "school"}; });
    };
    fill(10);
    (void)list();
    const auto ten = list();
    fill(10);
    EXPECT_EQ(list(), ten);
}

TEST_P(SearchTest, leafing_is_one_look_and_each_search_is_told) {
    (void)add();
    for (int i = 0; i < 3; ++i) (void)search.run(actor, {});
    EXPECT_EQ(rows("audit_entry WHERE action = 'contact.list'"), 1);
    for (int i = 0; i < 3; ++i) (void)search.run(actor, {.topic = "family"});
    EXPECT_EQ(rows("audit_entry WHERE action = 'contact.search' AND fields = 'topic,found=0'"), 3);
}

}  // namespace
}  // namespace hebra::attention
