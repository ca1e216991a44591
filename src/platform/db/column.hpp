// How each C++ type is written to a column and read from it.
#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/db/error.hpp"
#include "platform/db/value.hpp"

namespace hebra::db {

/// The customisation point. A specialisation says which kind of column it is, and how to `write` and `read` it:
///     static constexpr Kind kind; static Value write(const T&); static T read(const Cell&);
/// A type with `text()` and a static `parse(std::string_view)` (optional or Result) needs none: it is a TEXT column.
/// There is none for `Private` on purpose: text about a person is sealed into Bytes first.
template <class T>
struct Column;

template <class T>
concept Columnar = requires(const Cell& cell) {
    { Column<T>::read(cell) } -> std::convertible_to<T>;
};

/// A named parameter: `arg("id", id)` for `:id`. An empty optional is NULL; nullptr is a NULL of the column's own type.
template <class T>
Arg arg(std::string_view name, T&& value) {
    return {name, Column<std::decay_t<T>>::write(std::forward<T>(value))};
}

/// BIGINT and SMALLINT. bool is 0 or 1.
template <std::integral T>
struct Column<T> {
    static constexpr Kind kind = Kind::integer;
    static Value write(T value) {
        if constexpr (std::same_as<T, std::uint64_t>) {
            if (value > INT64_MAX) throw Error("an unsigned number does not fit BIGINT");
        }
        return Value(static_cast<std::int64_t>(value));
    }
    static T read(const Cell& cell) {
        const auto value = cell.integer();
        if constexpr (std::same_as<T, bool>) {
            if (value != 0 && value != 1) cell.unfit("a flag (0 or 1)");
            return value == 1;
        } else {
            if (!std::in_range<T>(value)) cell.unfit("a number in the type's range");
            return static_cast<T>(value);
        }
    }
};

template <>
struct Column<std::string> {
    static constexpr Kind kind = Kind::text;
    static Value write(const std::string& text) { return Value(std::string_view(text)); }
    static Value write(std::string&& text) { return Value(std::move(text)); }
    static std::string read(const Cell& cell) { return std::string(cell.text()); }
};

// Written only: a view into a row would outlive it.
template <>
struct Column<std::string_view> {
    static constexpr Kind kind = Kind::text;
    static Value write(std::string_view text) { return Value(text); }
};
template <>
struct Column<const char*> : Column<std::string_view> {};
template <>
struct Column<char*> : Column<std::string_view> {};
template <>
struct Column<BytesView> {
    static constexpr Kind kind = Kind::bytes;
    static Value write(BytesView bytes) { return Value(bytes); }
};
template <>
struct Column<std::nullptr_t> {
    static Value write(std::nullptr_t) { return Value::null(Kind::unknown); }
};

template <>
struct Column<Bytes> {
    static constexpr Kind kind = Kind::bytes;
    static Value write(const Bytes& bytes) { return Value(BytesView(bytes)); }
    static Value write(Bytes&& bytes) { return Value(std::move(bytes)); }
    static Bytes read(const Cell& cell) {
        const auto bytes = cell.bytes();
        return {bytes.begin(), bytes.end()};
    }
};

template <class Tag>
struct Column<Id<Tag>> {
    static constexpr Kind kind = Kind::text;
    static Value write(const Id<Tag>& id) { return Value(id.value().chars()); }
    static Id<Tag> read(const Cell& cell) {
        const auto id = Id<Tag>::parse(cell.text());
        if (!id) cell.unfit("an id");
        return *id;
    }
};

/// BIGINT: UTC microseconds.
template <>
struct Column<Time> {
    static constexpr Kind kind = Kind::integer;
    static Value write(Time time) { return Value(to_micros(time)); }
    static Time read(const Cell& cell) { return from_micros(cell.integer()); }
};

/// BIGINT: a duration in microseconds.
template <>
struct Column<Micros> {
    static constexpr Kind kind = Kind::integer;
    static Value write(Micros span) { return Value(std::int64_t{span.count()}); }
    static Micros read(const Cell& cell) { return Micros(cell.integer()); }
};

/// TEXT: "2026-11-19", so that text order is the order of days.
template <>
struct Column<Date> {
    static constexpr Kind kind = Kind::text;
    static Value write(Date date) {
        if (!date.ok()) throw Error("a date that does not exist cannot be stored");
        return Value(to_text(date));
    }
    static Date read(const Cell& cell) {
        const auto date = parse_date(cell.text());
        if (!date) cell.unfit("a date");
        return *date;
    }
};

/// TEXT: the enumerator's own name.
template <class T>
    requires std::is_enum_v<T>
struct Column<T> {
    static_assert(boost::describe::has_describe_enumerators<T>::value, "describe the enum with BOOST_DESCRIBE_ENUM");
    using Words = boost::describe::describe_enumerators<T>;

    static constexpr Kind kind = Kind::text;
    static Value write(T value) {
        std::string_view word;
        boost::mp11::mp_for_each<Words>([&](auto d) {
            if (d.value == value) word = d.name;
        });
        if (word.empty()) throw Error("an enum's value has no name");
        return Value(word);
    }
    static T read(const Cell& cell) {
        const auto word = cell.text();
        std::optional<T> found;
        boost::mp11::mp_for_each<Words>([&](auto d) {
            if (word == d.name) found = d.value;
        });
        if (!found) cell.unfit("one of the enum's words");
        return *found;
    }
};

/// TEXT: a type that reads and writes itself (`Run`, `Phone`).
template <class T>
    requires requires(const T& value, std::string_view text) {
        { value.text() } -> std::convertible_to<std::string_view>;
        { *T::parse(text) } -> std::convertible_to<T>;
    }
struct Column<T> {
    static constexpr Kind kind = Kind::text;
    static Value write(const T& value) {
        if constexpr (std::is_reference_v<decltype(value.text())>) {
            return Value(std::string_view(value.text()));
        } else {
            return Value(decltype(value.text())(value.text()));
        }
    }
    static T read(const Cell& cell) {
        auto value = T::parse(cell.text());
        if (!value) cell.unfit("what its type accepts");
        return *std::move(value);
    }
};

/// NULL when empty.
template <class T>
struct Column<std::optional<T>> {
    static constexpr Kind kind = Column<T>::kind;
    static Value write(const std::optional<T>& value) { return value ? Column<T>::write(*value) : Value::null(kind); }
    static Value write(std::optional<T>&& value) {
        return value ? Column<T>::write(*std::move(value)) : Value::null(kind);
    }
    static std::optional<T> read(const Cell& cell) {
        if (cell.is_null()) return std::nullopt;
        return Column<T>::read(cell);
    }
};

}  // namespace hebra::db
