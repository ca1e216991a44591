#include "platform/calendar/schedule.hpp"

#include <gtest/gtest.h>

#include <random>

namespace hebra::calendar {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

Date date(std::string_view text) {
    return *parse_date(text);
}

/// A wall-clock moment, "2026-09-18 10:00", in Santiago or where said.
Time at(std::string_view text, Zone zone = Zone::santiago()) {
    return instant(zone, date(text.substr(0, 10)), TimeOfDay::parse(text.substr(11))->after_midnight());
}

std::string wall(std::optional<Time> time, Zone zone = Zone::santiago()) {
    if (!time) return "none";
    const auto local = local_time(zone, *time);
    const auto minute = local.minute().count();
    return fmt::format("{} {:02}:{:02}", to_text(local.date), minute / 60, minute % 60);
}

TimeOfDay clock(std::string_view text) {
    return *TimeOfDay::parse(text);
}

Schedule weekly(Weekday first, Weekday last, std::string_view opens, std::string_view closes,
                OnHolidays on_holidays = OnHolidays::closed) {
    Schedule schedule{.hours = Hours::weekly, .on_holidays = on_holidays};
    for (int day = static_cast<int>(first); day <= static_cast<int>(last); ++day)
        schedule.openings.push_back({static_cast<Weekday>(day), clock(opens), clock(closes)});
    return schedule;
}

Schedule office(OnHolidays on_holidays = OnHolidays::closed) {
    return weekly(Weekday::mon, Weekday::fri, "09:00", "18:00", on_holidays);
}

const territory::Place k_magallanes{.region = *territory::Region::parse("12")};

TEST(Schedule, an_office_week) {
    const auto schedule = office();
    EXPECT_EQ(state_at(schedule, at("2026-11-19 08:59")), State::closed);
    EXPECT_EQ(state_at(schedule, at("2026-11-19 09:00")), State::open);
    EXPECT_EQ(state_at(schedule, at("2026-11-19 18:00")), State::closed);
    EXPECT_EQ(state_at(schedule, at("2026-11-21 12:00")), State::closed);
    EXPECT_EQ(wall(closes_at(schedule, at("2026-11-19 12:00"))), "2026-11-19 18:00");
    EXPECT_EQ(wall(closes_at(schedule, at("2026-11-19 20:00"))), "none");
    EXPECT_EQ(wall(next_opening(schedule, at("2026-11-19 20:00"))), "2026-11-20 09:00");
    EXPECT_EQ(wall(next_opening(schedule, at("2026-11-20 12:00"))), "2026-11-23 09:00") << "open now: the next one";
}

TEST(Schedule, split_shifts) {
    Schedule schedule{.hours = Hours::weekly, .on_holidays = OnHolidays::closed};
    schedule.openings = {{Weekday::thu, clock("09:00"), clock("13:00")}, {Weekday::thu, clock("15:00"), clock("18:00")}};
    EXPECT_EQ(state_at(schedule, at("2026-11-19 14:00")), State::closed);
    EXPECT_EQ(wall(next_opening(schedule, at("2026-11-19 14:00"))), "2026-11-19 15:00");
    EXPECT_EQ(wall(closes_at(schedule, at("2026-11-19 10:00"))), "2026-11-19 13:00");
}

TEST(Schedule, past_midnight) {
    const auto night = weekly(Weekday::fri, Weekday::fri, "22:00", "06:00");
    EXPECT_EQ(state_at(night, at("2026-11-20 23:00")), State::open);
    EXPECT_EQ(state_at(night, at("2026-11-21 05:59")), State::open);
    EXPECT_EQ(state_at(night, at("2026-11-21 06:00")), State::closed);
    EXPECT_EQ(wall(closes_at(night, at("2026-11-20 22:00"))), "2026-11-21 06:00");
    // 08:00–00:00 closes at midnight, and every day's midnight is the end.
    const auto late = weekly(Weekday::mon, Weekday::sun, "08:00", "00:00");
    EXPECT_EQ(state_at(late, at("2026-11-19 23:59")), State::open);
    EXPECT_EQ(state_at(late, at("2026-11-20 00:00")), State::closed);
    // 24 hours by touching days never closes.
    const auto touching = weekly(Weekday::mon, Weekday::sun, "00:00", "24:00", OnHolidays::as_usual);
    EXPECT_EQ(closes_at(touching, at("2026-11-19 12:00")), std::nullopt);
    EXPECT_EQ(next_opening(touching, at("2026-11-19 12:00")), std::nullopt);
}

TEST(Schedule, holidays_as_the_line_keeps_them) {
    const auto noon = at("2026-09-18 12:00");  // Friday
    EXPECT_EQ(state_at(office(OnHolidays::closed), noon), State::closed);
    EXPECT_EQ(state_at(office(OnHolidays::as_usual), noon), State::open);
    EXPECT_EQ(state_at(office(OnHolidays::unknown), noon), State::unknown);
    auto own = office(OnHolidays::own_hours);
    own.holiday_hours = {{clock("10:00"), clock("14:00")}};
    EXPECT_EQ(state_at(own, noon), State::open);
    EXPECT_EQ(wall(closes_at(own, noon)), "2026-09-18 14:00");
    EXPECT_EQ(state_at(own, at("2026-09-19 12:00")), State::open) << "a holiday on a Saturday";
    EXPECT_EQ(wall(next_opening(office(), at("2026-09-17 19:00"))), "2026-09-21 09:00");
}

TEST(Schedule, unknown_holidays_are_passed_over_never_guessed) {
    const auto schedule = office(OnHolidays::unknown);
    EXPECT_EQ(wall(next_opening(schedule, at("2026-09-17 19:00"))), "2026-09-21 09:00");
    EXPECT_EQ(closes_at(schedule, at("2026-09-18 12:00")), std::nullopt);
    EXPECT_EQ(state_at(schedule, at("2026-09-19 12:00")), State::closed) << "a Saturday, holiday or not";
    // What was certainly begun before the unknown day goes on into it.
    const auto night = weekly(Weekday::mon, Weekday::sun, "20:00", "02:00", OnHolidays::unknown);
    EXPECT_EQ(state_at(night, at("2026-09-18 01:00")), State::open);
    EXPECT_EQ(state_at(night, at("2026-09-18 03:00")), State::unknown);
    EXPECT_EQ(state_at(night, at("2026-09-20 01:00")), State::unknown) << "from Saturday the 19th, unknown";
    EXPECT_EQ(state_at(night, at("2026-09-20 03:00")), State::closed);
}

TEST(Schedule, elections_to_be_confirmed_make_it_unknown_only_where_it_matters) {
    const auto sunday = at("2029-11-18 12:00");
    EXPECT_EQ(state_at(weekly(Weekday::mon, Weekday::sun, "09:00", "18:00"), sunday), State::unknown);
    EXPECT_EQ(state_at(weekly(Weekday::mon, Weekday::sun, "09:00", "18:00", OnHolidays::as_usual), sunday), State::open);
    EXPECT_EQ(state_at(office(), sunday), State::closed);
}

TEST(Schedule, always_and_unknown) {
    const auto noon = at("2026-09-18 12:00");
    EXPECT_EQ(state_at(Schedule::always(), noon), State::open);
    EXPECT_EQ(closes_at(Schedule::always(), noon), std::nullopt);
    EXPECT_EQ(next_opening(Schedule::always(), noon), std::nullopt);
    EXPECT_EQ(state_at(Schedule::unknown(), noon), State::unknown);
    EXPECT_EQ(next_opening(Schedule::unknown(), noon), std::nullopt);
}

TEST(Schedule, validity_and_special_days) {
    auto schedule = office();
    schedule.valid_from = date("2026-03-01");
    schedule.valid_until = date("2026-12-31");
    EXPECT_EQ(state_at(schedule, at("2026-02-27 12:00")), State::unknown);
    EXPECT_EQ(wall(next_opening(schedule, at("2026-02-27 12:00"))), "2026-03-02 09:00");
    EXPECT_EQ(next_opening(schedule, at("2026-12-31 19:00")), std::nullopt);
    schedule = office();
    schedule.special_days = {
        {date("2027-01-04"), date("2027-01-08"), "Verano", {{Weekday::mon, clock("09:00"), clock("14:00")}}},
        {date("2026-12-24"), date("2026-12-24"), "Víspera", {}}};
    EXPECT_EQ(wall(closes_at(schedule, at("2027-01-04 10:00"))), "2027-01-04 14:00");
    EXPECT_EQ(state_at(schedule, at("2027-01-05 10:00")), State::closed);
    EXPECT_EQ(state_at(schedule, at("2026-12-24 10:00")), State::closed);
    EXPECT_EQ(week(schedule, date("2026-12-21"))[3].special, "Víspera");
}

TEST(Schedule, clock_changes_of_2026) {
    // Saturday 4 April (Holy Saturday, too) has 25 hours: 23:00 to 24:00 comes twice.
    const auto all_day = weekly(Weekday::sat, Weekday::sat, "00:00", "24:00", OnHolidays::as_usual);
    const auto open = intervals(all_day, *parse_time("2026-04-01T00:00:00Z"), *parse_time("2026-04-08T00:00:00Z"));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].until - open[0].from, 25h);
    // Closing at 23:30 that night is the first 23:30, and it does not open again for the second.
    const auto evening = weekly(Weekday::sat, Weekday::sat, "20:00", "23:30", OnHolidays::as_usual);
    EXPECT_EQ(state_at(evening, *parse_time("2026-04-05T02:29:00Z")), State::open);
    EXPECT_EQ(state_at(evening, *parse_time("2026-04-05T02:31:00Z")), State::closed);
    EXPECT_EQ(state_at(evening, *parse_time("2026-04-05T03:15:00Z")), State::closed) << "23:15 for the second time";
    // Sunday 6 September has no 00:00 to 01:00.
    const auto early = weekly(Weekday::sun, Weekday::sun, "00:30", "02:00");
    EXPECT_EQ(wall(next_opening(early, at("2026-09-05 12:00"))), "2026-09-06 01:00");
    const auto lost = weekly(Weekday::sun, Weekday::sun, "00:10", "00:50");
    EXPECT_EQ(wall(next_opening(lost, at("2026-09-05 12:00"))), "2026-09-13 00:10") << "that hour did not exist";
    const auto saturday_night = weekly(Weekday::sat, Weekday::sat, "23:00", "00:00");
    EXPECT_EQ(closes_at(saturday_night, at("2026-09-05 23:30")), *parse_time("2026-09-06T04:00:00Z"));
}

