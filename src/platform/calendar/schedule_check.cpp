// Which schedules cannot be, and how a time of day is spelled.
#include <charconv>

#include "platform/calendar/schedule.hpp"

namespace hebra::calendar {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr minutes k_week = days(7);

/// Whether any two stretches of a week cross, those of Sunday night with Monday morning included.
bool overlap(const std::vector<Opening>& openings) {
    std::vector<std::pair<minutes, minutes>> spans;
    for (const auto& opening : openings) {
        const minutes day = days(static_cast<int>(opening.day));
        const minutes from = day + opening.opens.after_midnight();
        const minutes until = day + opening.closes.after_midnight() + (opening.opens < opening.closes ? days(0) : days(1));
        spans.emplace_back(from, until);
    }
    std::sort(spans.begin(), spans.end());
    for (std::size_t i = 1; i < spans.size(); ++i) {
        if (spans[i].first < spans[i - 1].second) return true;
    }
    return !spans.empty() && spans.back().second - k_week > spans.front().first;
}

std::vector<Opening> on_one_day(const std::vector<Span>& spans) {
    std::vector<Opening> openings;
    for (const auto& span : spans) openings.push_back({Weekday::mon, span.opens, span.closes});
    return openings;
}

}  // namespace

Result<TimeOfDay> TimeOfDay::parse(std::string_view text) {
    const auto no = refuse(Refused::invalid, words::k_not_a_time_of_day);
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() != colon + 3) return no;
    const auto number = [](std::string_view digits) {
        unsigned value = 99;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size() ? static_cast<int>(value) : 99;
    };
    const int hours = number(text.substr(0, colon));
    const int minute = number(text.substr(colon + 1));
    if (minute > 59 || hours > 24 || (hours == 24 && minute > 0)) return no;
    return TimeOfDay::of(hours, minute);
}

std::string TimeOfDay::text() const {
    return fmt::format("{:02}:{:02}", minutes_ / 60, minutes_ % 60);
}

Result<> check(const Schedule& schedule, std::string_view pointer) {
    std::vector<FieldError> errors;
    const auto refuse_at = [&](std::string_view member, const Word& word) {
        errors.push_back({fmt::format("{}/{}", pointer, member), word});
    };
    if (schedule.hours == Hours::weekly && schedule.openings.empty()) refuse_at("openings", words::k_no_openings);
    if (overlap(schedule.openings)) refuse_at("openings", words::k_openings_overlap);
    if (overlap(on_one_day(schedule.holiday_hours))) refuse_at("holiday_hours", words::k_openings_overlap);
    if (schedule.on_holidays == OnHolidays::own_hours && schedule.holiday_hours.empty())
        refuse_at("holiday_hours", words::k_no_openings);
    if (schedule.valid_from && schedule.valid_until && *schedule.valid_until < *schedule.valid_from)
        refuse_at("valid_until", words::k_dates_reversed);
    for (std::size_t i = 0; i < schedule.special_days.size(); ++i) {
        const auto& special = schedule.special_days[i];
        if (special.last < special.first) refuse_at(fmt::format("special_days/{}/last", i), words::k_dates_reversed);
        if (overlap(special.openings)) refuse_at(fmt::format("special_days/{}/openings", i), words::k_openings_overlap);
    }
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

}  // namespace hebra::calendar
