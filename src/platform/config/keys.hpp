// How a described struct becomes a flat list of keys, each of which can be set and shown.
#pragma once
#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

namespace hebra::config {

using Duration = std::chrono::milliseconds;

/// Says whose comments are asked for.
template <class Settings>
struct About {};

/// One line on what a member is for.
struct Comment {
    std::string_view member;
    std::string_view text;
};

enum class Kind { text, number, yes_no, duration, path, list, choice, section };

/// A value in the shapes that TOML has. Durations, paths and choices are written as text.
using Given = std::variant<std::string, std::int64_t, bool, std::vector<std::string>>;

struct Key {
    std::string name;  ///< dotted: "mail.host"
    std::string_view comment;
    Kind kind = Kind::section;
    std::function<bool(const Given&)> take = {};  ///< false: not acceptable, nothing changed
    std::function<Given()> give = {};
    std::vector<std::string> choices = {};
};

std::optional<Duration> parse_duration(std::string_view text);
std::string to_text(Duration duration);

namespace detail {

/// A secret never stands in a setting itself, only the path of the file that holds it.
constexpr bool names_a_secret(std::string_view member) {
    for (const std::string_view word : {"password", "secret", "token", "passphrase"})
        if (member.ends_with(word)) return true;
    return member == "key" || member.ends_with("_key");
}

template <class Settings>
constexpr bool comments_match() {
    constexpr auto comments = comments_for(About<Settings>{});
    std::size_t members = 0;
    bool right = true;
    boost::mp11::mp_for_each<boost::describe::describe_members<Settings, boost::describe::mod_public>>([&](auto member) {
        ++members;
        const auto mine = [&](const Comment& comment) { return comment.member == member.name; };
        right = right && std::count_if(comments.begin(), comments.end(), mine) == 1;
    });
    for (const Comment& comment : comments)
        right = right && !comment.text.empty() && comment.text.find('\n') == std::string_view::npos;
    return right && members == comments.size();
}

template <class Settings>
constexpr bool hides_secrets() {
    bool right = true;
    boost::mp11::mp_for_each<boost::describe::describe_members<Settings, boost::describe::mod_public>>(
        [&](auto member) { right = right && !names_a_secret(member.name); });
    return right;
}

template <class T>
constexpr bool is_section = boost::describe::has_describe_members<T>::value;

inline void bind(Key& key, std::string& member) {
    key.kind = Kind::text;
    key.give = [&member]() -> Given { return member; };
    key.take = [&member](const Given& given) {
        const auto* text = std::get_if<std::string>(&given);
        if (text) member = *text;
        return text != nullptr;
    };
}

inline void bind(Key& key, std::filesystem::path& member) {
    key.kind = Kind::path;
    key.give = [&member]() -> Given { return member.string(); };
    key.take = [&member](const Given& given) {
        const auto* text = std::get_if<std::string>(&given);
        if (text) member = *text;
        return text != nullptr;
    };
}

inline void bind(Key& key, std::vector<std::string>& member) {
    key.kind = Kind::list;
    key.give = [&member]() -> Given { return member; };
    key.take = [&member](const Given& given) {
        const auto* list = std::get_if<std::vector<std::string>>(&given);
        if (list) member = *list;
        return list != nullptr;
    };
}

inline void bind(Key& key, bool& member) {
    key.kind = Kind::yes_no;
    key.give = [&member]() -> Given { return member; };
    key.take = [&member](const Given& given) {
        const auto* yes = std::get_if<bool>(&given);
        if (yes) member = *yes;
        return yes != nullptr;
    };
}

inline void bind(Key& key, Duration& member) {
    key.kind = Kind::duration;
    key.give = [&member]() -> Given { return to_text(member); };
    key.take = [&member](const Given& given) {
        const auto* text = std::get_if<std::string>(&given);
        const auto duration = text ? parse_duration(*text) : std::nullopt;
        if (duration) member = *duration;
        return duration.has_value();
    };
}

template <std::integral T>
void bind(Key& key, T& member) {
    key.kind = Kind::number;
    key.give = [&member]() -> Given { return static_cast<std::int64_t>(member); };
    key.take = [&member](const Given& given) {
        const auto* number = std::get_if<std::int64_t>(&given);
        if (!number || !std::in_range<T>(*number)) return false;
        member = static_cast<T>(*number);
        return true;
    };
}

template <class E>
    requires std::is_enum_v<E>
void bind(Key& key, E& member) {
    key.kind = Kind::choice;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { key.choices.emplace_back(enumerator.name); });
    key.give = [&member]() -> Given { return std::string(boost::describe::enum_to_string(member, "?")); };
    key.take = [&member](const Given& given) {
        const auto* text = std::get_if<std::string>(&given);
        return text && boost::describe::enum_from_string(text->c_str(), member);
    };
}

template <class Settings>
void append_keys(std::vector<Key>& keys, Settings& settings, const std::string& prefix) {
    static_assert(comments_match<Settings>(), "comments_for() must say one line about each member, and nothing else");
    static_assert(hides_secrets<Settings>(), "a secret is named by the path of its file: call the member …_file");
    constexpr auto comments = comments_for(About<Settings>{});
    boost::mp11::mp_for_each<boost::describe::describe_members<Settings, boost::describe::mod_public>>([&](auto member) {
        auto& value = settings.*member.pointer;
        const auto comment = std::find_if(comments.begin(), comments.end(),
                                          [&](const Comment& one) { return one.member == member.name; });
        Key key{.name = prefix + member.name, .comment = comment->text};
        if constexpr (is_section<std::remove_reference_t<decltype(value)>>) {
            const std::string inside = key.name + ".";
            keys.push_back(std::move(key));
            append_keys(keys, value, inside);
        } else {
            bind(key, value);
            keys.push_back(std::move(key));
        }
    });
}

}  // namespace detail

/// The keys of `settings`, in the order of the struct; each section stands before its members.
/// They refer to `settings`, which must outlive them.
template <class Settings>
std::vector<Key> keys_of(Settings& settings) {
    std::vector<Key> keys;
    detail::append_keys(keys, settings, "");
    return keys;
}

}  // namespace hebra::config
