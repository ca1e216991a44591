// Which function a request reaches, and how its answer travels.
#include "platform/http/test_things.hpp"

namespace hebra::http {
namespace {

using namespace test;

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
    const auto tried = things.answer(anonymous(Method::get, "/report.pdf"));
    EXPECT_EQ(tried.status, 429);
    EXPECT_EQ(tried.headers.find("Retry-After"), "900") << "when to come back";
    EXPECT_FALSE(left.headers.find("Retry-After"));
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
