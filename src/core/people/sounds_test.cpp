#include <gtest/gtest.h>

#include "core/people/people.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"

namespace hebra::people {
namespace {

using namespace std::chrono_literals;
using test::named;

class NameSounds : public test::OnBothDatabases<test::schema> {
  protected:
    /// As another process would: with nothing remembered.
    struct Elsewhere {
        explicit Elsewhere(test::PeopleHouse& at) : people(at.database, at.vault, at.audit, [](InstitutionId, InstitutionId) { return false; }, at.clock) {}
        People people;
    };
    static bool finds(People& people, const Actor& by, const std::string& text, PersonId person) {
        PersonQuery query;
        query.text = test::said(text);
        return std::ranges::count(people.search(by, query).value().items, person, &PossiblePerson::id) == 1;
    }
    std::int64_t kept() {
        return db().read([](db::Reader& reader) { return reader.one<std::int64_t>("SELECT count(*) FROM name_sound").value(); });
    }

    test::PeopleHouse house{db()};
    InstitutionId ours = house.found();
    Actor agent = house.somebody(ours);
};
HEBRA_ON_BOTH_DATABASES(NameSounds);

TEST_P(NameSounds, a_misspelt_search_finds_whom_another_process_has_just_written_or_changed) {
    Elsewhere other(house);
    (void)finds(house.people, agent, "Rayn Catrileo", PersonId{});  // it remembers what there is so far
    const auto made = other.people.create(agent, named("Rayén", "Catrileo")).value();
    EXPECT_TRUE(finds(house.people, agent, "Rayn Catrileo", made.id));
    PersonChange change;
    change.first_surname = decltype(change.first_surname)::set(Private("Huenchumilla"));
    ASSERT_TRUE(other.people.change(agent, made.id, change, 1));
    EXPECT_TRUE(finds(house.people, agent, "Rayén Huenchumila Soto", made.id));
    EXPECT_FALSE(finds(house.people, agent, "Rayn Catrileo", made.id));
}

TEST_P(NameSounds, a_clock_that_jumps_back_hides_nobody_for_longer_than_ten_minutes) {
    Elsewhere other(house);
    (void)house.people.create(agent, named("Emilia", "Soto"));
    (void)finds(house.people, agent, "Emlia Soto", PersonId{});
    house.clock.advance(-24h);
    const auto made = other.people.create(agent, named("Rayén", "Catrileo")).value();
    house.clock.advance(24h + 11min);
    EXPECT_TRUE(finds(house.people, agent, "Rayn Catrileo", made.id));
}

TEST_P(NameSounds, a_sound_is_kept_once_for_the_institution_and_read_once) {
    for (int n = 0; n < 5; ++n) (void)house.people.create(agent, named("Rayén", "Catrileo", "Soto"));
    EXPECT_EQ(kept(), 3);
    Sounds sounds(house.clock);
    const std::vector<std::int64_t> unknown = {1, 2, 3};
    EXPECT_EQ(sounds.unheard(ours, unknown), unknown) << "nothing was read yet";
    Identity identity;
    identity.given_names = test::said("Rayén Millaray");
    const auto theirs = sounds_of(identity, house.keys(ours)->blind);
    db().read([&](db::Reader& reader) { EXPECT_TRUE(sounds.known(reader, ours)->has(theirs[0]) != sounds.known(reader, ours)->has(theirs[1])); });
    EXPECT_EQ(sounds.unheard(ours, theirs).size(), 1U) << "Millaray";
    EXPECT_EQ(sounds.unheard(house.found("Otra Línea Demo"), theirs).size(), 2U);
}

TEST_P(NameSounds, who_was_there_before_the_table_is_found_all_the_same) {
    const auto made = house.people.create(agent, named("Rayén", "Catrileo")).value();
    test::write(db(), [&](db::Tx& tx) {
        tx.add("DELETE FROM name_sound");
        tx.add("INSERT INTO name_sound (institution_id, sound, created_at) SELECT DISTINCT institution_id, -1, 0 FROM person");
    });
    EXPECT_TRUE(finds(house.people, agent, "Rayn Catrileo", made.id));
    EXPECT_TRUE(finds(house.people, agent, "Rayen Catrleo", made.id));
}

TEST_P(NameSounds, a_person_undone_leaves_no_sound_believed_to_be_stored) {
    auto prepared = house.people.prepare(ours, named("Rayén", "Catrileo")).value();
    EXPECT_FALSE(db().write([&](db::Tx& tx) -> Result<> {
        house.people.keep(tx, agent, prepared);
        return not_found();
    }));
    const auto made = house.people.create(agent, named("Rayén", "Catrileo")).value();
    EXPECT_TRUE(finds(house.people, agent, "Rayn Catrileo", made.id));
}

}  // namespace
}  // namespace hebra::people
