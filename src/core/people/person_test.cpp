#include "core/people/person.hpp"

#include <gtest/gtest.h>

namespace hebra::people {
namespace {

using namespace std::chrono;
using enum IdentityLevel;

constexpr Date k_today{year(2026), November, day(21)};
const std::optional<Name> k_name{Private("Rayén")};

/// "pointer code" of each refused field.
std::vector<std::string> refused(IdentityLevel level, const Identity& identity) {
    std::vector<std::string> told;
    const auto checked = check(level, identity, k_today);
    if (!checked)
        for (const auto& field : checked.error().fields) told.push_back(field.pointer + " " + std::string(field.word.code));
    return told;
}

using Told = std::vector<std::string>;

TEST(PersonCheck, lets_nobody_be_pushed_up_the_ladder) {
    EXPECT_EQ(refused(anonymous, {}), Told{});
    EXPECT_EQ(refused(pseudonymous, {.alias = k_name}), Told{});
    EXPECT_EQ(refused(pseudonymous, {.social_name = k_name}), Told{});
    EXPECT_EQ(refused(pseudonymous, {.given_names = k_name}), Told{});
    EXPECT_EQ(refused(identified, {.first_surname = k_name}), Told{});
    EXPECT_EQ(refused(identified, {.run = chile::Run::of(41'000'000)}), Told{});
    EXPECT_EQ(refused(identified, {.document = chile::ForeignDocument::parse(chile::ForeignDocument::k_example).value()}),
              Told{});
}

TEST(PersonCheck, refuses_names_and_documents_of_an_anonymous_person_every_field_at_once) {
    const Identity identity{.given_names = k_name,
                            .first_surname = k_name,
                            .second_surname = k_name,
                            .run = chile::Run::of(41'000'000),
                            .document = chile::ForeignDocument::parse(chile::ForeignDocument::k_example).value()};
    EXPECT_EQ(refused(anonymous, identity),
              (Told{"/given_names anonymous_has_name", "/first_surname anonymous_has_name",
                    "/second_surname anonymous_has_name", "/run anonymous_has_name", "/document anonymous_has_name"}));
}

TEST(PersonCheck, asks_for_what_each_level_is_known_by) {
    EXPECT_EQ(refused(pseudonymous, {}), Told{"/alias alias_needed"});
    EXPECT_EQ(refused(identified, {}), Told{"/given_names name_needed"});
    EXPECT_EQ(refused(identified, {.alias = k_name}), Told{"/given_names name_needed"});
}

TEST(PersonCheck, refuses_a_birth_in_the_future_or_more_than_120_years_ago) {
    const auto born = [](const char* day) { return refused(anonymous, {.birth_date = BirthDate::parse(day).value()}); };
    EXPECT_EQ(born("2026-11-21"), Told{});
    EXPECT_EQ(born("2026-11-22"), Told{"/birth_date birth_out_of_range"});
    EXPECT_EQ(born("1905-11-22"), Told{});
    EXPECT_EQ(born("1905-11-21"), Told{"/birth_date birth_out_of_range"});
}

TEST(PersonCheck, lets_a_stated_age_differ_from_the_birth_date_by_a_year) {
    const auto stated = [](std::int64_t years) {
        return refused(anonymous, {.birth_date = BirthDate::parse("2010-11-21").value(),
                                   .age_stated = Age::from_number(years).value()});
    };
    EXPECT_EQ(stated(15), Told{});
    EXPECT_EQ(stated(17), Told{});
    EXPECT_EQ(stated(14), Told{"/age_stated age_disagrees"});
    EXPECT_EQ(stated(18), Told{"/age_stated age_disagrees"});
}

TEST(PersonValues, say_what_is_wrong_with_them) {
    for (const auto years : {-7, 121}) EXPECT_EQ(Age::from_number(years).error().word, words::k_bad_age);
    EXPECT_EQ(BirthDate::parse("2026-02-30").error().word, words::k_bad_birth_date);
    EXPECT_EQ(BirthDate::parse("1899-12-31").error().word, words::k_birth_out_of_range);
    for (const auto* text : {"", "@", "a@", "@b.cl", "a@b", "a b@c.cl", "a@@b.cl", "a@b@c.cl", "a@b.cl.", "a@.cl"})
        EXPECT_EQ(Email::parse(text).error().word, words::k_bad_email) << text;
    EXPECT_EQ(Email::parse(" Persona@Example.ORG ")->text(), "Persona@example.org");
}

TEST(PersonAge, is_by_birth_before_as_stated_and_unknown_otherwise) {
    const auto birth = BirthDate::parse("2010-11-22").value();
    const auto stated = Age::from_number(16).value();
    EXPECT_EQ(age({.birth_date = birth, .age_stated = stated}, k_today), 15) << "16 tomorrow";
    EXPECT_EQ(age({.age_stated = stated}, k_today), 16);
    EXPECT_EQ(age({}, k_today), std::nullopt);
}

TEST(PersonName, is_the_social_one_before_the_registered_one) {
    EXPECT_EQ(called({.alias = Private("Rulo"), .given_names = Private("Ana"), .social_name = Private("Álex")}).reveal(),
              "Álex");
    EXPECT_EQ(called({.alias = Private("Rulo"), .given_names = Private("Ana")}).reveal(), "Ana");
    EXPECT_EQ(called({.alias = Private("Rulo")}).reveal(), "Rulo");
    EXPECT_TRUE(called({}).empty());
}

TEST(PersonName, shows_only_first_letters_when_masked_and_no_length) {
    const Identity identity{
        .given_names = Private("Ángela María"), .first_surname = Private("Ñancupil"), .second_surname = Private("Li")};
    EXPECT_EQ(masked_name(identity).reveal(), "Á••••• Ñ••••• L•••••");
    EXPECT_EQ(masked_name({}).reveal(), "");
}

}  // namespace
}  // namespace hebra::people
