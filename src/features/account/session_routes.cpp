// Signing in and out, and which institution one acts for.
#include "features/account/routes.hpp"

namespace hebra::account {
namespace {

struct SignedInReply {
    std::string token;
    Me me;
};
BOOST_DESCRIBE_STRUCT(SignedInReply, (), (token, me))

struct ActFor {
    InstitutionId institution_id;
};
BOOST_DESCRIBE_STRUCT(ActFor, (), (institution_id))

struct SessionList {
    std::vector<access::OpenSession> items;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))

constexpr std::pair<std::string_view, std::string_view> k_browsers[] = {
    {"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}};
constexpr std::pair<std::string_view, std::string_view> k_systems[] = {
    {"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS", "Mac"}, {"Linux", "Linux"}};

/// "Chrome, Linux": enough for a person to recognise their own, nothing that follows them around.
std::string device_of(std::string_view agent) {
    std::string device;
    for (const auto& [mark, name] : k_browsers)
        if (device.empty() && agent.find(mark) != agent.npos) device = name;
    if (device.empty()) return "API";
    for (const auto& [mark, name] : k_systems)
        if (agent.find(mark) != agent.npos) return device + ", " + std::string(name);
    return device;
}

http::Headers cookie_header(const Rooms& rooms, std::string token, long seconds) {
    http::Headers headers;
    headers.add("Set-Cookie", http::text_of(http::Cookie{std::string(k_cookie), std::move(token), seconds, rooms.tls}));
    return headers;
}

}  // namespace

std::optional<std::string> token_of(const http::Request& request) {
    constexpr std::string_view k_bearer = "Bearer ";
    if (const auto header = request.headers.find("Authorization"); header && header->starts_with(k_bearer))
        return std::string(header->substr(k_bearer.size()));
    if (const auto value = http::cookie(request, k_cookie); value && !value->empty()) return std::string(*value);
    return std::nullopt;
}

void add_session_routes(http::Router& router, const Rooms& rooms) {
    router.post("/api/v1/sessions")
        .open("nobody is signed in yet")
        .summary("Sign in")
        .handle<access::SignIn>([rooms](const http::Call& call, const access::SignIn& body) -> Result<http::Created<SignedInReply>> {
            const auto device = device_of(call.header("User-Agent").value_or(""));
            HEBRA_TRY(auto signed_in, rooms.sessions.sign_in(body, call.peer(), device));
            HEBRA_TRY(auto mine, me(rooms, signed_in.actor));
            const long seconds = std::chrono::seconds(access::Sessions::k_longest).count();
            return http::Created<SignedInReply>{{signed_in.token, std::move(mine)},
                                                "/api/v1/me",
                                                cookie_header(rooms, signed_in.token, seconds)};
        });

    router.remove("/api/v1/sessions/current")
        .signed_in("everybody may leave")
        .summary("Sign out")
        .handle([rooms](const http::Call& call) -> Result<http::WithHeaders<>> {
            HEBRA_CHECK(rooms.sessions.sign_out(call.actor()));
            return http::WithHeaders<>{cookie_header(rooms, "", 0)};
        });

    router.post("/api/v1/sessions/current/institution")
        .signed_in("one's own institutions only; checked against one's roles")
        .summary("Act for another of one's institutions")
        .handle<ActFor>([rooms](const http::Call& call, const ActFor& body) -> Result<Me> {
            HEBRA_TRY(const auto actor, rooms.sessions.act_for(call.actor(), body.institution_id));
            return me(rooms, actor);
        });

    router.get("/api/v1/sessions")
        .signed_in("one's own sessions")
        .summary("Where one is signed in")
        .handle([rooms](const http::Call& call) -> Result<SessionList> {
            return SessionList{rooms.sessions.open_sessions(call.actor())};
        });

    router.remove("/api/v1/sessions/{id}")
        .signed_in("one's own sessions")
        .summary("End one of one's sessions")
        .handle([rooms](const http::Call& call) -> Result<> {
            HEBRA_TRY(const auto id, call.path<SessionId>("id"));
            return rooms.sessions.end(call.actor(), id);
        });
}

}  // namespace hebra::account
