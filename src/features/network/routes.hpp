#pragma once
#include "features/network/institution_page.hpp"
#include "features/network/network.hpp"
#include "platform/http/router.hpp"

namespace hebra::network {

void add_network_routes(http::Router& router, institutions::Institutions& institutions, institutions::ContactPeople& contacts,
                        const Clock& clock, BetweenOf between);

}  // namespace hebra::network
