#include "features/attention/api.hpp"
#include "features/attention/test_contacts.hpp"

namespace hebra::attention {
namespace {

class SaidTest : public ContactHouse {
  protected:
    std::vector<Said> said_by_person(InstitutionId who, PersonId person) {
        return db().read([&](db::Reader& reader) { return said_by(reader, house.vault, who, person, 10); });
    }
    NewContact summed_up(const people::Person& person, std::string_view words) {
        NewContact contact;
        contact.person_id = person.id;
        contact.joint_summary = json::Change<Private>::set(Private(std::string(words)));
        return contact;
    }
};
HEBRA_ON_BOTH_DATABASES(SaidTest);

TEST_P(SaidTest, is_what_was_read_back_to_them_the_newest_first_in_one_statement_however_many) {
    const auto person = house.person(institution);
    create(summed_up(person, "No sé a quién decirle esto."));
    house.clock.advance(std::chrono::hours(1));
    create(summed_up(person, "Nadie me llamó."));
    auto unsaid = told();
    unsaid.person_id = person.id;
    create(unsaid);
    const auto said = said_by_person(institution, person.id);
    ASSERT_EQ(said.size(), 2u) << "a team's own summary is nobody's words";
    EXPECT_EQ(said[0].words.reveal(), "Nadie me llamó.");
    EXPECT_EQ(said[0].at, house.clock.now());
    const auto cost = test::statements_of(db(), [&] { said_by_person(institution, person.id); });
    create(summed_up(person, "Estoy mejor."));
    EXPECT_EQ(test::statements_of(db(), [&] { said_by_person(institution, person.id); }), cost);
    EXPECT_TRUE(said_by_person(elsewhere, person.id).empty());
    erase(person.id);
    EXPECT_TRUE(said_by_person(institution, person.id).empty());
}

}  // namespace
}  // namespace hebra::attention
