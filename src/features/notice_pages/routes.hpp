#pragma once
#include "core/notices/notices.hpp"
#include "platform/http/live.hpp"
#include "platform/http/router.hpp"

namespace hebra::notice_pages {

/// @param is_mail_on whether this installation sends mail at all: said plainly where one chooses
void add_notice_routes(http::Router& router, notices::Notices& notices, bool is_mail_on, http::Live& live);

}  // namespace hebra::notice_pages
