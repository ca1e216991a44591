// That whom to call is kept sealed, by nobody's leave but its institution's, and that a wrong number is said where it stands.
#include "core/institutions/contact_people.hpp"

#include <gtest/gtest.h>

#include "core/institutions/store.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"

namespace hebra::institutions {
namespace {

ContactPerson person(std::string name, std::optional<std::string> phone = "+56 2 2345 6789", std::optional<std::string> email = {}) {
    ContactPerson one{Private(std::move(name)), Private("Encargada de red")};
    if (phone) one.phone = Private(*phone);
    if (email) one.email = Private(*email);
    return one;
}

std::vector<std::string> doubts(const Result<std::vector<ContactPerson>>& checked) {
    std::vector<std::string> all;
    if (checked) return all;
    for (const auto& field : checked.error().fields) all.push_back(field.pointer + " " + std::string(field.word.code));
    return all;
}
using Doubts = std::vector<std::string>;

TEST(ContactPeopleCheck, says_of_each_field_what_is_wrong_with_it) {
    EXPECT_EQ(doubts(check({person("Olga Demo")})), Doubts{});
    EXPECT_EQ(doubts(check({person("Olga Demo"), person("  ")})), Doubts{"/people/1/name contact_person_name"});
    EXPECT_EQ(doubts(check({person("Olga Demo", {}, {})})), Doubts{"/people/0/phone contact_person_way"});
    EXPECT_EQ(doubts(check({person("Olga Demo", "llámenme")})), Doubts{"/people/0/phone contact_person_phone"});
    for (const auto* wrong : {"olga", "olga@demo", "@demo.example", "olga@demo@demo.example", "olga @demo.example", "olga@demo."})
        EXPECT_EQ(doubts(check({person("Olga Demo", {}, wrong)})), Doubts{"/people/0/email contact_person_email"}) << wrong;
    auto nobody = person("Olga Demo");
    nobody.post = Private(" ");
    nobody.hours = Private(std::string(81, 'x'));
    EXPECT_EQ(doubts(check({nobody})), (Doubts{"/people/0/post contact_person_post", "/people/0/hours contact_person_hours"}));
    EXPECT_EQ(doubts(check(std::vector(7, person("Olga Demo")))), Doubts{"/people contacts_many"});
    auto blank = person(" Olga Demo ", "+56 2 2345 6789", "  ");
    blank.hours = Private("");
    const auto kept = check({blank}).value();
    EXPECT_EQ(kept[0].name.reveal(), "Olga Demo");
    EXPECT_FALSE(kept[0].email || kept[0].hours) << "nothing written is nothing said";
}

class ContactPeopleStore : public test::OnBothDatabases<test::schema> {
  protected:
    std::int64_t told_in(InstitutionId chain) {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT COUNT(*) FROM audit_entry WHERE institution_id = :id AND action = 'institution.contacts'",
                                            {db::arg("id", chain)}).value();
        });
    }
    test::PeopleHouse house{db()};
    ContactPeople contacts{db(), house.vault, house.audit, house.clock};
    InstitutionId a = house.found("A"), b = house.found("B");
};
HEBRA_ON_BOTH_DATABASES(ContactPeopleStore);

TEST_P(ContactPeopleStore, keeps_them_in_order_and_forgets_whom_it_is_not_told_of) {
    EXPECT_EQ(contacts.of(a).version, 0);
    ASSERT_TRUE(contacts.name(house.somebody(a), a, {person("Olga Demo"), person("Iván Demo", {}, "ivan@demo.example")}, 0));
    auto kept = contacts.of(a);
    ASSERT_EQ(kept.people.size(), 2U);
    EXPECT_EQ(kept.people[0].name.reveal(), "Olga Demo");
    EXPECT_EQ(kept.people[1].email->reveal(), "ivan@demo.example");
    ASSERT_TRUE(contacts.name(house.somebody(a), a, {person("Iván Demo")}, 1));
    kept = contacts.of(a);
    EXPECT_EQ(kept.people.size(), 1U);
    EXPECT_EQ(kept.version, 2);
    EXPECT_TRUE(contacts.of(b).people.empty());
}

TEST_P(ContactPeopleStore, writes_nobodys_name_in_the_clear) {
    ASSERT_TRUE(contacts.name(house.somebody(a), a, {person("Olga Demo")}, 0));
    const auto kept = db().read([&](db::Reader& reader) { return store::contact_people(reader, a); });
    const std::string sealed(kept->document.begin(), kept->document.end());
    EXPECT_EQ(sealed.find("Olga"), sealed.npos);
    EXPECT_EQ(sealed.find("2345"), sealed.npos);
}

TEST_P(ContactPeopleStore, refuses_what_somebody_changed_meanwhile_and_answers_a_repeat_alike) {
    const auto once = test::with_key(house.somebody(a), "k1");
    ASSERT_TRUE(contacts.name(once, a, {person("Olga Demo")}, 0));
    EXPECT_EQ(contacts.name(once, a, {person("Olga Demo")}, 0)->version, 1);
    EXPECT_EQ(told_in(a), 1);
    for (const int seen : {0, 2}) EXPECT_EQ(contacts.name(house.somebody(a), a, {person("Iván Demo")}, seen).error().kind, Refused::stale) << seen;
    EXPECT_EQ(contacts.of(a).people[0].name.reveal(), "Olga Demo");
}

TEST_P(ContactPeopleStore, tells_it_in_the_chain_of_the_institution_and_in_that_of_whoever_coordinates) {
    ASSERT_TRUE(contacts.name(house.somebody(b), a, {person("Olga Demo")}, 0));
    EXPECT_EQ(told_in(a), 1);
    EXPECT_EQ(told_in(b), 1);
}

}  // namespace
}  // namespace hebra::institutions
