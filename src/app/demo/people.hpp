// Synthetic people (synthetic-data.md): seeded, so that every machine gets the same.
#pragma once
#include "app/demo/made.hpp"
#include "app/house.hpp"

namespace hebra::app {

/// About forty people across the demo institutions, times `scale`.
Result<> add_demo_people(House& house, int scale, const Made& tell);

}  // namespace hebra::app
