#include "platform/calendar/zone.hpp"

#include <gtest/gtest.h>

#include "platform/calendar/spoken.hpp"

namespace hebra::calendar {
namespace {

using namespace std::chrono_literals;
using territory::Comuna;
using territory::Place;

Place comuna(std::string_view code) {
    return {.comuna = *Comuna::parse(code)};
}

std::string utc(Zone zone, std::string_view date, std::chrono::minutes after_midnight) {
    return to_text(instant(zone, *parse_date(date), after_midnight));
}

TEST(Zone, each_place_has_its_official_time) {
    EXPECT_EQ(zone_of({}).text(), "America/Santiago");
    EXPECT_EQ(zone_of(comuna("13101")).text(), "America/Santiago");
    EXPECT_EQ(zone_of(comuna("12101")).text(), "America/Punta_Arenas");
    EXPECT_EQ(zone_of({.region = *territory::Region::parse("11")}).text(), "America/Coyhaique");
    EXPECT_EQ(zone_of(comuna("05201")).text(), "Pacific/Easter");
    EXPECT_EQ(zone_of(comuna("05104")).text(), "America/Santiago") << "Juan Fernández keeps continental time";
    for (const auto zone : {Zone::santiago(), Zone::punta_arenas(), Zone::coyhaique(), Zone::easter()})
        EXPECT_EQ(Zone::parse(zone.text()), zone);
    EXPECT_EQ(Zone::parse("America/Lima").error().word.code, "unknown_zone");
}

TEST(Zone, winter_and_summer_of_2026) {
    EXPECT_EQ(utc(Zone::santiago(), "2026-01-15", 12h), "2026-01-15T15:00:00Z");
    EXPECT_EQ(utc(Zone::santiago(), "2026-07-15", 12h), "2026-07-15T16:00:00Z");
    for (const auto zone : {Zone::punta_arenas(), Zone::coyhaique()}) {
        EXPECT_EQ(utc(zone, "2026-01-15", 12h), "2026-01-15T15:00:00Z");
        EXPECT_EQ(utc(zone, "2026-07-15", 12h), "2026-07-15T15:00:00Z");
    }
    EXPECT_EQ(utc(Zone::coyhaique(), "2024-07-15", 12h), "2024-07-15T16:00:00Z") << "before Aysén left the change";
    EXPECT_EQ(utc(Zone::easter(), "2026-07-15", 12h), "2026-07-15T18:00:00Z");
}

TEST(Zone, a_time_shown_twice_is_the_first_and_a_skipped_one_the_skip) {
    // Saturday 4 April 2026, 24:00 becomes 23:00; Sunday 6 September 2026, 00:00 becomes 01:00.
    EXPECT_EQ(utc(Zone::santiago(), "2026-04-04", 23h + 30min), "2026-04-05T02:30:00Z");
    EXPECT_EQ(utc(Zone::santiago(), "2026-04-05", 0h), "2026-04-05T04:00:00Z");
    EXPECT_EQ(utc(Zone::santiago(), "2026-09-06", 0h), "2026-09-06T04:00:00Z");
    EXPECT_EQ(utc(Zone::santiago(), "2026-09-06", 30min), "2026-09-06T04:00:00Z");
    EXPECT_EQ(utc(Zone::santiago(), "2026-09-06", 1h), "2026-09-06T04:00:00Z");
    EXPECT_EQ(utc(Zone::santiago(), "2026-09-05", 26h), "2026-09-06T05:00:00Z");
}

TEST(Zone, local_time_is_what_the_wall_shows) {
    const auto before = local_time(Zone::santiago(), *parse_time("2026-04-05T02:59:59Z"));
    const auto after = local_time(Zone::santiago(), *parse_time("2026-04-05T03:00:00Z"));
    EXPECT_EQ(to_text(before.date), "2026-04-04");
    EXPECT_EQ(before.minute(), 23h + 59min);
    EXPECT_EQ(to_text(after.date), "2026-04-04");
    EXPECT_EQ(after.minute(), 23h);
}

TEST(Spoken, says_when_as_people_do) {
    const Time now = *parse_time("2026-11-20T00:12:00Z");  // Thursday 19, 21:12 in Santiago
    const auto es = [&](std::string_view time) { return spoken(*parse_time(time), now, Zone::santiago(), Language::es); };
    EXPECT_EQ(es("2026-11-20T01:00:00Z"), "hoy a las 22:00");
    EXPECT_EQ(es("2026-11-20T12:00:00Z"), "mañana a las 09:00");
    EXPECT_EQ(es("2026-11-21T04:30:00Z"), "el sábado a la 01:30");
    EXPECT_EQ(es("2026-11-26T12:00:00Z"), "el jueves 26 de noviembre a las 09:00");
    EXPECT_EQ(es("2027-01-04T12:00:00Z"), "el lunes 4 de enero de 2027 a las 09:00");
    EXPECT_EQ(es("2026-11-18T21:00:00Z"), "ayer a las 18:00");
    EXPECT_EQ(spoken(*parse_time("2026-11-23T12:00:00Z"), now, Zone::santiago(), Language::en), "on Monday at 09:00");
}

}  // namespace
}  // namespace hebra::calendar
