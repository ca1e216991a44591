#include "platform/json/reader.hpp"

#include <charconv>
#include <cmath>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "platform/json/utf8.hpp"

namespace hebra::json {

namespace bj = boost::json;

// --- Node -----------------------------------------------------------------------------------------------------------

bool Node::is_null() const { return value_->is_null(); }
bool Node::is_object() const { return value_->is_object(); }
bool Node::is_list() const { return value_->is_array(); }

std::size_t Node::size() const {
    if (const auto* object = value_->if_object()) return object->size();
    if (const auto* list = value_->if_array()) return list->size();
    return 0;
}

Node Node::item(std::size_t i) const { return {value_->get_array()[i], this, {}, i}; }

Node Node::member(std::size_t i) const {
    const auto& pair = value_->get_object().begin()[i];
    return {pair.value(), this, pair.key(), k_no_index};
}

std::optional<Node> Node::find(std::string_view name) const {
    const auto& object = value_->get_object();
    const auto at = object.find(name);
    if (at == object.end()) return std::nullopt;
    return Node(at->value(), this, at->key(), k_no_index);
}

std::string Node::pointer() const {
    if (parent_ == nullptr) return {};
    std::string path = parent_->pointer() + '/';
    if (index_ != k_no_index) return path + std::to_string(index_);
    for (const char c : name_) {
        if (c == '~') path += "~0";
        else if (c == '/') path += "~1";
        else path += c;
    }
    return path;
}

// --- Reader ---------------------------------------------------------------------------------------------------------

std::string Reader::pointer_of(const Node& node) const {
    if (spelling_ == Spelling::json) return node.pointer();
    // In a query there is only one level of names.
    const Node* at = &node;
    while (at->index_ != Node::k_no_index) at = at->parent_;
    return fmt::format("?{}", at->name_);
}

void Reader::refuse(const Node& at, const Word& word) {
    if (!is_full()) errors_.push_back({pointer_of(at), word});
}

void Reader::refuse(const Node& at, const Refusal& refusal) {
    if (refusal.fields.empty()) return refuse(at, refusal.word);
    const auto prefix = pointer_of(at);
    for (const auto& field : refusal.fields) {
        if (!is_full()) errors_.push_back({prefix + field.pointer, field.word});
    }
}

void Reader::refuse_missing(const Node& object, std::string_view name) {
    if (is_full()) return;
    errors_.push_back({spelling_ == Spelling::json ? fmt::format("{}/{}", object.pointer(), name) : fmt::format("?{}", name),
                       words::k_missing});
}

bool Reader::read_text(const Node& node, std::size_t max_bytes, std::string_view& into) {
    const auto* text = node.value().if_string();
    if (text == nullptr) {
        refuse(node, words::k_want_text);
        return false;
    }
    if (text->size() > max_bytes) {
        refuse(node, too_long_word(max_bytes));
        return false;
    }
    into = {text->data(), text->size()};
    if (into.find('\0') != std::string_view::npos) {  // PostgreSQL cannot store it
        refuse(node, words::k_bad_character);
        return false;
    }
    return true;
}

bool Reader::read_boolean(const Node& node, bool& into) {
    if (const auto* value = node.value().if_bool()) {
        into = *value;
        return true;
    }
    const auto* text = node.value().if_string();
    if (spelling_ == Spelling::text && text != nullptr && (*text == "true" || *text == "false")) {
        into = *text == "true";
        return true;
    }
    refuse(node, words::k_want_boolean);
    return false;
}

namespace {

template <class T>
std::optional<T> number_in(const bj::string& text) {
    T number{};
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

/// JSON Schema counts 2.0 as an integer; so do we, where a double holds every integer.
bool is_whole(double number) { return std::trunc(number) == number && std::abs(number) <= 9007199254740992.0; }

}  // namespace

bool Reader::read_double(const Node& node, double& into) {
    const auto& value = node.value();
    std::optional<double> number;
    if (value.is_double()) number = value.get_double();
    if (value.is_int64()) number = static_cast<double>(value.get_int64());
    if (value.is_uint64()) number = static_cast<double>(value.get_uint64());
    if (spelling_ == Spelling::text && value.is_string()) number = number_in<double>(value.get_string());
    if (!number || !std::isfinite(*number)) {
        refuse(node, words::k_want_number);
        return false;
    }
    into = *number;
    return true;
}

bool Reader::read_signed(const Node& node, std::int64_t least, std::int64_t most, std::int64_t& into) {
    const auto& value = node.value();
    std::optional<std::int64_t> number;
    if (value.is_int64()) number = value.get_int64();
    if (value.is_double() && is_whole(value.get_double())) number = static_cast<std::int64_t>(value.get_double());
    if (spelling_ == Spelling::text && value.is_string()) number = number_in<std::int64_t>(value.get_string());
    const bool beyond = value.is_uint64() || (value.is_double() && std::abs(value.get_double()) > 9007199254740992.0);
    if (!number && !beyond) {
        refuse(node, words::k_want_integer);
        return false;
    }
    if (beyond || *number < least || *number > most) {
        refuse(node, out_of_range_word(least, static_cast<std::uint64_t>(most)));
        return false;
    }
    into = *number;
    return true;
}

bool Reader::read_unsigned(const Node& node, std::uint64_t most, std::uint64_t& into) {
    if (node.value().is_uint64() && node.value().get_uint64() <= most) {
        into = node.value().get_uint64();
        return true;
    }
    constexpr auto k_signed_most = std::numeric_limits<std::int64_t>::max();
    std::int64_t number = 0;
    const auto limit = most > static_cast<std::uint64_t>(k_signed_most) ? k_signed_most : static_cast<std::int64_t>(most);
    if (!read_signed(node, 0, limit, number)) return false;
    into = static_cast<std::uint64_t>(number);
    return true;
}

bool Reader::read_raw(const Node& node, std::string& into) {
    into = bj::serialize(node.value());
    return true;
}

bool Reader::check_list(const Node& node) {
    if (is_lone_item(node)) return true;
    if (!node.is_list()) {
        refuse(node, words::k_want_list);
        return false;
    }
    if (node.size() <= k_max_items) return true;
    refuse(node, words::k_too_many_items);
    return false;
}

bool Reader::check_map(const Node& node) {
    if (!node.is_object()) {
        refuse(node, words::k_want_object);
        return false;
    }
    if (node.size() <= k_max_items) return true;
    refuse(node, words::k_too_many_items);
    return false;
}

void Reader::read_members(const Node& node, std::span<const ReadMember> members, void* object) {
    if (!node.is_object()) return refuse(node, words::k_want_object);
    if (unknown_ == Unknown::refused) refuse_unknown(node, members);
    for (const auto& member : members) {
        if (is_full()) return;
        const auto value = node.find(member.name);
        if (!value || (value->is_null() && !member.may_be_null)) {
            const bool is_empty_list = member.is_list && spelling_ == Spelling::text;
            if (!member.may_be_absent && !is_empty_list) refuse_missing(node, member.name);
            continue;
        }
        member.read(*this, *value, object);
    }
}

void Reader::refuse_unknown(const Node& node, std::span<const ReadMember> members) {
    for (std::size_t i = 0; i < node.size() && !is_full(); ++i) {
        const auto given = node.member(i);
        const auto known = [&](const ReadMember& member) { return member.name == given.name(); };
        if (std::none_of(members.begin(), members.end(), known)) refuse(given, spelling_ == Spelling::text ? words::k_unknown_parameter : words::k_unknown_member);
    }
}

Result<> Reader::finish() && {
    if (errors_.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors_)});
}

