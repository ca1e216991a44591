// What the account room lets people do, and who.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::account {

inline constexpr Permission k_user_read{"user_read"};      ///< who works in one's institution
inline constexpr Permission k_user_manage{"user_manage"};  ///< invite, give roles, disable

/// Whoever reads the page of the team is told of who came by a role that opens what is sealed.
inline const std::vector<access::Role> k_watching = {access::Role::supervisor, access::Role::regional, access::Role::privacy_officer,
                                                     access::Role::admin};

inline std::vector<access::Grant> grants() {
    using enum access::Role;
    return {{k_user_read, k_watching}, {k_user_manage, {admin}}};
}

}  // namespace hebra::account
