#include "features/referrals/agenda.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "features/referrals/agenda_words.hpp"
#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

/// A centre that offers three hours on Tuesday morning; it is Saturday noon.
struct Desk : test::Office {
    explicit Desk(db::Database& its_database) : Office(its_database) { slots = agenda.offer(actor(centre), three()).value().items; }

    NewSlots three() const {
        return {.service_id = service.id,
                .starts_at = *parse_time("2026-11-24T12:00:00Z"),
                .minutes = 45,
                .count = 3,
                .places = {},
                .channel = people::ContactKind::visit,
                .place = "Box 3"};
    }
    Opened accepted() { return move(centre, acknowledged(), Action::accept).value(); }
    Result<Opened> book(const Opened& referral, SlotId slot, Action action = Action::schedule, std::string_view text = "") {
        MoveRequest request;
        request.slot_id = slot;
        if (action == Action::reschedule) request.text = Private("Pidió otra hora.");
        if (!text.empty()) request.text = Private(std::string(text));
        return move(centre, referral, action, request);
    }
    /// The hour passes and nobody came.
    Result<Opened> miss(const Opened& referral, const MoveRequest& request = {}) {
        if (referral.due_at && *referral.due_at > clock.now()) clock.advance(*referral.due_at - clock.now());
        return move(centre, referral, Action::no_show, request);
    }
    AgendaDays week(InstitutionId who) { return agenda.days(actor(who), {.from = parse_date("2026-11-21"), .days = 31}).value(); }
    std::int64_t looks(std::string_view action = "agenda.view") {
        return database.read([&](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT count(*) FROM audit_entry WHERE action = :action", {db::arg("action", action)}).value();
        });
    }
    std::vector<AppointmentStatus> statuses() {
        std::vector<AppointmentStatus> all;
        for (const auto& one : week(centre).appointments) all.push_back(one.status);
        return all;
    }
    std::vector<commitments::Commitment> reminders(AppointmentId id) {
        const std::array subject = {RecordId(id.value())};
        return database.read([&](db::Reader& reader) { return commitments.open_of(reader, subject); });
    }

    Agenda agenda{{.database = database,
                   .audit = audit,
                   .institutions = institutions,
                   .commitments = commitments,
                   .services_of = [this](InstitutionId who) {
                       return who == centre ? std::vector<OwnService>{{service.id, service.name}} : std::vector<OwnService>{};
                   },
                   .clock = clock}};
    std::vector<Slot> slots;
};

using AgendaUse = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(AgendaUse);

TEST_P(AgendaUse, an_hour_is_booked_by_moving_the_referral) {
    Desk desk(db());
    const auto scheduled = desk.book(desk.accepted(), desk.slots[0].id).value();
    EXPECT_EQ(scheduled.status, Status::scheduled);
    EXPECT_EQ(scheduled.due_at, desk.slots[0].starts_at) << "the reminder is another promise, and no clock of the referral's";
    EXPECT_EQ(scheduled.moves.back().place->reveal(), "Box 3") << "the origin reads where";
    const auto week = desk.week(desk.centre);
    ASSERT_EQ(week.appointments.size(), 1u);
    const auto& hour = week.appointments[0];
    EXPECT_EQ(hour.thread_code, scheduled.thread_code);
    EXPECT_EQ(hour.place, "Box 3");
    EXPECT_EQ(hour.referral_version, scheduled.version);
    EXPECT_EQ(std::ranges::count(hour.possible, Action::reschedule), 1);
    EXPECT_EQ(week.slots[0].held, 1);
    EXPECT_EQ(desk.agenda.days(desk.actor(desk.centre), {.from = {}, .days = 1, .appointment = hour.id}).value().from,
              *parse_date("2026-11-24"));
}

