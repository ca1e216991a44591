// Asking the person before a referral is closed: how they were asked is kept, and so is each try in which nobody could.
#include "features/referrals/asking.hpp"

#include <thread>

#include <gtest/gtest.h>

#include <algorithm>

#include "features/referrals/api.hpp"
#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using test::Office;

using Asking = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Asking);

const FieldError& field_of(const Result<Opened>& refused) { return refused.error().fields.at(0); }

Opened given(Office& office) {
    return office.move(office.line, office.information_draft().value(), Action::give).value();
}

Actor with_key(Actor actor) {
    actor.once = Once{"try-1", "/a/route", Bytes{1, 2, 3}};
    return actor;
}

Try no_answer(const Office& office) { return {people::ContactKind::phone, office.clock.now(), TryResult::no_answer}; }

Result<Opened> seek(Office& office, const Opened& referral, InstitutionId who) {
    return office.referrals.note_try(office.actor(who), referral.id, no_answer(office));
}

TEST_P(Asking, nothing_is_closed_on_the_persons_word_without_saying_how_they_were_asked) {
    Office office(db());
    const auto referral = office.reported();
    const auto refused = office.move(office.line, referral, Action::close_verified);
    ASSERT_FALSE(refused);
    EXPECT_EQ(field_of(refused).pointer, "/asked");
    EXPECT_EQ(field_of(refused).word, words::k_asked_needed);
    MoveRequest says;
    says.text = Private("Dice que no ocurrió.");
    EXPECT_EQ(field_of(office.move(office.line, referral, Action::dispute, says)).pointer, "/asked");
    const auto closed = office.move(office.line, referral, Action::close_verified, office.asked("Le sirvió.")).value();
    EXPECT_EQ(closed.status, Status::closed_verified);
    for (const auto who : {office.line, office.centre}) {
        const auto last = office.referrals.open(office.actor(who), referral.id)->moves.back();
        ASSERT_TRUE(last.asked) << "each side reads how it was known";
        EXPECT_EQ(last.asked->channel, people::ContactKind::phone);
        EXPECT_EQ(last.asked->answered_by, disclosure::Giver::person);
        EXPECT_EQ(last.text->reveal(), "Le sirvió.");
    }
}

TEST_P(Asking, when_they_were_asked_is_told_apart_from_when_it_was_written_down) {
    Office office(db());
    auto referral = office.move(office.centre, office.acknowledged(), Action::accept).value();
    const Time attended = office.clock.now() + hours(20);
    office.clock.advance(hours(26));
    auto arrived = test::attended();
    arrived.at = attended;
    referral = office.move(office.centre, referral, Action::confirm_first_contact, arrived).value();
    auto asked = office.asked();
    asked.asked->at = attended - minutes(1);
    auto refused = office.move(office.line, referral, Action::person_denies, asked);
    EXPECT_EQ(field_of(refused).pointer, "/asked/at");
    EXPECT_EQ(field_of(refused).word, words::k_asked_too_early) << "before the first contact there was nothing to ask";
    asked.asked->at = office.clock.now() + minutes(5);
    EXPECT_EQ(field_of(office.move(office.line, referral, Action::person_denies, asked)).word, words::k_asked_to_come);
    asked.asked->at = attended + hours(1);
    const auto denied = office.move(office.line, referral, Action::person_denies, asked).value();
    EXPECT_EQ(denied.moves.back().asked->at, attended + hours(1)) << "when it was, though the contact was written down later";
    EXPECT_EQ(denied.moves.back().at_time, office.clock.now());
}

TEST_P(Asking, is_told_only_with_what_they_answered) {
    Office office(db());
    const auto refused = office.move(office.centre, office.acknowledged(), Action::accept, office.asked());
    EXPECT_EQ(field_of(refused).pointer, "/asked");
    EXPECT_EQ(field_of(refused).word, words::k_asked_elsewhere);
}

TEST_P(Asking, the_person_who_says_it_themselves_was_asked_by_nobody) {
    MoveRequest request;
    request.action = Action::close_verified;
    Moment moment{.urgency = Urgency::routine, .sent_at = {}, .now = test::k_a_saturday, .today = *parse_date("2026-11-21")};
    EXPECT_FALSE(check_request(request, moment));
    moment.by_person = true;
    EXPECT_TRUE(check_request(request, moment));
}