TEST(Schedule, magallanes_does_not_change_its_clocks) {
    auto schedule = office();
    schedule.place = k_magallanes;
    EXPECT_EQ(next_opening(schedule, *parse_time("2026-07-01T02:00:00Z")), *parse_time("2026-07-01T12:00:00Z"));
    EXPECT_EQ(next_opening(office(), *parse_time("2026-07-01T02:00:00Z")), *parse_time("2026-07-01T13:00:00Z"));
    auto there = weekly(Weekday::sat, Weekday::sat, "00:00", "24:00", OnHolidays::as_usual);
    there.place = k_magallanes;
    const auto open = intervals(there, *parse_time("2026-04-01T00:00:00Z"), *parse_time("2026-04-08T00:00:00Z"));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].until - open[0].from, 24h);
}

TEST(Schedule, a_week_to_draw) {
    const auto days_of_september = week(office(OnHolidays::unknown), date("2026-09-14"));
    ASSERT_EQ(days_of_september.size(), 7U);
    EXPECT_EQ(days_of_september[0].state, State::open);
    EXPECT_EQ(days_of_september[0].spans, (std::vector<Span>{{clock("09:00"), clock("18:00")}}));
    EXPECT_EQ(days_of_september[4].state, State::unknown);
    EXPECT_EQ(days_of_september[4].holiday, "Independencia Nacional");
    EXPECT_EQ(days_of_september[6].state, State::closed);
}

