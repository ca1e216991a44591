#include "core/commitments/commitments.hpp"

#include <gtest/gtest.h>

#include <future>

#include "core/commitments/test_desk.hpp"
#include "core/thread/thread.hpp"

namespace hebra::commitments {
namespace {

using namespace std::chrono_literals;

class Promises : public test::OnBothDatabases<test::house_schema> {
  protected:
    Desk desk{db()};
    InstitutionId line = desk.found("Línea Demo");
    InstitutionId cesfam = desk.found("CESFAM Demo");
    UserId antonia = desk.staff(line);
    UserId veronica = desk.staff(line);
};
HEBRA_ON_BOTH_DATABASES(Promises);

#define EXPECT_REFUSED(result, the_word)             \
    do {                                             \
        const auto refused_ = (result);              \
        ASSERT_FALSE(refused_);                      \
        EXPECT_EQ(refused_.error().word, (the_word)); \
    } while (false)

TEST_P(Promises, one_of_a_kind_is_open_about_a_record_at_a_time) {
    const auto answer = desk.promise(k_answer, line);
    const auto first = desk.open(answer);
    EXPECT_EQ(desk.open(answer), first) << "opening again changes nothing";
    auto call = answer;
    call.kind = k_call;
    EXPECT_NE(desk.open(call), first);
    const auto fulfil = [&](db::Tx& tx, const Cause& cause) { return desk.commitments.fulfil(tx, answer.subject, k_answer.name, cause); };
    EXPECT_TRUE(desk.act(line, fulfil));
    EXPECT_FALSE(desk.act(line, fulfil)) << "once";
    EXPECT_EQ(desk.stored(first).fulfilled_at, desk.clock.now());
    EXPECT_NE(desk.open(answer), first) << "what was fulfilled may be asked for again";
    EXPECT_TRUE(desk.act(line, [&](db::Tx& tx, const Cause& cause) { return desk.commitments.cancel(tx, answer.subject, k_answer.name, cause); }));
    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.cancel_all(tx, answer.subject, cause); });
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM commitment WHERE cancelled_at IS NULL AND fulfilled_at IS NULL"), 0);
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM commitment WHERE cancelled_at IS NOT NULL"), 2);
}

TEST_P(Promises, two_that_open_the_same_at_once_open_one) {
    const auto answer = desk.promise(k_answer, line);
    const auto open = [&] { desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.open(tx, answer, cause); }); };
    auto other = std::async(std::launch::async, open);
    open();
    other.get();
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM commitment"), 1);
}

TEST_P(Promises, a_clock_stands_and_goes_on) {
    const auto answer = desk.promise(k_call, line);
    const auto id = desk.open(answer);
    const Time due = desk.stored(id).due_at;
    const auto pause = [&](db::Tx& tx, const Cause& cause) { return desk.commitments.pause(tx, answer.subject, k_call.name, cause); };
    const auto resume = [&](db::Tx& tx, const Cause& cause) { return desk.commitments.resume(tx, answer.subject, k_call.name, cause); };
    EXPECT_FALSE(desk.act(line, resume)) << "it runs";
    desk.clock.advance(90min);
    EXPECT_TRUE(desk.act(line, pause));
    EXPECT_FALSE(desk.act(line, pause)) << "it stands already";
    desk.clock.advance(48h);
    EXPECT_FALSE(desk.stored(id).is_loose(desk.clock.now())) << "what stands is not loose";
    EXPECT_TRUE(desk.act(line, resume));
    EXPECT_EQ(desk.stored(id).due_at, due + 48h);
    EXPECT_EQ(desk.stored(id).escalates_at, test::k_a_saturday + 1h) << "the reminder at half its time was due before the pause";

    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.pause_all(tx, answer.subject, cause); });
    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.resume_all(tx, answer.subject, cause); });
    EXPECT_EQ(desk.stored(id).due_at, due + 48h);
    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.fulfil_all(tx, answer.subject, cause); });
    EXPECT_FALSE(desk.act(line, pause)) << "it ended";
}

