// The names that the address of the public page may carry: its own, and those of the programs' door, which mean the same.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "platform/json/reader.hpp"

namespace hebra::directory {

/// One thing that was given, under the page's own name for it.
struct Given {
    std::string name;  ///< empty: this page does not know it
    std::string value;  ///< trimmed; never empty if the name is known
};

/// In the order of the address. "age=17" is "edad", "region=13" is "comuna=r13", "any_time=1" is "cuando=any". Left out: what is
/// empty, and the marks that others add to links to count visits (utm_…), which mean nothing to us.
std::vector<Given> read_parameters(std::span<const json::Parameter> query);

}  // namespace hebra::directory
