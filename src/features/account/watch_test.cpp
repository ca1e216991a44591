// Who is told that somebody came by a role that opens what is sealed.
#include "features/account/watch.hpp"

#include <gtest/gtest.h>

#include "core/notices/test_desk.hpp"

namespace hebra::account {
namespace {

using access::Role;

class Watch : public test::OnBothDatabases<test::house_schema> {
  protected:
    UserId staff(Role role, access::UserStatus status = access::UserStatus::active) {
        desk.clock.advance(std::chrono::milliseconds(1));
        return desk.staff(line, status, role);
    }
    void give(UserId to, UserId by) {
        desk.act(line, [&](db::Tx& tx, const commitments::Cause& cause) { tell_given(desk.notices, tx, {line, to, by, cause.at, cause.entry}); });
    }
    std::size_t told(UserId user) { return desk.told(line, user).size(); }

    notices::Desk desk{db(), notice_kinds()};
    InstitutionId line = desk.found("Línea Demo");
    UserId admin = staff(Role::admin), agent = staff(Role::agent);
};
HEBRA_ON_BOTH_DATABASES(Watch);

TEST_P(Watch, tells_whoever_else_reads_the_page_of_the_team) {
    const auto second = staff(Role::admin), supervisor = staff(Role::supervisor), officer = staff(Role::privacy_officer),
               gone = staff(Role::supervisor, access::UserStatus::disabled), newcomer = staff(Role::supervisor);
    give(newcomer, admin);
    for (const auto user : {second, supervisor, officer}) EXPECT_EQ(told(user), 1U);
    for (const auto user : {admin, newcomer, agent, gone}) EXPECT_EQ(told(user), 0U) << "who gave it, received it, or does not watch";
}

TEST_P(Watch, falls_to_whoever_attends_where_nobody_else_watches) {
    const auto newcomer = staff(Role::agent);
    give(newcomer, admin);
    EXPECT_EQ(told(agent), 1U);
    EXPECT_EQ(told(newcomer), 0U);
}

}  // namespace
}  // namespace hebra::account
