#include "platform/http/wire.hpp"

#include <array>

#include <fmt/format.h>

namespace hebra::http {
namespace {

std::string_view reason_of(int status) {
    switch (status) {
        case 100: return "Continue";
        case 101: return "Switching Protocols";
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 422: return "Unprocessable Content";
        case 426: return "Upgrade Required";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 503: return "Service Unavailable";
        default: return "Status";
    }
}

struct Field {
    std::string_view name;
    std::string_view value;
};

constexpr std::array k_always = {
    Field{"Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
          "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
          "frame-ancestors 'none'"},
    Field{"X-Content-Type-Options", "nosniff"},
    Field{"Referrer-Policy", "same-origin"},
    Field{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    Field{"Cross-Origin-Opener-Policy", "same-origin"},
    Field{"Cross-Origin-Resource-Policy", "same-origin"},
    Field{"Cache-Control", "no-store"},
};

constexpr Field k_hsts{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"};

void add(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string head_of(const Response& response, const Framing& framing) {
    std::string head;
    head.reserve(1024 + response.headers.wire().size());
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
    add(head, "Date", framing.date);
    if (!is_bodiless(response.status)) add(head, "Content-Length", fmt::format_int(response.body.size()).c_str());
    if (!framing.keeps_open) add(head, "Connection", "close");
    else if (framing.is_http_1_0) add(head, "Connection", "keep-alive");
    add(head, "X-Request-Id", framing.request_id);
    for (const auto& field : k_always) {
        if (!response.headers.has(field.name)) add(head, field.name, field.value);
    }
    if (framing.is_tls) add(head, k_hsts.name, k_hsts.value);
    head += response.headers.wire();
    head += "\r\n";
    return head;
}

}  // namespace hebra::http