TEST_P(Promises, an_appointment_gives_what_is_open_a_new_clock) {
    const auto contact = desk.promise(k_answer, cesfam);
    const auto id = desk.open(contact);
    const Time appointment = desk.clock.now() + 30h;
    const auto restart = [&](db::Tx& tx, const Cause& cause) {
        return desk.commitments.restart(tx, contact.subject, k_answer.name, Term::at(appointment), cause);
    };
    EXPECT_TRUE(desk.act(cesfam, restart));
    EXPECT_EQ(desk.stored(id).due_at, appointment);
    EXPECT_EQ(desk.stored(id).opened_at, test::k_a_saturday);
    desk.act(cesfam, [&](db::Tx& tx, const Cause& cause) { return desk.commitments.cancel(tx, contact.subject, k_answer.name, cause); });
    EXPECT_FALSE(desk.act(cesfam, restart));
}

TEST_P(Promises, clocks_run_on_the_institutions_days_and_the_persons_hours) {
    people::SafeContact card;
    card.hours = {{{people::Weekday::sun}, people::TimeOfDay::parse("11:00").value(), people::TimeOfDay::parse("12:00").value(), {}}};
    auto call = desk.promise(k_call, line);
    call.person = desk.person(line, card).id;
    call.term = Term::of({1, calendar::Unit::hours}, CalendarKind::safe_around_the_clock);
    EXPECT_EQ(desk.stored(desk.open(call)).due_at, *parse_time("2026-11-22T15:00:00Z")) << "the end of the first hour they can be reached";
    call.subject = RecordId::make(desk.clock.now());
    call.institution = cesfam;
    EXPECT_EQ(desk.stored(desk.open(call)).due_at, desk.clock.now() + 1h) << "another institution knows nothing of that card";
    call.subject = RecordId::make(desk.clock.now());
    call.term = Term::of({1, calendar::Unit::business_days}, CalendarKind::institution_hours);
    EXPECT_EQ(desk.stored(desk.open(call)).due_at, *parse_time("2026-11-23T21:00:00Z")) << "Monday at 18:00 in Santiago";
}

TEST_P(Promises, of_two_that_take_one_only_one_holds_it) {
    const auto id = desk.open(desk.promise(k_answer, line));
    const auto take = [&](UserId user) { return desk.move(user, line, id, {Action::take, 1}); };
    auto other = std::async(std::launch::async, take, veronica);
    const auto mine = take(antonia);
    const auto theirs = other.get();
    EXPECT_NE(mine.has_value(), theirs.has_value());
    const auto& won = mine ? mine : theirs;
    EXPECT_EQ(desk.stored(id).owner_id, won->owner_id);
    EXPECT_EQ(desk.stored(id).version, 2);
    EXPECT_FALSE(won->is_loose(desk.clock.now()));
    const auto& lost = mine ? theirs : mine;
    EXPECT_EQ(lost.error().kind, Refused::conflict);
}

TEST_P(Promises, who_may_move_what) {
    const auto id = desk.open(desk.promise(k_answer, line));
    const auto marisol = desk.staff(cesfam);
    EXPECT_REFUSED(desk.move(marisol, cesfam, id, {Action::take, 0}, Authority::any), hebra::words::k_not_found);
    EXPECT_REFUSED(desk.move(antonia, line, CommitmentId::make(desk.clock.now()), {Action::take, 1}), hebra::words::k_not_found);
    EXPECT_REFUSED(desk.move(antonia, line, id, {Action::release, 0}), words::k_take_it_first);
    ASSERT_TRUE(desk.move(antonia, line, id, {Action::take, 0}));
    EXPECT_TRUE(desk.move(antonia, line, id, {Action::take, 0})) << "what is mine I may take again";
    EXPECT_REFUSED(desk.move(veronica, line, id, {Action::take, 0}), words::k_held_by_other);
    EXPECT_REFUSED(desk.move(veronica, line, id, {Action::release, 0}), words::k_held_by_other);
    EXPECT_REFUSED(desk.move(veronica, line, id, {Action::hand_over, 0, veronica}), words::k_held_by_other);
    EXPECT_REFUSED(desk.move(antonia, line, id, {Action::take, 1}), hebra::words::k_changed_meanwhile);
    EXPECT_REFUSED(desk.move(antonia, line, id, {Action::hand_over, 0}), words::k_person_needed);
}

