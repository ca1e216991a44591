#pragma once
#include "features/example/service.hpp"
#include "platform/http/router.hpp"

namespace hebra::example {

/// `service` must outlive the router.
void add_routes(http::Router& router, Service& service);

}  // namespace hebra::example
