// Clocks of commitments: when something is due. Pure: the same answer for the same arguments, on any machine.
//
// Days are counted as Ley 19.880, art. 25 does: from the day after, without Saturdays, Sundays and holidays, and the last
// day lasts until the institution closes. Hours count only while the institution attends; around the clock they all do.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "platform/calendar/schedule.hpp"

namespace hebra::calendar {

namespace words {
inline constexpr Word k_not_an_allowance{
    "not_an_allowance", "Escriba el plazo como \"8 h\", \"2 business days\" o \"10 days\", con un número de 1 a 999.",
    "Write the time allowed as \"8 h\", \"2 business days\" or \"10 days\", with a number "
    "from 1 to 999."};
}  // namespace words

enum class Unit { hours, business_days, days };
BOOST_DESCRIBE_ENUM(Unit, hours, business_days, days)

/// How long somebody has, as data/workflows writes it: "8 h", "1 business day", "10 days".
class Allowance {
  public:
    static constexpr std::string_view k_pattern = "^[1-9][0-9]{0,2} (h|business days?|days?)$";
    static constexpr std::string_view k_example = "2 business days";

    constexpr Allowance() = default;
    constexpr Allowance(int count, Unit unit) : count_(count), unit_(unit) {}
    /// No: `invalid` (k_not_an_allowance).
    static Result<Allowance> parse(std::string_view text);
    std::string text() const;

    constexpr int count() const { return count_; }
    constexpr Unit unit() const { return unit_; }
    friend bool operator==(const Allowance&, const Allowance&) = default;

  private:
    int count_ = 1;
    Unit unit_ = Unit::business_days;
};

/// By whose hours a clock runs.
struct BusinessCalendar {
    Schedule hours;
    /// When the person can safely be contacted. The clock then never ends before there was an hour of such time.
    std::optional<Schedule> safe_hours = {};

    /// Urgent things and risk: every hour counts.
    static BusinessCalendar around_the_clock(territory::Place place = {}) { return {.hours = Schedule::always(place)}; }
    /// By an institution's hours. Unknown ones are taken as Monday to Friday from 9 to 18, so that no clock stands still;
    /// unknown holidays are not worked.
    static BusinessCalendar institution(Schedule hours);
};

/// A stretch in which the clock stands. Without end: it still stands.
struct Pause {
    Time from;
    std::optional<Time> until = {};
};

/// When what was begun at `start` is due. At most 400 days ahead, also for an institution that never opens.
Time due_after(Time start, const Allowance& allowance, const BusinessCalendar& calendar);

/// As above with pauses: what was left when each began is left when it ends. nullopt while one has no end.
/// A pause that begins once the time is over changes nothing.
std::optional<Time> due_after(Time start, const Allowance& allowance, const BusinessCalendar& calendar,
                              std::span<const Pause> pauses);

}  // namespace hebra::calendar
