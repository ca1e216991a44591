#include "platform/http/router.hpp"

#include <gtest/gtest.h>

#include "platform/json/json.hpp"

namespace hebra::http {
namespace {

using ThingId = Id<struct ThingTag>;
constexpr Permission k_thing_read{"thing_read"};
constexpr Permission k_thing_write{"thing_write"};

struct Thing {
    std::string name;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (name, version))

struct ThingQuery {
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(ThingQuery, (), (limit))

Result<Actor> identify(const Request& request) {
    const auto token = request.headers.find("Authorization");
    if (token != "Bearer good") return refuse(Refused::unauthenticated, words::k_not_signed_in);
    Actor actor;
    actor.permissions = {"thing_read"};
    return actor;
}

Request request(Method method, std::string target, std::string body = {}) {
    Request made{.method = method, .target = std::move(target), .body = std::move(body), .id = "req-1"};
    made.headers.add("Authorization", "Bearer good");
    made.headers.add("Content-Type", "application/json");
    return made;
}

TEST(Router, a_read_reaches_its_function_and_answers_json) {
    Router router(identify);
    router.get("/api/v1/things/{id}").allow(k_thing_read).handle([](const Call& call) -> Result<Thing> {
        HEBRA_TRY(const auto id, call.path<ThingId>("id"));
        return Thing{id.text(), 7};
    });
    const auto response = router.answer(request(Method::get, "/api/v1/things/0193f3a0-0000-7000-8000-000000000001"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body.view(), R"({"name":"0193f3a0-0000-7000-8000-000000000001","version":7})");
    EXPECT_EQ(response.headers.find("ETag"), "\"7\"");
    EXPECT_EQ(response.route, "/api/v1/things/{id}");
    EXPECT_EQ(router.answer(request(Method::get, "/api/v1/things/7")).status, 404);
}

TEST(Router, a_stranger_to_the_permission_is_refused) {
    Router router(identify);
    router.post("/api/v1/things").allow(k_thing_write).handle<Thing>([](const Call&, const Thing& thing) -> Result<Thing> {
        return thing;
    });
    EXPECT_EQ(router.answer(request(Method::post, "/api/v1/things", "{}")).status, 403);
    EXPECT_EQ(router.answer(Request{.method = Method::post, .target = "/api/v1/things"}).status, 401);
}

TEST(Router, a_query_is_read_into_its_struct) {
    Router router(identify);
    router.get("/api/v1/things").allow(k_thing_read).handle<ThingQuery>([](const Call&, const ThingQuery& query) {
        return Result<Page<Thing>>(Page<Thing>{{Thing{"a", query.limit.value_or(0)}}, std::nullopt});
    });
    EXPECT_EQ(router.answer(request(Method::get, "/api/v1/things?limit=3")).body.view(), R"({"items":[{"name":"a","version":3}]})");
    EXPECT_EQ(router.answer(request(Method::get, "/api/v1/things?limit=x")).status, 422);
    EXPECT_EQ(router.answer(request(Method::get, "/api/v1/things?limits=3")).status, 422);
}

TEST(Router, describes_itself) {
    Router router(identify);
    router.get("/api/v1/things").allow(k_thing_read).handle<ThingQuery>([](const Call&, const ThingQuery&) {
        return Result<Page<Thing>>(Page<Thing>{});
    });
    router.remove("/api/v1/things/{id}").signed_in("a test").handle([](const Call&) -> Result<> { return {}; });
    EXPECT_EQ(router.routes_text(), "DELETE /api/v1/things/{id} signed_in\nGET /api/v1/things thing_read\n");
    EXPECT_TRUE(json::read<json::Raw>(router.openapi({"Hebra", "1"})));
}

}  // namespace
}  // namespace hebra::http
