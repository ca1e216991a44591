// The schema's timeline, embedded from migrations/*.sql.
#pragma once
#include <vector>

#include "platform/db/migrations.hpp"

namespace hebra::app {

/// In the order of their numbers.
std::vector<db::Migration> migrations();

}  // namespace hebra::app
