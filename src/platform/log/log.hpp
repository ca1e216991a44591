// What the server says about itself: one JSON object a line, about machinery and never about people.
//
//     log::info("server.started", {{"port", 8080}, {"took", elapsed}});
//     {"at":"2026-11-19T21:12:00Z","level":"info","event":"server.started","port":8080,"took_us":1500}
//
// A value is a number, a bool, an id, a duration, a moment, a described enum, a Word (by its code) or a text literal.
// Text known only at run time has no way in except `Machinery`, a place that reviewers look at.
#pragma once
#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include <boost/describe.hpp>

#include "base/id.hpp"
#include "base/time.hpp"
#include "base/word.hpp"

namespace hebra::log {

enum class Level { debug, info, warning, error };
BOOST_DESCRIBE_ENUM(Level, debug, info, warning, error)

/// Text that stands in the source: only a literal becomes one.
class Literal {
  public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}  // NOLINT: conversion is the point
    constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

/// Run-time text that machinery wrote and that cannot speak of a person: a route's template, a configured path, the
/// name of an exception's type. Never a request's path, query, header or body, and never a database's error detail.
/// It must outlive the call it is passed to.
struct Machinery {
    explicit constexpr Machinery(std::string_view its_text) : text(its_text) {}
    std::string_view text;
};

/// What a field may hold. There is on purpose no conversion from strings, `const char*` or `Private`.
class Value {
  public:
    template <std::size_t N>
    consteval Value(const char (&literal)[N]) : held_(std::string_view(literal, N - 1)) {}
    constexpr Value(Machinery text) : held_(text.text) {}
    constexpr Value(const Word& word) : held_(word.code) {}
    constexpr Value(std::same_as<bool> auto yes) : held_(yes) {}
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    constexpr Value(T number) : held_(widen(number)) {}
    constexpr Value(std::floating_point auto number) : held_(static_cast<double>(number)) {}
    template <class Rep, class Period>
    constexpr Value(std::chrono::duration<Rep, Period> span)
        : held_(std::chrono::duration_cast<std::chrono::microseconds>(span)) {}
    constexpr Value(Time moment) : held_(moment) {}
    constexpr Value(const Uuid& id) : held_(id) {}
    template <class Tag>
    constexpr Value(const Id<Tag>& id) : held_(id.value()) {}
    template <class E>
        requires std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value
    constexpr Value(E word) : held_(std::string_view(boost::describe::enum_to_string(word, "?"))) {}

    using Held = std::variant<bool, std::int64_t, std::uint64_t, double, std::string_view, std::chrono::microseconds,
                              Time, Uuid>;
    constexpr const Held& held() const { return held_; }

  private:
    template <class T>
    static constexpr auto widen(T number) {
        if constexpr (std::signed_integral<T>) return static_cast<std::int64_t>(number);
        else return static_cast<std::uint64_t>(number);
    }
    Held held_;
};

/// One `"name": value` of a line. A duration is written in microseconds and its name gets `_us`.
struct Field {
    Literal name;
    Value value;
};
using Fields = std::initializer_list<Field>;

/// Where lines go, and from which level up. Without a file they go to standard error, where a service manager wants them.
struct Settings {
    Level level = Level::info;
    std::optional<std::filesystem::path> file = {};  ///< appended to
};

/// Replaces where lines go. Call it before other threads log. Throws if the file cannot be opened.
void open(const Settings& settings);

/// Writes one line, whole and flushed, from any thread. `event` is dotted, subject first: "outbox.row_failed".
void write(Level level, Literal event, Fields fields = {});

inline void debug(Literal event, Fields fields = {}) { write(Level::debug, event, fields); }
inline void info(Literal event, Fields fields = {}) { write(Level::info, event, fields); }
inline void warning(Literal event, Fields fields = {}) { write(Level::warning, event, fields); }
inline void error(Literal event, Fields fields = {}) { write(Level::error, event, fields); }

/// While it lives, this thread's lines carry `"request": id`. The id is one that the server made, never the client's.
class RequestScope {
  public:
    explicit RequestScope(Machinery id);
    ~RequestScope();
    RequestScope(const RequestScope&) = delete;
    RequestScope& operator=(const RequestScope&) = delete;

  private:
    std::string outer_;
};

}  // namespace hebra::log
