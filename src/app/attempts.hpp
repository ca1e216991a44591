// Who tried to open somebody's record and could not (workflows.md §7): the person reads it in "quién lo vio".
#pragma once
#include "app/house.hpp"

namespace hebra::app {

/// Recorded in the chain of the institution whose record it is, once a minute for each who tries: a role that may not, or
/// another institution, which is told that there is nothing there.
void record_attempt(House& house, const http::Route& route, const http::Call& call, const Refusal& refusal);

}  // namespace hebra::app