TEST_P(Promises, is_handed_over_to_somebody_who_works_there_today) {
    const auto id = desk.open(desk.promise(k_answer, line));
    ASSERT_TRUE(desk.move(antonia, line, id, {Action::take, 0}));
    for (const auto nobody : {desk.staff(line, access::UserStatus::disabled), desk.staff(cesfam), UserId::make(desk.clock.now())}) {
        const auto refused = desk.move(antonia, line, id, {Action::hand_over, 0, nobody});
        ASSERT_FALSE(refused);
        ASSERT_EQ(refused.error().fields.size(), 1u);
        EXPECT_EQ(refused.error().fields[0].pointer, "/to");
        EXPECT_EQ(refused.error().fields[0].word, words::k_not_staff_here);
    }
    EXPECT_TRUE(desk.move(antonia, line, id, {Action::hand_over, 0, veronica}));
    EXPECT_EQ(desk.stored(id).owner_id, veronica);
    EXPECT_TRUE(desk.move(antonia, line, id, {Action::hand_over, 0, antonia}, Authority::any)) << "a supervisor may";
    desk.clock.advance(10min);
    const auto released = desk.move(antonia, line, id, {Action::release, 0});
    ASSERT_TRUE(released);
    EXPECT_EQ(released->loose_at, desk.clock.now()) << "nobody holds it since now";
}

TEST_P(Promises, what_a_leaver_held_goes_back_to_the_institution) {
    const auto at_line = desk.open(desk.promise(k_answer, line));
    const auto calm = desk.open(desk.promise(k_call, line));
    const auto kept = desk.open(desk.promise(k_answer, line));
    for (const auto id : {at_line, calm}) ASSERT_TRUE(desk.move(antonia, line, id, {Action::take, 0}));
    ASSERT_TRUE(desk.move(veronica, line, kept, {Action::take, 0}));
    const Time due = desk.stored(calm).due_at;
    desk.clock.advance(10min);
    const auto take_from = [&](std::optional<InstitutionId> where) {
        return desk.act(line, [&](db::Tx& tx, const Cause& cause) { return desk.commitments.take_from(tx, antonia, where, cause); });
    };
    EXPECT_EQ(take_from(cesfam), 0);
    EXPECT_EQ(take_from(std::nullopt), 2);
    EXPECT_EQ(take_from(line), 0);
    EXPECT_EQ(desk.stored(at_line).loose_at, desk.clock.now());
    EXPECT_EQ(desk.stored(calm).loose_at, due) << "it does not demand an owner";
    EXPECT_FALSE(desk.stored(calm).owner_id);
    EXPECT_EQ(desk.stored(kept).owner_id, veronica);
}

TEST_P(Promises, a_new_date_keeps_the_old_and_the_third_is_told) {
    const auto id = desk.open(desk.promise(k_call, line));
    ASSERT_TRUE(desk.move(antonia, line, id, {Action::take, 0}));
    const Time now = desk.clock.now();
    const Move later{Action::renegotiate, 0, {}, now + 30h, Reason::no_capacity};
    const auto field_of = [&](Move move) {
        const auto refused = desk.move(antonia, line, id, move);
        return refused || refused.error().fields.empty() ? std::string("none") : refused.error().fields[0].pointer;
    };
    EXPECT_EQ(field_of({Action::renegotiate, 0, {}, {}, Reason::no_capacity}), "/due_at");
    EXPECT_EQ(field_of({Action::renegotiate, 0, {}, now, Reason::no_capacity}), "/due_at");
    EXPECT_EQ(field_of({Action::renegotiate, 0, {}, now + std::chrono::days(401), Reason::no_capacity}), "/due_at");
    EXPECT_EQ(field_of({Action::renegotiate, 0, {}, now + 30h, {}}), "/reason");
    for (int nth = 1; nth <= 3; ++nth) {
        ASSERT_TRUE(desk.move(antonia, line, id, later));
        EXPECT_EQ(desk.stored(id).due_at, now + 30h);
        EXPECT_EQ(desk.count("SELECT COUNT(*) FROM commitment_renegotiation"), nth);
        EXPECT_EQ(desk.count("SELECT COUNT(*) FROM escalation WHERE reason = 'renegotiated' AND audience = 'coordinator'"), nth / 3);
    }
    EXPECT_EQ(desk.count("SELECT MIN(old_due_at) FROM commitment_renegotiation"), to_micros(now + 2h));

    auto imminent = desk.promise(k_call, line);
    imminent.danger = Danger::imminent;
    imminent.owner = antonia;
    EXPECT_REFUSED(desk.move(antonia, line, desk.open(imminent), later), words::k_not_negotiable);
    auto answer = desk.promise(k_answer, line);
    answer.owner = antonia;
    EXPECT_REFUSED(desk.move(antonia, line, desk.open(answer), later), words::k_not_negotiable);
}

