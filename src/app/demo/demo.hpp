// The demo network (contract.md, synthetic-data.md): invented institutions and people, the same on every machine.
#pragma once
#include "app/demo/made.hpp"
#include "app/house.hpp"

namespace hebra::app {

namespace words {
inline constexpr Word k_not_empty{"not_empty", "Aquí ya hay datos: la demostración solo se carga en una base vacía.",
                                  "There is data here already: the demo loads only into an empty database."};
}

/// Institutions, staff with the password `hebra-demo`, and people in every state. Does nothing when the demo is already
/// there; `not_empty` when anything else is.
/// @param clock the house's own clock: the demo lives through the last weeks, and ends at the moment it shows when given
Result<> load_demo(House& house, FixedClock& clock, int scale, const Made& tell = {});

}  // namespace hebra::app
