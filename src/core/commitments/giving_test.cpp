// Who is given something must be able to do it; who no longer can lets it go.
#include "core/commitments/giving.hpp"

#include <algorithm>
#include <latch>
#include <thread>

#include <gtest/gtest.h>

#include "core/commitments/test_desk.hpp"
#include "tests/support/databases.hpp"

namespace hebra::commitments {
namespace {

using access::Role;
using access::UserStatus;

constexpr Permission k_attend{"test_attend"};

class Giving : public test::OnBothDatabases<test::house_schema> {
  protected:
    void change_roles(UserId user, InstitutionId institution, Role before, Role after) {
        test::write(db(), [&](db::Tx& tx) {
            access::store::remove_role(tx, user, {institution, before});
            access::store::add_role(tx, user, {institution, after});
        });
    }
    std::int64_t let_go_of(UserId user, InstitutionId institution) {
        return desk.act(institution, [&](db::Tx& tx, const Cause& cause) { return let_go(tx, holders, user, institution, cause); });
    }
    CommitmentId held(Kind kind, InstitutionId institution, UserId owner) {
        auto promise = desk.promise(kind, institution);
        promise.owner = owner;
        return desk.open(promise);
    }

    Desk desk{db()};
    access::RoleTable roles{{{k_attend, {Role::agent, Role::supervisor}}}};
    Holders holders{{{"test.", k_attend}}, roles};
    InstitutionId line = desk.found("Línea de prueba"), cesfam = desk.found("CESFAM de prueba");
};
HEBRA_ON_BOTH_DATABASES(Giving);

TEST_P(Giving, the_list_is_of_those_who_would_not_be_refused) {
    const auto agent = desk.staff(line);
    const auto both = desk.staff(line, UserStatus::active, Role::privacy_officer);
    test::write(db(), [&](db::Tx& tx) { access::store::add_role(tx, both, {line, Role::supervisor}); });
    const auto keeper = desk.staff(line, UserStatus::active, Role::privacy_officer);
    const auto disabled = desk.staff(line, UserStatus::disabled);
    const auto elsewhere = desk.staff(cesfam);
    auto expected = std::vector{agent, both};
    std::ranges::sort(expected);
    EXPECT_EQ(db().read([&](db::Reader& reader) { return receivers_of(reader, holders, line, "test.call"); }), expected);

    const auto refusal = [&](UserId user) {
        const auto given = db().write([&](db::Tx& tx) { return check_receiver(tx, holders, user, line, "test.call", "/whom"); });
        return given ? std::string() : given.error().fields.at(0).pointer + " " + std::string(given.error().word.code);
    };
    EXPECT_EQ(refusal(agent), "");
    EXPECT_EQ(refusal(both), "");
    EXPECT_EQ(refusal(keeper), "/whom not_their_work");
    for (const auto nobody : {disabled, elsewhere}) EXPECT_EQ(refusal(nobody), "/whom not_staff_here");
}

TEST_P(Giving, with_a_role_goes_what_only_that_role_may_hold) {
    const auto agent = desk.staff(line);
    test::write(db(), [&](db::Tx& tx) { access::store::add_role(tx, agent, {cesfam, Role::agent}); });
    const auto answer = held(k_answer, line, agent);
    const auto anybodys = held({.name = "other.call"}, line, agent);
    const auto there = held(k_answer, cesfam, agent);

    change_roles(agent, line, Role::agent, Role::supervisor);
    EXPECT_EQ(let_go_of(agent, line), 0) << "a supervisor may hold it too";
    EXPECT_EQ(desk.stored(answer).owner_id, agent);

    change_roles(agent, line, Role::supervisor, Role::care_lead);
    desk.clock.advance(std::chrono::minutes(10));
    EXPECT_EQ(let_go_of(agent, line), 1);
    EXPECT_FALSE(desk.stored(answer).owner_id);
    EXPECT_EQ(desk.stored(answer).loose_at, desk.clock.now()) << "held by nobody since now";
    EXPECT_EQ(desk.stored(anybodys).owner_id, agent) << "whoever works there may hold it";
    EXPECT_EQ(desk.stored(there).owner_id, agent) << "their work elsewhere goes on";

    test::write(db(), [&](db::Tx& tx) { access::store::remove_role(tx, agent, {line, Role::care_lead}); });
    EXPECT_EQ(let_go_of(agent, line), 1) << "without a role, everything";
    EXPECT_FALSE(desk.stored(anybodys).owner_id);
}

TEST_P(Giving, what_is_given_while_the_roles_change_is_held_by_somebody_who_may) {
    Commitments commitments(db(), desk.audit, desk.calendars, desk.clock, holders);
    const auto giver = desk.staff(line);
    for (int round = 0; round < 8; ++round) {
        const auto taker = desk.staff(line);
        const auto id = held(k_answer, line, giver);
        std::latch both{2};
        std::thread other([&] {
            both.arrive_and_wait();
            (void)commitments.move(desk.actor(line, giver), id, {Action::hand_over, 1, taker}, Authority::own);
        });
        both.arrive_and_wait();
        desk.act(line, [&](db::Tx& tx, const Cause& cause) {
            access::store::remove_role(tx, taker, {line, Role::agent});
            access::store::add_role(tx, taker, {line, Role::care_lead});
            return let_go(tx, holders, taker, line, cause);
        });
        other.join();
        EXPECT_NE(desk.stored(id).owner_id, taker);
    }
}

}  // namespace
}  // namespace hebra::commitments
