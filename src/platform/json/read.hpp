// Reading a C++ type from JSON: which parts it has. What is the same for all types is in `reader.cpp`.
#pragma once
#include <array>
#include <limits>

#include <boost/mp11.hpp>

#include "platform/json/reader.hpp"
#include "platform/json/types.hpp"

namespace hebra::json {

template <class T>
void read_value(Reader& reader, const Node& node, T& into);

namespace detail {

template <class T>
using AllMembers = boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

template <class T, class D>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

template <class T>
constexpr std::size_t max_bytes_of() {
    if constexpr (requires { T::k_max_bytes; }) return T::k_max_bytes;
    else return k_max_text;
}

template <class T, class D>
constexpr ReadMember read_member() {
    using Member = MemberType<T, D>;
    constexpr bool is_raw = std::is_same_v<Member, Raw>;
    return {D::name, k_may_be_absent<Member>, k_may_be_absent<Member> || is_raw, k_is_list<Member>,
            [](Reader& reader, const Node& node, void* object) {
                read_value(reader, node, static_cast<T*>(object)->*D::pointer);
            }};
}

template <class T>
inline constexpr auto k_read_members = []<class... D>(boost::mp11::mp_list<D...>) {
    return std::array<ReadMember, sizeof...(D)>{read_member<T, D>()...};
}(boost::mp11::mp_rename<AllMembers<T>, boost::mp11::mp_list>());

template <class T>
void read_any(Reader& reader, const Node& node, void* into) {
    read_value(reader, node, *static_cast<T*>(into));
}

/// Reads text that `parse` turns into a value; nullopt from it is answered with `word`.
template <class T, class Parse>
void read_parsed(Reader& reader, const Node& node, T& into, const Word& word, Parse parse) {
    std::string_view text;
    if (!reader.read_text(node, k_max_text, text)) return;
    if (auto value = parse(text)) into = *std::move(value);
    else reader.refuse(node, word);
}

template <class T>
const auto& enumerators() {
    static const auto all = []<class... D>(boost::mp11::mp_list<D...>) {
        return std::array<std::pair<std::string_view, T>, sizeof...(D)>{std::pair<std::string_view, T>{D::name, D::value}...};
    }(boost::mp11::mp_rename<boost::describe::describe_enumerators<T>, boost::mp11::mp_list>());
    return all;
}

template <class T>
std::vector<std::string_view> enumerator_names() {
    std::vector<std::string_view> names;
    for (const auto& [name, value] : enumerators<T>()) names.push_back(name);
    return names;
}

template <class T>
void read_enum(Reader& reader, const Node& node, T& into) {
    std::string_view text;
    if (!reader.read_text(node, k_max_text, text)) return;
    for (const auto& [name, value] : enumerators<T>()) {
        if (name != text) continue;
        into = value;
        return;
    }
    static const Word word = unknown_code_word(enumerator_names<T>());
    reader.refuse(node, word);
}

template <class T>
void read_integer(Reader& reader, const Node& node, T& into) {
    constexpr auto k_most = std::numeric_limits<T>::max();
    if constexpr (std::is_signed_v<T>) {
        std::int64_t number = 0;
        if (reader.read_signed(node, std::numeric_limits<T>::min(), k_most, number)) into = static_cast<T>(number);
    } else {
        std::uint64_t number = 0;
        if (reader.read_unsigned(node, k_most, number)) into = static_cast<T>(number);
    }
}

template <StrongNumber T>
void read_strong_number(Reader& reader, const Node& node, T& into) {
    std::int64_t number = 0;
    using Limits = std::numeric_limits<std::int64_t>;
    if (!reader.read_signed(node, Limits::min(), Limits::max(), number)) return;
    if (auto value = T::from_number(number)) into = *std::move(value);
    else reader.refuse(node, value.error());
}

template <StrongText T>
void read_strong_text(Reader& reader, const Node& node, T& into) {
    std::string_view text;
    if (!reader.read_text(node, max_bytes_of<T>(), text)) return;
    if (auto value = T::parse(text)) into = *std::move(value);
    else reader.refuse(node, value.error());
}

template <class T>
void read_list(Reader& reader, const Node& node, std::vector<T>& into) {
    if (!reader.check_list(node)) return;
    into.clear();
    const bool is_lone = reader.is_lone_item(node);
    const auto count = is_lone ? 1 : node.size();
    into.reserve(count);
    for (std::size_t i = 0; i < count && !reader.is_full(); ++i) {
        T value{};
        if (is_lone) read_value(reader, node, value);
        else read_value(reader, node.item(i), value);
        into.push_back(std::move(value));
    }
}

template <class T>
void read_map(Reader& reader, const Node& node, std::map<std::string, T>& into) {
    if (!reader.check_map(node)) return;
    into.clear();
    for (std::size_t i = 0; i < node.size() && !reader.is_full(); ++i) {
        const Node member = node.member(i);
        T value{};
        read_value(reader, member, value);
        into.insert_or_assign(std::string(member.name()), std::move(value));
    }
}

}  // namespace detail

/// Reads one value, or notes why not and leaves `into` in some valid state.
template <class T>
void read_value(Reader& reader, const Node& node, T& into) {
    if constexpr (k_is_optional<T>) {
        if (node.is_null()) return into.reset();
        read_value(reader, node, into.emplace());
    } else if constexpr (k_is_change<T>) {
        if (node.is_null()) {
            into = T::clear();
            return;
        }
        typename T::value_type value{};
        read_value(reader, node, value);
        into = T::set(std::move(value));
    } else if constexpr (std::is_same_v<T, bool>) {
        reader.read_boolean(node, into);
    } else if constexpr (Integer<T>) {
        detail::read_integer(reader, node, into);
    } else if constexpr (std::is_same_v<T, double>) {
        reader.read_double(node, into);
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Private>) {
        std::string_view text;
        if (reader.read_text(node, k_max_text, text)) into = T(std::string(text));
    } else if constexpr (std::is_same_v<T, Raw>) {
        reader.read_raw(node, into.text);
    } else if constexpr (k_is_id<T>) {
        detail::read_parsed(reader, node, into, words::k_not_id, [](std::string_view text) { return T::parse(text); });
    } else if constexpr (std::is_same_v<T, Time>) {
        detail::read_parsed(reader, node, into, words::k_not_time, parse_time);
    } else if constexpr (std::is_same_v<T, Date>) {
        detail::read_parsed(reader, node, into, words::k_not_date, parse_date);
    } else if constexpr (std::is_same_v<T, Bytes>) {
        detail::read_parsed(reader, node, into, words::k_not_base64, from_base64url);
    } else if constexpr (k_is_list<T>) {
        detail::read_list(reader, node, into);
    } else if constexpr (k_is_map<T>) {
        detail::read_map(reader, node, into);
    } else if constexpr (DescribedEnum<T>) {
        detail::read_enum(reader, node, into);
    } else if constexpr (StrongText<T>) {
        detail::read_strong_text(reader, node, into);
    } else if constexpr (StrongNumber<T>) {
        detail::read_strong_number(reader, node, into);
    } else if constexpr (DescribedStruct<T>) {
        reader.read_members(node, detail::k_read_members<T>, &into);
    } else {
        static_assert(k_unknown_type<T>, "json: describe this type (BOOST_DESCRIBE_STRUCT), or give it parse/text");
    }
}

/// Reads a T (default-constructible, as every type inside it) from a JSON text. Members that T does not have are ignored, so
/// that what was kept by another version is still read. A double is exact to fifteen digits. Every error is told, each with its JSON Pointer (RFC 6901), up to `k_max_errors`.
/// No: `malformed` (not JSON, not UTF-8, too deep), `invalid` (the fields say what and where).
template <class T>
Result<T> read(std::string_view text) {
    T value{};
    HEBRA_CHECK(read_document(text, &value, &detail::read_any<T>, Unknown::ignored));
    return value;
}

/// The same of what somebody asks to be kept or done: a member that T does not have is `invalid` too. Silently dropped, a
/// misspelt "birthdate" would look kept.
template <class T>
Result<T> read_request(std::string_view text) {
    T value{};
    HEBRA_CHECK(read_document(text, &value, &detail::read_any<T>, Unknown::refused));
    return value;
}

/// Reads a described struct from a decoded query string: ids, numbers, codes, dates, text, and lists of these by
/// repeating the name. An empty value counts as absent; an absent list is empty.
/// No: `invalid`, with pointers "?name", also for a name that T does not have.
template <DescribedStruct T>
Result<T> read(std::span<const Parameter> query) {
    T value{};
    HEBRA_CHECK(read_query(query, detail::k_read_members<T>, &value));
    return value;
}

template <std::size_t Max>
Result<Text<Max>> Text<Max>::parse(std::string_view text) {
    if (text.size() > Max) return refuse(Refused::invalid, too_long_word(Max));
    Text value;
    value.text_ = text;
    return value;
}

template <std::size_t Max>
Result<PrivateText<Max>> PrivateText<Max>::parse(std::string_view text) {
    if (text.size() > Max) return refuse(Refused::invalid, too_long_word(Max));
    PrivateText value;
    value.text_ = Private(std::string(text));
    return value;
}

}  // namespace hebra::json
