#include "platform/calendar/schedule.hpp"

namespace hebra::calendar {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr days k_search_days{60};
constexpr days k_longest_opening{8};

/// What a date holds, before any clock is asked.
struct Day {
    State state = State::closed;  // unknown: nothing is known of it
    std::vector<Span> spans;
    const Holiday* holiday = nullptr;
    const SpecialDays* special = nullptr;
};

std::vector<Span> spans_on(const std::vector<Opening>& openings, Weekday weekday) {
    std::vector<Span> spans;
    for (const auto& opening : openings) {
        if (opening.day == weekday) spans.push_back({opening.opens, opening.closes});
    }
    return spans;
}

const Holiday* holiday_in(Date date, const territory::Place& place) {
    for (const auto& holiday : holidays_on(date)) {
        if (holiday.applies_in(place)) return &holiday;
    }
    return nullptr;
}

bool is_valid_on(const Schedule& schedule, Date date) {
    return (!schedule.valid_from || *schedule.valid_from <= date) &&
           (!schedule.valid_until || date <= *schedule.valid_until);
}

void set_spans(Day& day, std::vector<Span> spans) {
    day.state = spans.empty() ? State::closed : State::open;
    day.spans = std::move(spans);
}

/// How a day is taken that may turn out a holiday.
enum class Unsure { is_unknown, is_working };

/// What the schedule says of a date: its validity first, then special days, then holidays, then the week.
Day day_of(const Schedule& schedule, Date date, Unsure unsure) {
    Day day;
    day.holiday = holiday_in(date, schedule.place);
    day.state = State::unknown;
    if (schedule.hours == Hours::unknown || !is_valid_on(schedule, date)) return day;
    for (const auto& special : schedule.special_days) {
        if (date < special.first || special.last < date) continue;
        day.special = &special;
        set_spans(day, spans_on(special.openings, weekday_of(date)));
        return day;
    }
    if (schedule.hours == Hours::always) {
        set_spans(day, {{TimeOfDay::of(0), TimeOfDay::of(24)}});
        return day;
    }
    auto usual = spans_on(schedule.openings, weekday_of(date));
    auto kind = day_kind(date, schedule.place);
    if (schedule.on_holidays == OnHolidays::as_usual) kind = DayKind::working;
    if (kind == DayKind::unsure && unsure == Unsure::is_working) kind = DayKind::working;
    // Nobody opens on a holiday what is closed on that weekday anyway, unless it has hours for holidays.
    if (usual.empty() && schedule.on_holidays != OnHolidays::own_hours) kind = DayKind::working;
    if (kind == DayKind::working) set_spans(day, std::move(usual));
    if (kind == DayKind::holiday && schedule.on_holidays == OnHolidays::closed) set_spans(day, {});
    if (kind == DayKind::holiday && schedule.on_holidays == OnHolidays::own_hours) set_spans(day, schedule.holiday_hours);
    return day;
}

minutes end_of(const Span& span) {
    const auto closes = span.closes.after_midnight();
    return span.opens < span.closes ? closes : closes + days(1);
}

/// Adds the stretches that begin on one date.
void add_day(const Schedule& schedule, Date date, Unsure unsure, std::vector<Interval>& open,
             std::vector<Interval>& unknown) {
    const Zone zone = schedule.zone();
    const auto add = [&](std::vector<Interval>& to, minutes from, minutes until, State state) {
        const Interval interval{instant(zone, date, from), instant(zone, date, until), state};
        if (interval.from < interval.until) to.push_back(interval);  // a skipped hour leaves nothing
    };
    const Day day = day_of(schedule, date, unsure);
    for (const auto& span : day.spans) add(open, span.opens.after_midnight(), end_of(span), State::open);
    if (day.state != State::unknown) return;
    add(unknown, minutes(0), days(1), State::unknown);
    for (const auto& span : spans_on(schedule.openings, weekday_of(date))) {
        if (end_of(span) > days(1)) add(unknown, days(1), end_of(span), State::unknown);
    }
}

bool earlier(const Interval& a, const Interval& b) {
    return a.from < b.from;
}

/// Stretches of one state, in order, those that touch or cross made one.
std::vector<Interval> joined(std::vector<Interval> found) {
    std::sort(found.begin(), found.end(), earlier);
    std::vector<Interval> out;
    for (const auto& next : found) {
        if (!out.empty() && next.from <= out.back().until) out.back().until = std::max(out.back().until, next.until);
        else out.push_back(next);
    }
    return out;
}

/// Open where anything says open; unknown only where nothing does. Both lists are joined.
std::vector<Interval> overlaid(const std::vector<Interval>& open, const std::vector<Interval>& unknown) {
    std::vector<Interval> out = open;
    for (auto rest : unknown) {
        for (const auto& each : open) {
            if (each.until <= rest.from || rest.until <= each.from) continue;
            if (rest.from < each.from) out.push_back({rest.from, each.from, State::unknown});
            rest.from = std::max(rest.from, each.until);
        }
        if (rest.from < rest.until) out.push_back(rest);
    }
    std::sort(out.begin(), out.end(), earlier);
    return out;
}

std::vector<Interval> stretches(const Schedule& schedule, Time from, Time until, Unsure unsure = Unsure::is_unknown) {
    const Zone zone = schedule.zone();
    // The day before may reach past midnight.
    const auto first = sys_days(local_time(zone, from).date) - days(1);
    const auto last = sys_days(local_time(zone, until).date);
    std::vector<Interval> open;
    std::vector<Interval> unknown;
    for (auto day = first; day <= last; day += days(1)) add_day(schedule, Date(day), unsure, open, unknown);
    return overlaid(joined(std::move(open)), joined(std::move(unknown)));
}

std::vector<Interval> clipped(std::vector<Interval> found, Time from, Time until) {
    std::erase_if(found, [&](const Interval& each) { return each.until <= from || until <= each.from; });
    if (!found.empty()) {
        found.front().from = std::max(found.front().from, from);
        found.back().until = std::min(found.back().until, until);
    }
    return found;
}

const Interval* stretch_at(const std::vector<Interval>& found, Time at) {
    for (const auto& interval : found) {
        if (interval.from <= at && at < interval.until) return &interval;
    }
    return nullptr;
}

}  // namespace

