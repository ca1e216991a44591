// What a write answers that may be a repeat.
#pragma once
#include <string>
#include <variant>

#include "access/once/once.hpp"

namespace hebra::access {

/// What a write made; or, of a repeat, the `ref` of its first time. That record is opened like any other, through the use case
/// that writes who looked: a repeat may come a day later, and what it answers may be sealed.
template <class Made>
using MadeOrFirst = std::variant<Made, std::string>;

}  // namespace hebra::access
