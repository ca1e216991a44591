#include "core/people/people.hpp"

#include <gtest/gtest.h>

#include "access/once/once.hpp"
#include "core/people/threads.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"

namespace hebra::people {
namespace {

using namespace std::chrono_literals;
using test::said;
using Fields = std::vector<std::string>;

class PeopleStore : public test::OnBothDatabases<test::schema> {
  protected:
    /// What the audit says was done to a person, oldest first: "action fields".
    Fields acts(PersonId person) {
        return db().read([&](db::Reader& reader) {
            Fields told;
            for (const auto& entry : audit::store::about_person(reader, ours, person.value(), Time::max(), {}, 50))
                told.insert(told.begin(), entry.action + (entry.fields.empty() ? "" : " " + entry.fields));
            return told;
        });
    }
    std::int64_t rows(std::string_view table) {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>(fmt::format("SELECT count(*) FROM {}", table)).value();
        });
    }

    test::PeopleHouse house{db()};
    InstitutionId ours = house.found();
    InstitutionId theirs = house.found("Otra Línea Demo");
    Actor agent = house.somebody(ours);
    Actor stranger = house.somebody(theirs);
};
HEBRA_ON_BOTH_DATABASES(PeopleStore);

TEST_P(PeopleStore, records_somebody_at_each_level_of_identity) {
    auto pseudonymous = test::anonymous();
    pseudonymous.identity = IdentityLevel::pseudonymous;
    pseudonymous.alias = said("Rulo");
    for (const auto& given : {test::anonymous(), pseudonymous, test::named("Rayén", "Catrileo", "Soto")}) {
        const auto made = house.people.create(agent, given);
        ASSERT_TRUE(made);
        EXPECT_EQ(made->identity, given.identity);
        EXPECT_EQ(made->version, 1);
        EXPECT_TRUE(made->return_code);
        EXPECT_EQ(made->thread_code.substr(0, 3), "HB-");
        const auto opened = house.people.open(agent, made->id);
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened->alias, given.alias);
        EXPECT_EQ(opened->given_names, given.given_names);
        EXPECT_EQ(opened->thread_code, made->thread_code);
        EXPECT_FALSE(opened->return_code) << "told once, when it was made";
    }
}

TEST_P(PeopleStore, keeps_everything_that_was_told) {
    auto given = test::named("Rayén", "Catrileo");
    given.social_name = said("Álex");
    given.birth_date = BirthDate::parse("2010-03-14").value();
    given.run = chile::Run::of(41'000'007);
    given.phone = chile::Phone::parse("+56900000147").value();
    given.email = Email::parse("rayen@example.org").value();
    given.comuna = territory::Comuna::parse("13104").value();
    given.gender = said("Mujer");
    given.pueblo = said("Mapuche");
    given.safe_contact = SafeContact{};
    given.safe_contact->channels = {{ContactKind::phone, said("+56900000147"), said("El de la casa, no"), true, false}};
    given.safe_contact->hours = {
        {{Weekday::mon}, TimeOfDay::parse("16:00").value(), TimeOfDay::parse("18:00").value(), std::nullopt}};
    given.safe_contact->do_not_say = said("«línea»");
    const auto id = house.people.create(agent, given)->id;

    const auto opened = house.people.open(agent, id).value();
    EXPECT_EQ(opened.social_name, given.social_name);
    EXPECT_EQ(opened.birth_date, given.birth_date);
    EXPECT_EQ(opened.run, given.run);
    EXPECT_EQ(opened.phone, given.phone);
    EXPECT_EQ(opened.email, given.email);
    EXPECT_EQ(opened.comuna, given.comuna);
    EXPECT_EQ(opened.gender, given.gender);
    EXPECT_EQ(opened.pueblo, given.pueblo);
    ASSERT_TRUE(opened.safe_contact);
    EXPECT_EQ(opened.safe_contact->channels.at(0).label, said("El de la casa, no"));
    EXPECT_EQ(opened.safe_contact->hours.at(0).to.text(), "18:00");
    EXPECT_EQ(opened.safe_contact->do_not_say, said("«línea»"));
}

TEST_P(PeopleStore, refuses_what_contradicts_itself_and_stores_nothing) {
    auto given = test::anonymous();
    given.given_names = said("Rayén");
    EXPECT_EQ(house.people.create(agent, given).error().fields.at(0).word, words::k_anonymous_has_name);
    EXPECT_EQ(rows("person"), 0);
}

