// The demo's directory: the real lines of Chile, none confirmed, and the invented services of the demo institutions.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

Result<> add_demo_directory(House& house);

}  // namespace hebra::app
