// Moments, dates and the clock. Stored as UTC microseconds; shown in local time by the web.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hebra {

using Micros = std::chrono::microseconds;
using Time = std::chrono::sys_time<Micros>;
using Date = std::chrono::year_month_day;

/// The only source of time: passed in, so that tests and the demo can hold it still.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Time now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Time now() const override;
};

class FixedClock final : public Clock {
  public:
    explicit FixedClock(Time now) : now_(now) {}
    Time now() const override { return now_; }
    void advance(Micros by) { now_ += by; }

  private:
    Time now_;
};

constexpr std::int64_t to_micros(Time time) { return time.time_since_epoch().count(); }
constexpr Time from_micros(std::int64_t micros) { return Time(Micros(micros)); }

/// RFC 3339 in UTC, microseconds only when there are any: "2026-11-19T21:12:00Z".
std::string to_text(Time time);
/// Accepts any RFC 3339 offset. nullopt on an impossible date or a missing offset.
std::optional<Time> parse_time(std::string_view text);

/// "2026-11-19".
std::string to_text(Date date);
/// nullopt on a date that does not exist, such as 2026-02-30.
std::optional<Date> parse_date(std::string_view text);

/// Whole years between birth and a day; negative if born later.
int age_on(Date birth, Date day);

}  // namespace hebra