TEST_P(AgendaUse, whoever_gives_an_hour_reminds_of_it_on_the_last_working_day_before) {
    Desk desk(db());
    const auto giver = UserId::make(desk.clock.now());
    const auto referral = desk.accepted();
    MoveRequest request;
    request.action = Action::schedule;
    request.version = referral.version;
    request.slot_id = desk.slots[0].id;
    const auto tuesday = desk.referrals.move(desk.actor(desk.centre, giver), referral.id, request).value();
    const auto hour = desk.week(desk.centre).appointments.at(0);
    const auto reminders = desk.reminders(hour.id);
    ASSERT_EQ(reminders.size(), 1u);
    EXPECT_EQ(reminders[0].owner_id, giver);
    EXPECT_EQ(reminders[0].due_at, *parse_time("2026-11-23T12:00:00Z"));
    EXPECT_EQ(desk.agenda.days(desk.actor(desk.centre, giver), {.from = parse_date("2026-11-24"), .days = 1}).value().appointments[0].reminder->mine,
              true);
    // A Monday's is reminded of on Friday.
    MoveRequest monday;
    monday.at = *parse_time("2026-11-30T13:00:00Z");
    monday.text = Private("Pidió otra hora.");
    ASSERT_TRUE(desk.move(desk.centre, tuesday, Action::reschedule, monday));
    EXPECT_TRUE(desk.reminders(hour.id).empty()) << "the hour it was about is gone";
    const auto moved = desk.week(desk.centre).appointments.at(1);
    EXPECT_EQ(desk.reminders(moved.id).at(0).due_at, *parse_time("2026-11-27T13:00:00Z"));
}

TEST_P(AgendaUse, an_hour_of_today_needs_no_reminder) {
    Desk desk(db());
    MoveRequest today;
    today.at = desk.clock.now() + std::chrono::hours(3);
    ASSERT_TRUE(desk.move(desk.centre, desk.accepted(), Action::schedule, today));
    EXPECT_TRUE(desk.reminders(desk.week(desk.centre).appointments.at(0).id).empty());
}

TEST_P(AgendaUse, of_two_who_want_one_hour_one_gets_it) {
    Desk desk(db());
    const std::array referrals = {desk.accepted(), desk.accepted()};
    std::array<std::optional<Result<Opened>>, 2> answers;
    std::thread one([&] { answers[0] = desk.book(referrals[0], desk.slots[0].id); });
    std::thread other([&] { answers[1] = desk.book(referrals[1], desk.slots[0].id); });
    one.join();
    other.join();
    EXPECT_NE(answers[0]->has_value(), answers[1]->has_value());
    const auto& loser = answers[0]->has_value() ? *answers[1] : *answers[0];
    EXPECT_EQ(loser.error().word, words::k_slot_taken);
    EXPECT_EQ(desk.week(desk.centre).slots[0].held, 1);
    EXPECT_EQ(desk.week(desk.centre).appointments.size(), 1u);
}

TEST_P(AgendaUse, moving_frees_the_first_hour) {
    Desk desk(db());
    const auto referral = desk.book(desk.accepted(), desk.slots[0].id).value();
    ASSERT_TRUE(desk.book(referral, desk.slots[1].id, Action::reschedule));
    EXPECT_EQ(desk.statuses(), (std::vector{AppointmentStatus::moved, AppointmentStatus::booked}));
    EXPECT_EQ(desk.week(desk.centre).slots[0].held, 0);
    EXPECT_EQ(desk.week(desk.centre).slots[1].held, 1);
}

TEST_P(AgendaUse, a_missed_hour_is_counted_and_spent_and_the_third_asks_two_ways) {
    Desk desk(db());
    auto referral = desk.book(desk.accepted(), desk.slots[0].id).value();
    EXPECT_EQ(desk.move(desk.centre, referral, Action::no_show).error().word, words::k_hour_to_come);
    referral = desk.miss(referral).value();
    EXPECT_EQ(desk.week(desk.centre).slots[0].held, 1) << "spent, not free again";
    referral = desk.miss(desk.book(referral, desk.slots[1].id).value()).value();
    referral = desk.book(referral, desk.slots[2].id).value();
    EXPECT_EQ(desk.week(desk.centre).appointments.back().try_number, 3);
    EXPECT_EQ(desk.miss(referral).error().fields.at(0).word, words::k_two_channels);
    MoveRequest tried;
    tried.channel = people::ContactKind::phone;
    tried.other_channel = people::ContactKind::phone;
    EXPECT_EQ(desk.miss(referral, tried).error().fields.at(0).word, words::k_two_channels) << "one way twice";
    tried.other_channel = people::ContactKind::sms;
    referral = desk.miss(referral, tried).value();
    EXPECT_EQ(referral.no_shows, 3);
    EXPECT_EQ(referral.moves.back().other_channel, people::ContactKind::sms);
    auto more = desk.three();
    more.starts_at += std::chrono::days(1);
    const auto fourth = desk.agenda.offer(desk.actor(desk.centre), more).value().items.at(0).id;
    EXPECT_EQ(desk.book(referral, fourth).error().fields.at(0).word, words::k_fourth_hour);
    EXPECT_TRUE(desk.book(referral, fourth, Action::schedule, "La línea la acompaña."));
}

