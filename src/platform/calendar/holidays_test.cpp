#include "platform/calendar/holidays.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hebra::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using territory::Place;

Date date(std::string_view text) {
    return *parse_date(text);
}
Place region(std::string_view code) {
    return {.region = *territory::Region::parse(code)};
}
Place comuna(std::string_view code) {
    return {.comuna = *territory::Comuna::parse(code)};
}
unsigned iso(sys_days day) {
    return std::chrono::weekday(day).iso_encoding();
}

/// The national holidays of a year from the laws, reckoned apart from the generator. Easter by the Butcher algorithm's
/// other form (Gauss, valid 1900–2099); solstices from published tables.
std::set<std::string> by_law(int year) {
    using namespace std::chrono;
    std::set<std::string> out;
    const auto on = [&](sys_days day) { out.insert(to_text(Date(day))); };
    const auto fixed = [&](unsigned m, unsigned d) {
        return sys_days(std::chrono::year(year) / static_cast<int>(m) / static_cast<int>(d));
    };
    const int d = (19 * (year % 19) + 24) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
    auto easter = fixed(3, 22) + days(d + e);
    if (d == 29 && e == 6) easter -= days(7);
    if (d == 28 && e == 6 && (11 * 24 + 11) % 30 < 19) easter -= days(7);
    on(easter - days(2));
    on(easter - days(1));
    for (const auto& [m, day] : std::initializer_list<std::pair<unsigned, unsigned>>{
             {1, 1}, {5, 1}, {5, 21}, {7, 16}, {8, 15}, {9, 18}, {9, 19}, {11, 1}, {12, 8}, {12, 25}})
        on(fixed(m, day));
    for (const auto day : {fixed(6, 29), fixed(10, 12)}) {
        const unsigned w = iso(day);
        on(w == 5 ? day + days(3) : w >= 2 && w <= 4 ? day - days(w - 1) : day);
    }
    const auto churches = fixed(10, 31);
    on(iso(churches) == 2 ? churches - days(4) : iso(churches) == 3 ? churches + days(2) : churches);
    if (iso(fixed(1, 2)) == 1) on(fixed(1, 2));
    if (const auto w = iso(fixed(9, 18)); w == 2 || w == 6) on(fixed(9, 17));
    if (iso(fixed(9, 18)) == 3) on(fixed(9, 20));
    const std::set<int> on_the_20th{2024, 2025, 2028, 2029};
    if (year >= 2021) on(fixed(6, on_the_20th.contains(year) ? 20 : 21));
    if (year == 2022) on(fixed(9, 16));
    return out;
}

TEST(Holidays, follow_the_laws_every_year) {
    for (int year = 2020; year <= 2030; ++year) {
        std::set<std::string> ours;
        for (const auto& each : holidays()) {
            if (static_cast<int>(each.date.year()) == year && each.scope == HolidayScope::national &&
                each.kind != HolidayKind::election)
                ours.insert(to_text(each.date));
        }
        EXPECT_EQ(ours, by_law(year)) << year;
    }
}

TEST(Holidays, of_2026_as_published) {
    std::string list;
    for (const auto& each : holidays()) {
        if (each.date.year() == std::chrono::year(2026) && each.scope == HolidayScope::national)
            list += to_text(each.date).substr(5) + " ";
    }
    EXPECT_EQ(list, "01-01 04-03 04-04 05-01 05-21 06-21 06-29 07-16 08-15 09-18 09-19 10-12 10-31 11-01 12-08 12-25 ");
}

TEST(Holidays, cannot_be_renounced_are_five_a_year_and_elections_close_malls) {
    int all = 0;
    for (const auto& each : holidays()) {
        if (each.date.year() == std::chrono::year(2026)) all += each.retail_rest == RetailRest::all;
        if (each.kind == HolidayKind::election) EXPECT_NE(each.retail_rest, RetailRest::none) << each.name;
        EXPECT_FALSE(each.law.empty()) << each.name;
        EXPECT_FALSE(each.name_en.empty()) << each.name;
    }
    EXPECT_EQ(all, 5);
}

TEST(Holidays, of_a_region_or_a_comuna_hold_only_there) {
    EXPECT_EQ(day_kind(date("2027-06-07"), region("15")), DayKind::holiday);
    EXPECT_EQ(day_kind(date("2027-06-07"), comuna("15101")), DayKind::holiday) << "a comuna tells its region";
    EXPECT_EQ(day_kind(date("2027-06-07"), region("13")), DayKind::working);
    EXPECT_EQ(day_kind(date("2027-06-07"), {}), DayKind::working);
    EXPECT_EQ(day_kind(date("2026-08-20"), comuna("16101")), DayKind::holiday);
    EXPECT_EQ(day_kind(date("2026-08-20"), comuna("16102")), DayKind::working);
    EXPECT_EQ(day_kind(date("2026-08-20"), region("16")), DayKind::working) << "not the whole region";
    EXPECT_EQ(day_kind(date("2024-09-21"), comuna("10201")), DayKind::holiday);
    EXPECT_EQ(day_kind(date("2024-11-24"), region("12")), DayKind::working);
}

TEST(Holidays, to_be_confirmed_and_years_without_data_are_unsure) {
    EXPECT_EQ(day_kind(date("2029-11-18"), {}), DayKind::unsure);
    EXPECT_EQ(day_kind(date("2031-03-03"), {}), DayKind::unsure);
    EXPECT_EQ(day_kind(date("2019-12-31"), {}), DayKind::unsure);
    EXPECT_EQ(day_kind(date("2020-01-01"), {}), DayKind::holiday);
    EXPECT_EQ(day_kind(date("2030-12-25"), {}), DayKind::holiday);
    EXPECT_EQ(day_kind(date("2030-12-31"), {}), DayKind::working);
    EXPECT_EQ(day_kind(date("2025-06-29"), {}), DayKind::holiday) << "primaries and San Pedro y San Pablo";
    EXPECT_EQ(holidays_on(date("2025-06-29")).size(), 2U);
}

}  // namespace
}  // namespace hebra::calendar