TEST(Schedule, impossible_ones_are_named) {
    const auto codes = [](const Schedule& schedule) {
        std::string all;
        const auto checked = check(schedule, "/schedule");
        if (checked) return all;
        for (const auto& field : checked.error().fields) all += fmt::format("{}={} ", field.pointer, field.word.code);
        return all;
    };
    EXPECT_EQ(codes(office()), "");
    EXPECT_EQ(codes({.hours = Hours::weekly}), "/schedule/openings=no_openings ");
    auto crossing = office();
    crossing.openings.push_back({Weekday::mon, clock("17:00"), clock("20:00")});
    EXPECT_EQ(codes(crossing), "/schedule/openings=openings_overlap ");
    auto sunday_night = office();
    sunday_night.openings.push_back({Weekday::sun, clock("22:00"), clock("09:30")});
    EXPECT_EQ(codes(sunday_night), "/schedule/openings=openings_overlap ");
    auto touching = office();
    touching.openings.push_back({Weekday::mon, clock("18:00"), clock("20:00")});
    EXPECT_EQ(codes(touching), "");
    auto reversed = office();
    reversed.valid_from = date("2026-12-31");
    reversed.valid_until = date("2026-01-01");
    reversed.special_days = {{date("2026-02-02"), date("2026-02-01"), "", {}}};
    EXPECT_EQ(codes(reversed), "/schedule/valid_until=dates_reversed /schedule/special_days/0/last=dates_reversed ");
}

