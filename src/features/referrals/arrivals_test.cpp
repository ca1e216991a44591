// That whoever receives is told of a referral at once, says that they saw an urgent one, and whoever coordinates learns of what
// nobody answered: by code, act, institutions and clock.
#include <gtest/gtest.h>

#include "platform/json/json.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using std::chrono::minutes;

class Arrivals : public test::OnBothDatabases<test::house_schema> {
  protected:
    Opened sent(Urgency urgency) { return office.move(office.line, office.draft({}, urgency), Action::send).value(); }
    std::vector<notices::Notice> told(InstitutionId institution, UserId user) {
        return office.notices.open_of(office.actor(institution, user), {Time::max(), {}}, 50);
    }
    /// The kinds of what they were told and have not acknowledged, the newest first.
    std::vector<std::string> kinds(InstitutionId institution, UserId user) {
        std::vector<std::string> all;
        for (const auto& notice : told(institution, user)) all.push_back(notice.kind);
        return all;
    }
    void pass(minutes time) {
        office.clock.advance(time);
        office.commitments.escalate();
        office.notices.tell_escalations();
    }
    std::vector<ForCoordinator> to_coordinate(InstitutionId who) {
        return office.referrals.to_coordinate(office.actor(who, ignacio), {}).value().items;
    }
    std::int64_t unseen() {
        return db().read([](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT count(*) FROM commitment WHERE kind = 'notice.acknowledge' AND fulfilled_at IS NULL AND cancelled_at IS NULL").value();
        });
    }

    test::Office office{db()};
    InstitutionId network = office.coordinated();
    UserId marisol = office.staff(office.centre, access::Role::intake), elena = office.staff(office.centre, access::Role::intake),
           jorge = office.staff(office.centre, access::Role::supervisor), ignacio = office.staff(network, access::Role::territorial);
};
HEBRA_ON_BOTH_DATABASES(Arrivals);

using Kinds = std::vector<std::string>;

TEST_P(Arrivals, are_told_at_once_to_whoever_takes_in_what_comes) {
    const auto referral = sent(Urgency::routine);
    for (const auto user : {marisol, elena}) {
        const auto all = told(office.centre, user);
        ASSERT_EQ(all.size(), 1U);
        EXPECT_EQ(all[0].kind, "referral.received");
        EXPECT_EQ(all[0].thread_code, referral.thread_code);
        EXPECT_EQ(all[0].subject_id.text(), referral.id.text());
        EXPECT_FALSE(all[0].must_acknowledge) << "its own clock reminds them";
    }
    EXPECT_TRUE(told(office.centre, jorge).empty()) << "not theirs to take in";
    EXPECT_EQ(unseen(), 0);
    ASSERT_TRUE(office.move(office.centre, referral, Action::acknowledge));
    EXPECT_TRUE(told(office.centre, marisol).empty()) << "it was received: they know";
    EXPECT_TRUE(told(office.centre, elena).empty());
}

TEST_P(Arrivals, that_are_urgent_ask_to_be_acknowledged_by_any_who_receive) {
    const auto referral = sent(Urgency::urgent);
    ASSERT_EQ(kinds(office.centre, marisol), (Kinds{"referral.received_urgent"}));
    EXPECT_TRUE(told(office.centre, elena)[0].must_acknowledge);
    EXPECT_EQ(told(office.centre, elena)[0].due_at, office.clock.now() + std::chrono::hours(1));
    EXPECT_EQ(unseen(), 1);
    ASSERT_TRUE(office.notices.acknowledge(office.actor(office.centre, elena), std::array{told(office.centre, elena)[0].id}));
    EXPECT_EQ(unseen(), 0);
    EXPECT_TRUE(told(office.centre, marisol).empty());
    const std::array subject = {RecordId(referral.id.value())};
    const auto clocks = db().read([&](db::Reader& reader) { return office.commitments.open_of(reader, subject); });
    ASSERT_EQ(clocks.size(), 1U);
    EXPECT_EQ(clocks[0].kind, "referral.acknowledge") << "having seen the notice does not receive the referral";
}

