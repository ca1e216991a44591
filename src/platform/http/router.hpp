// From requests to the functions that answer them, past the guards: session, permission, origin.
#pragma once
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/page.hpp"
#include "platform/http/replies.hpp"
#include "platform/http/route.hpp"

namespace hebra::http {

/// Who asks, by cookie or bearer token. No: `unauthenticated`. Comes from `access`.
using Identify = std::function<Result<Actor>(const Request&)>;

/// An exception that left a route. Never the path, query or body: they may hold people's data.
struct Failure {
    std::string_view route;
    std::string_view request_id;
    std::string_view what;
    bool is_unavailable;
};

struct RouterSettings {
    /// Keyed hash of a write, to tell a repeat from a reuse of its Idempotency-Key. Needed as soon as anyone sends one.
    Mac request_mac = {};
    /// Whether the request's credentials came by themselves (a cookie). Default: it carries no bearer token.
    std::function<bool(const Request&)> is_by_cookie = {};
    /// Exceptions that mean "try again" (the database is away): 503 instead of 500.
    std::function<bool(const std::exception&)> is_unavailable = {};
    std::function<void(const Failure&)> failed = {};
    /// Hears of whoever is signed in and was told no, before they are: what somebody tried may have to be recorded.
    std::function<void(const Route&, const Call&, const Refusal&)> refused = {};
};

struct ApiInfo {
    std::string title;
    std::string version;
    std::string description = {};
    std::string cookie = "session";  ///< the name of the session's cookie
};

class Router;

class Live;

/// Where a route's struct is read from; `socket` routes open a WebSocket and read nothing.
enum class Reads { body, query, socket };

/// A route that has said who may call it. `handle` or `respond` registers it; both throw std::logic_error if the method
/// and pattern are taken.
template <Reads reads>
class [[nodiscard]] GuardedRoute {
  public:
    GuardedRoute(Router& router, Route route) : router_(router), route_(std::move(route)) {}

    /// One line for the API's description.
    GuardedRoute summary(std::string_view text) && {
        route_.docs.summary = text;
        return std::move(*this);
    }
    /// It changes what the caller saw, and asks for If-Match (`Call::if_match`).
    GuardedRoute versioned() && {
        route_.docs.is_versioned = true;
        return std::move(*this);
    }
    /// Bytes of body this route accepts, instead of the server's own limit.
    GuardedRoute body_limit(std::size_t bytes) && {
        route_.body_limit = bytes;
        return std::move(*this);
    }
    /// Its body is a file as it is (`Call::body`), of any media type; for the API's description.
    GuardedRoute takes_bytes() && {
        route_.docs.takes_bytes = true;
        return std::move(*this);
    }
    /// Media type of a raw reply: puts a `respond` route into the API's description.
    GuardedRoute produces(std::string_view media_type) && {
        route_.docs.produces = media_type;
        return std::move(*this);
    }

    /// Lets WebSockets in, whose notices come from `live`, which outlives the router.
    void open_sockets(Live& live) &&;

    /// `function(call, input)` → Result<T>: T becomes JSON (200), Created<T> 201, void 204, WithHeaders<T>, Response.
    template <json::DescribedStruct Input, class Function>
    void handle(Function function) &&;
    /// The same for a route that reads nothing but its path.
    template <class Function>
    void handle(Function function) &&;
    /// `function(call)` → Response or Result<Response>: pages, files, anything that is not JSON.
    template <class Function>
    void respond(Function function) &&;

  private:
    template <class Reply>
    void describe_reply();

    Router& router_;
    Route route_;
};

/// A route that nobody may call yet: it must say who may before it can be given a function.
template <Reads reads>
class [[nodiscard]] UnguardedRoute {
  public:
    UnguardedRoute(Router& router, Method method, std::string_view pattern) : router_(router) {
        route_.method = method;
        route_.pattern = pattern;
    }

    /// Whoever holds the permission.
    GuardedRoute<reads> allow(const Permission& permission) && {
        route_.permission = permission;
        return guarded(Guard::permission);
    }
    /// Anyone signed in; say why no permission is needed.
    GuardedRoute<reads> signed_in(std::string_view reason) && {
        route_.reason = reason;
        return guarded(Guard::signed_in);
    }
    /// Anyone at all; say why.
    GuardedRoute<reads> open(std::string_view reason) && {
        static_assert(reads != Reads::socket, "a socket's notices are somebody's: it cannot be open to all");
        route_.reason = reason;
        return guarded(Guard::open);
    }

  private:
    GuardedRoute<reads> guarded(Guard guard) {
        route_.guard = guard;
        return {router_, std::move(route_)};
    }

