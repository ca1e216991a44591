#pragma once
#include "features/home/home.hpp"
#include "features/home/threads.hpp"
#include "platform/http/router.hpp"

namespace hebra::home {

void add_home_routes(http::Router& router, Home& home, Timelines& timelines, Threads& threads);

}  // namespace hebra::home
