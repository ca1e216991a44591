// Threads in every state, a few of them loose, so that each page has something true to show.
#pragma once
#include "app/demo/demo.hpp"

namespace hebra::app {

/// Lives the referrals' stories from some days ago until now, by the same use cases people use; once more, by other people,
/// for each further `scale`.
Result<> add_demo_referrals(House& house, FixedClock& clock, Time until, int scale, const Made& tell);

}  // namespace hebra::app
