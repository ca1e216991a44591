// A list of values in one statement: as many places as the text names, filled whatever the list's length, so that there is one
// text to prepare.
#pragma once
#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "platform/db/value.hpp"

namespace hebra::db {

/// How many values one statement takes: `IN (:l0, :l1, …, :l49)`.
inline constexpr std::size_t k_list = 50;

/// Adds the arguments :l0 to :l49; the last value fills the places that are left.
/// Precondition: one value at least, and no more than `k_list`.
template <class T>
void add_list(std::vector<Arg>& args, std::span<const T> items) {
    static const auto names = [] {
        std::array<std::string, k_list> all;
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = fmt::format("l{}", i);
        return all;
    }();
    if (items.empty() || items.size() > k_list) throw std::logic_error("a statement takes a list of 1 to 50 values");
    for (std::size_t i = 0; i < k_list; ++i) args.push_back(arg(names[i], items[std::min(i, items.size() - 1)]));
}

}  // namespace hebra::db
