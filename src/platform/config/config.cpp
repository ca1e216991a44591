#include "platform/config/config.hpp"

#include <charconv>
#include <fstream>
#include <numeric>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>
#include <unistd.h>

#include "platform/config/words.hpp"

namespace hebra::config {
namespace {

constexpr std::string_view k_prefix = "HEBRA_";
constexpr std::string_view k_test_prefix = "HEBRA_TEST_";

const Word& wanted(Kind kind) {
    switch (kind) {
        case Kind::text: return words::k_want_text;
        case Kind::number: return words::k_want_number;
        case Kind::yes_no: return words::k_want_yes_no;
        case Kind::duration: return words::k_want_duration;
        case Kind::path: return words::k_want_path;
        case Kind::list: return words::k_want_list;
        case Kind::choice: return words::k_want_choice;
        case Kind::section: return words::k_want_section;
    }
    return words::k_unknown_key;
}

/// How a key is written in each source.
using Spelling = std::string (*)(std::string_view key);
/// "mail.host" as the environment spells it: HEBRA_MAIL_HOST.
std::string environment_name(std::string_view key) {
    std::string name(k_prefix);
    for (const char c : key) name += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}
std::string file_name(std::string_view key) { return std::string(key); }
std::string flag_name(std::string_view key) { return "--" + std::string(key); }

/// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

/// The known key most like `written`, in the spelling of its source; empty if none is near.
std::string nearest(const std::vector<Key>& keys, std::string_view written, Spelling spell) {
    std::string best;
    std::size_t least = std::max<std::size_t>(2, written.size() / 3) + 1;
    for (const Key& key : keys) {
        const std::string name = spell(key.name);
        if (const std::size_t apart = distance(written, name); apart < least) {
            least = apart;
            best = name;
        }
    }
    return best;
}

Key* find(std::vector<Key>& keys, std::string_view written, Spelling spell) {
    const auto at = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return spell(key.name) == written; });
    return at == keys.end() ? nullptr : &*at;
}

/// Text from the environment or a flag, in the shape its key wants; nullopt if it has no such shape.
std::optional<Given> shape(Kind kind, const std::string& text) {
    if (kind == Kind::yes_no) {
        if (text == "true") return true;
        if (text == "false") return false;
        return std::nullopt;
    }
    if (kind == Kind::number) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
        return number;
    }
    if (kind == Kind::list) {
        std::vector<std::string> items;
        std::istringstream in(text);
        for (std::string item; std::getline(in, item, ',');) items.push_back(item);
        return items;
    }
    return text;
}

/// Lays sources over keys and gathers what is wrong with them.
class Reader {
  public:
    explicit Reader(std::vector<Key>& keys) : keys_(keys) {}

    void read_file(const std::filesystem::path& path);
    void read_environment(const std::vector<std::string>& environment);
    void read_flags(const std::vector<std::string>& flags);
    std::vector<Problem> problems() && { return std::move(problems_); }

  private:
    void read_table(const std::string& file, const toml::table& table, const std::string& prefix);
    void set(Key& key, const std::string& where, const std::string& written, const std::optional<Given>& given);
    void unknown(const std::string& where, const std::string& written, Spelling spell) {
        problems_.push_back({where, written, words::k_unknown_key, nearest(keys_, written, spell)});
    }

    std::vector<Key>& keys_;
    std::vector<Problem> problems_;
};

void Reader::set(Key& key, const std::string& where, const std::string& written, const std::optional<Given>& given) {
    if (key.kind != Kind::section && given && key.take(*given)) return;
    problems_.push_back({where, written, wanted(key.kind), fmt::format("{}", fmt::join(key.choices, ", "))});
}

std::optional<Given> shape(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return number->get();
    if (const auto* yes = node.as_boolean()) return yes->get();
    const auto* array = node.as_array();
    if (!array) return std::nullopt;
    std::vector<std::string> items;
    for (const auto& item : *array) {
        if (!item.is_string()) return std::nullopt;
        items.push_back(item.as_string()->get());
    }
    return items;
}

