// The described types as JSON Schema 2020-12, for OpenAPI 3.1.
#pragma once
#include <map>
#include <typeinfo>

#include "platform/json/read.hpp"
#include "platform/json/writer.hpp"

namespace hebra::json {

/// A component's name where two rooms' types are named alike; otherwise the C++ type's own name without namespaces.
/// `template <> inline constexpr std::string_view json::k_schema_name<commitments::Status> = "CommitmentStatus";`
template <class T>
inline constexpr std::string_view k_schema_name = {};

/// What a member means, said to readers of the API.
struct MemberText {
    std::string_view member;
    std::string_view text;
};

/// A table of member descriptions, checked at compile time: a name that T does not have does not compile.
template <class T, std::size_t N>
consteval std::array<MemberText, N> describe(const MemberText (&table)[N]) {
    std::array<MemberText, N> checked{};
    for (std::size_t i = 0; i < N; ++i) {
        bool is_member = false;
        for (const auto& member : detail::k_read_members<T>) is_member = is_member || member.name == table[i].member;
        if (!is_member) throw "describe: the type has no member of this name";
        checked[i] = table[i];
    }
    return checked;
}

/// `template <> inline constexpr auto json::k_descriptions<Referral> = json::describe<Referral>({{"status", "…"}});`
template <class T>
inline constexpr auto k_descriptions = std::array<MemberText, 0>{};

class Components;
using SchemaFunction = std::string (*)(Components&);

struct SchemaMember {
    std::string_view name;
    bool is_required;
    SchemaFunction schema;
    std::string_view description;
};

/// The schemas of one document, each named type once.
class Components {
  public:
    /// The schema of a T: inline for plain types, a `$ref` for described structs and enumerations and for strong types.
    /// Throws std::logic_error when two types share a name (see `k_schema_name`).
    template <class T>
    std::string schema();

    /// Of what a schema and those it refers to describe, nothing more is taken: requests are read so (`read_request`).
    void close(std::string_view schema);

    /// The value of `components.schemas`: an object, sorted by name.
    std::string text() const;

    /// For `schema.hpp` only: registers `build()` under the name unless it is there, and answers the reference.
    std::string refer(const std::type_info& type, std::string_view name, SchemaFunction build);

  private:
    struct Component {
        const std::type_info* type;
        std::string schema;
        bool is_closed = false;
    };
    std::map<std::string, Component, std::less<>> components_;
};

/// "hebra::http::Page<hebra::referrals::Referral>" → "PageOfReferral".
std::string component_name(const std::type_info& type);

/// The same schema with a description in front; none if the text is empty.
std::string with_description(std::string schema, std::string_view description);

namespace detail {

std::string schema_of_members(Components& components, std::span<const SchemaMember> members);
std::string schema_of_codes(std::span<const std::string_view> codes);
std::string schema_of_integer(std::int64_t least, std::uint64_t most);

template <class T>
constexpr std::string_view description_of(std::string_view member) {
    for (const MemberText& text : k_descriptions<T>) {
        if (text.member == member) return text.text;
    }
    return {};
}

template <class T>
inline constexpr auto k_schema_members = []<class... D>(boost::mp11::mp_list<D...>) {
    return std::array<SchemaMember, sizeof...(D)>{
        SchemaMember{D::name, !k_may_be_absent<MemberType<T, D>>,
                     [](Components& components) { return components.template schema<MemberType<T, D>>(); },
                     description_of<T>(D::name)}...};
}(boost::mp11::mp_rename<AllMembers<T>, boost::mp11::mp_list>());

template <class T>
constexpr bool k_is_template = false;
template <template <class...> class T, class... A>
constexpr bool k_is_template<T<A...>> = true;
template <template <auto...> class T, auto... A>
constexpr bool k_is_template<T<A...>> = true;

template <class T>
std::string schema_of_strong() {
    Writer out;
    out.begin_object();
    out.key("type");
    out.text(StrongText<T> ? "string" : "integer");
    if constexpr (requires { T::k_max_bytes; }) {
        out.key("maxLength");
        out.number(static_cast<std::uint64_t>(T::k_max_bytes));
    }
    if constexpr (requires { T::k_pattern; }) {
        out.key("pattern");
        out.text(T::k_pattern);
    }
    if constexpr (requires { T::k_minimum; }) {
        out.key("minimum");
        out.number(static_cast<std::int64_t>(T::k_minimum));
    }
    if constexpr (requires { T::k_maximum; }) {
        out.key("maximum");
        out.number(static_cast<std::int64_t>(T::k_maximum));
    }
    if constexpr (requires { T::k_description; }) {
        out.key("description");
        out.text(T::k_description);
    }
    if constexpr (requires { T::k_example; }) {
        out.key("examples");
        out.begin_list();
        if constexpr (StrongText<T>) out.text(T::k_example);
        else out.number(static_cast<std::int64_t>(T::k_example));
        out.end_list();
    }
    out.end_object();
    return out.take();
}

template <class T>
std::string schema_of_named(Components& components) {
    if constexpr (DescribedEnum<T>) return schema_of_codes(enumerator_names<T>());
    else if constexpr (StrongText<T> || StrongNumber<T>) return schema_of_strong<T>();
    else return schema_of_members(components, k_schema_members<T>);
}

}  // namespace detail

template <class T>
std::string Components::schema() {
    if constexpr (k_is_optional<T>) {
        return schema<typename T::value_type>();
    } else if constexpr (k_is_change<T>) {
        return R"({"anyOf":[)" + schema<typename T::value_type>() + R"(,{"type":"null"}]})";
    } else if constexpr (std::is_same_v<T, bool>) {
        return R"({"type":"boolean"})";
    } else if constexpr (Integer<T>) {
        return detail::schema_of_integer(static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                                         static_cast<std::uint64_t>(std::numeric_limits<T>::max()));
    } else if constexpr (std::is_same_v<T, double>) {
        return R"({"type":"number"})";
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Private>) {
        return R"({"type":"string"})";
    } else if constexpr (std::is_same_v<T, Raw>) {
        return "{}";
    } else if constexpr (k_is_id<T>) {
        return R"({"type":"string","format":"uuid"})";
    } else if constexpr (std::is_same_v<T, Time>) {
        return R"({"type":"string","format":"date-time"})";
    } else if constexpr (std::is_same_v<T, Date>) {
        return R"({"type":"string","format":"date"})";
    } else if constexpr (std::is_same_v<T, Bytes>) {
        return R"({"type":"string","contentEncoding":"base64url"})";
    } else if constexpr (k_is_list<T>) {
        return R"({"type":"array","items":)" + schema<typename T::value_type>() + "}";
    } else if constexpr (k_is_map<T>) {
        return R"({"type":"object","additionalProperties":)" + schema<typename T::mapped_type>() + "}";
    } else if constexpr ((StrongText<T> || StrongNumber<T>) && detail::k_is_template<T>) {
        return detail::schema_of_strong<T>();
    } else {
        return refer(typeid(T), k_schema_name<T>, [](Components& components) { return detail::schema_of_named<T>(components); });
    }
}

}  // namespace hebra::json
