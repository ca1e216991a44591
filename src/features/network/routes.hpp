#pragma once
#include "features/network/network.hpp"
#include "platform/http/router.hpp"

namespace hebra::network {

void add_network_routes(http::Router& router, institutions::Institutions& institutions, const Clock& clock, BetweenOf between);

}  // namespace hebra::network
