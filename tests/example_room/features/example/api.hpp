// What may be done here, and by whom.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::example {

inline constexpr Permission k_book{"example_book"};

inline std::vector<access::Grant> grants() { return {{k_book, access::k_attending}}; }

}  // namespace hebra::example
