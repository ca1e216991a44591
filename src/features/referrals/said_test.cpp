// What the person said of a referral, who may read it, and where it shows on their thread.
#include <gtest/gtest.h>

#include "features/referrals/api.hpp"
#include "tests/support/plan.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

using ReferralSaid = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(ReferralSaid);

TEST_P(ReferralSaid, tells_each_side_what_the_person_said_and_the_receiver_only_while_it_may_read) {
    Office office(db());
    const auto said_to = [&](InstitutionId who, PersonId person) {
        return db().read([&](db::Reader& reader) { return said_by(reader, office.vault, who, person, office.clock.now(), 10); });
    };
    auto referral = office.acknowledged();
    const auto origin = db().read([&](db::Reader& reader) { return store::find_any(reader, referral.id).value(); }).origin_person_id;
    ASSERT_EQ(said_to(office.line, origin).size(), 1u);
    EXPECT_EQ(said_to(office.line, origin)[0].words.reveal(), "Dormir bien.");
    EXPECT_FALSE(said_to(office.line, origin)[0].answering);
    EXPECT_TRUE(said_to(office.stranger, origin).empty());
    referral = office.move(office.centre, referral, Action::accept).value();
    const auto receiver = referral.person_id.value();
    EXPECT_EQ(said_to(office.centre, receiver).size(), 1u);
    referral = office.move(office.centre, referral, Action::confirm_first_contact, test::attended()).value();
    ASSERT_TRUE(office.move(office.line, referral, Action::person_denies, office.asked("Nadie me llamó.")));
    const auto said = said_to(office.centre, receiver);
    ASSERT_EQ(said.size(), 2u);
    EXPECT_EQ(said[1].words.reveal(), "Nadie me llamó.");
    EXPECT_EQ(said[1].answering, Action::person_denies);
    EXPECT_EQ(said[1].institution, office.line);
    const auto directive = office.referrals.disclosures(office.actor(office.line), origin).value().items.at(0).directive_id.value();
    ASSERT_TRUE(office.referrals.withdraw(office.actor(office.line), origin, directive, {disclosure::Giver::person, disclosure::Method::verbal}));
    EXPECT_TRUE(said_to(office.centre, receiver).empty());
    EXPECT_EQ(said_to(office.line, origin).size(), 2u);
}

TEST_P(ReferralSaid, is_found_by_its_threads_code_by_its_parties_once_it_was_sent) {
    Office office(db());
    const auto draft = office.draft();
    const auto by_code = [&](InstitutionId who) {
        return db().read([&](db::Reader& reader) { return newest_of_thread(reader, who, draft.thread_code); });
    };
    EXPECT_EQ(by_code(office.line), draft.id);
    EXPECT_FALSE(by_code(office.centre)) << "a draft is its writer's";
    ASSERT_TRUE(office.move(office.line, draft, Action::send));
    EXPECT_EQ(by_code(office.centre), draft.id);
    EXPECT_FALSE(by_code(office.stranger));
}

TEST_P(ReferralSaid, puts_the_permission_and_its_withdrawal_on_the_thread) {
    Office office(db());
    const auto referral = office.sent();
    const auto person = db().read([&](db::Reader& reader) { return store::find_any(reader, referral.id).value(); }).origin_person_id;
    const auto counted = [&](std::string_view kind) {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT COUNT(*) FROM thread_event WHERE kind = :kind AND shared_with = :centre",
                                            {db::arg("kind", kind), db::arg("centre", office.centre)}).value();
        });
    };
    EXPECT_EQ(counted("permission"), 1);
    const auto directive = office.referrals.disclosures(office.actor(office.line), person).value().items.at(0).directive_id.value();
    ASSERT_TRUE(office.referrals.withdraw(office.actor(office.line), person, directive, {disclosure::Giver::person, disclosure::Method::verbal}));
    EXPECT_EQ(counted("permission_withdrawn"), 1);
}

TEST_P(ReferralSaid, finds_the_newest_of_a_thread_among_those_of_the_thread) {
    Office office(db());
    const auto referral = office.sent();
    const auto newest = [&](InstitutionId institution) {
        return db().read([&](db::Reader& reader) { return newest_of_thread(reader, institution, referral.thread_code); });
    };
    EXPECT_EQ(newest(office.line), referral.id);
    EXPECT_EQ(newest(office.centre), referral.id);
    EXPECT_EQ(newest(office.stranger), std::nullopt);
    if (db().engine() == db::Engine::postgres) return;  // which plans by how many there are: here none
    const auto plan = test::plan_of(db(), newest_of_thread_sql(), {db::arg("code", referral.thread_code), db::arg("institution", office.line)});
    EXPECT_NE(plan.find("referral_thread"), plan.npos) << plan;
    EXPECT_EQ(plan.find("referral_origin_all"), plan.npos) << "an institution has a hundred thousand\n" << plan;
}

}  // namespace
}  // namespace hebra::referrals
