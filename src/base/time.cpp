#include "base/time.hpp"

#include <fmt/format.h>

namespace hebra {
namespace {

/// Reads exactly `width` digits at `at`, and moves past them; -1 if they are not digits.
int take_digits(std::string_view text, std::size_t& at, std::size_t width) {
    if (at + width > text.size()) return -1;
    int value = 0;
    for (const auto end = at + width; at < end; ++at) {
        const char c = text[at];
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool take(std::string_view text, std::size_t& at, char wanted) {
    if (at >= text.size() || text[at] != wanted) return false;
    ++at;
    return true;
}

std::optional<Date> take_date(std::string_view text, std::size_t& at) {
    const int year = take_digits(text, at, 4);
    if (year < 0 || !take(text, at, '-')) return std::nullopt;
    const int month = take_digits(text, at, 2);
    if (month < 0 || !take(text, at, '-')) return std::nullopt;
    const int day = take_digits(text, at, 2);
    if (day < 0) return std::nullopt;
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return date;
}

/// ".123456", of any length up to nine digits; microseconds.
std::optional<Micros> take_fraction(std::string_view text, std::size_t& at) {
    if (!take(text, at, '.')) return Micros(0);
    std::int64_t value = 0;
    int digits = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits) {
        if (digits < 6) value = value * 10 + (text[at] - '0');
    }
    if (digits == 0 || digits > 9) return std::nullopt;
    for (int i = digits; i < 6; ++i) value *= 10;
    return Micros(value);
}

std::optional<std::chrono::minutes> take_offset(std::string_view text, std::size_t& at) {
    if (take(text, at, 'Z') || take(text, at, 'z')) return std::chrono::minutes(0);
    const bool west = at < text.size() && text[at] == '-';
    if (!take(text, at, west ? '-' : '+')) return std::nullopt;
    const int hours = take_digits(text, at, 2);
    if (hours < 0 || hours > 23 || !take(text, at, ':')) return std::nullopt;
    const int minutes = take_digits(text, at, 2);
    if (minutes < 0 || minutes > 59) return std::nullopt;
    const std::chrono::minutes offset(hours * 60 + minutes);
    return west ? -offset : offset;
}

}  // namespace

Time SystemClock::now() const {
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

std::string to_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string to_text(Time time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss<Micros> clock(time - day);
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", to_text(Date(day)), clock.hours().count(), clock.minutes().count(),
                                   clock.seconds().count());
    if (clock.subseconds().count() != 0) text += fmt::format(".{:06}", clock.subseconds().count());
    return text + "Z";
}

std::optional<Date> parse_date(std::string_view text) {
    std::size_t at = 0;
    const auto date = take_date(text, at);
    return at == text.size() ? date : std::nullopt;
}

std::optional<Time> parse_time(std::string_view text) {
    std::size_t at = 0;
    const auto date = take_date(text, at);
    if (!date || at >= text.size() || (text[at] != 'T' && text[at] != 't' && text[at] != ' ')) return std::nullopt;
    ++at;
    const int hours = take_digits(text, at, 2);
    if (hours < 0 || hours > 23 || !take(text, at, ':')) return std::nullopt;
    const int minutes = take_digits(text, at, 2);
    if (minutes < 0 || minutes > 59 || !take(text, at, ':')) return std::nullopt;
    const int seconds = take_digits(text, at, 2);
    if (seconds < 0 || seconds > 60) return std::nullopt;  // 60: a leap second is folded into the next
    const auto fraction = take_fraction(text, at);
    if (!fraction) return std::nullopt;
    const auto offset = take_offset(text, at);
    if (!offset || at != text.size()) return std::nullopt;
    return Time(std::chrono::sys_days(*date)) + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
           std::chrono::seconds(seconds) + *fraction - *offset;
}

int age_on(Date birth, Date day) {
    int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    if (std::pair(day.month(), day.day()) < std::pair(birth.month(), birth.day())) --years;
    return years;
}

}  // namespace hebra