TEST_P(Arrivals, are_seen_by_whoever_says_so_of_the_reminder) {
    sent(Urgency::urgent);
    const auto late = office.staff(office.centre, access::Role::intake);  // came on shift meanwhile
    pass(minutes(31));
    ASSERT_EQ(kinds(office.centre, late), (Kinds{"notice.unseen"}));
    EXPECT_TRUE(told(office.centre, late)[0].must_acknowledge);
    ASSERT_TRUE(office.notices.acknowledge(office.actor(office.centre, late), std::array{told(office.centre, late)[0].id}));
    EXPECT_EQ(unseen(), 0);
    for (const auto user : {marisol, elena}) EXPECT_TRUE(told(office.centre, user).empty());
    pass(minutes(31));
    EXPECT_TRUE(told(office.centre, jorge).empty()) << "somebody knows of it";
}

TEST_P(Arrivals, what_is_done_to_them_since_is_told_to_whoever_acted_last_there) {
    auto received = office.actor(office.centre, marisol);
    const auto act = [&](const Actor& who, const Opened& referral, Action action, MoveRequest more = {}) {
        more.action = action;
        more.version = referral.version;
        return office.referrals.move(who, referral.id, more).value();
    };
    MoveRequest question, reply, why;
    question.questions = {Private("¿Por la tarde?")};
    reply.text = Private("Sí.");
    why.code = Reason::sent_by_mistake;
    auto referral = act(received, act(received, sent(Urgency::routine), Action::acknowledge), Action::ask, question);
    EXPECT_TRUE(told(office.centre, marisol).empty());
    referral = act(office.actor(office.line), referral, Action::reply, reply);
    ASSERT_EQ(kinds(office.centre, marisol), (Kinds{"referral.replied"}));
    EXPECT_TRUE(told(office.centre, elena).empty()) << "marisol has it in her hands";
    referral = act(received, referral, Action::accept);
    EXPECT_TRUE(told(office.centre, marisol).empty()) << "she acted: she knows";
    act(office.actor(office.line), referral, Action::cancel, why);
    EXPECT_EQ(kinds(office.centre, marisol), (Kinds{"referral.withdrawn"}));

    const auto unseen_one = sent(Urgency::routine);
    act(office.actor(office.line), unseen_one, Action::cancel, why);
    EXPECT_TRUE(kinds(office.centre, elena).empty()) << "nobody had it in their hands";
    const auto left = act(received, sent(Urgency::routine), Action::acknowledge);
    test::write(db(), [&](db::Tx& tx) { tx.run("UPDATE user_account SET status = 'disabled' WHERE id = :id", {db::arg("id", marisol)}); });
    act(office.actor(office.line), left, Action::cancel, why);
    EXPECT_EQ(kinds(office.centre, elena), (Kinds{"referral.withdrawn"})) << "marisol left: whoever takes in what comes";
}

TEST_P(Arrivals, sent_back_by_whoever_coordinates_are_to_be_answered_again) {
    MoveRequest why;
    why.code = Reason::no_places;
    why.text = Private("Sin cupo.");
    const auto declined = office.move(office.centre, office.acknowledged(), Action::decline, why).value();
    const auto contested = office.move(office.line, declined, Action::contest, why).value();
    ASSERT_EQ(kinds(network, ignacio), (Kinds{"referral.contested"}));
    auto judge = office.actor(network, ignacio);
    judge.permissions = {k_referral_coordinate.name};
    why.code.reset();
    why.action = Action::send_back;
    why.version = contested.version;
    ASSERT_TRUE(office.referrals.move(judge, contested.id, why));
    EXPECT_EQ(kinds(office.centre, elena), (Kinds{"referral.answer_again"}));
    EXPECT_TRUE(told(network, ignacio).empty());
}

