#pragma once
#include "features/privacy/erasures.hpp"
#include "platform/http/router.hpp"

namespace hebra::privacy {

void add_privacy_routes(http::Router& router, Erasures& erasures);

}  // namespace hebra::privacy