TEST_P(Asking, a_try_closes_nothing_and_moves_nothing) {
    Office office(db());
    const auto referral = office.referrals.open(office.actor(office.line), office.reported().id).value();
    office.clock.advance(minutes(10));
    const auto after = seek(office, referral, office.line).value();
    EXPECT_EQ(after.status, Status::outcome_reported);
    EXPECT_EQ(after.version, referral.version) << "whoever is closing it meanwhile is not stopped";
    EXPECT_EQ(after.due_at, referral.due_at) << "the promise to ask runs on";
    EXPECT_EQ(after.updated_at, referral.updated_at);
    EXPECT_EQ(after.moves.size(), referral.moves.size());
    ASSERT_EQ(after.tried.size(), 1u);
    EXPECT_EQ(after.tried[0].result, TryResult::no_answer);
    EXPECT_EQ(after.tried[0].at_time, office.clock.now());
    EXPECT_EQ(after.tries, 1);
    const auto sent = office.referrals.list(office.actor(office.line), {.box = store::Box::sent, .status = {}, .cursor = {}}).value();
    EXPECT_EQ(sent.items.at(0).tries, 1);
    const auto theirs = office.referrals.open(office.actor(office.centre), referral.id).value();
    EXPECT_TRUE(theirs.tried.empty()) << "how often nobody answered the origin is no affair of the receiver's";
    EXPECT_EQ(theirs.tries, 0);
}

TEST_P(Asking, a_try_is_the_origins_and_only_while_there_is_something_to_ask) {
    Office office(db());
    auto referral = office.acknowledged();
    EXPECT_EQ(seek(office, referral, office.line).error().word, words::k_nothing_to_ask);
    referral = office.reported();
    EXPECT_EQ(seek(office, referral, office.centre).error().word, words::k_not_your_side);
    EXPECT_EQ(seek(office, referral, office.stranger).error().kind, Refused::not_found);
    auto early = no_answer(office);
    early.at = office.clock.now() - hours(24);
    EXPECT_EQ(field_of(office.referrals.note_try(office.actor(office.line), referral.id, early)).word, words::k_asked_too_early);
    early.at = office.clock.now() + hours(1);
    EXPECT_EQ(field_of(office.referrals.note_try(office.actor(office.line), referral.id, early)).pointer, "/at");
    EXPECT_TRUE(office.referrals.open(office.actor(office.line), referral.id)->tried.empty());
}

TEST_P(Asking, a_try_that_arrives_twice_counts_once_even_after_the_end) {
    Office office(db());
    const auto referral = office.reported();
    const auto actor = with_key(office.actor(office.line));
    ASSERT_TRUE(office.referrals.note_try(actor, referral.id, no_answer(office)));
    EXPECT_EQ(office.referrals.note_try(actor, referral.id, no_answer(office))->tries, 1);
    ASSERT_TRUE(office.move(office.line, referral, Action::close_verified, office.asked()));
    const auto again = office.referrals.note_try(actor, referral.id, no_answer(office));
    ASSERT_TRUE(again) << again.error().word.code;
    EXPECT_EQ(again->tried.size(), 1u);
    EXPECT_EQ(db().read([](db::Reader& reader) {
        return reader.one<std::int64_t>("SELECT COUNT(*) FROM audit_entry WHERE action = 'referral.try'", {}).value();
    }), 1);
}

TEST_P(Asking, what_a_try_says_is_sealed_and_stays_with_the_person_alone) {
    Office office(db());
    const auto referral = office.reported();
    auto tried = no_answer(office);
    tried.text = Private("Contestó la vecina Hortensia.");
    ASSERT_TRUE(office.referrals.note_try(office.actor(office.line), referral.id, tried));
    const auto kept = db().read([](db::Reader& reader) { return reader.one<Bytes>("SELECT details FROM referral_try", {}).value(); });
    EXPECT_EQ(std::string(kept.begin(), kept.end()).find("Hortensia"), std::string::npos);
    EXPECT_EQ(office.referrals.open(office.actor(office.line), referral.id)->tried.at(0).text->reveal(), "Contestó la vecina Hortensia.");
}

