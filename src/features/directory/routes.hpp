#pragma once
#include "features/directory/directory.hpp"
#include "platform/http/router.hpp"

namespace hebra::directory {

void add_directory_routes(http::Router& router, Directory& directory, const Clock& clock);

}  // namespace hebra::directory
