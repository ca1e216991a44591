#include <gtest/gtest.h>

#include "platform/http/router.hpp"
#include "platform/json/json.hpp"

namespace hebra::http {
namespace {

constexpr Permission k_note_write{"note_write"};

struct Note {
    Id<struct NoteTag> id;
    std::string text;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, text, version))

struct NoteQuery {
    std::string topic;
    std::vector<std::string> words;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(NoteQuery, (), (topic, words, cursor))

}  // namespace
}  // namespace hebra::http

template <>
inline constexpr auto hebra::json::k_descriptions<hebra::http::NoteQuery> =
    hebra::json::describe<hebra::http::NoteQuery>({{"topic", "What it is about"}});

namespace hebra::http {
namespace {

Result<Actor> nobody(const Request&) { return refuse(Refused::unauthenticated, words::k_not_signed_in); }

using Object = std::map<std::string, json::Raw>;

/// The JSON at a path of names.
std::string at(std::string text, std::initializer_list<const char*> names) {
    for (const auto* name : names) text = json::read<Object>(text).value().at(name).text;
    return text;
}

std::string document() {
    Router router(nobody);
    router.get("/api/v1/notes").open("a test").summary("Notes by topic").handle<NoteQuery>([](const Call&, const NoteQuery&) {
        return Result<Page<Note>>(Page<Note>{});
    });
    router.patch("/api/v1/notes/{id}").allow(k_note_write).handle<Note>([](const Call&, const Note& note) {
        return Result<Note>(note);
    });
    router.post("/api/v1/notes").allow(k_note_write).handle<Note>([](const Call&, const Note& note) {
        return Result<Created<Note>>(Created<Note>{note, "/x"});
    });
    router.post("/api/v1/notes/{id}/file").allow(k_note_write).takes_bytes().handle([](const Call&) -> Result<> { return {}; });
    router.remove("/api/v1/notes/{id}").signed_in("a test").handle([](const Call&) -> Result<> { return {}; });
    router.get("/api/v1/notes/{id}/pdf").allow(k_note_write).produces("application/pdf").respond([](const Call&) { return Response{}; });
    router.get("/assets/{path*}").open("a test").respond([](const Call&) { return Response{}; });
    return router.openapi({"Hebra", "0.1.0", "A test"});
}

TEST(OpenApi, says_method_path_guard_and_input) {
    const auto text = document();
    EXPECT_EQ(at(text, {"openapi"}), "\"3.1.0\"");
    EXPECT_EQ(json::read<Object>(at(text, {"paths"}))->size(), 4U);  // a raw page without a media type is no API
    const auto patch = at(text, {"paths", "/api/v1/notes/{id}", "patch"});
    EXPECT_EQ(at(patch, {"operationId"}), "\"patch_api_v1_notes_id\"");
    EXPECT_EQ(at(patch, {"x-permission"}), "\"note_write\"");
    EXPECT_EQ(at(patch, {"tags"}), "[\"notes\"]");
    EXPECT_EQ(at(patch, {"requestBody", "content", "application/json", "schema"}), R"({"$ref":"#/components/schemas/Note"})");
    EXPECT_NE(at(patch, {"parameters"}).find(R"("name":"If-Match","in":"header")"), std::string::npos);
    const auto file = at(text, {"paths", "/api/v1/notes/{id}/file", "post"});
    EXPECT_EQ(at(file, {"requestBody", "content", "*/*", "schema"}), R"({"type":"string","format":"binary"})");
    const auto get = at(text, {"paths", "/api/v1/notes", "get"});
    EXPECT_EQ(at(get, {"security"}), "[]");
    EXPECT_EQ(at(get, {"summary"}), "\"Notes by topic\"");
    EXPECT_EQ(at(get, {"parameters"}),
              R"([{"name":"topic","in":"query","description":"What it is about","required":true,"schema":{"type":"string"}},)"
              R"({"name":"words","in":"query","required":false,"schema":{"type":"array","items":{"type":"string"}}},)"
              R"({"name":"cursor","in":"query","required":false,"schema":{"type":"string"}}])");
}

TEST(OpenApi, says_every_reply) {
    const auto text = document();
    const auto replies = [&](const char* path, const char* method) { return at(text, {"paths", path, method, "responses"}); };
    EXPECT_EQ(at(replies("/api/v1/notes", "get"), {"200", "content", "application/json", "schema"}),
              R"({"$ref":"#/components/schemas/PageOfNote"})");
    EXPECT_EQ(at(replies("/api/v1/notes", "post"), {"201", "content", "application/json", "schema"}),
              R"({"$ref":"#/components/schemas/Note"})");
    EXPECT_EQ(at(replies("/api/v1/notes/{id}", "delete"), {"204"}), R"({"description":"Done"})");
    EXPECT_EQ(at(replies("/api/v1/notes/{id}/pdf", "get"), {"200", "content", "application/pdf", "schema"}),
              R"({"type":"string"})");
    EXPECT_EQ(at(replies("/api/v1/notes", "get"), {"default", "content", "application/problem+json", "schema"}),
              R"({"$ref":"#/components/schemas/Problem"})");
    const auto schemas = json::read<Object>(at(text, {"components", "schemas"})).value();
    EXPECT_TRUE(schemas.contains("Problem"));
    EXPECT_TRUE(schemas.contains("Note"));
    EXPECT_TRUE(schemas.contains("PageOfNote"));
}

}  // namespace
}  // namespace hebra::http
