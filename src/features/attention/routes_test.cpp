// The HTTP face, through the router without a socket: guards, versions, files, words.
#include "features/attention/api.hpp"
#include "features/attention/routes.hpp"
#include "features/attention/test_contacts.hpp"

namespace hebra::attention {
namespace {

struct Told {
    ContactId id;
    int version;
};
BOOST_DESCRIBE_STRUCT(Told, (), (id, version))

class ContactRoutes : public ContactHouse {
  protected:
    ContactRoutes() {
        add_contact_routes(router, contacts, search);
        add_attachment_routes(router, attachments);
        add_form_routes(router, forms, users);
    }

    http::Response ask(http::Method method, std::string target, std::string body = {},
                       const std::vector<std::pair<std::string, std::string>>& headers = {}) {
        http::Request request{.method = method, .target = std::move(target), .body = std::move(body), .id = "r1"};
        request.headers.add("Authorization", "Bearer x");
        bool is_json = true;
        for (const auto& [name, value] : headers) {
            request.headers.add(name, value);
            is_json = is_json && name != "Content-Type";
        }
        if (is_json && !request.body.empty()) request.headers.add("Content-Type", "application/json");
        return router.answer(request);
    }
    Told told(const http::Response& response) { return json::read<Told>(response.body.view()).value(); }
    void sign_in_as(access::Role role) {
        const access::RoleTable table(grants());
        who = actor;
        who.permissions = table.permissions_of(std::array{role}, actor.institution);
    }

    Actor who;
    http::Router router{[this](const http::Request&) -> Result<Actor> { return who; },
                        {.request_mac = [](std::string_view text) { return Bytes(text.begin(), text.end()); }}};
};
HEBRA_ON_BOTH_DATABASES(ContactRoutes);

TEST_P(ContactRoutes, only_those_who_attend_read_and_write) {
    using enum access::Role;
    for (const auto role : {agent, supervisor, intake, mesa_coordinator, territorial, contact_officer, exit_validator, family_counsellor,
                            care_lead, regional, privacy_officer, admin}) {
        sign_in_as(role);
        const bool attends = std::ranges::count(access::k_attending, role) != 0;
        const auto created = ask(http::Method::post, "/api/v1/contacts", R"({"channel":"phone"})");
        EXPECT_EQ(created.status, attends ? 201 : 403);
        EXPECT_EQ(ask(http::Method::get, "/api/v1/contacts").status, attends ? 200 : 403);
        const auto target = "/api/v1/contacts/" + ContactId::make(house.clock.now()).text();
        for (const auto* below : {"", "/versions", "/attachments"})
            EXPECT_EQ(ask(http::Method::get, target + below).status, attends ? 404 : 403) << below;
        EXPECT_EQ(ask(http::Method::post, target + "/moves", R"({"action":"close","version":1})").status, attends ? 404 : 403);
        EXPECT_EQ(ask(http::Method::post, "/api/v1/contacts/search", "{}").status, attends ? 200 : 403);
        EXPECT_EQ(ask(http::Method::post, "/api/v1/forms/import", R"({"definition":{}})").status, role == admin ? 422 : 403);
        EXPECT_EQ(ask(http::Method::get, "/api/v1/forms/contact_writeup").status, 200);
        EXPECT_EQ(ask(http::Method::get, "/api/v1/forms").status, 200);
        EXPECT_EQ(ask(http::Method::get, "/api/v1/forms/contact_writeup/versions").status, role == admin ? 200 : 403);
        EXPECT_EQ(ask(http::Method::post, "/api/v1/forms/contact_writeup/versions/1.0.0/comparisons", "{}").status, role == admin ? 200 : 403);
    }
}

TEST_P(ContactRoutes, a_contact_from_the_first_word_to_the_last) {
    sign_in_as(access::Role::agent);
    const auto created = ask(http::Method::post, "/api/v1/contacts", R"({"channel":"phone"})");
    ASSERT_EQ(created.status, 201) << created.body.view();
    EXPECT_EQ(created.headers.find("ETag"), "\"1\"");
    const auto target = std::string(*created.headers.find("Location"));

    EXPECT_EQ(ask(http::Method::patch, target, R"({"summary":"x"})").status, 428);
    const auto patched = ask(http::Method::patch, target,
                             R"({"topics":["mood_anxiety"],"risk":"low","narrative":"Conversamos del liceo.",
                                 "moments":[{"moment":"problem","at":"2026-11-21T15:00:00Z"},{"moment":"welcome"}]})",
                             {{"If-Match", "\"1\""}});
    ASSERT_EQ(patched.status, 200) << patched.body.view();
    EXPECT_EQ(ask(http::Method::patch, target, R"({"summary":"x"})", {{"If-Match", "\"1\""}}).status, 412);

    const auto closed = ask(http::Method::post, target + "/moves", R"({"action":"close","version":2,"disposition":"listened"})");
    ASSERT_EQ(closed.status, 200) << closed.body.view();
    EXPECT_EQ(told(closed).version, 3);
    const auto opened = ask(http::Method::get, target);
    EXPECT_NE(opened.body.view().find("Conversamos del liceo."), std::string_view::npos);
    EXPECT_NE(ask(http::Method::get, "/api/v1/contacts").body.view().find(told(closed).id.text()), std::string_view::npos);
    EXPECT_EQ(ask(http::Method::get, "/api/v1/contacts").body.view().find("liceo"), std::string_view::npos);
}

