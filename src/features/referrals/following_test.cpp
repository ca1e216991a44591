// Referring again: what an earlier referral asked of its origin is answered when the new one leaves, and not before.
#include <gtest/gtest.h>

#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

using Following = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Following);

Content again(const Office& office) {
    auto content = office.content();
    content.redundancy_reason = Private("La anterior volvió.");
    return content;
}

Opened declined(Office& office) {
    MoveRequest why;
    why.code = Reason::no_places;
    const auto referral = office.move(office.centre, office.acknowledged(), Action::decline, why).value();
    return office.referrals.open(office.actor(office.line), referral.id).value();
}

/// As its receiver sees it.
Opened waitlisted(Office& office) {
    MoveRequest wait;
    wait.position = 4;
    wait.until = *parse_date("2026-12-10");
    return office.move(office.centre, office.acknowledged(), Action::waitlist, wait).value();
}

std::vector<commitments::Commitment> clocks(Office& office, const Opened& referral) {
    const std::array subject = {RecordId(referral.id.value())};
    return office.database.read([&](db::Reader& reader) { return office.commitments.open_of(reader, subject); });
}

TEST_P(Following, a_draft_answers_nothing_and_sending_it_redirects_what_was_returned) {
    Office office(db());
    const auto before = declined(office);
    const auto draft = office.draft_of(*before.person_id, office.content(), Urgency::priority, before.id).value();
    EXPECT_TRUE(office.referrals.warnings(office.actor(office.line), draft.id)->similar.empty()) << "it follows that one";
    ASSERT_EQ(clocks(office, before).size(), 1u) << "a draft is no answer yet";
    EXPECT_EQ(clocks(office, before)[0].kind, "referral.decide");
    ASSERT_TRUE(office.move(office.line, draft, Action::send));
    EXPECT_TRUE(clocks(office, before).empty());
    const auto after = office.referrals.open(office.actor(office.line), before.id).value();
    EXPECT_EQ(after.status, Status::redirected);
    EXPECT_EQ(after.moves.back().action, Action::redirect);
}

TEST_P(Following, who_waits_in_a_list_may_be_sent_elsewhere_meanwhile) {
    Office office(db());
    const auto referral = waitlisted(office);
    const auto waiting = office.referrals.open(office.actor(office.line), referral.id).value();
    EXPECT_EQ(std::ranges::count(waiting.possible, Action::redirect), 1);
    const auto draft = office.draft_of(*waiting.person_id, again(office), Urgency::priority, waiting.id).value();
    EXPECT_EQ(office.referrals.open(office.actor(office.line), referral.id)->status, Status::waitlisted) << "until it is sent they keep their place";
    ASSERT_TRUE(office.move(office.line, draft, Action::send));
    EXPECT_EQ(office.referrals.open(office.actor(office.line), referral.id)->status, Status::redirected);
    EXPECT_TRUE(clocks(office, waiting).empty()) << "nobody is asked to review it";
}

TEST_P(Following, one_that_was_accepted_meanwhile_is_not_sent_beside_unseen) {
    Office office(db());
    const auto waiting = waitlisted(office);
    const auto own = office.referrals.open(office.actor(office.line), waiting.id).value();
    const auto draft = office.draft_of(*own.person_id, office.content(), Urgency::priority, own.id).value();
    const auto similar = [&] { return office.referrals.warnings(office.actor(office.line), draft.id)->similar.size(); };
    EXPECT_EQ(similar(), 0u) << "it takes the place of that one";
    ASSERT_TRUE(office.move(office.centre, waiting, Action::accept));
    EXPECT_EQ(similar(), 1u) << "it stands beside it now";
    const auto insisted = office.draft_of(*own.person_id, again(office), Urgency::priority, own.id);
    EXPECT_FALSE(insisted) << "nor is another begun as if it followed";
    EXPECT_FALSE(office.move(office.line, draft, Action::send));
    EXPECT_EQ(office.referrals.open(office.actor(office.line), own.id)->status, Status::accepted);
    EXPECT_EQ(office.referrals.open(office.actor(office.line), draft.id)->status, Status::draft) << "nothing written is lost";
}

TEST_P(Following, a_reason_does_not_send_a_second_one_as_if_it_followed_what_goes_on) {
    Office office(db());
    const auto waiting = waitlisted(office);
    const auto own = office.referrals.open(office.actor(office.line), waiting.id).value();
    const auto draft = office.draft_of(*own.person_id, again(office), Urgency::priority, own.id).value();
    ASSERT_TRUE(office.move(office.centre, waiting, Action::accept));
    const auto refused = office.move(office.line, draft, Action::send);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().word, words::k_followed_goes_on);
}

