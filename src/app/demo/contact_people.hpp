// Whom to call at each institution of the demo.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

Result<> add_demo_contact_people(House& house);

}  // namespace hebra::app
