// What may be done with the directory, and what other features may ask of it.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::directory_pages {

inline constexpr Permission k_directory_read{"directory_read"};  ///< every contact, with its standing
inline constexpr Permission k_directory_edit{"directory_edit"};  ///< change, confirm and import rows
inline constexpr Permission k_directory_doubt{"directory_doubt"};  ///< "this number is wrong"

inline std::vector<access::Grant> grants() {
    using enum access::Role;
    auto readers = access::k_attending;
    for (const auto role : {territorial, regional, admin}) readers.push_back(role);
    return {{k_directory_read, readers},
            {k_directory_edit, {supervisor, mesa_coordinator, territorial, regional, admin}},
            {k_directory_doubt, readers}};
}

}  // namespace hebra::directory_pages