TEST_P(Following, a_change_of_a_draft_is_answered_again_after_it_was_sent) {
    Office office(db());
    const auto draft = office.draft();
    auto agent = office.actor(office.line, UserId::make(office.clock.now()));
    agent.once = Once{"k1", "/referrals", Bytes(32, 1)};
    DraftChange change;
    change.urgency = Urgency::urgent;
    const auto changed = office.referrals.change(agent, draft.id, change, draft.version).value();
    ASSERT_TRUE(office.move(office.line, changed, Action::send));
    EXPECT_EQ(office.referrals.change(agent, draft.id, change, draft.version)->status, Status::sent);
    agent.once = Once{"k2", "/referrals", Bytes(32, 2)};
    EXPECT_EQ(office.referrals.change(agent, draft.id, change, draft.version).error().word, words::k_not_a_draft);
}

TEST_P(Following, a_draft_written_or_changed_is_answered_again_after_its_service_is_gone) {
    Office office(db());
    auto agent = office.actor(office.line, UserId::make(office.clock.now()));
    const NewReferral asked{.person_id = office.person(office.line).id,
                            .service_id = office.service.id,
                            .kind = Kind::formal,
                            .urgency = Urgency::routine,
                            .topic = "mood_anxiety",
                            .contact_id = {},
                            .follows_id = {},
                            .content = office.content()};
    agent.once = Once{"k1", "/referrals", Bytes(32, 1)};
    const auto draft = office.referrals.create(agent, asked).value();
    DraftChange change;
    change.service_id = office.service.id;
    agent.once = Once{"k2", "/referrals", Bytes(32, 2)};
    ASSERT_TRUE(office.referrals.change(agent, draft.id, change, draft.version));
    office.service.id = directory::ServiceId::make(office.clock.now());  // what it was sent to is offered no more
    EXPECT_TRUE(office.referrals.change(agent, draft.id, change, draft.version));
    agent.once = Once{"k1", "/referrals", Bytes(32, 1)};
    EXPECT_EQ(office.referrals.create(agent, asked).value().id, draft.id);
    agent.once = Once{"k3", "/referrals", Bytes(32, 3)};
    EXPECT_EQ(office.referrals.create(agent, asked).error().fields.at(0).word, words::k_unknown_service);
}

TEST_P(Following, nobody_is_redirected_to_nowhere) {
    Office office(db());
    const auto before = declined(office);
    const auto refused = office.move(office.line, before, Action::redirect);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).word, words::k_redirect_by_sending);
    EXPECT_EQ(clocks(office, before).at(0).kind, "referral.decide") << "somebody still has them";
}

TEST_P(Following, only_ones_own_of_the_same_person_once_it_came_back) {
    Office office(db());
    const auto live = office.acknowledged();
    const auto own = office.referrals.open(office.actor(office.line), live.id).value();
    const auto refused = [](const Result<Opened>& answer) { return answer ? Word{} : answer.error().fields.at(0).word; };
    EXPECT_EQ(refused(office.draft_of(*own.person_id, again(office), Urgency::priority, live.id)), words::k_not_followed)
        << "it goes on: the receiver's clock stays theirs";
    EXPECT_EQ(clocks(office, live).at(0).kind, "referral.answer");
    const auto returned = declined(office);
    EXPECT_EQ(refused(office.draft_of(office.person(office.line).id, again(office), Urgency::priority, returned.id)), words::k_not_followed);
    const auto theirs = office.person(office.centre).id;
    EXPECT_EQ(refused(office.draft_of(theirs, again(office), Urgency::priority, returned.id, office.centre)), words::k_not_followed);
    EXPECT_EQ(clocks(office, returned).at(0).kind, "referral.decide");
}

TEST_P(Following, consent_that_ends_today_holds_to_midnight_in_chile) {
    Office office(db());
    auto content = office.content();
    content.basis.consent->valid_until = *parse_date("2026-11-21");
    const auto draft = office.draft(content);
    office.clock.advance(*parse_time("2026-11-22T02:30:00Z") - office.clock.now());  // 23:30 in Santiago, the 22nd in Greenwich
    const auto sent = office.move(office.line, draft, Action::send);
    ASSERT_TRUE(sent) << sent.error().word.code;
    EXPECT_TRUE(office.referrals.open(office.actor(office.centre), sent->id)->package);
    office.clock.advance(std::chrono::minutes(29));
    EXPECT_TRUE(office.referrals.open(office.actor(office.centre), sent->id)->package);
    office.clock.advance(std::chrono::minutes(1));
    const auto after = office.referrals.open(office.actor(office.centre), sent->id);
    EXPECT_FALSE(after && after->package);
    EXPECT_FALSE(office.move(office.line, office.draft(content), Action::send)) << "yesterday's";
}

TEST_P(Following, of_two_that_follow_one_the_second_leaves_it_as_it_is) {
    Office office(db());
    const auto before = declined(office);
    const auto first = office.draft_of(*before.person_id, again(office), Urgency::priority, before.id).value();
    const auto second = office.draft_of(*before.person_id, again(office), Urgency::priority, before.id).value();
    ASSERT_TRUE(office.move(office.line, first, Action::send));
    ASSERT_TRUE(office.move(office.line, second, Action::send));
    EXPECT_EQ(office.referrals.open(office.actor(office.line), before.id)->moves.size(), before.moves.size() + 1);
}

}  // namespace
}  // namespace hebra::referrals
