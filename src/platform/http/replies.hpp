// What a route may answer besides a plain value, and how each becomes a response.
#pragma once
#include <string>
#include <type_traits>

#include "base/result.hpp"
#include "platform/http/message.hpp"
#include "platform/json/write.hpp"

namespace hebra::http {

/// 201, with where to find what was made: a path, such as "/api/v1/contacts/…".
template <class T>
struct Created {
    T value;
    std::string location;
    Headers headers = {};
};

/// 200 with headers of one's own (a cookie); 204 for WithHeaders<void>.
template <class T = void>
struct WithHeaders {
    T value;
    Headers headers;
};
template <>
struct WithHeaders<void> {
    Headers headers;
};

/// What a type of reply carries: its JSON value (or void) and its status.
template <class T>
struct ReplyOf {
    using Value = T;
    static constexpr int k_status = std::is_void_v<T> ? 204 : 200;
};
template <class T>
struct ReplyOf<Created<T>> {
    using Value = T;
    static constexpr int k_status = 201;
};
template <class T>
struct ReplyOf<WithHeaders<T>> : ReplyOf<T> {};

/// A JSON answer; its ETag is the version, if there is one.
Response json_response(int status, std::string json, std::optional<int> version);

namespace detail {

template <class T>
Response value_response(int status, const T& value) {
    std::optional<int> version;
    if constexpr (requires { { value.version } -> std::convertible_to<int>; }) version = static_cast<int>(value.version);
    return json_response(status, json::write(value), version);
}

}  // namespace detail

template <class T>
Response to_response(const T& value) {
    return detail::value_response(200, value);
}

template <class T>
Response to_response(const Created<T>& created) {
    auto response = detail::value_response(201, created.value);
    response.headers.add("Location", created.location);
    response.headers.append(created.headers);
    return response;
}

template <class T>
Response to_response(const WithHeaders<T>& reply) {
    Response response{.status = 204};
    if constexpr (!std::is_void_v<T>) response = detail::value_response(200, reply.value);
    response.headers.append(reply.headers);
    return response;
}

inline Response to_response(Response response) { return response; }

}  // namespace hebra::http