TEST_P(Promises, a_new_date_does_not_hide_since_when_nobody_holds_it) {
    constexpr Kind k_visit{.name = "test.visit", .demands_owner = true, .negotiable = true};
    const auto id = desk.open(desk.promise(k_visit, line));
    const Time opened = desk.clock.now();
    desk.clock.advance(10min);
    const Move later{Action::renegotiate, 0, {}, desk.clock.now() + 30h, Reason::waiting_for_person};
    EXPECT_REFUSED(desk.move(antonia, line, id, later), words::k_take_it_first);
    ASSERT_TRUE(desk.move(veronica, line, id, later, Authority::any));
    EXPECT_EQ(desk.stored(id).loose_at, opened);
}

TEST_P(Promises, what_is_done_by_hand_leaves_its_event_and_the_rest_its_own_act) {
    const auto person = desk.person(line);
    auto call = desk.promise(k_call, line);
    call.owner = antonia;
    call.person = person.id;
    call.thread = person.thread_id;
    call.requested_by = cesfam;
    const auto id = desk.open(call);
    const auto evidence = RecordId::make(desk.clock.now());
    const auto done = desk.move(antonia, line, id, {Action::fulfil, 0, {}, {}, {}, evidence});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->fulfilled_at, desk.clock.now());
    EXPECT_EQ(done->thread_code, person.thread_code);
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM thread_event WHERE kind = 'commitment_fulfilled' AND shared_with IS NOT NULL"), 1);
    EXPECT_REFUSED(desk.move(antonia, line, id, {Action::fulfil, 0}), words::k_ended);

    auto answer = desk.promise(k_answer, line);
    answer.owner = antonia;
    EXPECT_REFUSED(desk.move(antonia, line, desk.open(answer), {Action::fulfil, 0}), words::k_only_its_act);
}

TEST_P(Promises, a_repeated_request_is_carried_out_once) {
    const auto id = desk.open(desk.promise(k_answer, line));
    auto actor = Desk::actor(line, antonia);
    actor.once = Once{"one-key", "POST /api/v1/commitments/{id}/moves", {1, 2, 3}};
    const auto first = desk.commitments.move(actor, id, {Action::take, 1}, Authority::own);
    const auto again = desk.commitments.move(actor, id, {Action::take, 1}, Authority::own);
    ASSERT_TRUE(first);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->version, 2);
}

TEST_P(Promises, each_change_is_kept_whole_or_not_at_all) {
    const auto person = desk.person(line);
    auto call = desk.promise(k_call, line);
    call.owner = antonia;
    call.thread = person.thread_id;
    const auto id = desk.open(call);
    const auto act = [&](Move move) {
        return [this, id, move] { ASSERT_TRUE(desk.commitments.move(Desk::actor(line, antonia), id, move, Authority::own)); };
    };
    const Move later{Action::renegotiate, 1, {}, desk.clock.now() + 30h, Reason::more_time_needed};
    test::expect_all_or_nothing(db(), act(later));
    test::expect_all_or_nothing(db(), act({Action::hand_over, 2, antonia}));
    test::expect_all_or_nothing(db(), act({Action::fulfil, 3}));
    const auto answer = desk.promise(k_answer, line);
    test::expect_all_or_nothing(db(), [&] {
        desk.act(line, [&](db::Tx& tx, const Cause& cause) {
            desk.commitments.open(tx, answer, cause);
            desk.commitments.pause(tx, answer.subject, k_answer.name, cause);
            desk.commitments.resume(tx, answer.subject, k_answer.name, cause);
        });
    });
}

}  // namespace
}  // namespace hebra::commitments
