// Whoever cannot do what a commitment asks neither takes it nor is given it.
#include <gtest/gtest.h>

#include "core/commitments/test_desk.hpp"
#include "tests/support/databases.hpp"

namespace hebra::commitments {
namespace {

using Holding = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Holding);

constexpr Permission k_attend{"test_attend"};

TEST_P(Holding, asks_for_the_permission_that_its_room_named) {
    Desk desk(db());
    const access::RoleTable roles({{k_attend, {access::Role::agent}}});
    Commitments commitments(db(), desk.audit, desk.calendars, desk.clock, Holders({{"test.", k_attend}}, roles));
    const auto line = desk.found("Línea de prueba");
    const auto agent = desk.staff(line);
    const auto keeper = desk.staff(line, access::UserStatus::active, access::Role::privacy_officer);
    const auto id = desk.open(desk.promise(k_call, line));

    const auto refused = commitments.move(desk.actor(line, keeper), id, {Action::take, 1}, Authority::own);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refused::forbidden);
    EXPECT_EQ(refused.error().word, words::k_not_your_work);

    auto who = desk.actor(line, agent);
    who.permissions = {k_attend.name};
    const auto taken = commitments.move(who, id, {Action::take, 1}, Authority::own);
    ASSERT_TRUE(taken);
    const auto given = commitments.move(who, id, {Action::hand_over, taken->version, keeper}, Authority::own);
    ASSERT_FALSE(given);
    ASSERT_EQ(given.error().fields.size(), 1u);
    EXPECT_EQ(given.error().fields[0].pointer, "/to");
    EXPECT_EQ(given.error().fields[0].word, words::k_not_their_work);
    EXPECT_EQ(desk.stored(id).owner_id, agent);
}

TEST_P(Holding, what_no_room_named_is_held_by_anybody_who_works_there) {
    Desk desk(db());
    const access::RoleTable roles({{k_attend, {access::Role::agent}}});
    Commitments commitments(db(), desk.audit, desk.calendars, desk.clock, Holders({{"other.", k_attend}}, roles));
    const auto line = desk.found("Línea de prueba");
    const auto keeper = desk.staff(line, access::UserStatus::active, access::Role::privacy_officer);
    EXPECT_TRUE(commitments.move(desk.actor(line, keeper), desk.open(desk.promise(k_call, line)), {Action::take, 1}, Authority::own));
}

}  // namespace
}  // namespace hebra::commitments
