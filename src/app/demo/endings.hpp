// How referrals end, one of each way, and one that nobody has sent yet.
#pragma once
#include "app/demo/demo.hpp"

namespace hebra::app {

Result<> add_demo_endings(House& house, FixedClock& clock, Time until);

}  // namespace hebra::app
