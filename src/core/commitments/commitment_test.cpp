// The clock of a commitment, without a database.
#include "core/commitments/commitment.hpp"

#include <gtest/gtest.h>

#include <random>

#include "core/commitments/calendars.hpp"

namespace hebra::commitments {
namespace {

using namespace std::chrono_literals;
using calendar::BusinessCalendar, calendar::Schedule, calendar::TimeOfDay, calendar::Unit, calendar::Weekday;

Time at(std::string_view text) {
    return calendar::instant(calendar::Zone::santiago(), *parse_date(text.substr(0, 10)),
                             TimeOfDay::parse(text.substr(11))->after_midnight());
}

const BusinessCalendar k_office = BusinessCalendar::institution(Schedule::unknown());
const BusinessCalendar k_always = BusinessCalendar::around_the_clock();
constexpr Kind k_call{.name = "test.call", .demands_owner = true};
constexpr Kind k_report{.name = "test.report"};

Commitment promise(Kind kind, Term term, const BusinessCalendar& calendar, Time now, std::string_view ladder = "") {
    return begun({.kind = kind, .subject = {}, .institution = {}, .term = term, .ladder = Ladder::parse(ladder).value()}, calendar, now);
}

Term allowed(std::string_view text, CalendarKind calendar = CalendarKind::institution_hours) {
    return Term::of(calendar::Allowance::parse(text).value(), calendar);
}

TEST(Commitment, is_loose_once_due_or_while_nobody_took_what_demands_an_owner) {
    const Time monday = at("2026-11-16 10:00");
    auto report = promise(k_report, allowed("1 business day"), k_office, monday);
    EXPECT_EQ(report.due_at, at("2026-11-17 18:00"));
    EXPECT_FALSE(report.is_loose(report.due_at - 1us));
    EXPECT_TRUE(report.is_loose(report.due_at));

    auto call = promise(k_call, allowed("1 business day"), k_office, monday);
    EXPECT_TRUE(call.is_loose(monday)) << "nobody took it";
    call.owner_id = UserId::make(monday);
    call.loose_at = loose_from(call, monday);
    EXPECT_EQ(call.loose_at, call.due_at);
    call.fulfilled_at = monday;
    EXPECT_FALSE(call.is_loose(call.due_at + 24h));
    EXPECT_THROW(promise(k_call, {}, k_office, monday), std::logic_error) << "neither an allowance nor a moment";
}

TEST(Commitment, its_ladder_counts_the_institutions_hours) {
    const auto steps = "50% owner, 100% owner, 4 h coordinator, 1 business day head";
    auto promised = promise(k_report, allowed("1 business day"), k_office, at("2026-11-20 10:00"), steps);  // a Friday
    const auto climbed = [&] {
        ++promised.step;
        return promised.escalates_at = next_step_at(promised, k_office, promised.escalates_at);
    };
    EXPECT_EQ(promised.due_at, at("2026-11-23 18:00"));
    EXPECT_EQ(promised.escalates_at, at("2026-11-23 09:30")) << "half of the 17 working hours, none of them in the weekend";
    EXPECT_EQ(climbed(), at("2026-11-23 18:00"));
    EXPECT_EQ(climbed(), at("2026-11-24 13:00"));
    EXPECT_EQ(climbed(), at("2026-11-24 18:00"));
    EXPECT_EQ(climbed(), at("2026-11-25 13:00")) << "whoever was told last has a while too";
    EXPECT_EQ(climbed(), k_never);
}

TEST(Commitment, whoever_is_told_last_has_a_while_before_the_ladder_ends) {
    auto urgent = begun({.kind = k_call, .subject = {}, .institution = {}, .term = allowed("2 h", CalendarKind::around_the_clock)},
                        k_always, at("2026-11-21 23:00"));
    const Time up_again = at("2026-11-22 08:00");  // the program was down all night
    urgent.step = 3;
    EXPECT_EQ(next_step_at(urgent, k_always, up_again), at("2026-11-22 02:00")) << "nobody waits to be told";
    urgent.step = 4;
    EXPECT_EQ(next_step_at(urgent, k_always, up_again), up_again + 30min) << "the head can still answer";
    urgent.step = 5;
    EXPECT_EQ(next_step_at(urgent, k_always, up_again + 30min), k_never);

    auto answer = promise(k_report, allowed("2 h"), k_office, at("2026-11-16 10:00"), "100% owner");
    answer.step = 1;
    answer.paused_at = at("2026-11-16 13:00");
    end_pause(answer, k_office, at("2026-11-17 10:00"));
    EXPECT_EQ(answer.escalates_at, at("2026-11-17 14:00")) << "nor does it end at the instant its clock goes on";
}

TEST(Commitment, what_is_urgent_is_told_at_night_too) {
    auto urgent = begun({.kind = k_call, .subject = {}, .institution = {}, .term = allowed("2 h", CalendarKind::around_the_clock)},
                        k_always, at("2026-11-21 23:00"));
    EXPECT_EQ(urgent.due_at, at("2026-11-22 01:00"));
    EXPECT_EQ(urgent.escalates_at, at("2026-11-22 00:00"));
    urgent.step = 2;
    EXPECT_EQ(next_step_at(urgent, k_always, urgent.due_at), at("2026-11-22 01:30"));
}

TEST(Commitment, what_was_left_at_a_pause_is_left_after_it) {
    auto answer = promise(k_report, allowed("5 business days"), k_office, at("2026-11-16 10:00"), "50% owner");
    EXPECT_EQ(answer.due_at, at("2026-11-23 18:00"));
    const Time half = answer.escalates_at;
    answer.paused_at = at("2026-11-18 12:00");
    EXPECT_EQ(loose_from(answer, at("2026-11-18 12:00")), k_never);
    EXPECT_EQ(next_step_at(answer, k_office, at("2026-11-18 12:00")), k_never);
    end_pause(answer, k_office, at("2026-11-24 09:30"));
    EXPECT_EQ(answer.due_at, at("2026-11-27 18:00")) << "three business days were left";
    EXPECT_EQ(answer.loose_at, answer.due_at);
    EXPECT_GT(answer.escalates_at, half) << "the reminder waits as long as the clock stood";

    auto visit = promise(k_report, Term::at(at("2026-11-20 15:00")), k_office, at("2026-11-16 10:00"));
    visit.paused_at = at("2026-11-17 10:00");
    end_pause(visit, k_office, at("2026-11-18 10:00"));
    EXPECT_EQ(visit.due_at, at("2026-11-21 15:00"));

    auto over = promise(k_report, allowed("2 h"), k_office, at("2026-11-16 10:00"));
    over.paused_at = at("2026-11-16 13:00");
    end_pause(over, k_office, at("2026-11-17 10:00"));
    EXPECT_EQ(over.due_at, at("2026-11-16 12:00")) << "paused too late: it was over";
    EXPECT_TRUE(over.is_loose(at("2026-11-17 10:00")));
}

Micros working_time(const BusinessCalendar& calendar, Time from, Time until) {
    Micros sum(0);
    for (const auto& each : calendar::working_intervals(calendar.hours, from, until)) sum += each.until - each.from;
    return sum;
}

TEST(Commitment, no_pause_takes_or_gives_time) {
    std::mt19937 dice(20261121);
    const auto below = [&](unsigned bound) { return static_cast<int>(dice() % bound); };
    for (int round = 0; round < 400; ++round) {
        const bool office = below(2) == 0;
        const auto& calendar = office ? k_office : k_always;
        const auto unit = std::array{Unit::hours, Unit::business_days, Unit::days}[static_cast<std::size_t>(below(3))];
        const Time begin = at("2026-01-05 00:00") + std::chrono::minutes(below(300 * 24 * 60));
        auto promised = promise(k_report, Term::of({1 + below(12), unit}, CalendarKind::institution_hours), calendar, begin,
                                "30% owner, 100% owner, 60 min head");
        const Commitment as_begun = promised;
        Time now = begin;
        for (int pauses = below(4); pauses > 0; --pauses) {
            now += std::chrono::minutes(below(2 * 24 * 60));
            if (promised.due_at <= now) break;
            const auto left = working_time(calendar, now, promised.due_at);
            const Time due_before = promised.due_at;
            promised.paused_at = now;
            now += std::chrono::minutes(below(4 * 24 * 60));
            end_pause(promised, calendar, now);
            ASSERT_GE(promised.due_at, due_before);
            if (unit == Unit::hours) {
                ASSERT_EQ(working_time(calendar, now, promised.due_at), left);
            }
            ASSERT_GE(promised.escalates_at, begin);
            ASSERT_LE(promised.escalates_at, promised.due_at);
        }
        Commitment again = promised;
        recompute(again, calendar, begin);
        ASSERT_EQ(again.due_at, promised.due_at) << "what is stored suffices to count it again";
        ASSERT_EQ(again.escalates_at, promised.escalates_at);
        if (promised.pauses.all().empty()) {
            ASSERT_EQ(promised.due_at, as_begun.due_at);
        }
        ASSERT_EQ(Pauses::parse(promised.pauses.text())->text(), promised.pauses.text());
    }
}

TEST(Pauses, are_read_as_they_are_written) {
    for (const auto* text : {"", "2026-11-21T15:00:00Z/2026-11-21T15:00:00.000001Z",
                             "2026-11-21T15:00:00Z/2026-11-22T15:00:00Z 2026-11-23T15:00:00Z/2026-11-24T15:00:00Z"})
        EXPECT_EQ(Pauses::parse(text)->text(), text);
    for (const auto* text : {"x", "2026-11-21T15:00:00Z", "2026-11-21T15:00:00Z/", "2026-11-21T15:00:00Z 2026-11-22T15:00:00Z/x"})
        EXPECT_FALSE(Pauses::parse(text)) << text;
}

people::TimeOfDay clock(std::string_view text) { return people::TimeOfDay::parse(text).value(); }

TEST(SafeHours, keep_a_clock_open_until_the_person_can_be_reached) {
    people::SafeContact card;
    EXPECT_FALSE(safe_hours(card, {})) << "no hours named: any is as good";
    card.hours = {{{people::Weekday::wed}, clock("20:00"), clock("21:30"), std::nullopt}};
    BusinessCalendar calendar = k_always;
    calendar.safe_hours = safe_hours(card, {});
    const auto promised = promise(k_report, allowed("24 h", CalendarKind::safe_around_the_clock), calendar, at("2026-11-16 10:00"));
    EXPECT_EQ(promised.due_at, at("2026-11-18 21:00"));
    card.hours = {{{}, clock("20:00"), clock("21:30"), std::nullopt}};
    EXPECT_FALSE(safe_hours(card, {})) << "hours on no day would never come";
}

}  // namespace
}  // namespace hebra::commitments
