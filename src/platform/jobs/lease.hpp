// Work that only one node may do at a time.
#pragma once
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/db/database.hpp"

namespace hebra::jobs {

using NodeId = Id<struct NodeTag>;

/// Takes or renews a lease. False while another node holds it: it becomes free when the holder stops renewing.
bool hold(db::Database& database, std::string_view name, NodeId node, Time now, Micros length);

/// Lets it go at once, for a clean stop.
void let_go(db::Database& database, std::string_view name, NodeId node);

}  // namespace hebra::jobs