TEST_P(PeopleStore, refuses_a_safe_contact_card_that_nobody_can_use_and_judges_only_what_is_given) {
    const auto pointer = [](const auto& refused) { return refused.error().fields.at(0).pointer; };
    auto given = test::anonymous();
    given.given_names = said("Rayén");
    given.safe_contact = SafeContact{};
    given.safe_contact->channels = {{ContactKind::phone, said("12"), std::nullopt, true, false}};
    EXPECT_EQ(house.people.create(agent, given).error().fields.size(), 2U) << "with what else is wrong, at once";
    given.given_names.reset();
    EXPECT_EQ(pointer(house.people.create(agent, given)), "/safe_contact/channels/0/value");
    EXPECT_EQ(rows("person"), 0);

    // As one that came in a referral, or was kept before cards were judged: it is not lost, and stops nobody.
    auto received = house.people.prepare_received(agent.institution, given, ThreadId::make(house.clock.now())).value();
    test::write(db(), [&](db::Tx& tx) {
        threads::add(tx, received.person.thread_id, "HB-0000000", house.clock.now());
        house.people.keep(tx, agent, received);
    });
    PersonChange change;
    change.gender = decltype(change.gender)::set(Private("Mujer"));
    ASSERT_TRUE(house.people.change(agent, received.person.id, change, 1));
    change.safe_contact = decltype(change.safe_contact)::set(*given.safe_contact);
    EXPECT_EQ(pointer(house.people.change(agent, received.person.id, change, 2)), "/safe_contact/channels/0/value");
    change.safe_contact = decltype(change.safe_contact)::clear();
    EXPECT_TRUE(house.people.change(agent, received.person.id, change, 2));
}

TEST_P(PeopleStore, judges_ages_by_the_day_in_chile) {
    house.clock.advance(10h);  // 2026-11-22T01:00Z: still the 21st in Santiago
    auto given = test::anonymous();
    given.birth_date = BirthDate::parse("2026-11-22").value();
    EXPECT_EQ(house.people.create(agent, given).error().fields.at(0).word, words::k_birth_out_of_range);
    given.birth_date = BirthDate::parse("2026-11-21").value();
    EXPECT_TRUE(house.people.create(agent, given));
}

TEST_P(PeopleStore, writes_who_recorded_looked_and_changed) {
    const auto id = house.people.create(agent, test::named("Rayén", "Catrileo"))->id;
    house.clock.advance(1s);
    ASSERT_TRUE(house.people.open(agent, id));
    house.clock.advance(1s);
    PersonChange change;
    change.phone = decltype(change.phone)::set(chile::Phone::parse("+56900000148").value());
    change.gender = decltype(change.gender)::set(Private("Mujer"));
    ASSERT_TRUE(house.people.change(agent, id, change, 1));
    EXPECT_EQ(acts(id), (Fields{"person.create identified", "person.view", "person.change phone,gender"}));
}

TEST_P(PeopleStore, is_unknown_to_another_institution) {
    const auto id = house.people.create(agent, test::named("Rayén", "Catrileo"))->id;
    EXPECT_EQ(house.people.open(stranger, id).error().kind, Refused::not_found);
    EXPECT_EQ(house.people.change(stranger, id, {}, 1).error().kind, Refused::not_found);
    EXPECT_EQ(acts(id).size(), 1U);
    EXPECT_EQ(house.people.open(agent, PersonId::make(house.clock.now())).error().kind, Refused::not_found);
}

TEST_P(PeopleStore, changes_what_is_named_clears_what_is_null_and_leaves_the_rest) {
    auto given = test::named("Rayén", "Catrileo", "Soto");
    given.phone = chile::Phone::parse("+56900000147").value();
    given.gender = said("Mujer");
    given.safe_contact = SafeContact{};
    const auto id = house.people.create(agent, given)->id;

    PersonChange change;
    change.second_surname = decltype(change.second_surname)::clear();
    change.gender = decltype(change.gender)::clear();
    change.safe_contact = decltype(change.safe_contact)::clear();
    change.social_name = decltype(change.social_name)::set(Private("Álex"));
    const auto changed = house.people.change(agent, id, change, 1);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->version, 2);
    const auto opened = house.people.open(agent, id).value();
    EXPECT_EQ(opened.version, 2);
    EXPECT_EQ(opened.second_surname, std::nullopt);
    EXPECT_EQ(opened.gender, std::nullopt);
    EXPECT_FALSE(opened.safe_contact);
    EXPECT_EQ(opened.social_name, said("Álex"));
    EXPECT_EQ(opened.first_surname, said("Catrileo"));
    EXPECT_EQ(opened.phone, given.phone);
    EXPECT_EQ(opened.thread_code, changed->thread_code);
}

