#pragma once
#include "features/receiver_link/links.hpp"
#include "platform/http/router.hpp"

namespace hebra::receiver_link {

/// What the origin does with links: under `/api/v1/referrals/{id}/links`.
void add_link_routes(http::Router& router, Links& links);

/// The receiver's pages: `/r/{token}`, in HTML, without JavaScript.
/// @param is_demo says so on every page
/// @param is_tls marks the cookie Secure
void add_link_pages(http::Router& router, Links& links, bool is_demo, bool is_tls);

}  // namespace hebra::receiver_link
