#include "platform/calendar/business.hpp"

#include <charconv>

namespace hebra::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days k_furthest{400};
constexpr days k_stride{14};
constexpr std::chrono::hours k_time_to_reach{1};

// --- Hours -----------------------------------------------------------------------------------------------------------

/// The moment at which `wanted` of working time has passed since `start`.
Time after_working(const Schedule& hours, Time start, Micros wanted) {
    for (auto from = start; from < start + k_furthest; from += k_stride) {
        for (const auto& open : working_intervals(hours, from, from + k_stride)) {
            if (wanted <= open.until - open.from) return open.from + wanted;
            wanted -= open.until - open.from;
        }
    }
    return start + k_furthest;
}

Micros working_between(const Schedule& hours, Time from, Time until) {
    Micros sum(0);
    for (const auto& open : working_intervals(hours, from, until)) sum += open.until - open.from;
    return sum;
}

// --- Business days ---------------------------------------------------------------------------------------------------

/// When a business day ends; nullopt if the date is none.
std::optional<Time> end_of_business_day(const Schedule& hours, Date date) {
    const auto opens_on_weekday = [](const Opening& each) { return each.day <= Weekday::fri; };
    // A line that attends on weekends only has no other days to count.
    const bool weekends_only =
        hours.hours == Hours::weekly && std::none_of(hours.openings.begin(), hours.openings.end(), opens_on_weekday);
    if (weekday_of(date) > Weekday::fri && !weekends_only) return std::nullopt;
    if (day_kind(date, hours.place) == DayKind::holiday) return std::nullopt;
    return last_closing(hours, date);
}

Date date_of(const Schedule& hours, Time time) {
    return local_time(hours.zone(), time).date;
}

/// The end of the n-th business day after the day of `start`; of that day itself, if it still lasts, for the 0th.
Time after_business_days(const Schedule& hours, Time start, int count) {
    const auto first = sys_days(date_of(hours, start));
    if (count == 0) {
        const auto today = end_of_business_day(hours, Date(first));
        if (today && start < *today) return *today;
        count = 1;
    }
    for (auto day = first + days(1); day < first + k_furthest; day += days(1)) {
        const auto end = end_of_business_day(hours, Date(day));
        if (end && --count == 0) return *end;
    }
    return start + k_furthest;
}

/// Business days after the day of `from`, up to and with the day of `until`.
int business_days_between(const Schedule& hours, Time from, Time until) {
    int count = 0;
    const auto last = sys_days(date_of(hours, until));
    for (auto day = sys_days(date_of(hours, from)) + days(1); day <= last; day += days(1)) {
        if (end_of_business_day(hours, Date(day))) ++count;
    }
    return count;
}

// --- Calendar days ---------------------------------------------------------------------------------------------------

/// The same wall-clock time so many days later.
Time after_days(Zone zone, Time start, int count) {
    const auto local = local_time(zone, start);
    return instant(zone, Date(sys_days(local.date) + days(count)), local.minute()) + (local.since_midnight - local.minute());
}

/// Leaves an hour of safe time, at least, before the end.
Time reachable(Time start, Time due, const BusinessCalendar& calendar) {
    if (!calendar.safe_hours || calendar.safe_hours->hours == Hours::unknown) return due;
    return std::max(due, after_working(*calendar.safe_hours, start, k_time_to_reach));
}

/// A clock that can be stopped: it knows what is left at any moment.
class Countdown {
  public:
    Countdown(Time start, const Allowance& allowance, const BusinessCalendar& calendar)
        : allowance_(allowance), calendar_(calendar), start_(start) {
        switch (allowance.unit()) {
            case Unit::hours: due_ = after_working(calendar.hours, start, std::chrono::hours(allowance.count())); break;
            case Unit::business_days: due_ = after_business_days(calendar.hours, start, allowance.count()); break;
            case Unit::days: due_ = after_days(calendar.hours.zone(), start, allowance.count()); break;
        }
    }

    void stand_still(Time from, Time until) {
        const Schedule& hours = calendar_.hours;
        switch (allowance_.unit()) {
            case Unit::hours: {
                const auto left = working_between(hours, from, due_);
                due_ = after_working(hours, until, left);
                break;
            }
            case Unit::business_days:
                due_ = after_business_days(hours, until, business_days_between(hours, from, due_));
                break;
            case Unit::days: due_ += until - from; break;
        }
        start_ = until;
    }

    Time start() const { return start_; }
    Time due() const { return reachable(start_, due_, calendar_); }

  private:
    const Allowance& allowance_;
    const BusinessCalendar& calendar_;
    Time start_;
    Time due_;
};

}  // namespace

Result<Allowance> Allowance::parse(std::string_view text) {
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error == std::errc() && count >= 1 && count <= 999) {
        if (rest == " h") return Allowance(count, Unit::hours);
        if (rest == " business day" || rest == " business days") return Allowance(count, Unit::business_days);
        if (rest == " day" || rest == " days") return Allowance(count, Unit::days);
    }
    return refuse(Refused::invalid, words::k_not_an_allowance);
}

std::string Allowance::text() const {
    if (unit_ == Unit::hours) return fmt::format("{} h", count_);
    return fmt::format("{} {}{}", count_, unit_ == Unit::days ? "day" : "business day", count_ == 1 ? "" : "s");
}

BusinessCalendar BusinessCalendar::institution(Schedule hours) {
    if (hours.hours == Hours::unknown) {
        hours = {.hours = Hours::weekly, .on_holidays = OnHolidays::closed, .place = hours.place};
        for (const auto day : {Weekday::mon, Weekday::tue, Weekday::wed, Weekday::thu, Weekday::fri})
            hours.openings.push_back({day, TimeOfDay::of(9), TimeOfDay::of(18)});
    }
    if (hours.on_holidays == OnHolidays::unknown) hours.on_holidays = OnHolidays::closed;
    return {.hours = std::move(hours)};
}

Time due_after(Time start, const Allowance& allowance, const BusinessCalendar& calendar) {
    return Countdown(start, allowance, calendar).due();
}

std::optional<Time> due_after(Time start, const Allowance& allowance, const BusinessCalendar& calendar,
                              std::span<const Pause> pauses) {
    std::vector<Pause> sorted(pauses.begin(), pauses.end());
    std::sort(sorted.begin(), sorted.end(), [](const Pause& a, const Pause& b) { return a.from < b.from; });
    Countdown clock(start, allowance, calendar);
    for (const auto& pause : sorted) {
        const Time from = std::max(pause.from, clock.start());
        if (clock.due() <= from) break;
        if (!pause.until) return std::nullopt;
        if (from < *pause.until) clock.stand_still(from, *pause.until);
    }
    return clock.due();
}

}  // namespace hebra::calendar
