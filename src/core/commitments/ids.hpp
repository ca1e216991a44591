#pragma once
#include "base/id.hpp"

namespace hebra {
using CommitmentId = Id<struct CommitmentTag>;
}  // namespace hebra
