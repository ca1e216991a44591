// Writing a C++ type as JSON: which parts it has. What is the same for all types is in `writer.cpp`.
#pragma once
#include <stdexcept>

#include "platform/json/read.hpp"
#include "platform/json/writer.hpp"

namespace hebra::json {

template <class T>
void write_value(Writer& writer, const T& value);

namespace detail {

template <class T>
void write_member(Writer& writer, std::string_view name, const T& value) {
    if constexpr (k_is_optional<T>) {
        if (!value) return;
    } else if constexpr (k_is_change<T>) {
        if (value.is_left()) return;
    }
    writer.key(name);
    write_value(writer, value);
}

template <class T>
void write_members(Writer& writer, const T& object) {
    writer.begin_object();
    [&]<class... D>(boost::mp11::mp_list<D...>) {
        (write_member(writer, D::name, object.*D::pointer), ...);
    }(boost::mp11::mp_rename<AllMembers<T>, boost::mp11::mp_list>());
    writer.end_object();
}

template <class T>
std::string_view enumerator_name(T value) {
    for (const auto& [name, known] : enumerators<T>()) {
        if (known == value) return name;
    }
    throw std::logic_error("json: a value outside its enumeration");
}

}  // namespace detail

/// An empty optional is null here; as a member it is left out.
template <class T>
void write_value(Writer& writer, const T& value) {
    if constexpr (k_is_optional<T>) {
        if (value) write_value(writer, *value);
        else writer.null();
    } else if constexpr (k_is_change<T>) {
        if (value.is_set()) write_value(writer, value.value());
        else writer.null();
    } else if constexpr (std::is_same_v<T, bool>) {
        writer.boolean(value);
    } else if constexpr (Integer<T>) {
        if constexpr (std::is_signed_v<T>) writer.number(static_cast<std::int64_t>(value));
        else writer.number(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_same_v<T, double>) {
        writer.number(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
        writer.text(value);
    } else if constexpr (std::is_same_v<T, Private>) {
        writer.text(value.reveal());
    } else if constexpr (std::is_same_v<T, Raw>) {
        writer.raw(value.text);
    } else if constexpr (k_is_id<T>) {
        const auto chars = value.value().chars();
        writer.text({chars.data(), chars.size()});
    } else if constexpr (std::is_same_v<T, Time> || std::is_same_v<T, Date>) {
        writer.text(to_text(value));
    } else if constexpr (std::is_same_v<T, Bytes>) {
        writer.text(to_base64url(value));
    } else if constexpr (k_is_list<T>) {
        writer.begin_list();
        for (const auto& item : value) write_value<typename T::value_type>(writer, item);
        writer.end_list();
    } else if constexpr (k_is_map<T>) {
        writer.begin_object();
        for (const auto& [name, item] : value) {
            writer.key(name);
            write_value(writer, item);
        }
        writer.end_object();
    } else if constexpr (DescribedEnum<T>) {
        writer.text(detail::enumerator_name(value));
    } else if constexpr (StrongText<T>) {
        if constexpr (requires { value.reveal(); }) writer.text(value.reveal());
        else writer.text(value.text());
    } else if constexpr (StrongNumber<T>) {
        writer.number(static_cast<std::int64_t>(value.number()));
    } else if constexpr (DescribedStruct<T>) {
        detail::write_members(writer, value);
    } else {
        static_assert(k_unknown_type<T>, "json: describe this type (BOOST_DESCRIBE_STRUCT), or give it parse/text");
    }
}

/// The value as JSON, without spaces. Absent members (`std::optional`, `Change`) are left out.
template <class T>
std::string write(const T& value) {
    Writer writer;
    write_value(writer, value);
    return writer.take();
}

}  // namespace hebra::json
