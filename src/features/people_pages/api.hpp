// What may be done with a person's record.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::people_pages {

inline constexpr Permission k_person_read{"person_read"};
inline constexpr Permission k_person_write{"person_write"};
inline constexpr Permission k_person_views{"person_views"};  ///< "quién lo vio"
inline constexpr Permission k_draft{"draft"};                ///< keep what one is writing

inline std::vector<access::Grant> grants() {
    auto readers_of_views = access::k_attending;
    readers_of_views.push_back(access::Role::privacy_officer);
    auto writers = access::k_attending;
    // Who coordinates a network writes its decisions; who administers edits rows of the directory.
    for (const auto role : {access::Role::regional, access::Role::territorial, access::Role::admin}) writers.push_back(role);
    return {{k_person_read, access::k_attending},
            {k_person_write, access::k_attending},
            {k_person_views, readers_of_views},
            {k_draft, writers}};
}

}  // namespace hebra::people_pages
