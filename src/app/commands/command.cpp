#include "app/commands/command.hpp"

#include <algorithm>
#include <cstdio>

namespace hebra::app {

bool Arguments::has(std::string_view option) const { return std::ranges::count(options, option) > 0; }

std::optional<std::string> Arguments::value(std::string_view option) const {
    for (const auto& given : options)
        if (given.size() > option.size() && given.starts_with(option) && given[option.size()] == '=')
            return given.substr(option.size() + 1);
    return std::nullopt;
}

int complain(const Refusal& refusal) {
    fmt::print(stderr, "hebra: {}\n", refusal.word.es);
    for (const auto& field : refusal.fields) fmt::print(stderr, "  {}: {}\n", field.pointer, field.word.es);
    return 1;
}

}  // namespace hebra::app
