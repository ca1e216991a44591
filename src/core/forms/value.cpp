#include "core/forms/value.hpp"

#include "platform/json/reader.hpp"
#include "platform/json/writer.hpp"

namespace hebra::forms {
namespace {

Value value_of(json::Reader& reader, const json::Node& node) {
    if (node.is_null()) return {};
    if (node.is_list()) {
        Value::List list;
        if (!reader.check_list(node)) return {};
        list.reserve(node.size());
        for (std::size_t i = 0; i < node.size() && !reader.is_full(); ++i) list.push_back(value_of(reader, node.item(i)));
        return Value(std::move(list));
    }
    if (node.is_object()) {
        Value::Object object;
        if (!reader.check_map(node)) return {};
        for (std::size_t i = 0; i < node.size() && !reader.is_full(); ++i) {
            const auto member = node.member(i);
            object.insert_or_assign(std::string(member.name()), value_of(reader, member));
        }
        return Value(std::move(object));
    }
    json::Reader probe(json::Spelling::json, json::Unknown::ignored);  // asks which scalar it is; what it notes is thrown away
    bool flag = false;
    double number = 0;
    if (probe.read_boolean(node, flag)) return Value(flag);
    if (probe.read_double(node, number)) return Value(number);
    std::string_view text;
    reader.read_text(node, Value::k_max_text, text);
    return Value(std::string(text));
}

void read(json::Reader& reader, const json::Node& node, void* into) { *static_cast<Value*>(into) = value_of(reader, node); }

void write(json::Writer& writer, const Value& value) {
    if (const auto* flag = value.flag()) writer.boolean(*flag);
    else if (const auto* number = value.number()) writer.number(*number);
    else if (const auto* text = value.text()) writer.text(*text);
    else if (const auto* list = value.list()) {
        writer.begin_list();
        for (const auto& item : *list) write(writer, item);
        writer.end_list();
    } else if (const auto* object = value.object()) {
        writer.begin_object();
        for (const auto& [name, member] : *object) {
            writer.key(name);
            write(writer, member);
        }
        writer.end_object();
    } else {
        writer.null();
    }
}

}  // namespace

Result<Value> Value::parse(std::string_view json) {
    Value value;
    HEBRA_CHECK(json::read_document(json, &value, &read, json::Unknown::ignored));
    return value;
}

std::string Value::json() const {
    json::Writer writer;
    write(writer, *this);
    return writer.take();
}

const Value* Value::find(std::string_view name) const {
    const auto* members = object();
    if (members == nullptr) return nullptr;
    const auto found = members->find(name);
    return found == members->end() ? nullptr : &found->second;
}

bool operator==(const Value& a, const Value& b) { return a.held_ == b.held_; }

bool is_blank(const Value& value) {
    if (const auto* text = value.text()) return text->find_first_not_of(" \t\r\n") == std::string::npos;
    if (const auto* list = value.list()) return list->empty();
    return value.is_null();
}

}  // namespace hebra::forms
