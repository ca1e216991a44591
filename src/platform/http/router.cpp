#include "platform/http/router.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>

#include "platform/http/live.hpp"
#include "platform/http/origin.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/target.hpp"
#include "platform/http/words.hpp"
#include "platform/log/log.hpp"

namespace hebra::http {

/// One step of the path. `rest` routes end in "{name*}".
struct Router::Node {
    using Routes = std::array<const Route*, k_methods>;
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> named;
    Routes routes{};
    Routes rest{};
};

struct Router::Match {
    Method method;
    const Route* route = nullptr;
    std::array<bool, k_methods> allowed{};  ///< methods that some route takes at exactly this path

    void take(const Node::Routes& routes) {
        for (std::size_t i = 0; i < k_methods; ++i) allowed[i] = allowed[i] || routes[i] != nullptr;
        route = routes[static_cast<std::size_t>(method)];
    }
    bool is_known_path() const {
        return std::any_of(allowed.begin(), allowed.end(), [](bool is_allowed) { return is_allowed; });
    }
};

namespace {

bool is_name(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }
bool is_rest(std::string_view segment) { return segment.starts_with('{') && segment.ends_with("*}"); }

std::vector<std::string_view> segments_of(std::string_view pattern) {
    if (!pattern.starts_with('/')) throw std::logic_error("http: a pattern must start with /: " + std::string(pattern));
    std::vector<std::string_view> segments;
    if (pattern == "/") return segments;
    while (!pattern.empty()) {  // "/r/" is another path than "/r": its last segment is empty
        pattern.remove_prefix(1);
        segments.push_back(pattern.substr(0, pattern.find('/')));
        pattern.remove_prefix(segments.back().size());
    }
    return segments;
}

/// The pattern's names with what stands in their place.
std::vector<PathValue> path_values(std::string_view pattern, std::vector<std::string>& found) {
    std::vector<PathValue> values;
    std::size_t i = 0;
    for (const auto segment : segments_of(pattern)) {
        if (is_rest(segment)) {
            std::string rest = found[i];
            for (auto next = i + 1; next < found.size(); ++next) rest += '/' + found[next];
            values.push_back({std::string(segment.substr(1, segment.size() - 3)), std::move(rest)});
        } else if (is_name(segment)) {
            values.push_back({std::string(segment.substr(1, segment.size() - 2)), std::move(found[i])});
        }
        ++i;
    }
    return values;
}

/// The rest of a path names a file for somebody: a separator must not come in disguise.
bool is_plain_rest(const std::vector<std::string>& segments, std::size_t from) {
    return from < segments.size() && std::all_of(segments.begin() + static_cast<std::ptrdiff_t>(from), segments.end(),
                                                 [](const std::string& segment) {
                                                     return !segment.empty() && segment.find_first_of("/\\") == std::string::npos;
                                                 });
}

std::string allow_text(const std::array<bool, k_methods>& allowed) {
    std::string text;
    for (std::size_t i = 0; i < k_methods; ++i) {
        const auto method = static_cast<Method>(i);
        const bool is_head = method == Method::head && allowed[static_cast<std::size_t>(Method::get)];
        if (!allowed[i] && !is_head) continue;
        if (!text.empty()) text += ", ";
        text += text_of(method);
    }
    return text;
}

/// A page shows one institution; another window may have made the session act for the next one.
Result<> check_institution(const Call& call) {
    const auto shown = call.header(k_institution_header);
    if (!shown || *shown == call.actor().institution.text()) return {};
    return refuse(Refused::conflict, words::k_other_institution);
}

}  // namespace

Router::Router(Identify identify, RouterSettings settings)
    : identify_(std::move(identify)), settings_(std::move(settings)), root_(std::make_unique<Node>()) {}

Router::~Router() = default;

void Router::add(Route route) {
    auto* node = root_.get();
    bool is_rest_route = false;
    for (const auto segment : segments_of(route.pattern)) {
        if (is_rest_route) throw std::logic_error("http: nothing may follow {…*}: " + route.pattern);
        is_rest_route = is_rest(segment);
        if (is_rest_route) continue;
        auto& next = is_name(segment) ? node->named : node->literals[std::string(segment)];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    auto& place = (is_rest_route ? node->rest : node->routes)[static_cast<std::size_t>(route.method)];
    if (place != nullptr) {
        throw std::logic_error("http: two routes for " + std::string(text_of(route.method)) + " " + route.pattern);
    }
    place = routes_.emplace_back(std::make_unique<const Route>(std::move(route))).get();
}

void Router::find(const Node& node, const std::vector<std::string>& segments, std::size_t depth, Match& match) const {
    if (depth == segments.size()) {
        match.take(node.routes);
        return;
    }
    if (const auto literal = node.literals.find(segments[depth]); literal != node.literals.end()) {
        find(*literal->second, segments, depth + 1, match);
    }
    if (match.route == nullptr && node.named && !segments[depth].empty()) find(*node.named, segments, depth + 1, match);
    // "{path*}" is for what nobody else knows: it does not turn a 405 into a page, nor an unknown path into a 405.
    const bool is_open = match.route == nullptr && !match.is_known_path();
    if (is_open && is_plain_rest(segments, depth)) match.route = node.rest[static_cast<std::size_t>(match.method)];
}

Router::Match Router::find(Method method, const std::vector<std::string>& segments) const {
    Match match{.method = method == Method::head ? Method::get : method};
    find(*root_, segments, 0, match);
    return match;
}

std::size_t Router::body_limit(Method method, std::string_view target) const {
    const auto match = find(method, lenient_segments(target));
    return match.route == nullptr ? 0 : match.route->body_limit;
}

Response Router::answer(const Request& request) const {
    const log::RequestScope scope(log::Machinery(request.id));
    const auto say_no = [&](const Refusal& refusal) { return problem(refusal, language_of(request.headers), request.id); };
    auto target = parse_target(request.target);
    if (!target) return say_no(target.error());
    const auto match = find(request.method, target->segments);
    if (match.route == nullptr) {
        const auto allowed = allow_text(match.allowed);
        if (allowed.empty()) return say_no(Refusal{Refused::not_found, words::k_no_route});
        auto response = say_no(Refusal{Refused::malformed, words::k_method_not_allowed});
        response.headers.add("Allow", allowed);
        return response;
    }
    const Route& route = *match.route;
    Response response;
    try {
        Call call(request, path_values(route.pattern, target->segments), std::move(target->query));
        auto result = guard_and_run(route, call);
        if (!result && call.actor_ && settings_.refused) settings_.refused(route, call, result.error());
        response = result ? *std::move(result) : say_no(result.error());
    } catch (const std::exception& error) {
        const bool is_unavailable = settings_.is_unavailable && settings_.is_unavailable(error);
        response = told_failure(route, request, error.what(), is_unavailable);
    } catch (...) {
        response = told_failure(route, request, "not a std::exception", false);
    }
    response.route = route.pattern;
    return response;
}

Response Router::told_failure(const Route& route, const Request& request, const char* what, bool is_unavailable) const {
    if (settings_.failed) settings_.failed({route.pattern, request.id, what, is_unavailable});
    const auto language = language_of(request.headers);
    if (!is_unavailable) return failure(language, request.id);
    return problem(Refusal{Refused::unavailable, words::k_unavailable}, language, request.id);
}

Result<Response> Router::guard_and_run(const Route& route, Call& call) const {
    HEBRA_CHECK(guard(route, call));
    return route.run(call);
}

/// A browser adds cookies by itself, and a password it once learnt (Basic); a bearer token only a program adds.
bool Router::is_by_cookie(const Request& request) const {
    if (settings_.is_by_cookie) return settings_.is_by_cookie(request);
    return !request.headers.find("Authorization").value_or("").starts_with("Bearer ");
}

Result<> Router::guard(const Route& route, Call& call) const {
    const bool may_change = is_unsafe(route.method) || route.is_live;
    if (may_change && is_by_cookie(call.request())) HEBRA_CHECK(check_origin(call.request().headers));
    if (route.guard != Guard::open) {
        HEBRA_TRY(call.actor_, identify_(call.request()));
        // What is about oneself (leaving, one's language, going back to that institution) needs no permission, and is not asked.
        if (route.guard == Guard::permission && is_unsafe(route.method)) HEBRA_CHECK(check_institution(call));
        if (route.guard == Guard::permission && !call.actor_->may(route.permission)) {
            return refuse(Refused::forbidden, words::k_forbidden);
        }
    }
    return read_once(route, call);
}

Result<> Router::read_once(const Route& route, Call& call) const {
    const auto key = call.header("Idempotency-Key");
    if (!key || !is_unsafe(route.method)) return {};
    const auto is_printable = [](char c) { return c > 0x20 && c < 0x7F; };
    if (key->empty() || key->size() > 200 || !std::all_of(key->begin(), key->end(), is_printable)) {
        return refuse(Refused::malformed, words::k_bad_once);
    }
    const auto& request = call.request();
    // The same words for another institution are another act.
    const auto institution = call.actor_ ? call.actor_->institution.text() : std::string();
    const auto material = fmt::format("{}\n{}\n{}\n{}", text_of(request.method), request.target, institution, request.body);
    if (!settings_.request_mac) throw std::logic_error("http: an idempotency key came, but the router has no request_mac");
    // A client may have made its key of what it sends: what is kept tells nothing.
    call.once_ = Once{to_hex(settings_.request_mac("key\n" + std::string(*key))), route.pattern, settings_.request_mac(material)};
    if (call.actor_) call.actor_->once = call.once_;
    return {};
}

void detail::add_live_route(Router& router, Route route, Live& live) {
    route.is_live = true;
    route.docs.is_raw = true;
    route.run = [&router, &live](const Call& call) { return open_live(live, router, call); };
    router.add(std::move(route));
}

Result<> detail::check_json_body(const Call& call) {
    constexpr std::string_view k_json = "application/json";
    const auto type = call.header("Content-Type").value_or("");
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    const bool starts = type.size() >= k_json.size() && std::equal(k_json.begin(), k_json.end(), type.begin(), same);
    const bool ends = type.size() == k_json.size() || (starts && (type[k_json.size()] == ';' || type[k_json.size()] == ' '));
    if (starts && ends) return {};
    return refuse(Refused::malformed, words::k_want_json);
}

}  // namespace hebra::http
