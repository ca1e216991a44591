// What a request must bring before, and what is said when it does not or when a route fails.
#include "platform/http/test_things.hpp"

namespace hebra::http {
namespace {

using namespace test;

TEST(Guards, nobody_is_401_a_stranger_to_the_permission_is_403) {
    const Things things;
    const auto nobody = things.answer(anonymous(Method::get, "/api/v1/things"));
    EXPECT_EQ(nobody.status, 401);
    EXPECT_EQ(nobody.headers.find("WWW-Authenticate"), "Bearer");
    EXPECT_EQ(code_of(things.answer(as("reader", Method::post, "/api/v1/things", R"({"name":"a"})"))), "forbidden");
    EXPECT_EQ(things.answer(anonymous(Method::remove, "/api/v1/things/x")).status, 401);
}

TEST(Guards, a_guard_speaks_before_the_body_is_looked_at) {
    const Things things;
    EXPECT_EQ(things.answer(as("reader", Method::post, "/api/v1/things", "not json")).status, 403);
}

TEST(Guards, problems_speak_the_callers_language) {
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

TEST(Guards, a_json_body_must_say_so) {
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

TEST(Guards, a_change_names_the_version_it_saw) {
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

TEST(Guards, a_page_does_not_write_for_another_institution_than_it_shows) {
    Router router([](const Request&) -> Result<Actor> {
        return Actor{.user = {}, .institution = InstitutionId::parse(k_id).value(), .session = {}, .permissions = {"thing_write"}};
    });
    int written = 0;
    const auto write = [&](const Call&) -> Result<> { ++written; return {}; };
    router.post("/of_institution").allow(k_thing_write).handle(write);
    router.get("/of_institution").allow(k_thing_write).handle(write);
    router.post("/of_oneself").signed_in("one's own").handle(write);
    const auto ask = [&](Method method, const char* path, std::optional<std::string_view> shown) {
        auto request = as("writer", method, path, "{}");
        if (shown) request.headers.add("Hebra-Institution", *shown);
        return router.answer(request);
    };
    constexpr std::string_view k_other = "0193f3a0-0000-7000-8000-000000000002";
    EXPECT_EQ(ask(Method::post, "/of_institution", k_id).status, 204);
    EXPECT_EQ(ask(Method::post, "/of_institution", std::nullopt).status, 204) << "programs show nothing";
    EXPECT_EQ(written, 2);
    for (const auto other : {k_other, std::string_view(""), std::string_view("no id")}) {
        const auto refused = ask(Method::post, "/of_institution", other);
        EXPECT_EQ(refused.status, 409);
        EXPECT_EQ(code_of(refused), "other_institution");
    }
    EXPECT_EQ(written, 2);
    EXPECT_EQ(ask(Method::get, "/of_institution", k_other).status, 204);
    EXPECT_EQ(ask(Method::post, "/of_oneself", k_other).status, 204) << "leaving, and going back to the one it shows";
    EXPECT_NE(router.openapi({.title = "t", .version = "1"}).find("Hebra-Institution"), std::string::npos);
}

Bytes test_mac(std::string_view text) { return Bytes(text.begin(), text.end()); }

TEST(Guards, an_idempotency_key_reaches_the_actor_with_route_and_mac) {
    Things things({.request_mac = test_mac});
    auto request = as("writer", Method::post, "/api/v1/things", R"({"name":"a"})");
    things.answer(request);
    EXPECT_EQ(things.once, std::nullopt);
    request.headers.add("Idempotency-Key", "k-1");
    EXPECT_EQ(things.answer(request).status, 201);
    ASSERT_TRUE(things.once);
    EXPECT_EQ(things.once->key, to_hex(bytes_of("key\nk-1"))) << "keyed: a client may have made it of what it sends";
    EXPECT_EQ(things.once->route, "/api/v1/things");
    const auto material_for = [&](const InstitutionId& institution) { return "POST\n/api/v1/things\n" + institution.text() + "\n{\"name\":\"a\"}"; };
    EXPECT_EQ(hebra::text_of(things.once->request_mac), material_for({})) << "for the institution acted for";
    for (const auto& bad : {std::string(), std::string(201, 'k'), std::string("a b"), std::string("ñ")}) {
        request.headers.set("Idempotency-Key", bad);
        EXPECT_EQ(things.answer(request).status, 400) << bad;
    }
}

TEST(Guards, a_key_used_again_for_another_institution_is_another_request) {
    InstitutionId acting = InstitutionId::parse(k_id).value();
    std::optional<Once> once;
    Router router([&](const Request&) -> Result<Actor> {
        return Actor{.user = {}, .institution = acting, .session = {}, .permissions = {"thing_write"}};
    }, {.request_mac = test_mac});
    router.post("/things").allow(k_thing_write).handle([&](const Call& call) -> Result<> { once = call.once(); return {}; });
    auto request = as("writer", Method::post, "/things", "{}");
    request.headers.add("Idempotency-Key", "k-1");
    router.answer(request);
    const auto first = once.value();
    router.answer(request);
    EXPECT_EQ(once->request_mac, first.request_mac);
    acting = InstitutionId::parse("0193f3a0-0000-7000-8000-000000000002").value();
    router.answer(request);
    EXPECT_EQ(once->key, first.key);
    EXPECT_NE(once->request_mac, first.request_mac);
}

TEST(Guards, another_site_cannot_write_with_our_cookie) {
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

TEST(Guards, what_a_route_throws_is_told_without_path_and_answered_without_details) {
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

}  // namespace
}  // namespace hebra::http
