// A router with one of everything, for the tests of this room.
#pragma once
#include <gtest/gtest.h>

#include "platform/http/router.hpp"
#include "platform/json/json.hpp"

namespace hebra::http::test {

using ThingId = Id<struct ThingTag>;
inline constexpr Permission k_thing_read{"thing_read"};
inline constexpr Permission k_thing_write{"thing_write"};
inline constexpr std::string_view k_id = "0193f3a0-0000-7000-8000-000000000001";

struct Thing {
    std::string name;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name, version))

struct NewThing {
    std::string name;
    std::optional<int> size;
};
BOOST_DESCRIBE_STRUCT(NewThing, (), (name, size))

struct ThingQuery {
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(ThingQuery, (), (limit))

enum class Box { inbox, sent };
BOOST_DESCRIBE_ENUM(Box, inbox, sent)

/// "Bearer reader" may read; "Bearer writer" may write too.
inline Result<Actor> identify(const Request& request) {
    const auto token = request.headers.find("Authorization").value_or(cookie(request, "session").value_or(""));
    Actor actor;
    if (token == "Bearer reader") actor.permissions = {"thing_read"};
    else if (token == "Bearer writer" || token == "writer") actor.permissions = {"thing_read", "thing_write"};
    else return refuse(Refused::unauthenticated, words::k_not_signed_in);
    return actor;
}

inline Request anonymous(Method method, std::string target) { return {.method = method, .target = std::move(target), .id = "req-1"}; }

inline Request as(std::string_view who, Method method, std::string target, std::string body = {}) {
    auto request = anonymous(method, std::move(target));
    request.body = std::move(body);
    request.headers.add("Authorization", "Bearer " + std::string(who));
    request.headers.add("Content-Type", "application/json");
    return request;
}

/// A problem as it reads on the wire.
struct Error {
    std::string pointer;
    std::string code;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(Error, (), (pointer, code, message))
struct Problem {
    std::string type;
    std::string title;
    int status = 0;
    std::string code;
    std::string detail;
    std::vector<Error> errors;
    std::string request_id;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, detail, errors, request_id))

inline Problem problem_of(const Response& response) {
    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json");
    return json::read<Problem>(response.body.view()).value();
}
inline std::string code_of(const Response& response) { return problem_of(response).code; }

/// A router with one of everything.
struct Things {
    explicit Things(RouterSettings settings = {}) : router(identify, std::move(settings)) {
        router.get("/api/v1/things").allow(k_thing_read).handle<ThingQuery>([](const Call&, const ThingQuery& query) {
            return Result<Page<Thing>>(Page<Thing>{{Thing{"a", query.limit.value_or(0)}}, std::nullopt});
        });
        router.post("/api/v1/things").allow(k_thing_write).handle<NewThing>([this](const Call& call, const NewThing& body) {
            once = call.actor().once;
            return Result<Created<Thing>>(Created<Thing>{{body.name, 1}, "/api/v1/things/" + std::string(k_id)});
        });
        router.get("/api/v1/things/{id}").allow(k_thing_read).handle([](const Call& call) -> Result<Thing> {
            HEBRA_TRY(const auto id, call.path<ThingId>("id"));
            return Thing{id.text(), 7};
        });
        router.patch("/api/v1/things/{id}").allow(k_thing_write).handle<NewThing>([](const Call& call, const NewThing& body) -> Result<Thing> {
            HEBRA_TRY(const int seen, call.if_match());
            return Thing{body.name, seen + 1};
        });
        router.remove("/api/v1/things/{id}").signed_in("a test").handle([](const Call&) -> Result<> { return {}; });
        router.get("/api/v1/boxes/{box}/{number}").open("a test").handle([](const Call& call) -> Result<Thing> {
            HEBRA_TRY(const auto box, call.path<Box>("box"));
            HEBRA_TRY(const int number, call.path<int>("number"));
            return Thing{box == Box::sent ? "sent" : "inbox", number};
        });
        router.post("/api/v1/sessions").open("signing in").handle<NewThing>([](const Call&, const NewThing& body) {
            Headers headers;
            headers.add("Set-Cookie", text_of(Cookie{"session", body.name, 60}));
            return Result<WithHeaders<Thing>>(WithHeaders<Thing>{{body.name, 1}, headers});
        });
        router.remove("/api/v1/sessions").signed_in("a test").handle([](const Call&) {
            Headers headers;
            headers.add("Set-Cookie", text_of(Cookie{"session", "", 0}));
            return Result<WithHeaders<>>(WithHeaders<>{headers});
        });
        router.get("/assets/{path*}").open("files").respond([](const Call& call) {
            return Response{.body = call.path<std::string>("path").value()};
        });
        router.get("/report.pdf").open("a test").produces("application/pdf").respond([](const Call&) -> Result<Response> {
            return refuse(Refused::too_many, words::k_busy);
        });
    }
    Response answer(const Request& request) const { return router.answer(request); }

    Router router;
    std::optional<Once> once;
};

}  // namespace hebra::http::test