TEST_P(PeopleStore, refuses_a_change_that_contradicts_the_level) {
    const auto id = house.people.create(agent, test::named("Rayén", "Catrileo"))->id;
    PersonChange change;
    change.identity = IdentityLevel::anonymous;
    EXPECT_EQ(house.people.change(agent, id, change, 1).error().fields.size(), 2U);
    change.given_names = change.first_surname = decltype(change.given_names)::clear();
    EXPECT_TRUE(house.people.change(agent, id, change, 1));
}

TEST_P(PeopleStore, refuses_a_change_of_a_version_that_is_not_the_newest) {
    const auto id = house.people.create(agent, test::anonymous())->id;
    ASSERT_TRUE(house.people.change(agent, id, {}, 1));
    for (const int seen : {1, 3, 0, -1, std::numeric_limits<int>::max()})
        EXPECT_EQ(house.people.change(agent, id, {}, seen).error().kind, Refused::stale) << seen;
}

TEST_P(PeopleStore, gives_a_change_to_one_of_many_who_saw_the_same_version) {
    const auto id = house.people.create(agent, test::anonymous())->id;
    std::atomic<int> changed = 0;
    test::at_once(6, [&](int) { changed += house.people.change(agent, id, {}, 1).has_value() ? 1 : 0; });
    EXPECT_EQ(changed, 1);
    EXPECT_EQ(house.people.open(agent, id)->version, 2);
    EXPECT_EQ(acts(id).size(), 3U) << "created, changed once, opened";
}

TEST_P(PeopleStore, answers_a_repeat_as_it_answers_anybody_who_opens_the_person) {
    const auto keyed = test::with_key(agent, "k1");
    const auto first = house.people.create(keyed, test::named("Rayén", "Catrileo")).value();
    house.clock.advance(2h);
    EXPECT_EQ(house.people.create(keyed, test::named("Rayén", "Catrileo"))->given_names, said("Rayén"));
    house.clock.advance(1s);
    PersonChange change;
    change.gender = decltype(change.gender)::set(Private("Mujer"));
    ASSERT_TRUE(house.people.change(test::with_key(agent, "k2"), first.id, change, 1));
    house.clock.advance(2h);
    ASSERT_TRUE(house.people.change(test::with_key(agent, "k2"), first.id, change, 1));
    EXPECT_EQ(acts(first.id), (Fields{"person.create identified", "person.view", "person.change gender", "person.view"}));
}

TEST_P(PeopleStore, tells_the_return_code_again_to_whoever_lost_the_answer_and_to_nobody_else) {
    const auto keyed = test::with_key(agent, "k1");
    const auto first = house.people.create(keyed, test::anonymous()).value();
    EXPECT_EQ(house.people.return_code_again(keyed, first.id), first.return_code);
    EXPECT_EQ(house.people.search(agent, {.return_code = first.return_code})->items.at(0).id, first.id);
    for (const auto& other : {agent, test::with_key(agent, "k2"), test::with_key(house.somebody(theirs), "k1")})
        EXPECT_EQ(house.people.return_code_again(other, first.id), std::nullopt);
    const auto next = house.people.create(test::with_key(agent, "k2"), test::anonymous()).value();
    EXPECT_EQ(house.people.return_code_again(keyed, next.id), std::nullopt) << "recorded by another act";
    EXPECT_NE(next.return_code, first.return_code);
    test::write(db(), [&](db::Tx& tx) { store::remove_keys(tx, first.id, false); });
    EXPECT_EQ(house.people.return_code_again(keyed, first.id), std::nullopt) << "a code that opens nothing any more";
}

TEST_P(PeopleStore, records_a_person_once_for_one_key) {
    const auto keyed = test::with_key(agent, "k1");
    const auto first = house.people.create(keyed, test::named("Rayén", "Catrileo")).value();
    const auto again = house.people.create(keyed, test::named("Rayén", "Catrileo")).value();
    EXPECT_EQ(again.id, first.id);
    EXPECT_EQ(again.thread_code, first.thread_code);
    EXPECT_TRUE(first.return_code);
    EXPECT_EQ(again.return_code, first.return_code);
    EXPECT_EQ(rows("person"), 1);
    EXPECT_EQ(rows("thread"), 1);
    EXPECT_EQ(house.people.create(test::with_key(agent, "k1", "other"), test::anonymous()).error().word,
              access::words::k_key_reused);
}

