// A registered route: pattern, guard, function, and what OpenAPI says of it.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/actor.hpp"
#include "platform/http/call.hpp"
#include "platform/json/schema.hpp"

namespace hebra::http {

/// Who may call a route.
enum class Guard { permission, signed_in, open };

/// What the API's description says of a route.
struct RouteDocs {
    std::string summary;
    json::SchemaFunction body = nullptr;   ///< of the JSON body, if there is one
    json::SchemaFunction reply = nullptr;  ///< of the JSON reply, if there is one
    std::span<const json::SchemaMember> query = {};
    int status = 200;      ///< when all goes well
    std::string produces;  ///< media type of a raw reply; a raw route without it stays out of the description
    bool is_raw = false;
    bool takes_bytes = false;   ///< the body is a file as it is, of any media type
    bool is_versioned = false;  ///< needs If-Match; a PATCH always does
};

struct Route {
    Method method = Method::get;
    std::string pattern;
    Guard guard = Guard::open;
    Permission permission = {};
    std::string reason;          ///< why no permission is asked
    std::size_t body_limit = 0;  ///< bytes; 0: the server's own
    bool is_live = false;        ///< opens WebSockets
    std::function<Result<Response>(const Call&)> run = {};
    RouteDocs docs = {};
};

}  // namespace hebra::http
