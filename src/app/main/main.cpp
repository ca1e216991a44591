// hebra COMMAND [words] [--setting=value]
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "app/commands/command.hpp"
#include "platform/db/migrations.hpp"

namespace {

using namespace hebra;
using namespace hebra::app;

int usage() {
    fmt::print("hebra ORDEN [--ajuste=valor]\n\n");
    for (const auto& command : commands()) fmt::print("  {:<10} {}\n", command.name, command.summary);
    fmt::print("\n«hebra config» muestra los ajustes; hebra.toml, el entorno (HEBRA_…) y --ajuste=valor los cambian.\n");
    return 2;
}

/// Whether `word` is one of the command's own options; fills `value_follows` when its value is the next word.
bool is_own(const Command& command, std::string_view word, bool& value_follows) {
    for (const auto option : command.options) {
        const bool takes_value = option.ends_with('=');
        const auto name = takes_value ? option.substr(0, option.size() - 1) : option;
        if (word == name) {
            value_follows = takes_value;
            return true;
        }
        if (takes_value && word.starts_with(option)) return true;
    }
    return false;
}

struct Split {
    std::vector<std::string> words, options, flags;
};

/// Settings are `--name=value` or `--name value`; everything else without dashes is a word of the command.
Split split(const Command& command, std::span<char*> given) {
    Split split;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string word = given[i];
        bool value_follows = false;
        if (!word.starts_with("--")) {
            split.words.push_back(word);
        } else if (is_own(command, word, value_follows)) {
            split.options.push_back(value_follows && i + 1 < given.size() ? word + "=" + given[++i] : word);
        } else {
            split.flags.push_back(word);
            if (word.find('=') == word.npos && i + 1 < given.size() && given[i + 1][0] != '-') split.flags.emplace_back(given[++i]);
        }
    }
    return split;
}

int run(const Command& command, std::span<char*> given) {
    auto [words, options, flags] = split(command, given);
    config::Sources sources{.file = {}, .environment = config::environment(), .flags = flags};
    if (std::filesystem::exists("hebra.toml")) sources.file = "hebra.toml";
    const auto settings = config::load<Settings>(sources);
    if (!settings) {
        for (const auto& problem : settings.error()) fmt::print(stderr, "hebra: {}\n", config::say(problem, Language::es));
        return 2;
    }
    log::open({.level = settings->log_level,
               .file = settings->log_file.empty() ? std::nullopt : std::optional(settings->log_file)});
    return command.run({*settings, std::move(words), std::move(options)});
}

}  // namespace

int main(int count, char** given) {
    if (count < 2) return usage();
    const auto command = std::ranges::find(commands(), std::string_view(given[1]), &Command::name);
    if (command == commands().end()) return usage();
    try {
        return run(*command, std::span(given + 2, given + count));
    } catch (const db::SchemaRefused& refused) {
        fmt::print(stderr, "hebra: {}\n", refused.what());
    } catch (const std::exception& broken) {
        fmt::print(stderr, "hebra: {}\n", broken.what());
    }
    return 1;
}
