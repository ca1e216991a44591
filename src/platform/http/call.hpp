// What a route's function is told about the request it answers.
#pragma once
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "platform/http/message.hpp"
#include "platform/json/read.hpp"

namespace hebra::http {

/// A decoded "{name}" of the path.
using PathValue = json::Parameter;

class Call {
  public:
    Call(const Request& request, std::vector<PathValue> path, std::vector<json::Parameter> query);

    /// Who asks. Throws std::logic_error on an open route, where nobody was asked to sign in.
    const Actor& actor() const;
    /// The "{name}" of the path as a T: an id, an integer, a code, a strong text or std::string.
    /// No: `not_found` if the text is no T. Throws std::logic_error if the pattern has no such name.
    template <class T>
    Result<T> path(std::string_view name) const;
    /// The version the caller saw, from If-Match: "7".
    /// No: `if_match_missing` (428), `bad_if_match` (400).
    Result<int> if_match() const;
    /// The Idempotency-Key of a write; also in `actor().once`.
    const std::optional<Once>& once() const { return once_; }

    Language language() const;
    const std::string& request_id() const { return request_->id; }
    /// The caller's network address, without port.
    const std::string& peer() const { return request_->peer; }
    const std::string& body() const { return request_->body; }
    std::optional<std::string_view> header(std::string_view name) const { return request_->headers.find(name); }
    /// The first query parameter of that name, decoded.
    std::optional<std::string_view> query(std::string_view name) const;
    const std::vector<json::Parameter>& query() const { return query_; }
    const Request& request() const { return *request_; }

  private:
    friend class Router;
    const std::string& path_text(std::string_view name) const;

    const Request* request_;
    std::vector<PathValue> path_;
    std::vector<json::Parameter> query_;
    std::optional<Actor> actor_;
    std::optional<Once> once_;
};

template <class T>
Result<T> Call::path(std::string_view name) const {
    const std::string& text = path_text(name);
    if constexpr (std::is_same_v<T, std::string>) {
        return text;
    } else if constexpr (json::k_is_id<T>) {
        if (auto id = T::parse(text)) return *id;
        return not_found();
    } else if constexpr (json::Integer<T>) {
        T number{};
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || stop != text.data() + text.size()) return not_found();
        return number;
    } else if constexpr (json::DescribedEnum<T>) {
        T code{};
        if (boost::describe::enum_from_string(text.c_str(), code)) return code;
        return not_found();
    } else if constexpr (json::StrongText<T>) {
        if (auto value = T::parse(text)) return *std::move(value);
        return not_found();
    } else {
        static_assert(json::k_unknown_type<T>, "http: this type cannot stand in a path");
    }
}

}  // namespace hebra::http