TEST_P(ContactRoutes, says_which_field_in_both_languages) {
    sign_in_as(access::Role::agent);
    const auto body = R"({"channel":"fax","topics":["mood_anxiety"]})";
    const auto refused = ask(http::Method::post, "/api/v1/contacts", body);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.view().find(R"("pointer":"/channel")"), std::string_view::npos);
    const auto english = ask(http::Method::post, "/api/v1/contacts", R"({"channel":"phone","topics":["x"]})", {{"Accept-Language", "en"}});
    EXPECT_NE(english.body.view().find("It is not one of this question's options."), std::string_view::npos);
}

TEST_P(ContactRoutes, a_file_goes_in_by_its_bytes_and_comes_out_to_be_downloaded) {
    sign_in_as(access::Role::agent);
    const auto target = std::string(*ask(http::Method::post, "/api/v1/contacts", R"({"channel":"email"})").headers.find("Location"));
    const auto kept = ask(http::Method::post, target + "/attachments", "hola",
                          {{"Content-Type", "application/octet-stream"}, {"File-Name", "carta%20de%20Ana%C3%AD.txt"}});
    ASSERT_EQ(kept.status, 201) << kept.body.view();
    EXPECT_NE(kept.body.view().find("carta de Anaí.txt"), std::string_view::npos);
    const auto file = ask(http::Method::get, std::string(*kept.headers.find("Location")));
    EXPECT_EQ(file.body.view(), "hola");
    EXPECT_EQ(file.headers.find("Content-Disposition"), "attachment; filename*=UTF-8''carta%20de%20Ana%C3%AD.txt");
    EXPECT_EQ(file.headers.find("Cache-Control"), "no-store");
    EXPECT_EQ(ask(http::Method::post, target + "/attachments", "<svg>", {{"Content-Type", "image/svg+xml"}}).status, 415);
    EXPECT_EQ(ask(http::Method::remove, std::string(*kept.headers.find("Location"))).status, 204);
    EXPECT_EQ(ask(http::Method::get, std::string(*kept.headers.find("Location"))).status, 404);
}

TEST_P(ContactRoutes, a_version_is_tried_on_samples_kept_published_and_taken_back) {
    sign_in_as(access::Role::admin);
    auto definition = forms.current(institution, "contact_writeup").value()->definition();
    definition.version = forms::Version::parse("1.1.0").value();
    definition.sections[1].fields[0].required_at = "closed";
    const auto text = json::write(definition);
    const auto import = [&](const std::string& more) {
        return ask(http::Method::post, "/api/v1/forms/import", R"({"definition":)" + text + more + "}");
    };
    const auto tried = import(R"(,"dry_run":true,"samples":[{"answers":{},"record":{"disposition":"listened"}}])");
    ASSERT_EQ(tried.status, 200) << tried.body.view();
    EXPECT_NE(tried.body.view().find(R"("code":"answer_needed")"), std::string_view::npos);
    EXPECT_NE(tried.body.view().find(R"("from_stage":"closed")"), std::string_view::npos);
    std::string many = R"(,"samples":[{"answers":{}})";
    for (int i = 0; i < 20; ++i) many += R"(,{"answers":{}})";
    const auto refused = import(many + "]");
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.view().find(R"("pointer":"/samples")"), std::string_view::npos);

    const std::string target = "/api/v1/forms/contact_writeup/versions";
    EXPECT_EQ(ask(http::Method::get, target + "/1.1.0").status, 404);  // nothing above was kept
    ASSERT_EQ(import("").status, 200);
    const auto compared = ask(http::Method::post, target + "/1.1.0/comparisons", R"({"samples":[{"answers":{}}]})");
    EXPECT_NE(compared.body.view().find(R"("kind":"rule_changed")"), std::string_view::npos);
    const auto move = [&](const char* action) {
        return ask(http::Method::post, target + "/1.1.0/moves", std::string(R"({"action":")") + action + R"("})").status;
    };
    EXPECT_EQ(move("discard"), 204);
    EXPECT_EQ(ask(http::Method::get, target + "/1.1.0").status, 404);
    ASSERT_EQ(import("").status, 200);
    EXPECT_EQ(move("publish"), 204);
    EXPECT_EQ(move("discard"), 409);
    EXPECT_NE(ask(http::Method::get, target).body.view().find(R"("in_force":true,"ships_with_hebra":false)"), std::string_view::npos);
    EXPECT_EQ(move("retire"), 204);
    EXPECT_NE(ask(http::Method::get, target).body.view().find(R"("in_force":true,"ships_with_hebra":true)"), std::string_view::npos);
}

TEST_P(ContactRoutes, describes_itself) {
    const auto document = router.openapi({.title = "Hebra", .version = "1"});
    EXPECT_NE(document.find("FormDefinition"), std::string::npos);
    EXPECT_NE(document.find("/api/v1/contacts/{id}/moves"), std::string::npos);
}

}  // namespace
}  // namespace hebra::attention
