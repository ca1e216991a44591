// The demo's directory: the real lines of Chile, none confirmed, and the invented services of the demo institutions.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

/// Their places grow with the referrals. Once told, one is full (D03) and one has a single place taken (D06).
Result<> add_demo_directory(House& house, int scale);

}  // namespace hebra::app
