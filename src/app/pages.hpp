// What is not a feature: health, metrics, the API's description, and the web UI's files.
#pragma once
#include "app/house.hpp"

namespace hebra::app {

void add_pages(http::Router& router, House& house, http::Metrics& metrics);

/// The API's description: what `/api/openapi.json` and `hebra openapi` give.
std::string openapi(const http::Router& router);

}  // namespace hebra::app
