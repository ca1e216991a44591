#pragma once
#include "core/institutions/institutions.hpp"
#include "platform/http/router.hpp"

namespace hebra::network {

void add_network_routes(http::Router& router, institutions::Institutions& institutions, const Clock& clock);

}  // namespace hebra::network
