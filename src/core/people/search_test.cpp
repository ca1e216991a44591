#include <gtest/gtest.h>

#include "core/people/people.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"

namespace hebra::people {
namespace {

using test::named;
using test::said;

class PeopleSearch : public test::OnBothDatabases<test::schema> {
  protected:
    PersonId add(const NewPerson& person) { return house.people.create(agent, person).value().id; }
    FoundPeople search(const PersonQuery& query) { return house.people.search(agent, query).value(); }
    std::vector<PossiblePerson> by_name(const std::string& text, std::optional<BirthDate> born = {}) {
        PersonQuery query;
        query.text = said(text);
        query.birth_date = born;
        return search(query).items;
    }
    bool finds(const std::string& text, PersonId person) {
        return std::ranges::count(by_name(text), person, &PossiblePerson::id) == 1;
    }

    /// An agreement between the two institutions.
    void become_neighbours() {
        ASSERT_TRUE(house.institutions.agree(house.somebody(ours), ours,
                                             {.with = theirs,
                                              .level = institutions::Level::cooperation,
                                              .starts_on = std::chrono::year(2026) / 1 / 1,
                                              .ends_on = std::chrono::year(2027) / 12 / 31,
                                              .own_signer = "Dirección",
                                              .other_signer = "Dirección"}));
    }

