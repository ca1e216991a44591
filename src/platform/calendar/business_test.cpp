#include "platform/calendar/business.hpp"

#include <gtest/gtest.h>

#include <random>

namespace hebra::calendar {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

Date date(std::string_view text) {
    return *parse_date(text);
}
TimeOfDay clock(std::string_view text) {
    return *TimeOfDay::parse(text);
}

Time at(std::string_view text) {
    return instant(Zone::santiago(), date(text.substr(0, 10)), clock(text.substr(11)).after_midnight());
}

std::string wall(std::optional<Time> time) {
    if (!time) return "stands";
    const auto local = local_time(Zone::santiago(), *time);
    const auto minute = local.minute().count();
    return fmt::format("{} {:02}:{:02}", to_text(local.date), minute / 60, minute % 60);
}

Schedule weekly(Weekday first, Weekday last, std::string_view opens, std::string_view closes) {
    Schedule schedule{.hours = Hours::weekly, .on_holidays = OnHolidays::closed};
    for (int day = static_cast<int>(first); day <= static_cast<int>(last); ++day)
        schedule.openings.push_back({static_cast<Weekday>(day), clock(opens), clock(closes)});
    return schedule;
}

const BusinessCalendar k_office = BusinessCalendar::institution(weekly(Weekday::mon, Weekday::fri, "09:00", "18:00"));
const BusinessCalendar k_always = BusinessCalendar::around_the_clock();

std::string due(std::string_view start, std::string_view allowance, const BusinessCalendar& calendar = k_office,
                std::vector<Pause> pauses = {}) {
    return wall(due_after(at(start), *Allowance::parse(allowance), calendar, pauses));
}

TEST(BusinessCalendar, business_days_begin_the_day_after_and_last_until_closing) {
    EXPECT_EQ(due("2026-11-16 08:00", "1 business day"), "2026-11-17 18:00");
    EXPECT_EQ(due("2026-11-16 23:00", "1 business day"), "2026-11-17 18:00");
    EXPECT_EQ(due("2026-11-20 15:00", "2 business days"), "2026-11-24 18:00") << "over the weekend";
    EXPECT_EQ(due("2026-11-21 15:00", "1 business day"), "2026-11-23 18:00") << "from a Saturday";
    EXPECT_EQ(due("2026-11-16 10:00", "10 business days"), "2026-11-30 18:00");
}

TEST(BusinessCalendar, fiestas_patrias_easter_and_new_year) {
    EXPECT_EQ(due("2026-09-17 10:00", "1 business day"), "2026-09-21 18:00");
    EXPECT_EQ(due("2027-09-16 10:00", "1 business day"), "2027-09-20 18:00") << "17 September 2027 is an added holiday";
    EXPECT_EQ(due("2026-04-01 10:00", "2 business days"), "2026-04-06 18:00") << "Good Friday";
    EXPECT_EQ(due("2026-12-31 10:00", "1 business day"), "2027-01-04 18:00");
    EXPECT_EQ(due("2022-12-30 10:00", "1 business day"), "2023-01-03 18:00") << "2 January 2023 was a holiday";
    EXPECT_EQ(due("2026-09-17 17:00", "8 h"), "2026-09-21 16:00");
}

TEST(BusinessCalendar, regional_holidays_count_where_they_hold) {
    auto arica = k_office;
    arica.hours.place = {.region = *territory::Region::parse("15")};
    EXPECT_EQ(due("2027-06-04 10:00", "1 business day"), "2027-06-07 18:00");
    EXPECT_EQ(due("2027-06-04 10:00", "1 business day", arica), "2027-06-08 18:00");
}

TEST(BusinessCalendar, hours_count_while_the_institution_attends) {
    EXPECT_EQ(due("2026-11-16 10:00", "8 h"), "2026-11-16 18:00");
    EXPECT_EQ(due("2026-11-16 11:00", "8 h"), "2026-11-17 10:00");
    EXPECT_EQ(due("2026-11-20 17:30", "2 h"), "2026-11-23 10:30");
    EXPECT_EQ(due("2026-11-20 20:00", "2 h"), "2026-11-23 11:00");
    EXPECT_EQ(due("2026-11-20 20:00", "2 h", k_always), "2026-11-20 22:00") << "urgent: around the clock";
    EXPECT_EQ(due("2026-09-17 20:00", "24 h", k_always), "2026-09-18 20:00");
}

TEST(BusinessCalendar, around_the_clock_business_days_end_at_midnight) {
    EXPECT_EQ(due("2026-09-17 10:00", "1 business day", k_always), "2026-09-22 00:00");
}

TEST(BusinessCalendar, clock_changes) {
    // The night from 4 to 5 April 2026 is an hour longer, that of 5 to 6 September an hour shorter.
    EXPECT_EQ(due("2026-04-04 20:00", "24 h", k_always), "2026-04-05 19:00");
    EXPECT_EQ(due("2026-04-04 20:00", "1 day"), "2026-04-05 20:00");
    EXPECT_EQ(due("2026-09-05 20:00", "24 h", k_always), "2026-09-06 21:00");
    EXPECT_EQ(due("2026-09-05 20:00", "7 days"), "2026-09-12 20:00");
    EXPECT_EQ(due("2026-08-28 00:30", "9 days"), "2026-09-06 01:00") << "00:30 did not exist that day";
}

TEST(BusinessCalendar, unknown_hours_never_stop_a_clock) {
    const auto unknown = BusinessCalendar::institution(Schedule::unknown());
    EXPECT_EQ(due("2026-09-17 10:00", "1 business day", unknown), "2026-09-21 18:00");
    auto holidays_unknown = weekly(Weekday::mon, Weekday::fri, "08:30", "17:30");
    holidays_unknown.on_holidays = OnHolidays::unknown;
    EXPECT_EQ(due("2026-09-17 10:00", "1 business day", BusinessCalendar::institution(holidays_unknown)),
              "2026-09-21 17:30");
    EXPECT_EQ(due("2035-01-01 10:00", "1 business day"), "2035-01-02 18:00") << "beyond the holidays we know";
    EXPECT_EQ(due("2029-11-16 10:00", "1 business day"), "2029-11-19 18:00") << "an election to be confirmed is a Sunday";
    auto closed = k_office;
    closed.hours.special_days = {{date("2026-01-01"), date("2030-12-31"), "cerrado", {}}};
    EXPECT_EQ(wall(due_after(at("2026-11-16 10:00"), {1, Unit::hours}, closed)), "2027-12-21 10:00") << "400 days at most";
}

TEST(BusinessCalendar, a_line_of_weekends_counts_its_own_days) {
    const auto weekend = BusinessCalendar::institution(weekly(Weekday::sat, Weekday::sun, "16:00", "02:00"));
    EXPECT_EQ(due("2026-11-16 10:00", "1 business day", weekend), "2026-11-22 02:00");
    const auto saturdays_too = BusinessCalendar::institution(weekly(Weekday::mon, Weekday::sat, "09:00", "18:00"));
    EXPECT_EQ(due("2026-11-20 10:00", "1 business day", saturdays_too), "2026-11-23 18:00");
}

TEST(BusinessCalendar, the_person_can_be_reached_before_it_ends) {
    auto calendar = k_always;
    calendar.safe_hours = weekly(Weekday::wed, Weekday::wed, "20:00", "21:30");
    calendar.safe_hours->on_holidays = OnHolidays::as_usual;
    EXPECT_EQ(due("2026-11-16 10:00", "24 h", calendar), "2026-11-18 21:00") << "not before Wednesday night";
    EXPECT_EQ(due("2026-11-18 19:00", "24 h", calendar), "2026-11-19 19:00") << "there is an hour within";
    EXPECT_EQ(due("2026-11-18 21:00", "2 h", calendar), "2026-11-25 20:30") << "half an hour now, half a week later";
    calendar.safe_hours = Schedule::unknown();
    EXPECT_EQ(due("2026-11-16 10:00", "24 h", calendar), "2026-11-17 10:00");
}

TEST(BusinessCalendar, what_was_left_at_a_pause_is_left_after_it) {
    EXPECT_EQ(due("2026-11-16 10:00", "5 business days"), "2026-11-23 18:00");
    EXPECT_EQ(due("2026-11-16 10:00", "5 business days", k_office, {{at("2026-11-18 12:00"), {}}}), "stands");
    EXPECT_EQ(due("2026-11-16 10:00", "5 business days", k_office, {{at("2026-11-18 12:00"), at("2026-11-18 16:00")}}),
              "2026-11-23 18:00")
        << "within a day";
    EXPECT_EQ(due("2026-11-16 10:00", "5 business days", k_office, {{at("2026-11-18 12:00"), at("2026-11-24 09:30")}}),
              "2026-11-27 18:00")
        << "three days were left";
    EXPECT_EQ(due("2026-11-16 10:00", "1 business day", k_office, {{at("2026-11-17 12:00"), at("2026-11-19 12:00")}}),
              "2026-11-19 18:00")
        << "the rest of a last day";
    EXPECT_EQ(due("2026-11-16 10:00", "1 business day", k_office, {{at("2026-11-17 12:00"), at("2026-11-19 19:00")}}),
              "2026-11-20 18:00")
        << "resumed after closing";
    EXPECT_EQ(due("2026-11-16 10:00", "8 h", k_office, {{at("2026-11-16 12:00"), at("2026-11-17 12:00")}}),
              "2026-11-17 18:00");
    EXPECT_EQ(due("2026-11-16 10:00", "10 days", k_office, {{at("2026-11-17 10:00"), at("2026-11-19 10:00")}}),
              "2026-11-28 10:00");
    EXPECT_EQ(due("2026-11-16 10:00", "2 h", k_always, {{at("2026-11-16 13:00"), {}}}), "2026-11-16 12:00")
        << "paused too late: it was over";
    EXPECT_EQ(due("2026-11-16 10:00", "2 h", k_always,
                  {{at("2026-11-16 14:00"), at("2026-11-16 15:00")}, {at("2026-11-16 11:00"), at("2026-11-16 13:30")}}),
              "2026-11-16 15:30")
        << "in any order, the second falls within what the first left";
}

TEST(BusinessCalendar, later_starts_and_more_time_are_never_due_earlier) {
    std::mt19937 random(1810);
    const BusinessCalendar calendars[] = {
        k_office, k_always, BusinessCalendar::institution(weekly(Weekday::tue, Weekday::sat, "22:00", "06:00"))};
    for (int round = 0; round < 300; ++round) {
        const auto& calendar = calendars[random() % 3];
        const auto unit = static_cast<Unit>(random() % 3);
        const int count = static_cast<int>(random() % 12) + 1;
        const Time start = at("2026-03-01 00:00") + std::chrono::minutes(random() % (60 * 24 * 250));
        const Time due = due_after(start, {count, unit}, calendar);
        EXPECT_GT(due, start);
        EXPECT_LE(due, due_after(start, {count + 1, unit}, calendar));
        EXPECT_LE(due, due_after(start + 45min, {count, unit}, calendar));
        const Time paused = start + (due - start) / 2;
        const Pause pauses[] = {{paused, paused}, {paused, paused + 26h}};
        EXPECT_EQ(due_after(start, {count, unit}, calendar, std::span(pauses, 1)), due) << "a pause of no length";
        EXPECT_GE(*due_after(start, {count, unit}, calendar, std::span(pauses + 1, 1)), due);
    }
}

TEST(Allowance, reads_what_the_workflow_tables_say) {
    for (const auto* text : {"1 business day", "5 business days", "8 h", "24 h", "1 day", "30 days", "999 h"})
        EXPECT_EQ(Allowance::parse(text)->text(), text);
    for (const auto* bad : {"", "h", "0 h", "-1 h", "1000 h", "2h", "2 weeks", "2 business", "1.5 h", "2 h "})
        EXPECT_FALSE(Allowance::parse(bad)) << bad;
}

}  // namespace
}  // namespace hebra::calendar
