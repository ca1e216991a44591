// When an institution attends: its clocks of business hours and business days run by it.
#pragma once
#include <span>

#include "features/directory/service.hpp"

namespace hebra::directory {

/// While any of its services attends whose hours are known, by the official time and the holidays of its own place. Unknown when
/// those of none are, or their dates are over on `today`: its clocks then run by usual hours (`calendar::BusinessCalendar`).
/// Days that are special to one service are left out: they are no day of the institution's.
calendar::Schedule attending(std::span<const Service> services, InstitutionId institution, const territory::Place& place, Date today);

}  // namespace hebra::directory
