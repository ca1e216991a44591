// When many services are open, asked many times: each distinct schedule worked out once for the days to come.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "platform/calendar/schedule.hpp"

namespace hebra::directory {

class Timelines {
  public:
    /// From the day before `now` for sixteen days. Other moments are answered too, only slower.
    explicit Timelines(Time now);

    /// The number under which this schedule is known from now on. Equal schedules have one.
    std::uint32_t add(const calendar::Schedule& schedule);
    std::size_t size() const { return schedules_.size(); }

    calendar::State state_at(std::uint32_t schedule, Time at) const;
    std::optional<Time> next_opening(std::uint32_t schedule, Time at) const;
    const calendar::Schedule& schedule(std::uint32_t number) const { return schedules_[number]; }

  private:
    struct Line {
        std::uint32_t begin;
        std::uint32_t end;
    };

    /// The first interval of a schedule that ends after `at`.
    std::uint32_t interval_after(std::uint32_t schedule, Time at) const;

    Time from_;
    Time until_;
    std::vector<calendar::Schedule> schedules_;
    std::vector<Line> lines_;
    std::vector<calendar::Interval> intervals_;
    std::unordered_multimap<std::uint64_t, std::uint32_t> by_hash_;
};

}  // namespace hebra::directory
