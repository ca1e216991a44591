// Settings: one described struct, read from hebra.toml, then the environment, then flags; the last word wins.
//
//     struct Settings {
//         std::string listen = "127.0.0.1:8080";
//         config::Duration session = std::chrono::hours(8);
//         Mail mail;                                   // a section, described likewise
//     };
//     BOOST_DESCRIBE_STRUCT(Settings, (), (listen, session, mail))
//     constexpr auto comments_for(config::About<Settings>) {
//         return std::array{config::Comment{"listen", "Address and port the server answers on."},
//                           config::Comment{"session", "How long a session lasts without use."},
//                           config::Comment{"mail", "Outgoing e-mail."}};
//     }
//     const auto settings = config::load<Settings>({file, config::environment(), flags});
//
// `mail.host` is `host` under `[mail]`, HEBRA_MAIL_HOST and `--mail.host`. Members are text, whole numbers, bool,
// Duration, paths, lists of text, described enums and sections. Anything unknown is refused, naming its nearest kin.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/private.hpp"
#include "base/result.hpp"
#include "platform/config/keys.hpp"

namespace hebra::config {

/// Where settings come from. Each later source overrides the earlier ones, key by key.
struct Sources {
    std::optional<std::filesystem::path> file = {};  ///< must be readable if given
    std::vector<std::string> environment = {};       ///< "NAME=value"; only HEBRA_… is looked at, HEBRA_TEST_… is not
    std::vector<std::string> flags = {};             ///< "--key=value", "--key value"; a bool may stand alone
};

/// This process's environment, as `Sources` wants it.
std::vector<std::string> environment();

/// One setting that cannot be used.
struct Problem {
    std::string where;  ///< "hebra.toml:3", "HEBRA_LISTEN", "--listen"
    std::string key;    ///< as it was written there
    Word word;
    std::string hint;   ///< the nearest known key, the words allowed, or what the TOML parser said; may be empty
};

/// One line for the operator's terminal.
std::string say(const Problem& problem, Language language);

/// The sources laid over the defaults that `keys` already hold; all problems at once, in the order of the sources.
std::vector<Problem> read(std::vector<Key>& keys, const Sources& sources);

template <class Settings>
using Loaded = tl::expected<Settings, std::vector<Problem>>;

template <class Settings>
Loaded<Settings> load(const Sources& sources) {
    Settings settings;
    auto keys = keys_of(settings);
    auto problems = read(keys, sources);
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return settings;
}

/// See `to_toml`. `keys` are of the settings in force, `defaults` of untouched ones.
std::string write(const std::vector<Key>& keys, const std::vector<Key>& defaults);

/// Every key with its comment, its value in force and, where that differs, its default: a valid hebra.toml.
/// The password inside a URL is not shown.
template <class Settings>
std::string to_toml(Settings settings) {
    Settings untouched;
    return write(keys_of(settings), keys_of(untouched));
}

/// The text of a `…_file`, without its last line break. Refused (`secret_unreadable`) if absent or empty.
Result<Private> read_secret(const std::filesystem::path& file);

/// "90m", "1d", "500ms": a whole number and one unit (ms, s, m, h, d). nullopt otherwise, and when negative.
std::optional<Duration> parse_duration(std::string_view text);
/// In the greatest unit that loses nothing: 90 minutes is "90m", 24 hours is "1d".
std::string to_text(Duration duration);

}  // namespace hebra::config
