#pragma once
#include "features/home/home.hpp"
#include "features/home/timelines.hpp"
#include "platform/http/router.hpp"

namespace hebra::home {

void add_home_routes(http::Router& router, Home& home, Timelines& timelines);

}  // namespace hebra::home