// --- Whole documents ------------------------------------------------------------------------------------------------

namespace {

Refuse refuse_text(std::string_view text, const boost::system::error_code& error) {
    const Word& why = error == bj::error::too_deep ? words::k_too_deep
                      : is_utf8(text)              ? words::k_not_json
                                                   : words::k_not_utf8;
    return Refuse(Refusal{Refused::malformed, why, {{"", why}}});
}

}  // namespace

Result<> read_document(std::string_view text, void* into, ReadFunction read, Unknown unknown) {
    unsigned char values[4096];
    unsigned char scratch[1024];
    bj::monotonic_resource memory(values, sizeof values);
    bj::parse_options options;
    options.max_depth = k_max_depth;
    bj::parser parser({}, options, scratch, sizeof scratch);
    parser.reset(&memory);
    boost::system::error_code error;
    parser.write(text.data(), text.size(), error);
    if (error) return refuse_text(text, error);
    const bj::value document = parser.release();
    Reader reader(Spelling::json, unknown);
    read(reader, Node(document), into);
    return std::move(reader).finish();
}

Result<> read_query(std::span<const Parameter> query, std::span<const ReadMember> members, void* into) {
    unsigned char values[2048];
    bj::monotonic_resource memory(values, sizeof values);
    bj::value document(bj::object_kind, &memory);
    auto& object = document.get_object();
    for (const auto& [name, text] : query) {
        auto& value = object[name];
        if (text.empty()) continue;  // an empty field of a form: as if absent
        if (value.is_null()) {
            value = text;
            continue;
        }
        if (!value.is_array()) value = bj::array({value}, &memory);
        value.get_array().push_back(bj::value(text, &memory));
    }
    Reader reader(Spelling::text, Unknown::refused);
    reader.read_members(Node(document), members, into);
    return std::move(reader).finish();
}

}  // namespace hebra::json
