#pragma once
#include "features/account/me.hpp"
#include "platform/http/router.hpp"

namespace hebra::account {

/// The name of the session's cookie.
inline constexpr std::string_view k_cookie = "hebra_session";

/// The token a request carries, as a cookie or `Authorization: Bearer`; nullopt without one.
std::optional<std::string> token_of(const http::Request& request);

void add_session_routes(http::Router& router, const Rooms& rooms);
void add_account_routes(http::Router& router, const Rooms& rooms);
/// The staff of the institution acted for: list, invitations, roles, leaving and coming back.
void add_staff_routes(http::Router& router, const Rooms& rooms);

}  // namespace hebra::account
