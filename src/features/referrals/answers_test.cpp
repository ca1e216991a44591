// That whoever sent a referral is told of its answers, once each, by code and act.
#include <gtest/gtest.h>

#include "features/referrals/move.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

struct Desk : test::Office {
    explicit Desk(db::Database& its_database) : Office(its_database), agent(actor(line, staff(line, access::Role::agent))) {}

    Opened acknowledged_of_agent() {
        const auto sent_one = move(line, draft_by(agent).value(), Action::send).value();
        return move(centre, sent_one, Action::acknowledge).value();
    }
    std::vector<notices::Notice> told(UserId user) { return notices.open_of(actor(line, user), {Time::max(), {}}, 50); }
    std::string newest(UserId user) {
        const auto all = told(user);
        return all.size() == 1 ? all[0].kind : std::to_string(all.size()) + " notices";
    }

    Actor agent;
};

using ReferralAnswers = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(ReferralAnswers);

TEST_P(ReferralAnswers, reach_whoever_sent_it_by_code_and_act) {
    Desk desk(db());
    auto referral = desk.acknowledged_of_agent();
    EXPECT_TRUE(desk.told(desk.agent.user).empty()) << "that it was received is no answer";
    MoveRequest question;
    question.questions = {Private("¿Por la tarde?")};
    referral = desk.move(desk.centre, referral, Action::ask, question).value();
    ASSERT_EQ(desk.newest(desk.agent.user), "referral.asked");
    const auto notice = desk.told(desk.agent.user)[0];
    EXPECT_EQ(notice.thread_code, referral.thread_code);
    EXPECT_EQ(notice.subject_id.text(), referral.id.text());

    MoveRequest answer;
    answer.text = Private("Sí.");
    referral = desk.move(desk.line, referral, Action::reply, answer).value();
    EXPECT_TRUE(desk.told(desk.agent.user).empty()) << "they answered: they know";
    referral = desk.move(desk.centre, referral, Action::accept).value();
    EXPECT_EQ(desk.newest(desk.agent.user), "referral.accepted");
    referral = desk.move(desk.centre, referral, Action::confirm_first_contact, test::attended()).value();
    EXPECT_EQ(desk.newest(desk.agent.user), "referral.arrived") << "the newest stands for those before it";
    MoveRequest outcome;
    outcome.code = Reason::completed;
    outcome.text = Private("Tuvo su hora.");
    ASSERT_TRUE(desk.move(desk.centre, referral, Action::report_outcome, outcome));
    EXPECT_EQ(desk.newest(desk.agent.user), "referral.outcome");
}

TEST_P(ReferralAnswers, tell_a_decline_and_what_whoever_coordinates_decides_of_it) {
    Desk desk(db());
    const auto network = desk.coordinated();
    MoveRequest why;
    why.code = Reason::no_places;
    why.text = Private("Sin cupo.");
    auto referral = desk.move(desk.centre, desk.acknowledged_of_agent(), Action::decline, why).value();
    EXPECT_EQ(desk.newest(desk.agent.user), "referral.declined");
    referral = desk.move(desk.line, referral, Action::contest, why).value();
    EXPECT_TRUE(desk.told(desk.agent.user).empty());
    auto judge = desk.actor(network);
    judge.permissions = {k_referral_coordinate.name};
    why.code.reset();
    why.action = Action::send_back;
    why.version = referral.version;
    ASSERT_TRUE(desk.referrals.move(judge, referral.id, why));
    EXPECT_EQ(desk.newest(desk.agent.user), "referral.sent_back");
}