TEST_P(AgendaUse, the_hour_ends_with_the_referral_and_with_the_first_contact) {
    Desk desk(db());
    const auto referral = desk.book(desk.accepted(), desk.slots[0].id).value();
    MoveRequest why;
    why.code = Reason::person_withdraws;
    ASSERT_TRUE(desk.move(desk.line, referral, Action::cancel, why));
    EXPECT_EQ(desk.statuses(), std::vector{AppointmentStatus::cancelled});
    EXPECT_EQ(desk.week(desk.centre).slots[0].held, 0);
    const auto booked = desk.book(desk.accepted(), desk.slots[1].id).value();
    desk.clock.advance(desk.slots[1].starts_at - desk.clock.now());
    ASSERT_TRUE(desk.move(desk.centre, booked, Action::confirm_first_contact, test::attended()));
    EXPECT_EQ(desk.statuses(), (std::vector{AppointmentStatus::cancelled, AppointmentStatus::kept}));
    EXPECT_TRUE(desk.week(desk.centre).appointments.at(1).possible.empty());
}

TEST_P(AgendaUse, who_comes_on_a_day_before_leaves_their_hour_to_others) {
    Desk desk(db());
    ASSERT_TRUE(desk.move(desk.centre, desk.book(desk.accepted(), desk.slots[1].id).value(), Action::confirm_first_contact, test::attended()));
    EXPECT_EQ(desk.statuses(), std::vector{AppointmentStatus::cancelled});
    EXPECT_EQ(desk.week(desk.centre).slots[1].held, 0);
}

TEST_P(AgendaUse, exists_for_its_own_institution_alone) {
    Desk desk(db());
    const auto booked = desk.book(desk.accepted(), desk.slots[0].id).value();
    const auto hour = desk.week(desk.centre).appointments.at(0);
    for (const auto who : {desk.line, desk.stranger}) {
        EXPECT_TRUE(desk.week(who).appointments.empty());
        EXPECT_TRUE(desk.week(who).slots.empty());
        EXPECT_EQ(desk.agenda.days(desk.actor(who), {.from = {}, .days = {}, .appointment = hour.id}).error().kind, Refused::not_found);
        EXPECT_EQ(desk.agenda.withdraw(desk.actor(who), desk.slots[1].id, 1).error().kind, Refused::not_found);
        EXPECT_EQ(desk.agenda.offer(desk.actor(who), desk.three()).error().fields.at(0).word, words::k_not_own_service);
    }
    MoveRequest theirs;
    theirs.slot_id = desk.slots[1].id;
    theirs.text = Private("…");
    EXPECT_EQ(desk.move(desk.line, booked, Action::reschedule, theirs).error().fields.at(0).word, words::k_unknown_slot);
}

TEST_P(AgendaUse, an_hour_is_taken_back_only_while_nobody_holds_it) {
    Desk desk(db());
    const auto centre = desk.actor(desk.centre);
    ASSERT_TRUE(desk.book(desk.accepted(), desk.slots[0].id));
    EXPECT_EQ(desk.agenda.withdraw(centre, desk.slots[0].id, 1).error().word, words::k_slot_held);
    EXPECT_EQ(desk.agenda.withdraw(centre, desk.slots[1].id, 7).error().kind, Refused::stale);
    EXPECT_TRUE(desk.agenda.withdraw(centre, desk.slots[1].id, 1));
    EXPECT_EQ(desk.week(desk.centre).slots.size(), 2u);
    EXPECT_EQ(desk.book(desk.accepted(), desk.slots[1].id).error().fields.at(0).word, words::k_unknown_slot);
}

