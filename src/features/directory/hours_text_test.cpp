#include "features/directory/hours_text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace hebra::directory {
namespace {

using calendar::Hours;
using calendar::OnHolidays;
using calendar::Schedule;
using calendar::TimeOfDay;
using calendar::Weekday;

/// What was understood, written again; or why not.
std::string understood(std::string_view text) {
    const auto read = read_hours(text);
    if (!read.doubt) return write_hours(read.schedule);
    EXPECT_EQ(read.schedule, Schedule::unknown()) << text;
    return std::string(read.doubt->code);
}

/// Every text of hours in the catastro that the shipped rows were made from, as it was written there.
TEST(HoursText, understands_the_catastro_or_says_that_it_does_not) {
    const std::pair<const char*, const char*> catastro[] = {
        {"Lun-Vie 10:00-22:00; Sáb 11:00-17:00", "Lun-Vie 10:00-22:00; Sáb 11:00-17:00"},        // L01
        {"24/7", "24/7"},                                                                        // L02 L03 L04 L13–L18
        {"Lun-Dom 08:00-20:00", "Lun-Dom 08:00-20:00"},                                          // L05
        {"Lun-Dom 08:00-00:00 incl. festivos", "Lun-Dom 08:00-00:00; incl. feriados"},           // L06 L07
        {"Lun-Sáb 16:00-22:00 (2019 launch figure; STALE)", "hours_doubtful"},                   // L08
        {"CONFLICT: 24/7 (prensa 2020) vs Lun-Vie (latercera.com, undated)", "hours_doubtful"},  // L09
        {"no encontrado", "hours_absent"},                                                       // L10 and eleven more
        {"Lun-Vie 09:00-18:00 (weekdays assumed)", "hours_doubtful"},                            // L11
        {"Lun-Vie 08:30-21:00", "Lun-Vie 08:30-21:00"},                                          // L12
        {"no encontrado (voluntarios, por turnos)", "hours_absent"},                             // L21
        {"Lun-Dom (franja horaria no encontrada)", "hours_doubtful"},                            // L22
        {"Lun-Vie 08:30-18:30 (page undated)", "hours_doubtful"},                                // L24
        {"Lun-Vie 08:00-18:00 (page undated)", "hours_doubtful"},                                // L25
        {"24/7 (general knowledge)", "hours_doubtful"},                                          // L26
        {"Horario municipal (general knowledge)", "hours_doubtful"},                             // L28 L36
        {"Horario judicial (general knowledge)", "hours_doubtful"},                              // L29
    };
    for (const auto& [text, expected] : catastro) EXPECT_EQ(understood(text), expected) << text;
}

TEST(HoursText, understands_what_editors_write) {
    const std::pair<const char*, const char*> texts[] = {
        {"lunes a viernes de 9:00 a 18:00 hrs", "Lun-Vie 09:00-18:00"},
        {"De lunes a jueves de 9 a 18 h y viernes de 9 a 14", "Lun-Jue 09:00-18:00; Vie 09:00-14:00"},
        {"Lun-Jue 9-18; Vie 9-14", "Lun-Jue 09:00-18:00; Vie 09:00-14:00"},
        {"Lun, Mié y Vie 09:00–13:00", "Lun 09:00-13:00; Mié 09:00-13:00; Vie 09:00-13:00"},
        {"Lun-Vie 09:00-13:00, 15:00-18:00, Sáb 10:00-14:00", "Lun-Vie 09:00-13:00, 15:00-18:00; Sáb 10:00-14:00"},
        {"Lun-Vie 09:00-13:00 y 15:00-18:00", "Lun-Vie 09:00-13:00, 15:00-18:00"},
        {"Vie-Lun 20:00-02:00", "Lun 20:00-02:00; Vie-Dom 20:00-02:00"},
        {"todos los días de 8 a 20", "Lun-Dom 08:00-20:00"},
        {"Mon-Fri 09:00-17:00; except holidays", "Lun-Vie 09:00-17:00; excepto feriados"},
        {"Lun-Vie 09:00-18:00 (excepto festivos)", "Lun-Vie 09:00-18:00; excepto feriados"},
        {"Lun-Vie 09:00-18:00; feriados cerrado", "Lun-Vie 09:00-18:00; excepto feriados"},
        {"Lun-Vie 09:00-18:00; feriados 10:00-14:00", "Lun-Vie 09:00-18:00; feriados 10:00-14:00"},
        {"24/7 incl. feriados", "24/7"},
        {"Lun-Vie 09:00-18:00; desde 2026-03-01; hasta 2026-12-31",
         "Lun-Vie 09:00-18:00; desde 2026-03-01; hasta 2026-12-31"},
        {"", "hours_absent"},
        {"desconocido", "hours_absent"},
    };
    for (const auto& [text, expected] : texts) EXPECT_EQ(understood(text), expected) << text;
}

TEST(HoursText, never_guesses) {
    for (const auto* text :
         {"09:00-18:00", "Lun-Vie", "Lun-Vie 9", "Lun-Vie 09:00-09:00", "Lun-Vie 18:00-25:00", "Lun-Vie 09:00-18:00 aprox.",
          "Lun-Vie 09:00-18:00 o 24/7", "24/7; Lun-Vie 09:00-18:00", "Lun-Vie 09:00-18:00; Mar 10:00-12:00", "mañanas",
          "24/7 excepto feriados", "Lun-Vie 09:00-18:00; incl. feriados; excepto feriados", "hasta 2026-02-30",
          "Lun-Vie 09:00-18:00?", "Lu-Vi 9-18", "24 / 6", "24/7; desde 2026-12-31; hasta 2026-01-01", "Lun-Dom y Lun 9-10"})
        EXPECT_EQ(understood(text), "hours_not_understood") << text;
}

TEST(HoursText, whatever_it_writes_it_reads_back) {
    std::mt19937 random(2021);
    for (int round = 0; round < 500; ++round) {
        Schedule schedule{.hours = Hours::weekly, .on_holidays = static_cast<OnHolidays>(random() % 4)};
        for (int day = 0; day < 7; ++day) {
            if (random() % 3 == 0) continue;
            const int opens = static_cast<int>(random() % 12);
            schedule.openings.push_back({static_cast<Weekday>(day), TimeOfDay::of(opens, 30), TimeOfDay::of(12)});
            if (random() % 2 == 0)
                schedule.openings.push_back({static_cast<Weekday>(day), TimeOfDay::of(14), TimeOfDay::of(0, 15)});
        }
        if (schedule.openings.empty()) continue;
        if (schedule.on_holidays == OnHolidays::own_hours) schedule.holiday_hours = {{TimeOfDay::of(10), TimeOfDay::of(24)}};
        if (random() % 4 == 0) schedule.valid_from = parse_date("2026-03-01");
        const auto text = write_hours(schedule);
        const auto read = read_hours(text);
        EXPECT_FALSE(read.doubt) << text;
        EXPECT_EQ(read.schedule, schedule) << text;
    }
}

TEST(HoursText, any_text_is_read_or_doubted) {
    std::mt19937 random(7);
    constexpr std::string_view k_pieces[] = {"Lun", "-", " ",     "Vie",      "09:00", "24", "/", "7",    "(",
                                             ")",   ";", "incl.", "feriados", "y",     "á",  "–", "\xFF", "2026-01-01"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (auto count = random() % 12; count > 0; --count) text += k_pieces[random() % std::size(k_pieces)];
        const auto read = read_hours(text);
        EXPECT_EQ(read.doubt.has_value(), read.schedule.hours == Hours::unknown) << text;
    }
}

}  // namespace
}  // namespace hebra::directory
