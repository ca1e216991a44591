// How far the demo is: for whoever waits for a large one.
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

namespace hebra::app {

/// Hears what is being made (Spanish), how many are, and how many there will be.
using Made = std::function<void(std::string_view what, std::int64_t made, std::int64_t of)>;

}  // namespace hebra::app