    Router& router_;
    Route route_;
};

/// Patterns: "/a/{id}/b"; "/assets/{path*}" takes the rest of the path. Literal segments win over names.
/// Routes are registered before serving; then `answer` may be called from any thread.
class Router {
  public:
    explicit Router(Identify identify, RouterSettings settings = {});
    ~Router();
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    UnguardedRoute<Reads::query> get(std::string_view pattern) { return {*this, Method::get, pattern}; }
    UnguardedRoute<Reads::body> post(std::string_view pattern) { return {*this, Method::post, pattern}; }
    UnguardedRoute<Reads::body> put(std::string_view pattern) { return {*this, Method::put, pattern}; }
    UnguardedRoute<Reads::body> patch(std::string_view pattern) { return {*this, Method::patch, pattern}; }
    /// DELETE.
    UnguardedRoute<Reads::query> remove(std::string_view pattern) { return {*this, Method::remove, pattern}; }
    /// A WebSocket: `.signed_in("…").open_sockets(live)`.
    UnguardedRoute<Reads::socket> live(std::string_view pattern) { return {*this, Method::get, pattern}; }

    /// Never throws: what a route throws is told to `failed` and answered 500 or 503.
    Response answer(const Request& request) const;
    /// Bytes of body the route asks for; 0 if it does not say.
    std::size_t body_limit(Method method, std::string_view target) const;

    /// The OpenAPI 3.1 document of every route that speaks JSON or says what it `produces`.
    std::string openapi(const ApiInfo& info) const;
    /// One line a route, sorted: "GET /api/v1/contacts contact_read", or "open" or "signed_in" for the permission.
    std::string routes_text() const;

    void add(Route route);

  private:
    struct Node;
    struct Match;
    void find(const Node& node, const std::vector<std::string>& segments, std::size_t depth, Match& match) const;
    Match find(Method method, const std::vector<std::string>& segments) const;
    Result<Response> guard_and_run(const Route& route, Call& call) const;
    Result<> guard(const Route& route, Call& call) const;
    bool is_by_cookie(const Request& request) const;
    Result<> read_once(const Route& route, Call& call) const;
    Response told_failure(const Route& route, const Request& request, const char* what, bool is_unavailable) const;

    Identify identify_;
    RouterSettings settings_;
    std::unique_ptr<Node> root_;
    std::vector<std::unique_ptr<const Route>> routes_;
};

namespace detail {

/// Registers a route that opens sockets.
void add_live_route(Router& router, Route route, Live& live);

/// No: `want_json` (415) unless the body says it is JSON.
Result<> check_json_body(const Call& call);

template <class T>
constexpr json::SchemaFunction schema_function() {
    return [](json::Components& components) { return components.schema<T>(); };
}

template <Reads reads, class Input>
Result<Input> read_input(const Call& call) {
    if constexpr (reads == Reads::query) {
        return json::read<Input>(std::span<const json::Parameter>(call.query()));
    } else {
        HEBRA_CHECK(check_json_body(call));
        return json::read_request<Input>(call.body());
    }
}

template <class T>
Result<Response> reply(Result<T> result) {
    if (!result) return Refuse(std::move(result).error());
    if constexpr (std::is_void_v<T>) return Response{.status = 204};
    else return to_response(*std::move(result));
}

}  // namespace detail

template <Reads reads>
void GuardedRoute<reads>::open_sockets(Live& live) && {
    static_assert(reads == Reads::socket, "sockets are opened by router.live(…)");
    detail::add_live_route(router_, std::move(route_), live);
}

template <Reads reads>
template <class Reply>
void GuardedRoute<reads>::describe_reply() {
    using Value = typename ReplyOf<Reply>::Value;
    route_.docs.status = ReplyOf<Reply>::k_status;
    if constexpr (std::is_same_v<Value, Response>) route_.docs.is_raw = true;
    else if constexpr (!std::is_void_v<Value>) route_.docs.reply = detail::schema_function<Value>();
}

template <Reads reads>
template <json::DescribedStruct Input, class Function>
void GuardedRoute<reads>::handle(Function function) && {
    static_assert(reads != Reads::socket, "a socket reads nothing: .open_sockets(live)");
    using Reply = typename std::invoke_result_t<const Function&, const Call&, const Input&>::value_type;
    describe_reply<Reply>();
    if constexpr (reads == Reads::query) route_.docs.query = json::detail::k_schema_members<Input>;
    else route_.docs.body = detail::schema_function<Input>();
    route_.run = [function = std::move(function)](const Call& call) -> Result<Response> {
        HEBRA_TRY(const Input input, detail::read_input<reads, Input>(call));
        return detail::reply(function(call, input));
    };
    router_.add(std::move(route_));
}

template <Reads reads>
template <class Function>
void GuardedRoute<reads>::handle(Function function) && {
    static_assert(reads != Reads::socket, "a socket reads nothing: .open_sockets(live)");
    using Reply = typename std::invoke_result_t<const Function&, const Call&>::value_type;
    describe_reply<Reply>();
    route_.run = [function = std::move(function)](const Call& call) { return detail::reply(function(call)); };
    router_.add(std::move(route_));
}

template <Reads reads>
template <class Function>
void GuardedRoute<reads>::respond(Function function) && {
    static_assert(reads != Reads::socket, "a socket answers nothing: .open_sockets(live)");
    route_.docs.is_raw = true;
    route_.run = [function = std::move(function)](const Call& call) -> Result<Response> { return function(call); };
    router_.add(std::move(route_));
}

}  // namespace hebra::http