Weekday weekday_of(Date date) {
    return static_cast<Weekday>(std::chrono::weekday(sys_days(date)).iso_encoding() - 1);
}

State state_at(const Schedule& schedule, Time at) {
    if (schedule.hours == Hours::unknown) return State::unknown;
    const auto found = stretches(schedule, at, at);
    const auto* stretch = stretch_at(found, at);
    return stretch ? stretch->state : State::closed;
}

std::optional<Time> next_opening(const Schedule& schedule, Time at) {
    if (schedule.hours == Hours::unknown) return std::nullopt;
    // Week by week: nearly all open within one, and a search of months is for those that are closed for months.
    for (auto from = at; from < at + k_search_days; from += days(7)) {
        for (const auto& stretch : stretches(schedule, from, from + days(7))) {
            // What began before `from` is an opening that goes on, or one the last round looked at.
            if (stretch.state == State::open && from < stretch.from) return stretch.from;
        }
    }
    return std::nullopt;
}

std::optional<Time> closes_at(const Schedule& schedule, Time at) {
    const auto found = stretches(schedule, at, at + k_longest_opening);
    const auto* stretch = stretch_at(found, at);
    if (!stretch || stretch->state != State::open || at + k_longest_opening <= stretch->until) return std::nullopt;
    return stretch->until;
}

std::vector<Interval> intervals(const Schedule& schedule, Time from, Time until) {
    return clipped(stretches(schedule, from, until), from, until);
}

std::vector<Interval> working_intervals(const Schedule& schedule, Time from, Time until) {
    auto found = clipped(stretches(schedule, from, until, Unsure::is_working), from, until);
    std::erase_if(found, [](const Interval& each) { return each.state != State::open; });
    return found;
}

std::optional<Time> last_closing(const Schedule& schedule, Date date) {
    std::optional<Time> last;
    for (const auto& span : day_of(schedule, date, Unsure::is_working).spans) {
        last = std::max(last, std::optional(instant(schedule.zone(), date, end_of(span))));
    }
    return last;
}

std::vector<DrawnDay> week(const Schedule& schedule, Date first) {
    std::vector<DrawnDay> drawn;
    for (int i = 0; i < 7; ++i) {
        const Date date(sys_days(first) + days(i));
        Day day = day_of(schedule, date, Unsure::is_unknown);
        std::sort(day.spans.begin(), day.spans.end(), [](const Span& a, const Span& b) { return a.opens < b.opens; });
        drawn.push_back({.date = date,
                         .state = day.state,
                         .spans = std::move(day.spans),
                         .holiday = day.holiday ? day.holiday->name : "",
                         .holiday_en = day.holiday ? day.holiday->name_en : "",
                         .special = day.special ? day.special->name : ""});
    }
    return drawn;
}

}  // namespace hebra::calendar
