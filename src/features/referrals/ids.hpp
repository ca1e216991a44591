#pragma once
#include "base/id.hpp"

namespace hebra {
using ReferralId = Id<struct ReferralTag>;
using SlotId = Id<struct AgendaSlotTag>;
using AppointmentId = Id<struct AppointmentTag>;
}  // namespace hebra
