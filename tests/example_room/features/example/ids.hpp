#pragma once
#include "base/id.hpp"

namespace hebra::example {

using BookingId = Id<struct BookingTag>;

}  // namespace hebra::example
