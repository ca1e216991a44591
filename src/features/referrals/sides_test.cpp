// Which side does what: who accepts, who is asked, who decides between the two.
#include <algorithm>

#include <gtest/gtest.h>

#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

using ReferralSides = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(ReferralSides);

TEST_P(ReferralSides, only_who_coordinates_the_network_decides_what_is_contested) {
    Office office(db());
    office.agree(office.line, office.stranger);
    auto self_made = office.actor(office.stranger);
    self_made.permissions = {k_referral_coordinate.name};
    MoveRequest why;
    why.code = Reason::no_places;
    why.text = Private("Porque sí corresponde.");
    const auto declined = office.move(office.centre, office.acknowledged(), Action::decline, why).value();
    EXPECT_EQ(office.move(office.line, declined, Action::contest, why).error().word, words::k_nobody_decides);
    ASSERT_TRUE(office.institutions.name_coordinator(self_made, office.centre));
    EXPECT_EQ(office.move(office.line, declined, Action::contest, why).error().word, words::k_nobody_decides) << "a party does not judge";
    const auto network = office.found("Red de prueba");
    office.agree(office.line, network);
    ASSERT_TRUE(office.institutions.name_coordinator(self_made, network));
    ASSERT_TRUE(office.move(office.line, declined, Action::contest, why));
    EXPECT_EQ(office.referrals.open(self_made, declined.id).error().kind, Refused::not_found) << "a role of one's own gives no place in the network";
}

/// A contested decline, and two who may each be named to decide it.
struct Contest : Office {
    explicit Contest(db::Database& database) : Office(database) {
        agree(line, first = found("Red de prueba"));
        agree(centre, second = found("Otra red de prueba"));
        EXPECT_TRUE(institutions.name_coordinator(actor(first), first));
        judge = staff(first, access::Role::territorial);
        reason.code = Reason::no_places;
        reason.text = Private("Porque sí corresponde.");
        referral = contested();
    }
    Opened contested() { return move(line, move(centre, acknowledged(), Action::decline, reason).value(), Action::contest, reason).value(); }
    Actor decider(InstitutionId institution) const {
        auto who = actor(institution);
        who.permissions = {k_referral_coordinate.name};
        return who;
    }
    Result<Opened> uphold(InstitutionId institution) {
        auto request = reason;
        request.action = Action::uphold;
        request.version = referral.version;
        return referrals.move(decider(institution), referral.id, request);
    }
    std::vector<commitments::Commitment> asked() {
        const std::array subject = {RecordId(referral.id.value())};
        return database.read([&](db::Reader& reader) { return commitments.open_of(reader, subject); });
    }
    std::int64_t gaps() {
        return database.read([](db::Reader& reader) { return reader.one<std::int64_t>("SELECT count(*) FROM gap").value(); });
    }
    /// Its agreement ends this very night.
    void untie(InstitutionId institution) {
        test::write(database, [&](db::Tx& tx) {
            tx.run("UPDATE agreement SET ends_on = '2026-01-01' WHERE first_id = :id OR second_id = :id", {db::arg("id", institution)});
        });
        institutions.refresh();
    }

    InstitutionId first, second;
    UserId judge;
    MoveRequest reason;
    Opened referral;
};

TEST_P(ReferralSides, what_is_contested_follows_who_coordinates) {
    Contest office(db());
    ASSERT_EQ(office.asked().at(0).institution_id, office.first);
    EXPECT_EQ(office.referrals.follow_coordinator(), 0) << "nobody else was named";
    ASSERT_TRUE(office.institutions.name_coordinator(office.actor(office.second), office.second));
    office.clock.advance(std::chrono::hours(24 * 30));
    EXPECT_EQ(office.referrals.follow_coordinator(), 1);
    EXPECT_EQ(office.referrals.follow_coordinator(), 0);
    const auto asked = office.asked();
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked[0].institution_id, office.second);
    EXPECT_EQ(asked[0].kind, "referral.decide_contested");
    EXPECT_EQ(asked[0].requested_by, office.line);
    EXPECT_GT(asked[0].due_at, office.clock.now()) << "with a clock of its own";
    EXPECT_EQ(office.uphold(office.first).error().kind, Refused::not_found);
    ASSERT_TRUE(office.uphold(office.second));
    EXPECT_EQ(office.asked().at(0).kind, "referral.decide");
}

