#pragma once
#include "base/id.hpp"

namespace hebra {
using NoticeId = Id<struct NoticeTag>;
}  // namespace hebra
