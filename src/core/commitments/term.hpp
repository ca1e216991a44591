// When a commitment falls due and when its ladder is climbed. Pure: everything follows from what is stored, so that a change
// of holidays can compute it anew.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "core/commitments/ladder.hpp"
#include "platform/calendar/business.hpp"

namespace hebra::commitments {

/// By whose hours the time allowed is counted: risk and what is urgent around the clock, the rest by the institution's.
/// `safe_…`: the same, and never over before the person could safely be reached for an hour.
enum class CalendarKind { around_the_clock, institution_hours, safe_around_the_clock, safe_institution_hours };
BOOST_DESCRIBE_ENUM(CalendarKind, around_the_clock, institution_hours, safe_around_the_clock, safe_institution_hours)

constexpr bool is_around_the_clock(CalendarKind kind) {
    return kind == CalendarKind::around_the_clock || kind == CalendarKind::safe_around_the_clock;
}
constexpr bool is_safe(CalendarKind kind) {
    return kind == CalendarKind::safe_around_the_clock || kind == CalendarKind::safe_institution_hours;
}

/// How long somebody has: an allowance on a calendar, or a fixed moment (an appointment, the date to resume).
struct Term {
    std::optional<calendar::Allowance> allowance;
    CalendarKind calendar = CalendarKind::institution_hours;
    std::optional<Time> moment = {};

    static Term of(calendar::Allowance allowance, CalendarKind calendar) { return {allowance, calendar, std::nullopt}; }
    static Term at(Time moment, CalendarKind calendar = CalendarKind::institution_hours) {
        return {std::nullopt, calendar, moment};
    }
};

/// The stretches in which a clock stood, all over. Stored as text: "2026-11-21T15:00:00Z/2026-11-23T12:00:00Z …".
class Pauses {
  public:
    Pauses() = default;
    static std::optional<Pauses> parse(std::string_view text);
    std::string text() const;

    void add(Time from, Time until) { all_.push_back({from, until}); }
    std::span<const calendar::Pause> all() const { return all_; }

  private:
    std::vector<calendar::Pause> all_;
};

/// A clock that was started and may have stood. `due_at` matters when there is no allowance: the moment as last moved.
struct Running {
    Time started_at;
    std::optional<calendar::Allowance> allowance;
    Time due_at;
    Pauses pauses = {};
};

/// When it falls due, after every pause.
Time due(const Running& clock, const calendar::BusinessCalendar& calendar);

/// When a step is taken, the clock's own `due_at` being right.
Time moment_of(const Step& step, const Running& clock, const calendar::BusinessCalendar& calendar);

}  // namespace hebra::commitments
