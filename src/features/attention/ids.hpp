// All that most other features need of attention.
#pragma once
#include "base/id.hpp"

namespace hebra::attention {

using ContactId = Id<struct ContactTag>;

}  // namespace hebra::attention
