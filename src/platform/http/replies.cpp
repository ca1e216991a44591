#include "platform/http/replies.hpp"

#include <fmt/format.h>

namespace hebra::http {

Response json_response(int status, std::string json, std::optional<int> version) {
    Response response{.status = status, .body = std::move(json)};
    response.headers.add("Content-Type", "application/json");
    if (version) response.headers.add("ETag", fmt::format("\"{}\"", *version));
    return response;
}

}  // namespace hebra::http
