// All that most other features need of the directory.
#pragma once
#include "base/id.hpp"

namespace hebra::directory {

using ServiceId = Id<struct ServiceTag>;

}  // namespace hebra::directory
