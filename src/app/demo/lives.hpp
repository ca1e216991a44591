// Three threads to look at: several institutions, hands that change, a time without anybody, and something loose now.
#pragma once
#include "app/demo/people.hpp"

namespace hebra::app {

Result<> add_demo_lives(House& house, FixedClock& clock, Time until);

}  // namespace hebra::app
