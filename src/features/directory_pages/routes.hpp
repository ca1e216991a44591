#pragma once
#include "features/directory_pages/directory.hpp"
#include "platform/http/router.hpp"

namespace hebra::directory_pages {

void add_directory_routes(http::Router& router, Directory& directory, const Clock& clock);

}  // namespace hebra::directory_pages
