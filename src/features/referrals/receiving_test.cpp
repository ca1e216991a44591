// Whose row it is when a referral is accepted: one person of an institution's on a thread, however many referrals.
#include <gtest/gtest.h>

#include <thread>

#include "core/people/store.hpp"
#include "core/thread/thread.hpp"
#include "features/referrals/api.hpp"
#include "features/referrals/move.hpp"
#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

using Receiving = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Receiving);

/// Writes, sends and acknowledges another referral of somebody.
Opened acknowledged_again(Office& office, PersonId person) {
    auto written = office.content();
    written.redundancy_reason = Private("Sigue haciendo falta.");
    auto referral = office.move(office.line, office.draft_of(person, written).value(), Action::send).value();
    return office.move(office.centre, referral, Action::acknowledge).value();
}

TEST_P(Receiving, a_second_referral_of_the_same_person_is_accepted_onto_the_row_they_have) {
    Office office(db());
    const auto person = office.person(office.line).id;
    const auto first = office.move(office.centre, acknowledged_again(office, person), Action::accept).value();
    const auto second = office.move(office.centre, acknowledged_again(office, person), Action::accept);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->person_id, first.person_id);
}

TEST_P(Receiving, once_the_consent_has_run_out_nobody_new_is_recorded_from_the_package) {
    Office office(db());
    const auto referral = office.acknowledged();
    office.clock.advance(std::chrono::days(120));
    const auto refused = office.move(office.centre, referral, Action::accept);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().word, words::k_package_closed);
}

TEST_P(Receiving, nothing_is_copied_when_consent_is_taken_back_while_it_is_being_accepted) {
    Office office(db());
    const auto referral = office.acknowledged();
    MoveRequest request;
    request.action = Action::accept;
    request.version = referral.version;
    const auto intake = office.actor(office.centre);
    Mover accepting(office.referrals, intake, referral.id, request);
    ASSERT_TRUE(accepting.prepare());
    test::write(db(), [&](db::Tx& tx) { disclosure::revoke(tx, referral.id.text(), office.clock.now()); });
    const auto kept = db().write([&](db::Tx& tx) { return accepting.apply(tx); });
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().word, words::k_package_closed);
}

TEST_P(Receiving, whoever_stands_on_two_threads_that_become_one_finds_it_in_the_record_of_acts) {
    Office office(db());
    const auto known = office.person(office.centre);
    people::NewPerson nameless;
    nameless.identity = people::IdentityLevel::anonymous;
    auto theirs = office.people.prepare_received(office.stranger, nameless, known.thread_id).value();
    test::write(db(), [&](db::Tx& tx) { office.people.keep(tx, office.actor(office.stranger), theirs); });
    const auto referral = office.acknowledged();
    MoveRequest onto;
    onto.person_id = known.id;
    ASSERT_TRUE(office.move(office.centre, referral, Action::accept, onto));
    const auto told = [&](InstitutionId institution, PersonId person) {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT COUNT(*) FROM audit_entry WHERE institution_id = :here AND action = 'thread.join' AND person_id = :person",
                                            {db::arg("here", institution), db::arg("person", person)}).value();
        });
    };
    EXPECT_EQ(told(office.stranger, theirs.person.id), 1);
    EXPECT_EQ(told(office.centre, known.id), 1);
    EXPECT_EQ(told(office.line, office.referrals.open(office.actor(office.line), referral.id)->person_id.value()), 1);
}

