// Synthetic contacts (synthetic-data.md): seeded, in every state, with texts that are safe to read.
#pragma once
#include "app/demo/made.hpp"
#include "app/house.hpp"

namespace hebra::app {

/// About thirty contacts of the demo helpline and a few of the other line, times `scale`, each written when it ended, up to
/// a moment. After the people.
Result<> add_demo_contacts(House& house, FixedClock& clock, Time until, int scale, const Made& tell);

}  // namespace hebra::app
