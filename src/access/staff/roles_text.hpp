// Roles as one column holds them: names joined by spaces.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "access/roles/roles.hpp"

namespace hebra::access {

std::string to_text(const std::vector<Role>& roles);
/// Names that no role has any more are left out.
std::vector<Role> roles_from(std::string_view text);
/// Each once, in the order of the enumeration.
std::vector<Role> in_order(std::vector<Role> roles);

/// Of some roles, those that open what is sealed about people: all but whoever administers and whoever cares for the staff.
std::vector<Role> opening(const std::vector<Role>& roles);

}  // namespace hebra::access
