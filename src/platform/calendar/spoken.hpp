// Moments as people say them: "mañana a las 09:00".
#pragma once
#include <string>

#include "base/time.hpp"
#include "base/word.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::calendar {

/// In the zone's time, seen from `now`: "hoy a las 18:00", "mañana a las 09:00", within six days "el lunes a las 09:00",
/// else "el lunes 4 de enero a las 09:00", with the year if it is another.
std::string spoken(Time time, Time now, Zone zone, Language language);

/// "09:00".
std::string clock_text(Time time, Zone zone);

}  // namespace hebra::calendar
