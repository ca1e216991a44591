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
