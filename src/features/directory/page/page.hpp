// The public directory: pages of the server for whoever looks for help, without JavaScript, without anybody's data.
#pragma once
#include "core/institutions/institutions.hpp"
#include "features/directory/routes.hpp"

namespace hebra::directory {

/// /directorio, /directorio/{code}, their counts, and /directorio.csv. The rooms must outlive the router.
void add_public_pages(http::Router& router, const Rooms& rooms);

}  // namespace hebra::directory
