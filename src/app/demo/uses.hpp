// How the demo's directory was used while the demo lived.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

/// Every day some rows are shown and some contacts taken; one is shown often and never used. @param until the demo's present
void add_demo_uses(House& house, FixedClock& clock, Time until);

}  // namespace hebra::app
