// Settings written as a commented hebra.toml.
#include <charconv>
#include <sstream>

#include <toml++/toml.h>

#include "platform/config/config.hpp"

namespace hebra::config {
namespace {

struct Unit {
    std::string_view name;
    Duration span;
};
/// Greatest first.
constexpr Unit k_units[] = {{"d", std::chrono::hours(24)},
                            {"h", std::chrono::hours(1)},
                            {"m", std::chrono::minutes(1)},
                            {"s", std::chrono::seconds(1)},
                            {"ms", Duration(1)}};

/// "postgresql://hebra:secret@db/hebra" without what stands between ':' and '@'.
std::string without_password(const std::string& text) {
    const auto scheme = text.find("://");
    if (scheme == std::string::npos) return text;
    const auto start = scheme + 3;
    const auto host = text.substr(start, text.find('/', start) - start).rfind('@');
    if (host == std::string::npos) return text;
    const auto colon = text.find(':', start);
    if (colon >= start + host) return text;
    return text.substr(0, colon + 1) + "***" + text.substr(start + host);
}

struct ToToml {
    std::string operator()(const std::string& text) const {
        std::ostringstream out;
        const toml::value<std::string> value(without_password(text));
        out << toml::toml_formatter(value, toml::format_flags::none);
        return out.str();
    }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool yes) const { return yes ? "true" : "false"; }
    std::string operator()(const std::vector<std::string>& items) const {
        std::string all;
        for (const auto& item : items) all += (all.empty() ? "" : ", ") + (*this)(item);
        return "[" + all + "]";
    }
};

std::string_view section_of(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? "" : name.substr(0, dot);
}

void write_key(std::string& out, const Key& key, const Key& untouched) {
    const std::string value = std::visit(ToToml{}, key.give());
    const std::string by_default = std::visit(ToToml{}, untouched.give());
    out.append("# ").append(key.comment).append("\n");
    if (value != by_default) out.append("# default: ").append(by_default).append("\n");
    out.append(key.name.substr(key.name.rfind('.') + 1)).append(" = ").append(value).append("\n");
}

/// The keys that stand directly in `section`: in TOML they come before any section inside it.
void write_section(std::string& out, const std::vector<Key>& keys, const std::vector<Key>& defaults,
                   std::string_view section) {
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i].kind != Kind::section && section_of(keys[i].name) == section) write_key(out, keys[i], defaults[i]);
}

}  // namespace

std::string write(const std::vector<Key>& keys, const std::vector<Key>& defaults) {
    std::string out;
    write_section(out, keys, defaults, "");
    for (const Key& key : keys) {
        if (key.kind != Kind::section) continue;
        out.append("\n# ").append(key.comment).append("\n[").append(key.name).append("]\n");
        write_section(out, keys, defaults, key.name);
    }
    return out;
}

std::string to_text(Duration duration) {
    if (duration == Duration(0)) return "0s";
    for (const Unit& unit : k_units)
        if (duration % unit.span == Duration(0)) return std::to_string(duration / unit.span) + std::string(unit.name);
    return "";
}

std::optional<Duration> parse_duration(std::string_view text) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || count < 0) return std::nullopt;
    const std::string_view name(end, text.data() + text.size() - end);
    for (const Unit& unit : k_units) {
        if (unit.name != name) continue;
        if (count > Duration::max() / unit.span) return std::nullopt;
        return count * unit.span;
    }
    return std::nullopt;
}

}  // namespace hebra::config
