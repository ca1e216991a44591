// What the account room lets people do, and who.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::account {

inline constexpr Permission k_user_read{"user_read"};      ///< who works in one's institution
inline constexpr Permission k_user_manage{"user_manage"};  ///< invite, give roles, disable

inline std::vector<access::Grant> grants() {
    using enum access::Role;
    return {{k_user_read, {supervisor, regional, privacy_officer, admin}}, {k_user_manage, {admin}}};
}

}  // namespace hebra::account
