// Some of what must be done is held by somebody, as in any team; the rest waits for whoever takes it.
#pragma once
#include "app/demo/demo.hpp"

namespace hebra::app {

/// Whoever works in an institution takes, in turn, every other commitment that is not loose yet.
Result<> add_demo_holding(House& house, Time now);

}  // namespace hebra::app