TEST_P(AgendaUse, refuses_hours_that_cannot_be) {
    Desk desk(db());
    const auto refusal = [&](auto change) {
        auto asked = desk.three();
        asked.starts_at += std::chrono::days(7);
        change(asked);
        const auto offered = desk.agenda.offer(desk.actor(desk.centre), asked);
        return offered ? std::string("offered") : offered.error().fields.at(0).pointer;
    };
    EXPECT_EQ(refusal([](NewSlots& one) { one.minutes = 5; }), "/minutes");
    EXPECT_EQ(refusal([](NewSlots& one) { one.count = 21; }), "/count");
    EXPECT_EQ(refusal([](NewSlots& one) { one.places = 0; }), "/places");
    EXPECT_EQ(refusal([](NewSlots& one) { one.place = std::string(81, 'x'); }), "/place");
    for (const auto* who : {"con martina@example.org", "RUN 12.345.678-5", "RUN 9876543-k", "llamar al 9 0000 0147", "+56 9 0000-0147"})
        EXPECT_EQ(refusal([&](NewSlots& one) { one.place = who; }), "/place") << "it stands in the clear: " << who;
    for (const auto* where : {"Box 12, piso 3, of. 41", "Av. Independencia 1345, of. 204, torre 2", "Sala 7 k"})
        EXPECT_EQ(refusal([&](NewSlots& one) { one.place = where; }), "offered") << where;
    EXPECT_EQ(refusal([](NewSlots& one) { one.starts_at -= std::chrono::days(30); }), "/starts_at");
    EXPECT_EQ(refusal([](NewSlots& one) { one.starts_at += std::chrono::days(400); }), "/starts_at");
    const auto a_week_before = std::chrono::days(7) - std::chrono::minutes(44);
    EXPECT_EQ(refusal([&](NewSlots& one) { one.starts_at -= a_week_before; }), "/starts_at") << "it overlaps by a minute";
    EXPECT_EQ(refusal([&](NewSlots& one) { one.starts_at -= a_week_before; one.place = "Box 4"; }), "offered");
}

TEST_P(AgendaUse, of_those_who_offer_the_same_time_at_once_one_wins) {
    Desk desk(db());
    auto asked = desk.three();
    asked.starts_at += std::chrono::days(2);
    std::atomic<int> offered = 0;
    {
        std::vector<std::jthread> at_once;
        for (int n = 0; n < 6; ++n)
            at_once.emplace_back([&, n] {
                auto mine = asked;
                mine.starts_at += std::chrono::minutes(n);
                if (desk.agenda.offer(desk.actor(desk.centre), mine)) ++offered;
            });
    }
    EXPECT_EQ(offered, 1) << "they begin at different minutes: only their stretches meet";
    EXPECT_EQ(desk.week(desk.centre).slots.size(), 6u);
}

TEST_P(AgendaUse, says_which_days_are_holidays_where_it_is) {
    Desk desk(db());
    const auto holidays = desk.week(desk.centre).holidays;
    const auto found = [&](std::string_view date) { return std::ranges::find(holidays, *parse_date(date), &AgendaHoliday::date); };
    ASSERT_NE(found("2026-12-08"), holidays.end());
    EXPECT_EQ(found("2026-12-08")->name, "Inmaculada Concepción");
    EXPECT_FALSE(found("2026-12-08")->is_to_confirm);
    EXPECT_NE(found("2027-09-18"), holidays.end()) << "as far as hours are offered, beyond the days shown";
    EXPECT_EQ(found("2027-06-07"), holidays.end()) << "Arica's alone";
    EXPECT_GE(holidays.front().date, *parse_date("2026-11-21")) << "none that has passed";
}