TEST_P(Receiving, what_happens_after_two_threads_became_one_is_on_the_one_that_is_left) {
    Office office(db());
    office.agree(office.centre, office.stranger);
    const auto known = office.person(office.centre);
    office.service.institution_id = office.stranger;
    const auto sent = office.move(office.centre, office.draft_of(known.id, {}, Urgency::priority, {}, office.centre).value(), Action::send).value();
    const auto onward = office.move(office.stranger, sent, Action::acknowledge).value();
    auto again = office.content();
    again.redundancy_reason = Private("Por otro motivo.");
    const auto unsent = office.draft_of(known.id, again, Urgency::priority, {}, office.centre).value();
    office.service.institution_id = office.centre;
    MoveRequest onto;
    onto.person_id = known.id;
    const auto accepted = office.move(office.centre, office.acknowledged(), Action::accept, onto).value();
    ASSERT_NE(accepted.thread_code, known.thread_code) << "the line's is kept";

    const auto here = office.referrals.open(office.actor(office.centre), sent.id).value();
    EXPECT_EQ(here.thread_code, accepted.thread_code);
    const auto there = office.move(office.stranger, onward, Action::accept).value();
    ASSERT_TRUE(office.move(office.stranger, there, Action::confirm_first_contact, test::attended()));
    office.service.institution_id = office.stranger;
    ASSERT_TRUE(office.move(office.centre, unsent, Action::send));
    db().read([&](db::Reader& reader) {
        const auto whole = people::store::find(reader, office.centre, known.id)->thread_id;
        EXPECT_EQ(people::store::find(reader, office.stranger, there.person_id.value())->thread_id, whole);
        std::vector<thread::EventKind> seen;
        const auto events = thread::timeline(reader, office.centre, whole, office.clock.now(), thread::k_newest, 50).value();
        for (const auto& event : events)
            if (event.institution_id == office.stranger || event.kind == thread::EventKind::referral_sent) seen.push_back(event.kind);
        EXPECT_EQ(std::ranges::count(seen, thread::EventKind::arrived), 1);
        EXPECT_EQ(std::ranges::count(seen, thread::EventKind::referral_accepted), 1);
        EXPECT_GE(std::ranges::count(seen, thread::EventKind::referral_sent), 2);
        for (const auto& code : {known.thread_code, accepted.thread_code}) EXPECT_TRUE(newest_of_thread(reader, office.centre, code)) << code;
        EXPECT_TRUE(newest_of_thread(reader, office.stranger, accepted.thread_code));
        return 0;
    });
    EXPECT_EQ(office.referrals.disclosures(office.actor(office.centre), known.id)->items.size(), 2U);
}

TEST_P(Receiving, what_was_disputed_is_accepted_again_onto_the_same_row) {
    Office office(db());
    auto referral = office.move(office.centre, office.acknowledged(), Action::accept).value();
    const auto own = referral.person_id;
    MoveRequest seen;
    seen.with_whom = Private("Elena");
    referral = office.move(office.centre, referral, Action::confirm_first_contact, seen).value();
    MoveRequest outcome;
    outcome.code = Reason::completed;
    outcome.text = Private("Tuvo su hora.");
    referral = office.move(office.centre, referral, Action::report_outcome, outcome).value();
    referral = office.move(office.line, referral, Action::dispute, office.asked("Dice que nadie le atendió.")).value();
    const auto again = office.move(office.centre, referral, Action::accept);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->person_id, own);
}

TEST_P(Receiving, a_service_of_ones_own_takes_ones_own_person) {
    Office office(db());
    office.service.institution_id = office.line;
    const auto person = office.person(office.line).id;
    auto referral = office.move(office.line, office.draft_of(person).value(), Action::send).value();
    referral = office.move(office.line, referral, Action::acknowledge).value();
    const auto accepted = office.move(office.line, referral, Action::accept);
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->person_id, person);
}

TEST_P(Receiving, two_referrals_accepted_at_once_make_one_row) {
    Office office(db());
    const auto person = office.person(office.line).id;
    const std::array referrals = {acknowledged_again(office, person), acknowledged_again(office, person)};
    std::array<std::optional<Result<Opened>>, 2> answers;
    const auto accept = [&](std::size_t which) { answers[which] = office.move(office.centre, referrals[which], Action::accept); };
    std::thread one(accept, 0);
    std::thread other(accept, 1);
    one.join();
    other.join();
    ASSERT_TRUE(*answers[0]);
    ASSERT_TRUE(*answers[1]);
    EXPECT_EQ((*answers[0])->person_id, (*answers[1])->person_id);
}

TEST_P(Receiving, whose_row_was_erased_begins_anew) {
    Office office(db());
    const auto person = office.person(office.line).id;
    const auto first = office.move(office.centre, acknowledged_again(office, person), Action::accept).value();
    test::write(db(), [&](db::Tx& tx) { office.vault.erase(tx, office.centre, first.person_id->value()); });
    office.vault.forget(first.person_id->value(), office.centre);
    const auto second = office.move(office.centre, acknowledged_again(office, person), Action::accept);
    ASSERT_TRUE(second);
    EXPECT_NE(second->person_id, first.person_id);
    EXPECT_TRUE(office.people.open(office.actor(office.centre), *second->person_id));
}

}  // namespace
}  // namespace hebra::referrals