void Reader::read_table(const std::string& file, const toml::table& table, const std::string& prefix) {
    for (const auto& [name, node] : table) {
        const std::string written = prefix + std::string(name.str());
        const std::string where = fmt::format("{}:{}", file, node.source().begin.line);
        Key* key = find(keys_, written, file_name);
        if (!key) unknown(where, written, file_name);
        else if (key->kind == Kind::section && node.is_table()) read_table(file, *node.as_table(), written + ".");
        else set(*key, where, written, shape(node));
    }
}

void Reader::read_file(const std::filesystem::path& path) {
    const std::string file = path.filename().string();
    std::ifstream in(path);
    if (!in || std::filesystem::is_directory(path)) {
        problems_.push_back({path.string(), "", words::k_file_unreadable, ""});
        return;
    }
    try {
        read_table(file, toml::parse(in, file), "");
    } catch (const toml::parse_error& error) {
        problems_.push_back({fmt::format("{}:{}", file, error.source().begin.line), "", words::k_not_toml,
                             std::string(error.description())});
    }
}

void Reader::read_environment(const std::vector<std::string>& environment) {
    for (const std::string& entry : environment) {
        const std::string name = entry.substr(0, entry.find('='));
        if (!name.starts_with(k_prefix) || name.starts_with(k_test_prefix)) continue;
        const std::string text = name.size() < entry.size() ? entry.substr(name.size() + 1) : "";
        Key* key = find(keys_, name, environment_name);
        if (!key) unknown(name, name, environment_name);
        else set(*key, name, name, shape(key->kind, text));
    }
}

void Reader::read_flags(const std::vector<std::string>& flags) {
    for (std::size_t i = 0; i < flags.size(); ++i) {
        const std::string& flag = flags[i];
        if (!flag.starts_with("--")) {
            problems_.push_back({flag, "", words::k_not_a_flag, ""});
            continue;
        }
        const auto equals = flag.find('=');
        const std::string name = flag.substr(0, equals);
        Key* key = find(keys_, name, flag_name);
        const bool stands_alone = equals == std::string::npos;
        const bool has_next = i + 1 < flags.size() && !flags[i + 1].starts_with("--");
        if (!key) {
            unknown(name, name, flag_name);
            if (stands_alone && has_next) ++i;
        } else if (!stands_alone) {
            set(*key, name, name, shape(key->kind, flag.substr(equals + 1)));
        } else if (key->kind == Kind::yes_no) {
            set(*key, name, name, Given(true));
        } else if (has_next) {
            set(*key, name, name, shape(key->kind, flags[++i]));
        } else {
            problems_.push_back({name, name, words::k_missing_value, ""});
        }
    }
}

}  // namespace

std::vector<std::string> environment() {
    std::vector<std::string> entries;
    for (char** entry = environ; entry && *entry; ++entry) entries.emplace_back(*entry);
    return entries;
}

std::vector<Problem> read(std::vector<Key>& keys, const Sources& sources) {
    Reader reader(keys);
    if (sources.file) reader.read_file(*sources.file);
    reader.read_environment(sources.environment);
    reader.read_flags(sources.flags);
    return std::move(reader).problems();
}

std::string say(const Problem& problem, Language language) {
    std::string line = problem.where;
    if (!problem.key.empty() && problem.key != problem.where) line += ": " + problem.key;
    line += ": " + std::string(hebra::say(problem.word, language));
    if (problem.hint.empty()) return line;
    if (problem.word == words::k_unknown_key) {
        return line + (language == Language::es ? " ¿Quiso decir " : " Did you mean ") + problem.hint + "?";
    }
    return line + " (" + problem.hint + ")";
}

Result<Private> read_secret(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    if (text.empty()) return refuse(Refused::unavailable, words::k_secret_unreadable);
    return Private(std::move(text));
}

}  // namespace hebra::config
