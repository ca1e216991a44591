// What a person on the staff calls themselves, as they write it when they accept an invitation.
#pragma once
#include "access/users/user.hpp"

namespace hebra::access {

/// The name without the spaces around it; `/name`: `own_name_needed`, `own_name_long`, `own_name_signs`.
Result<Private> own_name(const std::optional<Private>& written);

}  // namespace hebra::access
