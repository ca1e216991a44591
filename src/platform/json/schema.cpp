#include "platform/json/schema.hpp"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

namespace hebra::json {
namespace {

std::string demangled(const std::type_info& type) {
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
    if (status != 0) throw std::logic_error(std::string("json: a type without a readable name: ") + type.name());
    return name.get();
}

void erase_all(std::string& text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) text.erase(at, what.size());
}

}  // namespace

std::string component_name(const std::type_info& type) {
    std::string full = demangled(type);
    erase_all(full, "(anonymous namespace)::");
    std::string name;
    std::size_t word = 0;  // where the present identifier starts
    for (std::size_t i = 0; i < full.size(); ++i) {
        const char c = full[i];
        if (c == ':') {
            name.resize(word);
        } else if (c == '<' || c == ',') {
            name += c == '<' ? "Of" : "And";
            word = name.size();
        } else if (c != '>' && c != ' ') {
            name += c;
        }
    }
    return name;
}

std::string with_description(std::string schema, std::string_view description) {
    if (description.empty()) return schema;
    Writer out;
    out.begin_object();
    out.key("description");
    out.text(description);
    return out.take() + (schema == "{}" ? "" : ",") + schema.substr(1);
}

std::string Components::refer(const std::type_info& type, std::string_view name, SchemaFunction build) {
    const std::string key = name.empty() ? component_name(type) : std::string(name);
    const auto [at, is_new] = components_.try_emplace(key, Component{&type, {}});
    if (is_new) {
        auto schema = build(*this);  // may add others, itself among them
        components_.find(key)->second.schema = std::move(schema);
    } else if (*at->second.type != type) {
        throw std::logic_error("json: two types are both called " + key + ": " + demangled(*at->second.type) + " and " +
                               demangled(type) + "; give one a k_schema_name");
    }
    return R"({"$ref":"#/components/schemas/)" + key + "\"}";
}

void Components::close(std::string_view schema) {
    constexpr std::string_view k_reference = "#/components/schemas/";
    for (auto at = schema.find(k_reference); at != schema.npos; at = schema.find(k_reference, at)) {
        at += k_reference.size();
        auto& component = components_.find(schema.substr(at, schema.find('"', at) - at))->second;
        if (component.is_closed) continue;
        component.is_closed = true;
        close(component.schema);
    }
}

std::string Components::text() const {
    constexpr std::string_view k_object = R"({"type":"object",)";
    Writer out;
    out.begin_object();
    for (const auto& [name, component] : components_) {
        const std::string_view schema = component.schema;
        const bool says_so = component.is_closed && schema.starts_with(k_object);
        out.key(name);
        out.raw(says_so ? fmt::format(R"({}"additionalProperties":false,{})", k_object, schema.substr(k_object.size())) : component.schema);
    }
    out.end_object();
    return out.take();
}

namespace detail {

std::string schema_of_members(Components& components, std::span<const SchemaMember> members) {
    Writer out;
    out.begin_object();
    out.key("type");
    out.text("object");
    out.key("properties");
    out.begin_object();
    bool any_required = false;
    for (const auto& member : members) {
        any_required = any_required || member.is_required;
        out.key(member.name);
        out.raw(with_description(member.schema(components), member.description));
    }
    out.end_object();
    if (any_required) {
        out.key("required");
        out.begin_list();
        for (const auto& member : members) {
            if (member.is_required) out.text(member.name);
        }
        out.end_list();
    }
    out.end_object();
    return out.take();
}

std::string schema_of_codes(std::span<const std::string_view> codes) {
    Writer out;
    out.begin_object();
    out.key("type");
    out.text("string");
    out.key("enum");
    out.begin_list();
    for (const auto code : codes) out.text(code);
    out.end_list();
    out.end_object();
    return out.take();
}

std::string schema_of_integer(std::int64_t least, std::uint64_t most) {
    Writer out;
    out.begin_object();
    out.key("type");
    out.text("integer");
    out.key("minimum");
    out.number(least);
    out.key("maximum");
    out.number(most);
    out.end_object();
    return out.take();
}

}  // namespace detail
}  // namespace hebra::json
