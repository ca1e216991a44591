// A request and its answer as plain values: what routes see, and what tests build without a socket.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hebra::http {

/// `remove` is DELETE, which C++ keeps for itself. `other` is any method Hebra has no use for.
enum class Method { get, head, post, put, patch, remove, options, other };
inline constexpr std::size_t k_methods = 8;

/// "GET"; "OTHER" for `other`.
std::string_view text_of(Method method);
Method method_of(std::string_view name);
/// Whether a request by this method may change something (RFC 9110 §9.2.1).
constexpr bool is_unsafe(Method method) {
    return method != Method::get && method != Method::head && method != Method::options;
}

/// Header fields in the order they were given, kept as they travel: "Name: value\r\n" after one another.
class Headers {
  public:
    /// Whether `add` takes the value.
    static bool is_value(std::string_view text);
    /// Throws std::invalid_argument if the name is no token or the value holds a control character, such as a line
    /// break: a value cannot smuggle in another header.
    void add(std::string_view name, std::string_view value);
    /// Replaces every field of that name.
    void set(std::string_view name, std::string_view value);
    /// The first field of that name, in whatever case.
    std::optional<std::string_view> find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    void remove(std::string_view name);
    void append(const Headers& others) { wire_ += others.wire_; }

    const std::string& wire() const { return wire_; }

  private:
    /// Where the field's line starts and its length; npos if there is none.
    std::pair<std::size_t, std::size_t> locate(std::string_view name) const;

    std::string wire_;
};

/// The bytes of an answer: its own, or some that live as long as the program (embedded assets).
class Body {
  public:
    Body() = default;
    Body(std::string text) : own_(std::move(text)) {}
    Body(const char* text) : own_(text) {}
    static Body lasting(std::string_view bytes) {
        Body body;
        body.lasting_ = bytes;
        return body;
    }

    std::string_view view() const { return lasting_.data() != nullptr ? lasting_ : std::string_view(own_); }
    std::size_t size() const { return view().size(); }

  private:
    std::string own_;
    std::string_view lasting_;
};

struct Request {
    Method method = Method::get;
    std::string target = "/";  ///< as it came: path and query, still percent-encoded
    Headers headers = {};
    std::string body = {};
    std::string peer = {};  ///< address of the other side, without port
    std::string id = {};    ///< made by the server; goes out as X-Request-Id, into logs and problems
};

/// What stands behind a WebSocket; see live.hpp.
class LiveSession;

struct Response {
    int status = 200;
    Headers headers = {};
    Body body = {};
    std::string_view route = {};                  ///< the template of the route that answered; for logs and metrics
    std::shared_ptr<LiveSession> live = nullptr;  ///< with status 101: who takes the connection over
};

/// The value of a request's cookie.
std::optional<std::string_view> cookie(const Request& request, std::string_view name);

/// One Set-Cookie value: HttpOnly, SameSite=Lax and Path=/ always; Secure as told. `max_age_seconds` 0 deletes it.
struct Cookie {
    std::string name;
    std::string value;
    long max_age_seconds = 0;
    bool is_secure = true;
};
/// Throws std::invalid_argument if name or value holds what a cookie cannot (RFC 6265 §4.1.1).
std::string text_of(const Cookie& cookie);

}  // namespace hebra::http