TEST_P(Asking, who_could_not_be_asked_is_closed_without_a_word_of_theirs_and_why_is_said) {
    Office office(db());
    auto referral = office.reported();
    MoveRequest why;
    EXPECT_EQ(field_of(office.move(office.line, referral, Action::close_unasked)).pointer, "/code");
    why.code = Reason::other;
    EXPECT_EQ(field_of(office.move(office.line, referral, Action::close_unasked, why)).pointer, "/text");
    why.code = Reason::unreachable;
    for (int tries = 0; tries < k_tries_until_unasked; ++tries) {
        EXPECT_EQ(field_of(office.move(office.line, referral, Action::close_unasked, why)).word, words::k_tries_needed) << tries;
        for (int calls = 0; calls < 3; ++calls) ASSERT_TRUE(seek(office, referral, office.line)) << "three calls in a row are one try";
        if (tries + 1 < k_tries_until_unasked) office.clock.advance(std::chrono::hours(1));
    }
    EXPECT_EQ(office.move(office.centre, referral, Action::close_unasked, why).error().word, words::k_not_your_side);
    const auto closed = office.move(office.line, referral, Action::close_unasked, why).value();
    EXPECT_EQ(closed.status, Status::closed_unverified) << "nobody verified it";
    EXPECT_EQ(closed.moves.back().code, "unreachable");
    EXPECT_FALSE(closed.due_at);
    why.code = Reason::did_not_consent;
    EXPECT_EQ(office.move(office.line, given(office), Action::close_unasked, why)->status, Status::closed_unverified) << "no try is asked of nobody";
}

TEST(Tries, count_when_an_hour_lies_between_them_however_they_were_written_down) {
    const auto at = [](int minutes) { return *parse_time("2026-11-23T12:00:00Z") + std::chrono::minutes(minutes); };
    EXPECT_EQ(count_apart({}), 0);
    EXPECT_EQ(count_apart({at(0), at(0), at(59)}), 1);
    EXPECT_EQ(count_apart({at(130), at(0), at(60)}), 3) << "noted late, in any order";
    EXPECT_EQ(count_apart({at(0), at(40), at(80), at(120)}), 2) << "each is held against the last that counted";
}

TEST_P(Asking, tries_are_counted_anew_after_each_move_and_all_of_them_stay_in_the_history) {
    Office office(db());
    auto referral = office.reported();
    ASSERT_TRUE(seek(office, referral, office.line));
    const auto disputed = office.move(office.line, referral, Action::dispute, office.asked("Nadie la llamó.")).value();
    EXPECT_EQ(disputed.tries, 0);
    EXPECT_EQ(disputed.tried.size(), 1u);
}

TEST_P(Asking, what_was_said_of_an_information_given_is_kept_though_nothing_travelled) {
    Office office(db());
    const auto referral = given(office);
    ASSERT_TRUE(seek(office, referral, office.line));
    auto answer = office.asked("Sí, fui y me recibieron.");
    answer.asked->answered_by = disclosure::Giver::guardian;
    const auto closed = office.move(office.line, referral, Action::person_confirms, answer).value();
    const auto& last = closed.moves.back();
    ASSERT_TRUE(last.text);
    EXPECT_EQ(last.text->reveal(), "Sí, fui y me recibieron.");
    EXPECT_EQ(last.asked->answered_by, disclosure::Giver::guardian);
    const auto said = db().read([&](db::Reader& reader) {
        return said_by(reader, office.vault, office.line, closed.person_id.value(), office.clock.now(), 10);
    });
    ASSERT_EQ(said.size(), 1u) << "beside what else they said";
    EXPECT_EQ(said[0].answering, Action::person_confirms);
    EXPECT_EQ(said[0].words.reveal(), "Sí, fui y me recibieron.");
}

