// What can be typed after `hebra`.
#pragma once
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "app/settings.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace hebra::app {

/// The words after the command's name that are not settings.
struct Arguments {
    Settings settings;
    std::vector<std::string> words;            ///< "verify", "FILE"
    std::vector<std::string> options;          ///< "--dry-run", "--scale=3": those the command itself knows
    bool has(std::string_view option) const;
    /// The value of "--name=value" or "--name value"; nullopt without it.
    std::optional<std::string> value(std::string_view option) const;
};

/// One that a command itself knows.
struct Option {
    std::string_view name;  ///< "--dry-run"; "--scale=" takes a value
    Word meaning;
};

struct Command {
    std::string_view name;
    std::string_view usage;  ///< what follows the name
    Word summary;            ///< its code is the command's name
    int (*run)(const Arguments&);
    std::span<const Option> options = {};
};

std::span<const Command> commands();

/// The operator's: `--lang=en`, else LC_ALL, LC_MESSAGES or LANG; Spanish unless they say English.
Language console_language();
void speak(Language language);

/// Prints one of two texts of the same meaning and places, by the operator's language.
template <class... T>
void tell(std::FILE* to, fmt::format_string<T...> es, std::type_identity_t<fmt::format_string<T...>> en, T&&... args) {
    fmt::print(to, console_language() == Language::en ? en : es, std::forward<T>(args)...);
}

/// A moment as the operator's clock shows it: "2026-11-22 12:39 (hora de Chile)".
std::string told_time(Time time);

/// Says a refusal on standard error; the exit code.
int complain(const Refusal& refusal);

}  // namespace hebra::app
