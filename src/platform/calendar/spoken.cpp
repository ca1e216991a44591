#include "platform/calendar/spoken.hpp"

#include "platform/calendar/schedule.hpp"

namespace hebra::calendar {
namespace {

using std::chrono::sys_days;

constexpr std::string_view k_days_es[] = {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"};
constexpr std::string_view k_days_en[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::string_view k_months_es[] = {"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                                            "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
constexpr std::string_view k_months_en[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};

std::string day_es(Date date, Date today) {
    const auto away = (sys_days(date) - sys_days(today)).count();
    const auto weekday = k_days_es[static_cast<int>(weekday_of(date))];
    if (away == 0) return "hoy";
    if (away == 1) return "mañana";
    if (away == -1) return "ayer";
    if (away > 1 && away < 7) return fmt::format("el {}", weekday);
    const auto day = fmt::format("el {} {} de {}", weekday, static_cast<unsigned>(date.day()),
                                 k_months_es[static_cast<unsigned>(date.month()) - 1]);
    return date.year() == today.year() ? day : fmt::format("{} de {}", day, static_cast<int>(date.year()));
}

std::string day_en(Date date, Date today) {
    const auto away = (sys_days(date) - sys_days(today)).count();
    const auto weekday = k_days_en[static_cast<int>(weekday_of(date))];
    if (away == 0) return "today";
    if (away == 1) return "tomorrow";
    if (away == -1) return "yesterday";
    if (away > 1 && away < 7) return fmt::format("on {}", weekday);
    const auto day = fmt::format("on {} {} {}", weekday, static_cast<unsigned>(date.day()),
                                 k_months_en[static_cast<unsigned>(date.month()) - 1]);
    return date.year() == today.year() ? day : fmt::format("{} {}", day, static_cast<int>(date.year()));
}

}  // namespace

std::string clock_text(Time time, Zone zone) {
    const auto minute = local_time(zone, time).minute().count();
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string spoken(Time time, Time now, Zone zone, Language language) {
    const Date date = local_time(zone, time).date;
    const Date today = local_time(zone, now).date;
    if (language == Language::en) return fmt::format("{} at {}", day_en(date, today), clock_text(time, zone));
    const std::string clock = clock_text(time, zone);
    return fmt::format("{} a {} {}", day_es(date, today), clock.starts_with("01") ? "la" : "las", clock);
}

}  // namespace hebra::calendar
