#pragma once
#include "base/id.hpp"

namespace hebra {
using ReferralId = Id<struct ReferralTag>;
using SlotId = Id<struct AgendaSlotTag>;
using TryId = Id<struct ReferralTryTag>;
using AppointmentId = Id<struct AppointmentTag>;
}  // namespace hebra
