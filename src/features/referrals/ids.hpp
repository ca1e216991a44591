#pragma once
#include "base/id.hpp"

namespace hebra {
using ReferralId = Id<struct ReferralTag>;
using AppointmentId = Id<struct AppointmentTag>;
}  // namespace hebra
