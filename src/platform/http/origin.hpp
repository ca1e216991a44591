// Requests that another site makes a browser send, with the cookie the browser adds by itself.
#pragma once
#include <string_view>

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace hebra::http {

/// The id of the institution that the caller's page shows: a write is refused (409, `other_institution`) when the session acts
/// for another.
inline constexpr std::string_view k_institution_header = "Hebra-Institution";

/// For an unsafe request that a cookie could vouch for. Sec-Fetch-Site must be same-origin or none; a browser too old to
/// send it must send an Origin equal to Host. A request with none of them is no browser's: it passes unless it carries a
/// cookie.
/// No: `cross_site` (403).
Result<> check_origin(const Headers& headers);

}  // namespace hebra::http
