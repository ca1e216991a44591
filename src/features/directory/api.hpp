// What other features may ask of the directory (its services are public knowledge, never a person's), and what people may do
// with it.
#pragma once
#include "access/roles/roles.hpp"
#include "core/commitments/holders.hpp"
#include "features/directory/attending.hpp"
#include "features/directory/catalogue.hpp"
#include "features/directory/contact.hpp"
#include "features/directory/emergency.hpp"
#include "features/directory/hours_text.hpp"
#include "features/directory/ids.hpp"
#include "features/directory/import.hpp"
#include "features/directory/match.hpp"
#include "features/directory/places.hpp"
#include "features/directory/question.hpp"
#include "features/directory/service.hpp"

namespace hebra::directory {

inline constexpr Permission k_directory_read{"directory_read"};    ///< every contact, with its standing
inline constexpr Permission k_directory_edit{"directory_edit"};    ///< change and confirm rows of one's own institution
inline constexpr Permission k_directory_keep{"directory_keep"};    ///< the same, of rows that belong to no institution
inline constexpr Permission k_directory_doubt{"directory_doubt"};  ///< "this number is wrong": whoever keeps it is asked
inline constexpr Permission k_directory_hide{"directory_hide"};    ///< and meanwhile nobody is shown it
inline constexpr Permission k_emergency_keep{"emergency_keep"};    ///< say which emergency numbers may be shown and dialled

inline constexpr commitments::Needed k_needed_to_hold{"directory.", k_directory_edit};

inline std::vector<access::Grant> grants() {
    using enum access::Role;
    auto readers = access::k_attending;
    for (const auto role : {territorial, regional, admin}) readers.push_back(role);
    return {{k_directory_read, readers},
            {k_directory_edit, {supervisor, mesa_coordinator, territorial, regional, admin}},
            {k_directory_keep, {supervisor, mesa_coordinator, territorial, regional, admin}, access::Standing::member},
            {k_directory_doubt, readers},
            {k_directory_hide, readers, access::Standing::member},
            {k_emergency_keep, {admin}, access::Standing::coordinator}};
}

}  // namespace hebra::directory
