// When somebody attends: weekly hours, holidays, seasons. What is not known stays unknown, never open and never closed.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "platform/calendar/holidays.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::calendar {

namespace words {
inline constexpr Word k_not_a_time_of_day{"not_a_time_of_day", "Escriba la hora como 09:00, de 00:00 a 24:00.",
                                          "Write the time as 09:00, from 00:00 to 24:00."};
inline constexpr Word k_openings_overlap{"openings_overlap", "Hay dos tramos del mismo día que se cruzan.",
                                         "Two openings of the same day overlap."};
inline constexpr Word k_no_openings{"no_openings", "Ponga al menos un tramo de atención, o diga que el horario no se sabe.",
                                    "Give at least one opening, or say that the hours are unknown."};
inline constexpr Word k_dates_reversed{"dates_reversed", "La fecha de término es anterior a la de inicio.",
                                       "The end date is before the start date."};
}  // namespace words

enum class Weekday { mon, tue, wed, thu, fri, sat, sun };
BOOST_DESCRIBE_ENUM(Weekday, mon, tue, wed, thu, fri, sat, sun)

Weekday weekday_of(Date date);

/// Wall-clock time to the minute, 00:00 to 24:00.
class TimeOfDay {
  public:
    static constexpr std::string_view k_pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$";
    static constexpr std::string_view k_example = "09:00";

    constexpr TimeOfDay() = default;
    /// "09:00", also "9:00". No: `invalid` (k_not_a_time_of_day).
    static Result<TimeOfDay> parse(std::string_view text);
    /// Precondition: hours 0–24, minutes 0–59, at most 24:00.
    static constexpr TimeOfDay of(int hours, int minutes = 0) { return TimeOfDay(hours * 60 + minutes); }

    std::string text() const;
    constexpr std::chrono::minutes after_midnight() const { return std::chrono::minutes(minutes_); }
    friend constexpr auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;

  private:
    constexpr explicit TimeOfDay(int minutes) : minutes_(static_cast<std::int16_t>(minutes)) {}
    std::int16_t minutes_ = 0;
};

/// From `opens` to `closes` of one day; a `closes` that is not later is on the following day: 22:00–06:00, 08:00–00:00.
struct Span {
    TimeOfDay opens;
    TimeOfDay closes;
    friend bool operator==(const Span&, const Span&) = default;
};
BOOST_DESCRIBE_STRUCT(Span, (), (opens, closes))

struct Opening {
    Weekday day;
    TimeOfDay opens;
    TimeOfDay closes;
    friend bool operator==(const Opening&, const Opening&) = default;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (day, opens, closes))

/// What happens on a holiday of the place. `unknown`: nobody has said.
enum class OnHolidays { unknown, closed, as_usual, own_hours };
BOOST_DESCRIBE_ENUM(OnHolidays, unknown, closed, as_usual, own_hours)

/// Some days that are different: summer hours, a closed fortnight (no openings). They come before holidays and the week.
struct SpecialDays {
    Date first;
    Date last;
    std::string name;
    std::vector<Opening> openings;
    friend bool operator==(const SpecialDays&, const SpecialDays&) = default;
};
BOOST_DESCRIBE_STRUCT(SpecialDays, (), (first, last, name, openings))

/// `always` attends day and night, holidays included.
enum class Hours { unknown, always, weekly };
BOOST_DESCRIBE_ENUM(Hours, unknown, always, weekly)

struct Schedule {
    Hours hours = Hours::unknown;
    std::vector<Opening> openings = {};  ///< when weekly
    OnHolidays on_holidays = OnHolidays::unknown;
    std::vector<Span> holiday_hours = {};  ///< when holidays have their own
    std::vector<SpecialDays> special_days = {};
    std::optional<Date> valid_from = {};  ///< outside these dates the hours are unknown
    std::optional<Date> valid_until = {};
    territory::Place place = {};  ///< whose official time and whose regional holidays

    static Schedule unknown() { return {}; }
    static Schedule always(territory::Place place = {}) { return {.hours = Hours::always, .place = place}; }
    Zone zone() const { return zone_of(place); }
    friend bool operator==(const Schedule&, const Schedule&) = default;
};
BOOST_DESCRIBE_STRUCT(Schedule, (),
                      (hours, openings, on_holidays, holiday_hours, special_days, valid_from, valid_until, place))

/// No: `invalid`, with pointers below `pointer` (k_openings_overlap, k_no_openings, k_dates_reversed).
Result<> check(const Schedule& schedule, std::string_view pointer = "");

enum class State { open, closed, unknown };
BOOST_DESCRIBE_ENUM(State, open, closed, unknown)

State state_at(const Schedule& schedule, Time at);

/// The first moment after `at` at which it certainly opens; days of unknown hours are passed over.
/// nullopt if there is none within 60 days, or it never closes.
std::optional<Time> next_opening(const Schedule& schedule, Time at);

/// When the opening that `at` falls in ends, openings that touch taken together. nullopt if it is not open at `at`, or does
/// not close within eight days.
std::optional<Time> closes_at(const Schedule& schedule, Time at);

/// A stretch of time, the end excluded.
struct Interval {
    Time from;
    Time until;
    State state;  ///< open, or unknown; what no interval covers is closed
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// What is open or unknown from `from` to `until`, in order, clipped to it; stretches of the same state that touch are one.
std::vector<Interval> intervals(const Schedule& schedule, Time from, Time until);

/// What is open, as a clock counts it: a day that may turn out a holiday is worked until that is confirmed, and time of
/// unknown hours is not counted.
std::vector<Interval> working_intervals(const Schedule& schedule, Time from, Time until);

/// When the last opening that begins on a date ends, counted likewise. nullopt if none begins.
std::optional<Time> last_closing(const Schedule& schedule, Date date);

/// One day as it is drawn and printed, in wall-clock time.
struct DrawnDay {
    Date date;
    State state;  ///< unknown, closed the whole day, or open at `spans`
    std::vector<Span> spans;
    std::string holiday;  ///< its name, if it is one there
    std::string holiday_en;
    std::string special;  ///< the special days' name
};
BOOST_DESCRIBE_STRUCT(DrawnDay, (), (date, state, spans, holiday, holiday_en, special))

/// Seven days from `first`.
std::vector<DrawnDay> week(const Schedule& schedule, Date first);

}  // namespace hebra::calendar