TEST_P(ReferralAnswers, are_told_once_however_often_the_answer_is_repeated) {
    Desk desk(db());
    const auto referral = desk.acknowledged_of_agent();
    auto keyed = desk.actor(desk.centre);
    keyed.once = Once{"k1", "/a/route", Bytes(32, 1)};
    MoveRequest accept;
    accept.action = Action::accept;
    accept.version = referral.version;
    ASSERT_TRUE(desk.referrals.move(keyed, referral.id, accept));
    const std::array seen = {desk.told(desk.agent.user).at(0).id};
    ASSERT_TRUE(desk.notices.acknowledge(desk.agent, seen));
    ASSERT_TRUE(desk.referrals.move(keyed, referral.id, accept));
    EXPECT_TRUE(desk.told(desk.agent.user).empty());
}

TEST_P(ReferralAnswers, reach_whoever_takes_in_what_comes_when_the_sender_left) {
    Desk desk(db());
    const auto intake = desk.staff(desk.line, access::Role::intake);
    const auto referral = desk.acknowledged_of_agent();
    test::write(db(), [&](db::Tx& tx) {
        tx.run("UPDATE user_account SET status = 'disabled' WHERE id = :id", {db::arg("id", desk.agent.user)});
    });
    ASSERT_TRUE(desk.move(desk.centre, referral, Action::accept));
    EXPECT_EQ(desk.newest(intake), "referral.accepted");
    EXPECT_TRUE(desk.told(desk.agent.user).empty());
}

TEST_P(ReferralAnswers, of_a_service_of_ones_own_are_told_to_others_than_whoever_answered) {
    Desk desk(db());
    desk.service.institution_id = desk.line;
    auto referral = desk.move(desk.line, desk.draft_by(desk.agent).value(), Action::send).value();
    referral = desk.move(desk.line, referral, Action::acknowledge).value();
    MoveRequest accept;
    accept.action = Action::accept;
    accept.version = referral.version;
    ASSERT_TRUE(desk.referrals.move(desk.agent, referral.id, accept));
    EXPECT_TRUE(desk.told(desk.agent.user).empty());
}

TEST_P(ReferralAnswers, of_a_service_of_ones_own_whoever_accepts_holds_it_and_whoever_wrote_it_is_told) {
    Desk desk(db());
    desk.service.institution_id = desk.line;
    auto referral = desk.move(desk.line, desk.draft_by(desk.agent).value(), Action::send).value();
    referral = desk.move(desk.line, referral, Action::acknowledge).value();
    const auto intake = desk.actor(desk.line, UserId::make(desk.clock.now()));
    MoveRequest accept;
    accept.action = Action::accept;
    accept.version = referral.version;
    ASSERT_TRUE(desk.referrals.move(intake, referral.id, accept));
    EXPECT_EQ(desk.told(desk.agent.user).size(), 1u);
    const std::array subject = {RecordId(referral.id.value())};
    const auto clocks = desk.database.read([&](db::Reader& reader) { return desk.commitments.open_of(reader, subject); });
    ASSERT_EQ(clocks.size(), 1u);
    EXPECT_EQ(clocks[0].kind, "referral.first_contact");
    EXPECT_EQ(clocks[0].owner_id, intake.user);
}

TEST_P(ReferralAnswers, who_is_let_go_while_an_answer_is_on_its_way_holds_nothing_of_it) {
    Desk desk(db());
    const auto referral = desk.acknowledged_of_agent();
    const auto actor = desk.actor(desk.centre);
    MoveRequest declined;
    declined.action = Action::decline;
    declined.version = referral.version;
    declined.code = Reason::no_places;
    Mover mover(desk.referrals, actor, referral.id, declined);
    ASSERT_TRUE(mover.prepare());
    ASSERT_TRUE(desk.users.disable(desk.actor(desk.line), desk.agent.user));
    ASSERT_TRUE(db().write([&](db::Tx& tx) { return mover.apply(tx); }));
    const std::array subject = {RecordId(referral.id.value())};
    const auto open = db().read([&](db::Reader& reader) { return desk.commitments.open_of(reader, subject); });
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].kind, "referral.decide");
    EXPECT_FALSE(open[0].owner_id) << "nobody would ever do it, and it would look held";
}

}  // namespace
}  // namespace hebra::referrals
