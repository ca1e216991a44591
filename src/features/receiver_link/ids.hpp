#pragma once
#include "base/id.hpp"

namespace hebra {
using ReferralLinkId = Id<struct ReferralLinkTag>;
}  // namespace hebra
