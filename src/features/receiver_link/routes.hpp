#pragma once
#include <functional>
#include <string>
#include <vector>

#include "features/receiver_link/links.hpp"
#include "platform/http/router.hpp"

namespace hebra::receiver_link {

/// What the origin does with links: under `/api/v1/referrals/{id}/links`.
void add_link_routes(http::Router& router, Links& links);

/// What the receiver's pages need to know of where they stand.
struct Place {
    bool is_demo;  ///< said on every page
    bool is_tls;   ///< the cookie is Secure
    /// "131, SAMU": the emergency numbers that this installation's operator confirmed.
    std::function<std::vector<std::string>(Language)> emergency;
};

/// The receiver's pages: `/r/{token}`, in HTML, without JavaScript.
void add_link_pages(http::Router& router, Links& links, Place place);

}  // namespace hebra::receiver_link
