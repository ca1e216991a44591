// The demo's agenda: hours that a CESFAM offers, some days back and some ahead.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

/// An hour of the demo, counted from the day that it is shown on: the first working day after it is 1, the last before it −1.
struct DemoHour {
    int workday;
    int hour, minute;
};

Time time_of(const DemoHour& hour, Time shown);

/// Offers the hours of two weeks, as if a week ago.
Result<> offer_demo_hours(House& house, const Actor& intake, const directory::Service& service, Time shown);

/// The hour of one's own agenda that begins then.
Result<SlotId> demo_slot(House& house, const Actor& intake, Time starts_at);

}  // namespace hebra::app
