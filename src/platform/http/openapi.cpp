// The API's description, told by the routes themselves.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "platform/http/origin.hpp"
#include "platform/http/router.hpp"

namespace hebra::http {
namespace {

using json::Writer;

std::string lower(std::string_view text) {
    std::string low(text);
    for (char& c : low) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return low;
}

bool is_documented(const Route& route) { return !route.docs.is_raw || !route.docs.produces.empty(); }

/// "GET /api/v1/contacts/{id}" → "get_api_v1_contacts_id".
std::string operation_id(const Route& route) {
    std::string id = lower(text_of(route.method));
    for (const char c : route.pattern) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_plain) id += c;
        else if (id.back() != '_') id += '_';
    }
    while (id.back() == '_') id.pop_back();
    return id;
}

/// The names of a pattern; "{path*}" is "path".
std::vector<std::string> path_names(std::string_view pattern) {
    std::vector<std::string> names;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
        auto name = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
        if (name.ends_with('*')) name.remove_suffix(1);
        names.emplace_back(name);
    }
    return names;
}

/// The part of the product a route belongs to: the first literal segment after /api/v1.
std::string tag_of(std::string_view pattern) {
    if (pattern.starts_with("/api/v1/")) pattern.remove_prefix(7);
    pattern.remove_prefix(1);
    return std::string(pattern.substr(0, pattern.find('/')));
}

void member(Writer& out, std::string_view name, std::string_view text) {
    out.key(name);
    out.text(text);
}

void write_parameter(Writer& out, std::string_view in, std::string_view name, bool is_required, std::string_view schema,
                     std::string_view description) {
    out.begin_object();
    member(out, "name", name);
    member(out, "in", in);
    if (!description.empty()) member(out, "description", description);
    out.key("required");
    out.boolean(is_required);
    out.key("schema");
    out.raw(schema);
    out.end_object();
}

void write_parameters(Writer& out, const Route& route, json::Components& components) {
    out.key("parameters");
    out.begin_list();
    for (const auto& name : path_names(route.pattern)) {
        write_parameter(out, "path", name, true, R"({"type":"string"})", {});
    }
    for (const auto& query : route.docs.query) {
        const auto schema = query.schema(components);
        const bool is_list = schema.starts_with(R"({"type":"array")");
        write_parameter(out, "query", query.name, query.is_required && !is_list, schema, query.description);
    }
    if (is_unsafe(route.method) && route.guard != Guard::open) {
        write_parameter(out, "header", "Idempotency-Key", false, R"({"type":"string","minLength":1,"maxLength":200})",
                        "The same key with the same request is carried out once.");
    }
    if (is_unsafe(route.method) && route.guard == Guard::permission) {
        write_parameter(out, "header", k_institution_header, false, R"({"type":"string","format":"uuid"})",
                        "The institution that the page shows. Refused (409, other_institution) when the session acts for another.");
    }
    if (route.method == Method::patch || route.docs.is_versioned) {
        write_parameter(out, "header", "If-Match", true, R"({"type":"string"})", "The ETag of the version that was seen.");
    }
    out.end_list();
}

void write_content(Writer& out, std::string_view media_type, std::string_view schema) {
    out.key("content");
    out.begin_object();
    out.key(media_type);
    out.begin_object();
    out.key("schema");
    out.raw(schema);
    out.end_object();
    out.end_object();
}

