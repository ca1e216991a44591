// What is rare, and must not surprise anybody who works with it (synthetic-data.md, the edge set).
#pragma once
#include "app/demo/demo.hpp"

namespace hebra::app {

/// Twins, two rows with one RUN, birthdays that change what the law asks, people without a RUN, a changed name, a file, and a
/// number that somebody found wrong.
Result<> add_demo_edges(House& house, FixedClock& clock, Time until);

}  // namespace hebra::app
