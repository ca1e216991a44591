// The start of an answer as it travels, with the headers that everything carries.
#pragma once
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace hebra::http {

/// What the connection says around a response.
struct Framing {
    bool keeps_open;
    bool is_http_1_0;
    bool is_tls;  ///< the browser came over TLS, here or at a proxy: adds HSTS
    std::string_view request_id;
    std::string_view date;  ///< IMF-fixdate
};

/// Status line and all headers up to the empty line. Security headers are added unless the route gave its own; answers
/// are not stored by anyone unless the route says so.
std::string head_of(const Response& response, const Framing& framing);

/// Whether the status forbids a body (RFC 9110 §6.4.1).
constexpr bool is_bodiless(int status) { return status < 200 || status == 204 || status == 304; }

}  // namespace hebra::http