void write_replies(Writer& out, const Route& route, json::Components& components) {
    out.key("responses");
    out.begin_object();
    out.key(std::to_string(route.docs.status));
    out.begin_object();
    member(out, "description", route.docs.status == 201 ? "Created" : route.docs.status == 204 ? "Done" : "OK");
    if (route.docs.status == 201) {
        out.key("headers");
        out.raw(R"({"Location":{"required":true,"schema":{"type":"string"}}})");
    }
    if (route.docs.reply != nullptr) write_content(out, "application/json", route.docs.reply(components));
    if (route.docs.is_raw) write_content(out, route.docs.produces, R"({"type":"string"})");
    out.end_object();
    out.key("default");
    out.begin_object();
    member(out, "description", "A problem (RFC 9457)");
    write_content(out, "application/problem+json", R"({"$ref":"#/components/schemas/Problem"})");
    out.end_object();
    out.end_object();
}

void write_guard(Writer& out, const Route& route) {
    if (route.guard == Guard::permission) member(out, "x-permission", route.permission.name);
    if (route.guard != Guard::open) return;
    out.key("security");
    out.raw("[]");
}

void write_operation(Writer& out, const Route& route, json::Components& components) {
    out.key(lower(text_of(route.method)));
    out.begin_object();
    member(out, "operationId", operation_id(route));
    if (!route.docs.summary.empty()) member(out, "summary", route.docs.summary);
    out.key("tags");
    out.begin_list();
    out.text(tag_of(route.pattern));
    out.end_list();
    write_guard(out, route);
    write_parameters(out, route, components);
    if (route.docs.body != nullptr || route.docs.takes_bytes) {
        out.key("requestBody");
        out.begin_object();
        out.key("required");
        out.boolean(true);
        if (route.docs.takes_bytes) {
            write_content(out, "*/*", R"({"type":"string","format":"binary"})");
        } else {
            const auto schema = route.docs.body(components);
            components.close(schema);
            write_content(out, "application/json", schema);
        }
        out.end_object();
    }
    write_replies(out, route, components);
    out.end_object();
}

constexpr std::string_view k_problem_schema =
    R"({"type":"object","properties":{"type":{"type":"string","format":"uri"},"title":{"type":"string"},)"
    R"("status":{"type":"integer"},"code":{"type":"string","description":"What programs compare"},"detail":{"type":"string"},)"
    R"("errors":{"type":"array","items":{"type":"object","properties":{)"
    R"("pointer":{"type":"string","description":"JSON Pointer into the body, or ?name of a query parameter"},)"
    R"("code":{"type":"string"},"message":{"type":"string"}},"required":["pointer","code","message"]}},)"
    R"("request_id":{"type":"string"}},"required":["type","title","status","code","detail","errors","request_id"]})";

/// The components' object with the problem in its place.
std::string with_problem(std::string components) {
    const std::string problem = "\"Problem\":" + std::string(k_problem_schema);
    if (components == "{}") return "{" + problem + "}";
    return "{" + problem + "," + components.substr(1);
}

/// "/assets/{path*}" → "/assets/{path}".
std::string openapi_path(std::string path) {
    std::erase(path, '*');
    return path;
}

std::string_view permission_text(const Route& route) {
    if (route.guard == Guard::open) return "open";
    if (route.guard == Guard::signed_in) return "signed_in";
    return route.permission.name;
}

}  // namespace

std::string Router::openapi(const ApiInfo& info) const {
    std::map<std::string, std::vector<const Route*>> by_path;
    for (const auto& route : routes_) {
        if (is_documented(*route)) by_path[openapi_path(route->pattern)].push_back(route.get());
    }
    json::Components components;
    Writer out;
    out.begin_object();
    member(out, "openapi", "3.1.0");
    out.key("info");
    out.begin_object();
    member(out, "title", info.title);
    member(out, "version", info.version);
    if (!info.description.empty()) member(out, "description", info.description);
    out.end_object();
    out.key("security");
    out.raw(R"([{"cookie":[]},{"bearer":[]}])");
    out.key("paths");
    out.begin_object();
    for (auto& [path, routes] : by_path) {
        std::sort(routes.begin(), routes.end(), [](const Route* a, const Route* b) { return a->method < b->method; });
        out.key(path);
        out.begin_object();
        for (const auto* route : routes) write_operation(out, *route, components);
        out.end_object();
    }
    out.end_object();
    out.key("components");
    out.begin_object();
    out.key("schemas");
    out.raw(with_problem(components.text()));
    out.key("securitySchemes");
    out.raw(fmt::format(R"({{"cookie":{{"type":"apiKey","in":"cookie","name":"{}"}},"bearer":{{"type":"http","scheme":"bearer"}}}})",
                        info.cookie));
    out.end_object();
    out.end_object();
    return out.take();
}

std::string Router::routes_text() const {
    std::vector<std::string> lines;
    for (const auto& route : routes_) {
        lines.push_back(fmt::format("{} {} {}\n", text_of(route->method), route->pattern, permission_text(*route)));
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const auto& line : lines) text += line;
    return text;
}

}  // namespace hebra::http
