// Reading back what the program itself wrote, such as a sealed document: it is readable, or the machinery is broken.
#pragma once
#include <stdexcept>
#include <string_view>
#include <utility>

#include "platform/json/json.hpp"

namespace hebra::json {

/// @throws std::runtime_error when the text is not a T
template <class T>
T read_own(std::string_view text) {
    auto value = read<T>(text);
    if (!value) throw std::runtime_error("what was kept is not readable");
    return *std::move(value);
}

}  // namespace hebra::json
