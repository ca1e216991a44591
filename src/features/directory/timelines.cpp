#include "features/directory/timelines.hpp"

namespace hebra::directory {
namespace {

using calendar::Interval;
using calendar::Schedule;
using calendar::State;

constexpr std::chrono::days k_behind{1};
constexpr std::chrono::days k_ahead{15};

/// Equal schedules have equal hashes; special days are left to the comparison.
std::uint64_t hash_of(const Schedule& schedule) {
    std::uint64_t hash = 14695981039346656037U;
    const auto add = [&](std::uint64_t value) { hash = (hash ^ value) * 1099511628211U; };
    add(static_cast<std::uint64_t>(schedule.hours));
    add(static_cast<std::uint64_t>(schedule.on_holidays));
    add(static_cast<std::uint64_t>(schedule.place.in_region().number()));
    add(schedule.place.comuna ? static_cast<std::uint64_t>(schedule.place.comuna->number()) : 0);
    for (const auto& opening : schedule.openings) {
        add(static_cast<std::uint64_t>(opening.day));
        add(static_cast<std::uint64_t>(opening.opens.after_midnight().count() * 2048 +
                                       opening.closes.after_midnight().count()));
    }
    return hash;
}

}  // namespace

Timelines::Timelines(Time now) : from_(now - k_behind), until_(now + k_ahead) {}

std::uint32_t Timelines::add(const Schedule& schedule) {
    const auto hash = hash_of(schedule);
    const auto [first, last] = by_hash_.equal_range(hash);
    for (auto same = first; same != last; ++same) {
        if (schedules_[same->second] == schedule) return same->second;
    }
    const auto number = static_cast<std::uint32_t>(schedules_.size());
    by_hash_.emplace(hash, number);
    schedules_.push_back(schedule);
    const auto intervals = calendar::intervals(schedule, from_, until_);
    const auto begin = static_cast<std::uint32_t>(intervals_.size());
    intervals_.insert(intervals_.end(), intervals.begin(), intervals.end());
    lines_.push_back({begin, static_cast<std::uint32_t>(intervals_.size())});
    return number;
}

std::uint32_t Timelines::interval_after(std::uint32_t schedule, Time at) const {
    const auto first = intervals_.begin() + lines_[schedule].begin;
    const auto last = intervals_.begin() + lines_[schedule].end;
    const auto found = std::partition_point(first, last, [&](const Interval& each) { return each.until <= at; });
    return static_cast<std::uint32_t>(found - intervals_.begin());
}

State Timelines::state_at(std::uint32_t schedule, Time at) const {
    if (at < from_ || until_ <= at) return calendar::state_at(schedules_[schedule], at);
    const auto i = interval_after(schedule, at);
    return i < lines_[schedule].end && intervals_[i].from <= at ? intervals_[i].state : State::closed;
}

std::optional<Time> Timelines::next_opening(std::uint32_t schedule, Time at) const {
    if (from_ <= at && at < until_) {
        for (auto i = interval_after(schedule, at); i < lines_[schedule].end; ++i) {
            if (intervals_[i].state == State::open && at < intervals_[i].from) return intervals_[i].from;
        }
    }
    return calendar::next_opening(schedules_[schedule], at);
}

}  // namespace hebra::directory
