// hebra COMMAND [words] [--setting=value]
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "app/commands/command.hpp"
#include "platform/db/migrations.hpp"

namespace {

using namespace hebra;
using namespace hebra::app;

int usage(int code) {
    tell(stdout, "hebra ORDEN [--ajuste=valor]\n\n", "hebra COMMAND [--setting=value]\n\n");
    for (const auto& command : commands()) fmt::print("  {:<11} {}\n", command.name, say(command.summary, console_language()));
    tell(stdout, "\n«hebra ORDEN --help» dice cómo se usa una; --lang=en, en inglés.\n"
                 "«hebra config» muestra los ajustes; hebra.toml, el entorno (HEBRA_…) y --ajuste=valor los cambian.\n",
         "\n“hebra COMMAND --help” says how to use one; --lang=es, in Spanish.\n"
         "“hebra config” shows the settings; hebra.toml, the environment (HEBRA_…) and --setting=value change them.\n");
    return code;
}

int help(const Command& command) {
    fmt::print("hebra {} {}\n  {}\n", command.name, command.usage, say(command.summary, console_language()));
    for (const auto& [name, meaning] : command.options)
        fmt::print("  {:<20} {}\n", fmt::format("{}{}", name, name.ends_with('=') ? "…" : ""), say(meaning, console_language()));
    return 0;
}

bool is_help(std::string_view word) { return word == "--help" || word == "-h" || word == "help"; }

/// Takes `--lang=es` and `--lang=en` out of what was typed.
std::vector<char*> after_language(std::span<char*> given) {
    std::vector<char*> rest;
    for (char* word : given) {
        if (std::string_view(word) == "--lang=en") speak(Language::en);
        else if (std::string_view(word) == "--lang=es") speak(Language::es);
        else rest.push_back(word);
    }
    return rest;
}

/// Whether `word` is one of the command's own options; fills `value_follows` when its value is the next word.
bool is_own(const Command& command, std::string_view word, bool& value_follows) {
    for (const auto& [option, meaning] : command.options) {
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
        for (const auto& problem : settings.error()) fmt::print(stderr, "hebra: {}\n", config::say(problem, console_language()));
        return 2;
    }
    log::open({.level = settings->log_level,
               .file = settings->log_file.empty() ? std::nullopt : std::optional(settings->log_file)});
    return command.run({*settings, std::move(words), std::move(options)});
}

}  // namespace

int main(int count, char** given) {
    auto words = after_language(std::span(given + 1, given + count));
    if (words.empty()) return usage(2);
    if (is_help(words[0])) return usage(0);
    const auto command = std::ranges::find(commands(), std::string_view(words[0]), &Command::name);
    if (command == commands().end()) return usage(2);
    const std::span rest(words.begin() + 1, words.end());
    if (std::ranges::any_of(rest, [](const char* word) { return is_help(word) && std::string_view(word) != "help"; })) return help(*command);
    try {
        return run(*command, rest);
    } catch (const db::SchemaRefused& refused) {
        fmt::print(stderr, "hebra: {}\n", refused.what());
    } catch (const std::exception& broken) {
        fmt::print(stderr, "hebra: {}\n", broken.what());
    }
    return 1;
}
