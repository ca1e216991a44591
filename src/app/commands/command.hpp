// What can be typed after `hebra`.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/settings.hpp"

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

struct Command {
    std::string_view name;
    std::string_view usage;    ///< what follows the name
    std::string_view summary;  ///< Spanish
    int (*run)(const Arguments&);
    std::span<const std::string_view> options = {};  ///< "--dry-run"; "--scale=" takes a value
};

std::span<const Command> commands();

/// Says a refusal on standard error, in Spanish; the exit code.
int complain(const Refusal& refusal);

}  // namespace hebra::app
