#pragma once
#include "base/id.hpp"

namespace hebra {
using PersonId = Id<struct PersonTag>;
using ThreadId = Id<struct ThreadTag>;
}  // namespace hebra
