// What may be done in data protection, and who.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::privacy {

inline constexpr Permission k_person_erase{"person_erase"};  ///< without opening what is erased

inline std::vector<access::Grant> grants() { return {{k_person_erase, {access::Role::privacy_officer}}}; }

}  // namespace hebra::privacy