TEST_P(Asking, what_they_say_did_not_happen_shows_in_both_lists_until_somebody_confirms_it_anew) {
    Office office(db());
    const auto shown = [&](InstitutionId who, store::Box box) {
        return office.referrals.list(office.actor(who), {.box = box, .status = {}, .cursor = {}})->items.at(0).disputed;
    };
    auto referral = office.reported();
    EXPECT_FALSE(shown(office.centre, store::Box::inbox));
    referral = office.move(office.line, referral, Action::dispute, office.asked("No fue.")).value();
    EXPECT_EQ(shown(office.centre, store::Box::inbox), Disputed::outcome);
    EXPECT_EQ(shown(office.line, store::Box::sent), Disputed::outcome);
    office.agree(office.line, office.stranger);
    auto coordinator = office.actor(office.stranger);
    coordinator.permissions = {k_referral_coordinate.name};
    ASSERT_TRUE(office.institutions.name_coordinator(coordinator, office.stranger));
    MoveRequest declines;
    declines.code = Reason::already_attended;
    const auto declined = office.move(office.centre, referral, Action::decline, declines);
    ASSERT_TRUE(declined) << declined.error().word.code;
    referral = *declined;
    EXPECT_EQ(shown(office.line, store::Box::sent), Disputed::outcome) << "to decline it answers nothing";
    MoveRequest contests;
    contests.text = Private("Nadie la atendió.");
    const auto contested = office.move(office.line, referral, Action::contest, contests);
    ASSERT_TRUE(contested) << contested.error().word.code;
    MoveRequest returns;
    returns.text = Private("Se pregunta de nuevo.");
    returns.action = Action::send_back;
    returns.version = contested->version;
    const auto returned = office.referrals.move(coordinator, referral.id, returns);
    ASSERT_TRUE(returned) << returned.error().word.code;
    referral = *returned;
    EXPECT_EQ(shown(office.centre, store::Box::inbox), Disputed::outcome);
    referral = office.move(office.centre, referral, Action::accept).value();
    EXPECT_EQ(shown(office.centre, store::Box::inbox), Disputed::outcome) << "accepting it again answers nothing yet";
    referral = office.move(office.centre, referral, Action::confirm_first_contact, test::attended()).value();
    EXPECT_FALSE(shown(office.centre, store::Box::inbox));
    referral = office.move(office.line, referral, Action::person_denies, office.asked()).value();
    EXPECT_EQ(shown(office.centre, store::Box::inbox), Disputed::arrival);
    MoveRequest gone;
    gone.code = Reason::moved;
    referral = office.move(office.centre, referral, Action::fail, gone).value();
    EXPECT_FALSE(shown(office.line, store::Box::sent)) << "it ended";
}

TEST_P(Asking, tries_noted_at_once_do_not_pass_their_bound) {
    Office office(db());
    const auto referral = office.reported();
    test::write(db(), [&](db::Tx& tx) {
        tx.add("UPDATE referral SET tries = :almost WHERE id = :id", {db::arg("almost", k_most_tries - 1), db::arg("id", referral.id)});
    });
    std::atomic<int> noted{0}, enough{0};
    {
        std::vector<std::jthread> at_once;
        for (int n = 0; n < 4; ++n)
            at_once.emplace_back([&] {
                const auto answer = seek(office, referral, office.line);
                if (answer) ++noted;
                else if (answer.error().word == words::k_enough_tries) ++enough;
            });
    }
    EXPECT_EQ(noted, 1);
    EXPECT_EQ(enough, 3);
}

TEST_P(Asking, how_often_they_were_sought_is_told_of_many_at_once_to_the_origin_alone) {
    Office office(db());
    const auto never = RecordId(office.reported().id.value());
    const auto referral = office.reported();
    ASSERT_TRUE(seek(office, referral, office.line));
    ASSERT_TRUE(seek(office, referral, office.line));
    const std::array both = {never, RecordId(referral.id.value())};
    const auto sought = [&](InstitutionId who) { return db().read([&](db::Reader& reader) { return sought_of(reader, who, both); }); };
    ASSERT_EQ(sought(office.line).size(), 1u);
    EXPECT_EQ(sought(office.line)[0].referral, both[1]);
    EXPECT_EQ(sought(office.line)[0].tries, 2);
    EXPECT_TRUE(sought(office.centre).empty());
}

}  // namespace
}  // namespace hebra::referrals