TEST_P(AgendaUse, leaves_no_hour_out_in_silence) {
    Desk desk(db());
    const auto one = desk.week(desk.centre).slots.at(0);
    test::write(db(), [&](db::Tx& tx) {
        tx.add("DELETE FROM agenda_slot");
        const auto entry = desk.entry(tx, desk.centre);
        auto slot = one;
        for (int n = 0; n < 2'001; ++n) {
            slot.id = SlotId::make(desk.clock.now());
            slot.starts_at = one.starts_at + std::chrono::minutes(n);
            store::add_slot(tx, desk.centre, slot, entry);
        }
    });
    const AgendaQuery days{.from = *parse_date("2026-11-24"), .days = 7};
    EXPECT_EQ(desk.agenda.days(desk.actor(desk.centre), days).error().fields.at(0).word, words::k_agenda_many);
    test::write(db(), [&](db::Tx& tx) { tx.add("DELETE FROM agenda_slot WHERE starts_at = :first", {db::arg("first", one.starts_at)}); });
    EXPECT_EQ(desk.agenda.days(desk.actor(desk.centre), days).value().slots.size(), 2'000u);
}

TEST_P(AgendaUse, the_same_key_offers_once) {
    Desk desk(db());
    auto actor = desk.actor(desk.centre, UserId::make(desk.clock.now()));
    actor.once = Once{"k1", "/agenda/slots", Bytes(32, 1)};
    auto asked = desk.three();
    asked.starts_at += std::chrono::days(1);
    const auto first = desk.agenda.offer(actor, asked).value();
    const auto again = desk.agenda.offer(actor, asked).value();
    ASSERT_EQ(again.items.size(), 3u);
    EXPECT_EQ(again.items[0].id, first.items[0].id);
    EXPECT_EQ(desk.week(desk.centre).slots.size(), 6u);
    desk.clock.advance(std::chrono::days(30));
    EXPECT_EQ(desk.agenda.offer(actor, asked).value().items.at(0).id, first.items[0].id) << "also when they have begun";
}

TEST_P(AgendaUse, an_hour_given_is_answered_again_though_it_was_left_and_withdrawn_since) {
    Desk desk(db());
    auto centre = desk.actor(desk.centre, UserId::make(desk.clock.now()));
    const auto accepted = desk.accepted();
    MoveRequest request;
    request.action = Action::schedule;
    request.version = accepted.version;
    request.slot_id = desk.slots[0].id;
    centre.once = Once{"k1", "/moves", Bytes(32, 1)};
    const auto booked = desk.referrals.move(centre, accepted.id, request).value();
    ASSERT_TRUE(desk.book(booked, desk.slots[1].id, Action::reschedule));
    ASSERT_TRUE(desk.agenda.withdraw(desk.actor(desk.centre), desk.slots[0].id, 1));
    EXPECT_EQ(desk.referrals.move(centre, accepted.id, request)->status, Status::scheduled);
    centre.once = Once{"k2", "/moves", Bytes(32, 2)};
    EXPECT_FALSE(desk.referrals.move(centre, accepted.id, request)) << "another act is refused";
}

TEST_P(AgendaUse, a_calendar_program_learns_code_and_place_and_no_name) {
    Desk desk(db());
    const auto referral = desk.book(desk.accepted(), desk.slots[0].id).value();
    const auto ics = desk.agenda.calendar(desk.actor(desk.centre), {.from = {}, .days = {}}).value();
    EXPECT_NE(ics.find("SUMMARY:Hebra " + referral.thread_code), ics.npos);
    EXPECT_NE(ics.find("DTSTART:20261124T120000Z"), ics.npos);
    EXPECT_EQ(ics.find("Constanza"), ics.npos);
}

TEST_P(AgendaUse, whoever_reads_it_or_takes_it_along_is_written_down) {
    Desk desk(db());
    const AgendaQuery all{.from = parse_date("2026-11-21"), .days = 31};
    ASSERT_TRUE(desk.agenda.days(desk.actor(desk.centre), all));
    ASSERT_TRUE(desk.agenda.days(desk.actor(desk.centre), all));
    EXPECT_LE(desk.looks(), 2);
    const auto before = desk.looks();
    ASSERT_TRUE(desk.agenda.calendar(desk.actor(desk.centre), all));
    ASSERT_TRUE(desk.agenda.calendar(desk.actor(desk.centre), all));
    EXPECT_EQ(desk.looks("agenda.export"), 2) << "each time it leaves, also beside a page that shows the same";
    EXPECT_FALSE(desk.agenda.days(desk.actor(desk.centre), {.from = {}, .days = 99}));
    EXPECT_EQ(desk.looks(), before) << "a refusal shows nothing";
}

}  // namespace
}  // namespace hebra::referrals
