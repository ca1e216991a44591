// What people's rights leave behind, so that its pages have something true to show: a consent taken back, somebody erased, and
// an attempt that was refused.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

/// After the contacts and the referrals.
Result<> add_demo_rights(House& house, FixedClock& clock, Time until);

}  // namespace hebra::app