    test::PeopleHouse house{db()};
    InstitutionId ours = house.found();
    InstitutionId theirs = house.found("Otra Línea Demo");
    Actor agent = house.somebody(ours);
    Actor stranger = house.somebody(theirs);
};
HEBRA_ON_BOTH_DATABASES(PeopleSearch);

NewPerson with_everything() {
    auto person = named("Rayén Isidora", "Catrileo", "Vásquez");
    person.run = chile::Run::of(41'000'007);
    person.document = chile::ForeignDocument::parse(chile::ForeignDocument::k_example).value();
    person.phone = chile::Phone::parse("+56900000147").value();
    person.email = Email::parse("Rayen.Catrileo@example.org").value();
    person.birth_date = BirthDate::parse("2010-03-14").value();
    person.comuna = territory::Comuna::parse("13104").value();
    return person;
}

TEST_P(PeopleSearch, finds_by_each_thing_that_is_known_and_says_by_which) {
    const auto made = house.people.create(agent, with_everything()).value();
    add(named("Emilia", "Soto", "Rojas"));
    const auto run = PersonQuery{.run = made.run};
    const auto document = PersonQuery{.document = made.document};
    const auto phone = PersonQuery{.phone = chile::Phone::parse("9 0000 0147").value()};
    const auto email = PersonQuery{.email = Email::parse("rayen.catrileo@EXAMPLE.org").value()};
    const auto thread = PersonQuery{.thread_code = made.thread_code.substr(3)};
    const auto code = PersonQuery{.return_code = " " + *made.return_code};
    const auto names = PersonQuery{.text = said("rayen catrileo")};
    const std::pair<PersonQuery, FoundBy> asked[] = {
        {run, FoundBy::run},     {document, FoundBy::document},  {phone, FoundBy::phone},
        {email, FoundBy::email}, {thread, FoundBy::thread_code}, {code, FoundBy::return_code},
        {names, FoundBy::names}};
    for (const auto& [query, reason] : asked) {
        const auto items = search(query).items;
        ASSERT_EQ(items.size(), 1U) << static_cast<int>(reason);
        EXPECT_EQ(items[0].id, made.id);
        EXPECT_EQ(items[0].reason, reason);
    }
}

TEST_P(PeopleSearch, finds_a_document_whose_country_nobody_wrote_and_never_one_of_another_country) {
    const auto asking = [](std::string_view text) { return PersonQuery{.document = chile::ForeignDocument::parse(text).value()}; };
    auto venezuelan = with_everything();
    venezuelan.run.reset();
    const auto with_country = house.people.create(agent, venezuelan).value();
    auto unsaid = named("Emilia", "Soto", "Rojas");
    unsaid.document = chile::ForeignDocument::parse("passport:B7654321").value();
    const auto without = house.people.create(agent, unsaid).value();
    const std::pair<std::string_view, std::optional<PersonId>> asked[] = {
        {"passport:A1234567", with_country.id}, {"passport:VEN:A1234567", with_country.id},
        {"passport:COL:A1234567", std::nullopt}, {"other:A1234567", std::nullopt},
        {"passport:COL:B7654321", without.id},   {"passport:B7654321", without.id}};
    become_neighbours();
    for (const auto& [text, who] : asked) {
        const auto items = search(asking(text)).items;
        ASSERT_EQ(items.size(), who ? 1U : 0U) << text;
        if (who) EXPECT_EQ(items[0].id, *who) << text;
        EXPECT_EQ(house.people.search(stranger, asking(text))->known_to_network, who.has_value()) << text;
    }
}

TEST_P(PeopleSearch, shows_no_whole_name_nor_number) {
    add(with_everything());
    const auto item = by_name("Rayén Catrileo").at(0);
    EXPECT_EQ(item.masked_name.reveal(), "R••••• C••••• V•••••");
    EXPECT_EQ(item.age, 16);
    EXPECT_EQ(item.comuna->text(), "13104");
}

TEST_P(PeopleSearch, forgives_order_accents_capitals_and_sound) {
    const auto id = add(named("Rayén Isidora", "Catrileo", "Vásquez"));
    for (const auto* text : {"Vásquez Catrileo", "catrileo vasquez", "RAYEN CATRILEO", "Isidora Basques", "katrileo rrayen",
                             "Rayén  Isidora   Catrileo Vásquez", "de la Rayén Catrileo"})
        EXPECT_TRUE(finds(text, id)) << text;
    EXPECT_FALSE(finds("Emilia Soto", id));
}

TEST_P(PeopleSearch, forgives_one_letter_wrong_in_any_of_the_words) {
    const auto id = add(named("Rayén", "Catrileo", "Vásquez"));
    for (const auto* text : {"Rayn Catrileo", "Rayen Catrilleo", "Reyen Catrileo", "Ryaen Catrileo", "Rayen Catirleo",
                             "Rayen Ctrileo", "Rayen Catrileo Vaques"})
        EXPECT_TRUE(finds(text, id)) << text;
    EXPECT_EQ(by_name("Rayn Catrileo").at(0).reason, FoundBy::similar_names);
    EXPECT_FALSE(finds("Ramiro Cardemil", id));
}

TEST_P(PeopleSearch, finds_by_social_name_and_by_alias) {
    auto person = named("Rayén", "Catrileo");
    person.social_name = said("Álex");
    const auto id = add(person);
    EXPECT_TRUE(finds("Alex Catrileo", id));
    EXPECT_TRUE(finds("Rayén Catrileo", id));
    auto pseudonymous = test::anonymous();
    pseudonymous.identity = IdentityLevel::pseudonymous;
    pseudonymous.alias = said("Rulo Azul");
    const auto rulo = add(pseudonymous);
    EXPECT_TRUE(finds("rulo azul", rulo));
    EXPECT_TRUE(finds("Rulo", rulo));
}

TEST_P(PeopleSearch, finds_by_one_word_and_the_birth_date) {
    const auto born = BirthDate::parse("2010-03-14").value();
    const auto id = add(with_everything());
    add(named("Rayén", "Soto"));
    for (const auto* word : {"Rayén", "Catrileo", "Vasquez", "Ryaen"}) {
        const auto items = by_name(word, born);
        ASSERT_EQ(items.size(), 1U) << word;
        EXPECT_EQ(items[0].id, id);
    }
    EXPECT_TRUE(by_name("Rayén", BirthDate::parse("2010-03-15").value()).empty());
}

TEST_P(PeopleSearch, finds_by_a_surname_alone) {
    const auto id = add(named("Rayén", "Catrileo", "Vásquez"));
    EXPECT_TRUE(finds("catrileo", id));
    EXPECT_TRUE(finds("Basquez", id));
    EXPECT_FALSE(finds("Huenchumilla", id));
}

TEST_P(PeopleSearch, puts_the_nearest_first_and_shows_twenty) {
    for (int n = 0; n < 25; ++n) add(named("Rallén", "Catrileo", "Soto"));
    const auto exact = add(named("Rayén", "Catrileo", "Soto"));
    const auto items = by_name("Rayén Catrileo");
    ASSERT_EQ(items.size(), 20U);
    EXPECT_EQ(items[0].id, exact);
}

TEST_P(PeopleSearch, puts_who_has_that_number_before_any_namesake_and_those_in_the_order_they_were_recorded) {
    std::vector<PersonId> namesakes;
    for (int n = 0; n < 60; ++n) namesakes.push_back(add(named("Rayén", "Catrileo")));
    auto other = named("Emilia", "Soto");
    other.run = chile::Run::of(41'000'007);
    const auto by_run = add(other);
    const auto items = search({.text = said("Rayén Catrileo"), .run = other.run}).items;
    ASSERT_EQ(items.size(), 20U);
    EXPECT_EQ(items[0].id, by_run);
    std::ranges::sort(namesakes);
    for (std::size_t n = 1; n < items.size(); ++n) EXPECT_EQ(items[n].id, namesakes[n - 1]);
}

TEST_P(PeopleSearch, asks_for_something_to_search) {
    PersonQuery only_birth;
    only_birth.birth_date = BirthDate::parse("2010-03-14").value();
    for (const auto& query : {PersonQuery{}, only_birth})
        EXPECT_EQ(house.people.search(agent, query).error().word, words::k_nothing_to_search);
    EXPECT_TRUE(by_name("¡!").empty()) << "no word at all";
    EXPECT_TRUE(search({.thread_code = "no es código"}).items.empty());
    EXPECT_TRUE(search({.return_code = "7K3Q"}).items.empty());
}

TEST_P(PeopleSearch, shows_another_institution_nothing_but_that_the_network_knows_a_document) {
    const auto made = house.people.create(agent, with_everything()).value();
    const std::pair<PersonQuery, bool> asked[] = {{{.text = said("Rayén Catrileo")}, false},
                                                  {{.phone = made.phone}, false},
                                                  {{.email = made.email}, false},
                                                  {{.thread_code = made.thread_code}, false},
                                                  {{.return_code = made.return_code}, false},
                                                  {{.run = made.run}, true},
                                                  {{.document = made.document}, true},
                                                  {{.run = chile::Run::of(41'000'008)}, false}};
    for (const auto& [query, known] : asked)
        EXPECT_FALSE(house.people.search(stranger, query)->known_to_network) << "outside the network nobody's people exist";
    become_neighbours();
    for (const auto& [query, known] : asked) {
        const auto found = house.people.search(stranger, query).value();
        EXPECT_TRUE(found.items.empty());
        EXPECT_EQ(found.known_to_network, known);
    }
    EXPECT_FALSE(search({.run = made.run}).known_to_network) << "one's own people are no news of the network";
}

TEST_P(PeopleSearch, the_network_is_not_asked_about_a_list_of_runs) {
    become_neighbours();
    const auto made = house.people.create(agent, with_everything()).value();
    for (std::size_t i = 0; i < NetworkBudget::k_most; ++i) EXPECT_TRUE(*house.people.search(stranger, {.run = made.run})->network_asked);
    const auto one_more = house.people.search(stranger, {.run = made.run}).value();
    EXPECT_FALSE(*one_more.network_asked);
    EXPECT_FALSE(one_more.known_to_network);
    EXPECT_EQ(house.people.search(stranger, {.text = said("Rayén")})->network_asked, std::nullopt);
    house.clock.advance(NetworkBudget::k_window);
    EXPECT_TRUE(house.people.search(stranger, {.run = made.run})->known_to_network);
}

TEST_P(PeopleSearch, follows_what_was_changed) {
    become_neighbours();
    auto person = named("Rayén", "Catrileo");
    person.run = chile::Run::of(41'000'007);
    const auto made = house.people.create(agent, person).value();
    PersonChange change;
    change.first_surname = decltype(change.first_surname)::set(Private("Soto"));
    change.run = decltype(change.run)::clear();
    ASSERT_TRUE(house.people.change(agent, made.id, change, 1));
    EXPECT_FALSE(finds("Rayén Catrileo", made.id));
    EXPECT_TRUE(finds("Rayén Soto", made.id));
    EXPECT_TRUE(search({.run = made.run}).items.empty());
    EXPECT_FALSE(house.people.search(stranger, {.run = made.run})->known_to_network);
    EXPECT_EQ(search({.return_code = made.return_code}).items.size(), 1U) << "the return code stays theirs";
}

TEST_P(PeopleSearch, writes_what_was_asked_as_keyed_hashes_and_how_many_were_found) {
    add(with_everything());
    PersonQuery query{.text = said("Rayén Catrileo"), .run = chile::Run::of(41'000'007)};
    (void)search(query);
    (void)search(query);
    const auto fields = db().read([](db::Reader& reader) {
        return reader.all<std::string>("SELECT fields FROM audit_entry WHERE action = 'person.search' ORDER BY id");
    });
    ASSERT_EQ(fields.size(), 2U);
    EXPECT_EQ(fields[0], fields[1]) << "the same question has the same hashes";
    EXPECT_EQ(fields[0].find("41000007"), std::string::npos);
    EXPECT_TRUE(fields[0].ends_with(",found=1,known_to_network=no"));
    EXPECT_EQ(fields[0].substr(0, 5), "text=");
}

TEST_P(PeopleSearch, costs_as_many_statements_for_ten_people_as_for_twenty) {
    const auto cost = [&](const std::string& text) {
        for (int warm = 0; warm < 2; ++warm) (void)by_name(text);
        house.clock.advance(std::chrono::minutes(6));  // no key is held any more
        return test::statements_of(db(), [&] { (void)by_name(text); });
    };
    for (int n = 0; n < 10; ++n) add(named("Rayén", "Catrileo"));
    const auto ten = cost("Rayén Catrileo");
    for (int n = 0; n < 10; ++n) add(named("Rayén", "Catrileo"));
    EXPECT_EQ(by_name("Rayén Catrileo").size(), 20U);
    EXPECT_EQ(cost("Rayén Catrileo"), ten);
    EXPECT_LE(ten, 4U);
}

}  // namespace
}  // namespace hebra::people