TEST_P(PeopleStore, changes_a_person_once_for_one_key_and_answers_a_repeat) {
    const auto id = house.people.create(agent, test::anonymous())->id;
    PersonChange change;
    change.gender = decltype(change.gender)::set(Private("Mujer"));
    const auto keyed = test::with_key(agent, "k1");
    ASSERT_TRUE(house.people.change(keyed, id, change, 1));
    const auto again = house.people.change(keyed, id, change, 1);
    ASSERT_TRUE(again) << again.error().word.code;
    EXPECT_EQ(again->version, 2);
    EXPECT_EQ(acts(id).size(), 3U) << "created, changed once, looked at by the repeat";

    ASSERT_TRUE(house.people.change(agent, id, {}, 2));
    EXPECT_EQ(house.people.change(keyed, id, change, 1)->version, 3) << "as it stands now";
    EXPECT_EQ(house.people.change(test::with_key(agent, "k1", "other"), id, {}, 3).error().word,
              access::words::k_key_reused);
}

TEST_P(PeopleStore, changes_a_person_once_for_twins_that_arrive_together) {
    const auto id = house.people.create(agent, test::anonymous())->id;
    const auto keyed = test::with_key(agent, "k1");
    std::atomic<int> answered = 0;
    test::at_once(6, [&](int) {
        const auto answer = house.people.change(keyed, id, {}, 1);
        if (answer && answer->version == 2) ++answered;
    });
    EXPECT_EQ(answered, 6);
    const auto told = acts(id);
    EXPECT_EQ(std::ranges::count_if(told, [](const auto& act) { return act.starts_with("person.change"); }), 1);
}

TEST_P(PeopleStore, stores_all_of_a_person_or_nothing) {
    auto given = test::named("Rayén", "Catrileo", "Soto");
    given.run = chile::Run::of(41'000'007);
    const auto keyed = test::with_key(agent, "k1");
    test::expect_all_or_nothing(db(), [&] { (void)house.people.create(keyed, given); });
}

TEST_P(PeopleStore, stores_all_of_a_change_or_nothing) {
    const auto id = house.people.create(agent, test::named("Rayén", "Catrileo"))->id;
    PersonChange change;
    change.first_surname = decltype(change.first_surname)::set(Private("Soto"));
    change.run = decltype(change.run)::set(chile::Run::of(41'000'007));
    test::expect_all_or_nothing(db(), [&] { (void)house.people.change(agent, id, change, 1); });
}

TEST_P(PeopleStore, cannot_be_opened_once_erased) {
    const auto id = house.people.create(agent, test::named("Rayén", "Catrileo"))->id;
    ASSERT_TRUE(house.people.open(agent, id));
    test::write(db(), [&](db::Tx& tx) { house.vault.erase(tx, ours, id.value()); });
    house.vault.forget(id.value(), ours);
    EXPECT_EQ(house.people.open(agent, id).error().kind, Refused::not_found);
    EXPECT_TRUE(house.people.search(agent, {.text = Private("Rayén Catrileo")})->items.empty());
}

TEST_P(PeopleStore, opens_nothing_that_was_moved_from_another_persons_row) {
    const auto one = house.people.create(agent, test::named("Rayén", "Catrileo"))->id;
    const auto other = house.people.create(agent, test::named("Emilia", "Soto"))->id;
    test::write(db(), [&](db::Tx& tx) {
        tx.run("UPDATE person SET identity = (SELECT identity FROM person WHERE id = :one) WHERE id = :other",
               {db::arg("one", one), db::arg("other", other)});
    });
    EXPECT_THROW(house.people.open(agent, other), std::runtime_error);
}

TEST_P(PeopleStore, lies_nowhere_in_the_clear) {
    auto given = test::named("Rayén", "Huenchullanca");
    given.phone = chile::Phone::parse("+56900000147").value();
    given.run = chile::Run::of(41'000'007);
    ASSERT_TRUE(house.people.create(agent, given));
    (void)house.people.search(agent, {.text = Private("Rayén Huenchullanca"), .run = given.run});
    const auto stored = test::contents(db());
    for (const std::string word : {"Ray", "ray", "uenchull", "900000147", "41000007"}) {
        EXPECT_EQ(stored.find(word), stored.npos) << word;
        auto hex = to_hex(bytes_of(word));  // how bytes are printed
        EXPECT_EQ(stored.find(hex), stored.npos) << word;
        for (auto& c : hex) c = static_cast<char>(std::toupper(c));
        EXPECT_EQ(stored.find(hex), stored.npos) << word;
    }
}

}  // namespace
}  // namespace hebra::people