TEST(TimeOfDay, reads_and_refuses) {
    EXPECT_EQ(clock("9:00"), clock("09:00"));
    EXPECT_EQ(clock("24:00").text(), "24:00");
    for (const auto* bad : {"", "9", "24:01", "25:00", "09:60", "9:0", "-1:00", "009:00", "09:00 ", "a9:00"})
        EXPECT_FALSE(TimeOfDay::parse(bad)) << bad;
}

/// Whatever the schedule: the moment it says it opens, it is open and a minute before it was not; the same for closing.
TEST(Schedule, answers_agree_with_each_other) {
    std::mt19937 random(918);
    const auto any_clock = [&] {
        return TimeOfDay::of(static_cast<int>(random() % 24), static_cast<int>(random() % 4 * 15));
    };
    for (int round = 0; round < 400; ++round) {
        Schedule schedule{.hours = Hours::weekly, .on_holidays = static_cast<OnHolidays>(random() % 4)};
        if (random() % 2 == 0) schedule.place = k_magallanes;
        for (auto count = random() % 5 + 1; count > 0; --count)
            schedule.openings.push_back({static_cast<Weekday>(random() % 7), any_clock(), any_clock()});
        schedule.holiday_hours = {{clock("10:00"), clock("11:00")}};
        const Time moment = *parse_time("2026-01-01T00:00:00Z") + std::chrono::minutes(random() % (60 * 24 * 365));
        if (const auto opens = next_opening(schedule, moment)) {
            EXPECT_GT(*opens, moment);
            EXPECT_EQ(state_at(schedule, *opens), State::open);
            EXPECT_NE(state_at(schedule, *opens - 1min), State::open);
        }
        const auto closes = closes_at(schedule, moment);
        if (closes) {
            EXPECT_EQ(state_at(schedule, moment), State::open);
            EXPECT_EQ(state_at(schedule, *closes - 1min), State::open);
            EXPECT_NE(state_at(schedule, *closes), State::open);
        }
        for (const auto& each : intervals(schedule, moment, moment + days(9))) {
            EXPECT_LT(each.from, each.until);
            EXPECT_EQ(state_at(schedule, each.from), each.state);
            EXPECT_EQ(state_at(schedule, each.until - 1min), each.state);
        }
    }
}

}  // namespace
}  // namespace hebra::calendar
