#include "features/directory/attending.hpp"

#include <gtest/gtest.h>

namespace hebra::directory {
namespace {

using calendar::Hours;
using calendar::OnHolidays;
using calendar::Schedule;
using calendar::TimeOfDay;
using calendar::Weekday;

const auto k_institution = InstitutionId::make(*parse_time("2026-11-19T12:00:00Z"));
const auto k_today = *parse_date("2026-11-19");
const territory::Place k_magallanes{.region = territory::Region::parse("12").value()};

Service open_on(Weekday day, int from, int to, OnHolidays on_holidays = OnHolidays::closed) {
    Service service;
    service.institution_id = k_institution;
    service.hours = {.hours = Hours::weekly, .openings = {{day, TimeOfDay::of(from), TimeOfDay::of(to)}}, .on_holidays = on_holidays};
    return service;
}

Schedule of(const std::vector<Service>& services) { return attending(services, k_institution, k_magallanes, k_today); }

TEST(Attending, is_while_any_of_its_services_does_by_the_time_of_its_place) {
    const auto hours = of({open_on(Weekday::mon, 9, 18), open_on(Weekday::sat, 18, 24), open_on(Weekday::mon, 9, 18)});
    EXPECT_EQ(hours.hours, Hours::weekly);
    EXPECT_EQ(hours.openings.size(), 2U) << "the same hours of two services are one";
    EXPECT_EQ(hours.on_holidays, OnHolidays::closed);
    EXPECT_EQ(hours.place, k_magallanes);
}

TEST(Attending, is_always_where_one_of_its_lines_never_closes) {
    auto line = open_on(Weekday::mon, 9, 18);
    line.hours = Schedule::always();
    EXPECT_EQ(of({open_on(Weekday::mon, 9, 18), line}), Schedule::always(k_magallanes));
}

TEST(Attending, goes_on_through_holidays_when_somebody_there_does) {
    EXPECT_EQ(of({open_on(Weekday::mon, 9, 18), open_on(Weekday::tue, 9, 18, OnHolidays::as_usual)}).on_holidays, OnHolidays::as_usual);
    EXPECT_EQ(of({open_on(Weekday::mon, 9, 18), open_on(Weekday::tue, 9, 18, OnHolidays::unknown)}).on_holidays, OnHolidays::unknown);
}

TEST(Attending, is_unknown_when_nobody_said_or_what_was_said_is_over) {
    auto strangers = open_on(Weekday::mon, 9, 18);
    strangers.institution_id = InstitutionId::make(*parse_time("2026-11-19T12:00:00Z"));
    auto over = open_on(Weekday::mon, 9, 18);
    over.hours.valid_until = parse_date("2026-11-18");
    auto closed_down = open_on(Weekday::mon, 9, 18);
    closed_down.is_active = false;
    const auto hours = of({strangers, over, closed_down, Service{}});
    EXPECT_EQ(hours.hours, Hours::unknown);
    EXPECT_EQ(hours.place, k_magallanes);
}

}  // namespace
}  // namespace hebra::directory