TEST_P(Arrivals, that_nobody_sees_reach_who_supervises_the_network_and_the_head_in_that_order) {
    const auto referral = sent(Urgency::urgent);
    pass(minutes(61));
    EXPECT_EQ(kinds(office.centre, jorge), (Kinds{"notice.unseen"}));
    EXPECT_EQ(told(office.centre, jorge)[0].subject_id.text(), referral.id.text());
    EXPECT_TRUE(told(network, ignacio).empty());
    EXPECT_TRUE(to_coordinate(network).empty());
    pass(minutes(60));
    EXPECT_TRUE(told(network, ignacio).empty()) << "due, and reminded; not the network's yet";
    pass(minutes(30));
    ASSERT_EQ(kinds(network, ignacio), (Kinds{"commitment.unanswered"}));
    EXPECT_EQ(told(network, ignacio)[0].thread_code, referral.thread_code);
    pass(minutes(30));
    EXPECT_EQ(told(office.centre, jorge)[0].about, "referral.acknowledge");

    const auto list = to_coordinate(network);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].thread_code, referral.thread_code);
    EXPECT_EQ(list[0].awaited, Awaited::acknowledge);
    EXPECT_EQ(list[0].origin.name, "Línea de prueba");
    EXPECT_EQ(list[0].destination.name, "Centro de prueba");
    EXPECT_EQ(list[0].since, referral.sent_at);
    EXPECT_EQ(list[0].due_at, *referral.sent_at + std::chrono::hours(2));
    const auto text = json::write(list[0]);
    for (const auto* hidden : {"person", "topic", "mood_anxiety", "age", "Salud mental", "service"})
        EXPECT_EQ(text.find(hidden), std::string::npos) << text;
    EXPECT_TRUE(to_coordinate(office.stranger).empty());
    auto judge = office.actor(network, ignacio);
    judge.permissions = {k_referral_coordinate.name};
    EXPECT_FALSE(office.referrals.open(judge, referral.id)) << "they see that it waits, not what it says";

    ASSERT_TRUE(office.move(office.centre, referral, Action::acknowledge));
    EXPECT_TRUE(to_coordinate(network).empty());
    EXPECT_TRUE(told(network, ignacio).empty());
    EXPECT_TRUE(told(office.centre, jorge).empty());
    EXPECT_EQ(unseen(), 0);
}

TEST_P(Arrivals, that_were_received_and_not_answered_reach_the_network_too) {
    const auto referral = office.move(office.centre, sent(Urgency::urgent), Action::acknowledge).value();
    pass(std::chrono::hours(24) + minutes(31));
    EXPECT_EQ(kinds(network, ignacio), (Kinds{"commitment.unanswered"}));
    ASSERT_EQ(to_coordinate(network).size(), 1U);
    EXPECT_EQ(to_coordinate(network)[0].awaited, Awaited::answer);
    MoveRequest question;
    question.questions = {Private("¿Por la tarde?")};
    ASSERT_TRUE(office.move(office.centre, referral, Action::ask, question));
    EXPECT_TRUE(to_coordinate(network).empty()) << "now it waits for the origin";
}

TEST_P(Arrivals, that_are_cancelled_ask_nobody_for_anything) {
    const auto referral = sent(Urgency::urgent);
    MoveRequest why;
    why.code = Reason::found_elsewhere;
    ASSERT_TRUE(office.move(office.line, referral, Action::cancel, why));
    EXPECT_TRUE(told(office.centre, marisol).empty());
    EXPECT_EQ(unseen(), 0);
    pass(std::chrono::hours(30));
    EXPECT_TRUE(told(office.centre, jorge).empty());
    EXPECT_TRUE(told(network, ignacio).empty());
}

TEST_P(Arrivals, that_are_contested_are_told_to_who_decides_with_the_two_and_the_reason) {
    MoveRequest why;
    why.code = Reason::no_places;
    why.text = Private("Sin cupo.");
    office.count_places(3);
    auto referral = office.move(office.centre, office.acknowledged(), Action::decline, why).value();
    referral = office.move(office.line, referral, Action::contest, why).value();
    EXPECT_EQ(kinds(network, ignacio), (Kinds{"referral.contested"}));
    const auto list = to_coordinate(network);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].awaited, Awaited::decision);
    EXPECT_EQ(list[0].reason, Reason::no_places);
    EXPECT_EQ(list[0].origin.name, "Línea de prueba");
    EXPECT_EQ(list[0].since, office.clock.now());
    auto judge = office.actor(network, ignacio);
    judge.permissions = {k_referral_coordinate.name};
    const auto hides = [&] {
        const auto text = json::write(office.referrals.open(judge, referral.id).value());
        for (const auto* hidden : {"mood_anxiety", "Salud mental", "30-59"}) EXPECT_EQ(text.find(hidden), std::string::npos) << text;
        EXPECT_EQ(text.find(office.service.id.text()), std::string::npos) << text;
        EXPECT_EQ(text.find(R"("place")"), std::string::npos) << "how many places are left tells which service it is: " << text;
    };
    EXPECT_TRUE(office.referrals.open(office.actor(office.centre), referral.id)->place) << "the two it is between still see them";
    hides();
    why.code.reset();
    why.action = Action::uphold;
    why.version = referral.version;
    ASSERT_TRUE(office.referrals.move(judge, referral.id, why));
    hides();
    EXPECT_TRUE(told(network, ignacio).empty());
    EXPECT_TRUE(to_coordinate(network).empty());
}

}  // namespace
}  // namespace hebra::referrals
