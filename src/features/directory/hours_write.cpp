#include "features/directory/hours_text.hpp"

namespace hebra::directory {
namespace {

using calendar::Hours;
using calendar::OnHolidays;
using calendar::Schedule;
using calendar::Span;
using calendar::Weekday;

constexpr std::string_view k_days[] = {"Lun", "Mar", "Mié", "Jue", "Vie", "Sáb", "Dom"};

std::string text_of(const std::vector<Span>& spans) {
    std::string text;
    for (const auto& span : spans) {
        if (!text.empty()) text += ", ";
        text += span.opens.text() + "-" + span.closes.text();
    }
    return text;
}

std::vector<Span> spans_on(const Schedule& schedule, int day) {
    std::vector<Span> spans;
    for (const auto& opening : schedule.openings) {
        if (opening.day == static_cast<Weekday>(day)) spans.push_back({opening.opens, opening.closes});
    }
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.opens < b.opens; });
    return spans;
}

/// "Lun-Vie 09:00-18:00; Sáb 10:00-14:00": neighbouring days of the same hours together.
std::string week_text(const Schedule& schedule) {
    std::string text;
    for (int first = 0; first < 7;) {
        const auto spans = spans_on(schedule, first);
        int last = first;
        while (last + 1 < 7 && spans_on(schedule, last + 1) == spans) ++last;
        if (!spans.empty()) {
            if (!text.empty()) text += "; ";
            text += k_days[first];
            if (last > first) text += fmt::format("-{}", k_days[last]);
            text += " " + text_of(spans);
        }
        first = last + 1;
    }
    return text;
}

std::string holidays_text(const Schedule& schedule) {
    switch (schedule.on_holidays) {
        case OnHolidays::unknown: return "";
        case OnHolidays::closed: return "; excepto feriados";
        case OnHolidays::as_usual: return "; incl. feriados";
        case OnHolidays::own_hours: return "; feriados " + text_of(schedule.holiday_hours);
    }
    return "";
}

}  // namespace

std::string write_hours(const Schedule& schedule) {
    if (schedule.hours == Hours::unknown) return "";
    std::string text = schedule.hours == Hours::always ? "24/7" : week_text(schedule) + holidays_text(schedule);
    if (schedule.valid_from) text += "; desde " + to_text(*schedule.valid_from);
    if (schedule.valid_until) text += "; hasta " + to_text(*schedule.valid_until);
    return text;
}

}  // namespace hebra::directory
