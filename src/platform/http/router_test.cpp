#include "platform/http/router.hpp"

#include <gtest/gtest.h>

#include "platform/json/json.hpp"

namespace hebra::http {
namespace {

using ThingId = Id<struct ThingTag>;
constexpr Permission k_thing_read{"thing_read"};
constexpr Permission k_thing_write{"thing_write"};
constexpr std::string_view k_id = "0193f3a0-0000-7000-8000-000000000001";

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
Result<Actor> identify(const Request& request) {
    const auto token = request.headers.find("Authorization").value_or(cookie(request, "session").value_or(""));
    Actor actor;
    if (token == "Bearer reader") actor.permissions = {"thing_read"};
    else if (token == "Bearer writer" || token == "writer") actor.permissions = {"thing_read", "thing_write"};
    else return refuse(Refused::unauthenticated, words::k_not_signed_in);
    return actor;
}

Request anonymous(Method method, std::string target) { return {.method = method, .target = std::move(target), .id = "req-1"}; }

Request as(std::string_view who, Method method, std::string target, std::string body = {}) {
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

Problem problem_of(const Response& response) {
    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json");
    return json::read<Problem>(response.body.view()).value();
}
std::string code_of(const Response& response) { return problem_of(response).code; }

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

TEST(Router, a_read_reaches_its_function_and_answers_json) {
    const Things things;
    const auto response = things.answer(as("reader", Method::get, "/api/v1/things/" + std::string(k_id)));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.headers.find("Content-Type"), "application/json");
    EXPECT_EQ(response.body.view(), R"({"name":"0193f3a0-0000-7000-8000-000000000001","version":7})");
    EXPECT_EQ(response.headers.find("ETag"), "\"7\"");
    EXPECT_EQ(response.route, "/api/v1/things/{id}");
    EXPECT_EQ(things.answer(as("reader", Method::head, "/api/v1/things/" + std::string(k_id))).status, 200);
}

TEST(Router, each_kind_of_reply_has_its_status_and_headers) {
    const Things things;
    const auto created = things.answer(as("writer", Method::post, "/api/v1/things", R"({"name":"a"})"));
    EXPECT_EQ(created.status, 201);
    EXPECT_EQ(created.headers.find("Location"), "/api/v1/things/" + std::string(k_id));
    EXPECT_EQ(created.headers.find("ETag"), "\"1\"");
    const auto removed = things.answer(as("reader", Method::remove, "/api/v1/things/x"));
    EXPECT_EQ(removed.status, 204);
    EXPECT_EQ(removed.body.size(), 0U);
    const auto session = things.answer(as("nobody", Method::post, "/api/v1/sessions", R"({"name":"k3y"})"));
    EXPECT_EQ(session.status, 200);
    EXPECT_EQ(session.headers.find("Set-Cookie"), "session=k3y; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
    const auto left = things.answer(as("reader", Method::remove, "/api/v1/sessions"));
    EXPECT_EQ(left.status, 204);
    EXPECT_TRUE(left.headers.find("Set-Cookie")->starts_with("session=; "));
    EXPECT_EQ(things.answer(anonymous(Method::get, "/report.pdf")).status, 429);
}

TEST(Router, nobody_is_401_a_stranger_to_the_permission_is_403) {
    const Things things;
    const auto nobody = things.answer(anonymous(Method::get, "/api/v1/things"));
    EXPECT_EQ(nobody.status, 401);
    EXPECT_EQ(nobody.headers.find("WWW-Authenticate"), "Bearer");
    EXPECT_EQ(code_of(things.answer(as("reader", Method::post, "/api/v1/things", R"({"name":"a"})"))), "forbidden");
    EXPECT_EQ(things.answer(anonymous(Method::remove, "/api/v1/things/x")).status, 401);
}

TEST(Router, a_guard_speaks_before_the_body_is_looked_at) {
    const Things things;
    EXPECT_EQ(things.answer(as("reader", Method::post, "/api/v1/things", "not json")).status, 403);
}

TEST(Router, a_query_is_read_into_its_struct) {
    const Things things;
    const auto get = [&](std::string query) { return things.answer(as("reader", Method::get, "/api/v1/things?" + query)); };
    EXPECT_EQ(get("limit=3").body.view(), R"({"items":[{"name":"a","version":3}]})");
    EXPECT_EQ(problem_of(get("limit=x")).errors.at(0).pointer, "?limit");
    const auto unknown = problem_of(get("l%C3%ADmite=3"));
    EXPECT_EQ(unknown.status, 422);
    EXPECT_EQ(unknown.errors.at(0).pointer, "?límite");
    EXPECT_EQ(unknown.errors.at(0).code, "unknown_parameter");
    EXPECT_EQ(get("limit=%4").status, 400);
}

TEST(Router, path_values_that_are_none_are_not_found) {
    const Things things;
    const auto status = [&](std::string target) { return things.answer(as("reader", Method::get, std::move(target))).status; };
    EXPECT_EQ(status("/api/v1/things/7"), 404);
    EXPECT_EQ(status("/api/v1/boxes/sent/12"), 200);
    EXPECT_EQ(status("/api/v1/boxes/lost/12"), 404);
    EXPECT_EQ(status("/api/v1/boxes/sent/12x"), 404);
    EXPECT_EQ(status("/api/v1/boxes/sent/99999999999"), 404);
    EXPECT_EQ(status("/api/v1/boxes/sent/"), 404);
    EXPECT_EQ(status("/api/v1/nothing"), 404);
    EXPECT_EQ(status("/api/v1/things/"), 404);
}

TEST(Router, a_known_path_by_the_wrong_method_names_the_right_ones) {
    const Things things;
    const auto response = things.answer(as("writer", Method::put, "/api/v1/things/" + std::string(k_id)));
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.headers.find("Allow"), "GET, HEAD, PATCH, DELETE");
    EXPECT_EQ(things.answer(as("writer", Method::other, "/api/v1/things")).status, 405);
    EXPECT_EQ(things.answer(as("writer", Method::post, "/assets/a.js")).status, 404);
}

TEST(Router, the_rest_of_a_path_cannot_climb_out) {
    const Things things;
    const auto get = [&](std::string target) { return things.answer(anonymous(Method::get, std::move(target))); };
    EXPECT_EQ(get("/assets/a/b%20c.js").body.view(), "a/b c.js");
    for (const auto* bad : {"/assets/../secret", "/assets/%2e%2E/secret", "/assets/a%2Fb", "/assets/a%5Cb", "/assets//b",
                            "/assets/", "/assets/%00", "/assets/%ff", "/assets/./b"}) {
        EXPECT_GE(get(bad).status, 400) << bad;
    }
}

TEST(Router, literal_segments_win_and_fall_back) {
    Router router(identify);
    const auto says = [](const char* text) { return [text](const Call&) { return Response{.body = text}; }; };
    router.get("/a/new").open("a test").respond(says("literal"));
    router.get("/a/{x}").open("a test").respond(says("named"));
    router.post("/a/{x}").open("a test").respond(says("post"));
    router.get("/a/new/b").open("a test").respond(says("deep"));
    router.get("/a/{x}/c").open("a test").respond(says("back"));
    router.get("/{path*}").open("a test").respond(says("rest"));
    const auto body = [&](Method method, const char* target) { return router.answer(anonymous(method, target)).body; };
    EXPECT_EQ(body(Method::get, "/a/new").view(), "literal");
    EXPECT_EQ(body(Method::get, "/a/old").view(), "named");
    EXPECT_EQ(body(Method::post, "/a/new").view(), "post");
    EXPECT_EQ(body(Method::get, "/a/new/b").view(), "deep");
    EXPECT_EQ(body(Method::get, "/a/new/c").view(), "back");
    EXPECT_EQ(body(Method::get, "/elsewhere/x").view(), "rest");
    EXPECT_EQ(router.answer(anonymous(Method::remove, "/a/new")).status, 405);
    EXPECT_EQ(router.answer(anonymous(Method::remove, "/elsewhere")).status, 404);
    EXPECT_EQ(router.answer(anonymous(Method::get, "/")).status, 404);
}

TEST(Router, two_routes_cannot_take_one_place) {
    Router router(identify);
    router.get("/a/{x}").open("a test").respond([](const Call&) { return Response{}; });
    EXPECT_THROW(router.get("/a/{y}").open("a test").respond([](const Call&) { return Response{}; }), std::logic_error);
    EXPECT_THROW(router.get("/{x*}/b").open("a test").respond([](const Call&) { return Response{}; }), std::logic_error);
    EXPECT_THROW(router.get("no slash").open("a test").respond([](const Call&) { return Response{}; }), std::logic_error);
}

TEST(Router, problems_speak_the_callers_language) {
    const Things things;
    auto request = as("writer", Method::post, "/api/v1/things", R"({"size":"big"})");
    const auto spanish = problem_of(things.answer(request));
    EXPECT_EQ(spanish.type, "urn:hebra:problem:invalid");
    EXPECT_EQ(spanish.title, "Datos que corregir");
    EXPECT_EQ(spanish.status, 422);
    EXPECT_EQ(spanish.request_id, "req-1");
    ASSERT_EQ(spanish.errors.size(), 2U);
    EXPECT_EQ(spanish.errors[0].pointer, "/name");
    EXPECT_EQ(spanish.errors[0].message, "Falta este dato.");
    request.headers.set("Accept-Language", "en-GB,en;q=0.9,es;q=0.8");
    const auto response = things.answer(request);
    EXPECT_EQ(problem_of(response).errors[1].message, "It must be a whole number.");
    EXPECT_EQ(response.headers.find("Content-Language"), "en");
    request.headers.set("Accept-Language", "de, en;q=0.3, es-CL;q=0.7");
    EXPECT_EQ(problem_of(things.answer(request)).title, "Datos que corregir");
}

TEST(Router, a_json_body_must_say_so) {
    const Things things;
    const auto status_with = [&](std::string_view type) {
        auto request = as("writer", Method::post, "/api/v1/things", R"({"name":"a"})");
        request.headers.set("Content-Type", type);
        return things.answer(request).status;
    };
    EXPECT_EQ(status_with("application/json; charset=utf-8"), 201);
    EXPECT_EQ(status_with("Application/JSON"), 201);
    EXPECT_EQ(status_with("text/plain"), 415);  // what a form on another site can send
    EXPECT_EQ(status_with("application/jsonx"), 415);
}

TEST(Router, a_change_names_the_version_it_saw) {
    const Things things;
    const auto patch_with = [&](std::optional<std::string_view> version) {
        auto request = as("writer", Method::patch, "/api/v1/things/" + std::string(k_id), R"({"name":"a"})");
        if (version) request.headers.add("If-Match", *version);
        return things.answer(request);
    };
    EXPECT_EQ(patch_with("\"7\"").headers.find("ETag"), "\"8\"");
    EXPECT_EQ(patch_with(std::nullopt).status, 428);
    for (const auto* bad : {"*", "\"\"", "\"7", "x", "7.0", "99999999999"}) EXPECT_EQ(patch_with(bad).status, 400) << bad;
}

Bytes test_mac(std::string_view text) { return Bytes(text.begin(), text.end()); }

TEST(Router, an_idempotency_key_reaches_the_actor_with_route_and_mac) {
    Things things({.request_mac = test_mac});
    auto request = as("writer", Method::post, "/api/v1/things", R"({"name":"a"})");
    things.answer(request);
    EXPECT_EQ(things.once, std::nullopt);
    request.headers.add("Idempotency-Key", "k-1");
    EXPECT_EQ(things.answer(request).status, 201);
    ASSERT_TRUE(things.once);
    EXPECT_EQ(things.once->key, "k-1");
    EXPECT_EQ(things.once->route, "/api/v1/things");
    EXPECT_EQ(hebra::text_of(things.once->request_mac), "POST\n/api/v1/things\n{\"name\":\"a\"}");
    for (const auto& bad : {std::string(), std::string(201, 'k'), std::string("a b"), std::string("ñ")}) {
        request.headers.set("Idempotency-Key", bad);
        EXPECT_EQ(things.answer(request).status, 400) << bad;
    }
}

TEST(Router, another_site_cannot_write_with_our_cookie) {
    const Things things;
    const auto status_with = [&](std::vector<std::pair<std::string, std::string>> headers) {
        auto request = anonymous(Method::post, "/api/v1/things");
        request.body = R"({"name":"a"})";
        request.headers.add("Content-Type", "application/json");
        request.headers.add("Host", "hebra.example:8080");
        for (const auto& [name, value] : headers) request.headers.add(name, value);
        return things.answer(request).status;
    };
    const std::pair<std::string, std::string> session = {"Cookie", "a=b; session=writer"};
    EXPECT_EQ(status_with({session, {"Sec-Fetch-Site", "same-origin"}}), 201);
    EXPECT_EQ(status_with({session, {"Sec-Fetch-Site", "none"}}), 201);
    EXPECT_EQ(status_with({session, {"Sec-Fetch-Site", "same-site"}}), 403);
    EXPECT_EQ(status_with({session, {"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://hebra.example:8080"}}), 403);
    EXPECT_EQ(status_with({session, {"Origin", "http://hebra.example:8080"}}), 201);
    EXPECT_EQ(status_with({session, {"Origin", "http://hebra.example"}}), 403);
    EXPECT_EQ(status_with({session, {"Origin", "null"}}), 403);
    EXPECT_EQ(status_with({session}), 403);
    EXPECT_EQ(status_with({}), 401);
    EXPECT_EQ(status_with({{"Authorization", "Bearer writer"}, {"Sec-Fetch-Site", "cross-site"}}), 201);
    EXPECT_EQ(status_with({session, {"Authorization", "Basic eDp5"}, {"Sec-Fetch-Site", "cross-site"}}), 403);
    // Signing somebody in from another site is a write too.
    auto sign_in = anonymous(Method::post, "/api/v1/sessions");
    sign_in.headers.add("Content-Type", "application/json");
    sign_in.headers.add("Sec-Fetch-Site", "cross-site");
    EXPECT_EQ(things.answer(sign_in).status, 403);
}

TEST(Router, what_a_route_throws_is_told_without_path_and_answered_without_details) {
    struct Away : std::runtime_error {
        using std::runtime_error::runtime_error;
    };
    std::vector<std::string> told;
    Router router(identify, {.is_unavailable = [](const std::exception& error) { return dynamic_cast<const Away*>(&error) != nullptr; },
                             .failed = [&](const Failure& failure) {
                                 told.push_back(std::string(failure.route) + " " + std::string(failure.request_id) + " " +
                                                std::string(failure.what) + (failure.is_unavailable ? " away" : ""));
                             }});
    router.get("/fails/{how}").open("a test").handle([](const Call& call) -> Result<Thing> {
        const auto how = call.path<std::string>("how").value();
        if (how == "away") throw Away("no database");
        if (how == "odd") throw 7;
        if (how == "actor") return Thing{call.actor().session.text(), 1};
        throw std::runtime_error("broken");
    });
    const auto failed = router.answer(anonymous(Method::get, "/fails/secret"));
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ(failed.body.view().find("broken"), std::string_view::npos);
    const auto away = router.answer(anonymous(Method::get, "/fails/away"));
    EXPECT_EQ(away.status, 503);
    EXPECT_TRUE(away.headers.has("Retry-After"));
    EXPECT_EQ(router.answer(anonymous(Method::get, "/fails/odd")).status, 500);
    EXPECT_EQ(router.answer(anonymous(Method::get, "/fails/actor")).status, 500);
    ASSERT_EQ(told.size(), 4U);
    EXPECT_EQ(told[0], "/fails/{how} req-1 broken");
    EXPECT_EQ(told[1], "/fails/{how} req-1 no database away");
}

TEST(Router, a_route_may_take_a_larger_body) {
    Router router(identify);
    router.post("/files/{name}").open("a test").body_limit(5'000'000).respond([](const Call&) { return Response{}; });
    EXPECT_EQ(router.body_limit(Method::post, "/files/a?b=c"), 5'000'000U);
    EXPECT_EQ(router.body_limit(Method::get, "/files/a"), 0U);
    EXPECT_EQ(router.body_limit(Method::post, "garbage %%"), 0U);
}

TEST(Router, lists_its_routes_sorted_with_their_permission) {
    const Things things;
    EXPECT_EQ(things.router.routes_text(),
              "DELETE /api/v1/sessions signed_in\n"
              "DELETE /api/v1/things/{id} signed_in\n"
              "GET /api/v1/boxes/{box}/{number} open\n"
              "GET /api/v1/things thing_read\n"
              "GET /api/v1/things/{id} thing_read\n"
              "GET /assets/{path*} open\n"
              "GET /report.pdf open\n"
              "PATCH /api/v1/things/{id} thing_write\n"
              "POST /api/v1/sessions open\n"
              "POST /api/v1/things thing_write\n");
}

}  // namespace
}  // namespace hebra::http
