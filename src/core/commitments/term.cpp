#include "core/commitments/term.hpp"

#include <stdexcept>

namespace hebra::commitments {
namespace {

/// The working time of a clock, without the stretches in which it stood.
std::vector<calendar::Interval> worked(const Running& clock, const calendar::BusinessCalendar& calendar) {
    auto found = calendar::working_intervals(calendar.hours, clock.started_at, clock.due_at);
    for (const auto& pause : clock.pauses.all()) {
        std::vector<calendar::Interval> rest;
        for (const auto& each : found) {
            const auto before = std::min(each.until, pause.from);
            const auto after = std::max(each.from, *pause.until);
            if (each.from < before) rest.push_back({each.from, before, each.state});
            if (after < each.until) rest.push_back({after, each.until, each.state});
        }
        found = std::move(rest);
    }
    return found;
}

/// When a share of the working time has passed. Without any working time: the share of all of it.
Time share_of(int percent, const Running& clock, const calendar::BusinessCalendar& calendar) {
    const auto stretches = worked(clock, calendar);
    Micros total(0);
    for (const auto& each : stretches) total += each.until - each.from;
    if (total == Micros(0)) return clock.started_at + (clock.due_at - clock.started_at) * percent / 100;
    Micros wanted = total * percent / 100;
    for (const auto& each : stretches) {
        if (wanted <= each.until - each.from) return each.from + wanted;
        wanted -= each.until - each.from;
    }
    return clock.due_at;
}

}  // namespace

std::optional<Pauses> Pauses::parse(std::string_view text) {
    Pauses pauses;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto slash = text.find('/');
        if (slash > end) return std::nullopt;
        const auto from = parse_time(text.substr(0, slash));
        const auto until = parse_time(text.substr(slash + 1, end - slash - 1));
        if (!from || !until) return std::nullopt;
        pauses.add(*from, *until);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pauses;
}

std::string Pauses::text() const {
    std::string text;
    for (const auto& pause : all_)
        text += fmt::format("{}{}/{}", text.empty() ? "" : " ", to_text(pause.from), to_text(*pause.until));
    return text;
}

Time due(const Running& clock, const calendar::BusinessCalendar& calendar) {
    if (!clock.allowance) return clock.due_at;
    const auto due = calendar::due_after(clock.started_at, *clock.allowance, calendar, clock.pauses.all());
    if (!due) throw std::logic_error("a pause without end among those that are over");
    return *due;
}

Time moment_of(const Step& step, const Running& clock, const calendar::BusinessCalendar& calendar) {
    if (step.minutes) return clock.due_at + *step.minutes;
    // Whoever is told next is staff: when the person can be reached does not matter to them.
    if (step.after) return calendar::due_after(clock.due_at, *step.after, {.hours = calendar.hours});
    if (step.percent == 100) return clock.due_at;
    return share_of(step.percent, clock, calendar);
}

}  // namespace hebra::commitments