TEST_P(ReferralSides, what_nobody_decides_any_more_stays_declined_and_is_contested_again_when_somebody_does) {
    Contest office(db());
    EXPECT_EQ(office.notices.open_of(office.actor(office.first, office.judge), {Time::max(), {}}, 50).size(), 1u);
    office.untie(office.first);
    office.referrals.let_time_pass();
    EXPECT_EQ(office.referrals.open(office.actor(office.line), office.referral.id)->status, Status::decline_contested) << "the tie may be made anew";
    office.clock.advance(std::chrono::hours(24 * 10));
    EXPECT_EQ(office.referrals.let_time_pass(), 1);
    const auto left = office.referrals.open(office.actor(office.line), office.referral.id).value();
    EXPECT_EQ(left.status, Status::declined);
    EXPECT_EQ(left.moves.back().action, Action::let_stand) << "nobody upheld it";
    EXPECT_FALSE(left.moves.back().text);
    EXPECT_TRUE(office.notices.open_of(office.actor(office.first, office.judge), {Time::max(), {}}, 50).empty()) << "they decide it no more";
    EXPECT_EQ(office.gaps(), 0) << "nobody said that there was no other way: it is written once the person is told";
    ASSERT_EQ(office.asked().size(), 1u);
    EXPECT_EQ(std::pair(office.asked()[0].kind, office.asked()[0].institution_id), std::pair(std::string("referral.decide"), office.line));
    EXPECT_EQ(office.move(office.line, left, Action::contest, office.reason).error().word, words::k_nobody_decides);
    ASSERT_TRUE(office.institutions.name_coordinator(office.actor(office.second), office.second));
    EXPECT_TRUE(office.move(office.line, left, Action::contest, office.reason));
}

TEST_P(ReferralSides, what_was_upheld_is_one_gap_however_it_goes_on) {
    Contest office(db());
    ASSERT_TRUE(office.uphold(office.first));
    EXPECT_EQ(office.gaps(), 1);
    const auto upheld = office.referrals.open(office.actor(office.line), office.referral.id).value();
    ASSERT_TRUE(office.move(office.line, upheld, Action::close_declined, office.reason));
    EXPECT_EQ(office.gaps(), 1);
}

TEST_P(ReferralSides, nobody_decides_about_a_party_outside_their_network) {
    Contest office(db());
    test::write(db(), [&](db::Tx& tx) {
        tx.run("UPDATE agreement SET ends_on = '2026-01-01' WHERE first_id = :centre OR second_id = :centre", {db::arg("centre", office.centre)});
    });
    office.institutions.refresh();
    EXPECT_EQ(office.uphold(office.first).error().kind, Refused::not_found) << "the receiver is in no network of theirs";
}

TEST_P(ReferralSides, a_question_stands_among_what_the_origin_decides) {
    Office office(db());
    MoveRequest question;
    question.questions = {Private("¿Quién puede acompañarla?")};
    ASSERT_TRUE(office.move(office.centre, office.acknowledged(), Action::ask, question));
    const auto on = [&](InstitutionId who, store::Box box, Stage stage) {
        return office.referrals.list(office.actor(who), {box, {}, {}, stage}).value().items.size();
    };
    EXPECT_EQ(on(office.line, store::Box::sent, Stage::to_close), 1u);
    EXPECT_EQ(on(office.line, store::Box::sent, Stage::to_answer), 0u);
    EXPECT_EQ(on(office.centre, store::Box::inbox, Stage::to_answer), 1u);
}

TEST_P(ReferralSides, what_is_asked_of_the_origin_is_for_whoever_wrote_it_while_they_work_there) {
    Office office(db());
    auto agent = office.actor(office.line);
    agent.user = office.users.invite(agent, {Private("Persona de prueba"), Private("agente@prueba.invalid"), {{office.line, access::Role::agent}}}).value().user;
    const auto asked = [&] {
        const auto draft = office.draft_by(agent).value();
        const auto sent = office.move(office.line, draft, Action::send).value();
        MoveRequest question;
        question.questions = {Private("¿Por la tarde?")};
        EXPECT_TRUE(office.move(office.centre, office.move(office.centre, sent, Action::acknowledge).value(), Action::ask, question));
        const std::array subject = {RecordId(sent.id.value())};
        const auto open = office.database.read([&](db::Reader& reader) { return office.commitments.open_of(reader, subject); });
        const auto mine = std::ranges::find(open, office.line, &commitments::Commitment::institution_id);
        return mine == open.end() ? std::optional<UserId>() : mine->owner_id;
    };
    EXPECT_FALSE(asked()) << "an invited account answers for nothing yet";
    test::write(db(), [&](db::Tx& tx) { tx.run("UPDATE user_account SET status = 'active' WHERE id = :id", {db::arg("id", agent.user)}); });
    EXPECT_EQ(asked(), agent.user);
}

TEST_P(ReferralSides, nobody_says_whose_record_it_is_but_who_accepts) {
    Office office(db());
    const auto referral = office.sent();
    MoveRequest own;
    own.person_id = office.person(office.centre).id;
    const auto refused = office.move(office.centre, referral, Action::acknowledge, own);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/person_id");
    EXPECT_FALSE(office.referrals.open(office.actor(office.centre), referral.id).value().person_id);
    MoveRequest answer;
    answer.text = Private("Por la tarde.");
    answer.person_id = referral.person_id;
    EXPECT_EQ(office.move(office.line, referral, Action::cancel, answer).error().fields.at(0).pointer, "/person_id");
}

}  // namespace
}  // namespace hebra::referrals
