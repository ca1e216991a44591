#include "features/directory/page/parameters.hpp"

#include <algorithm>

#include "features/directory/cells.hpp"

namespace hebra::directory {
namespace {

constexpr std::string_view k_own[] = {"tema", "edad", "comuna", "canal", "idioma", "cuando", "q",
                                      "gratis", "sin_nombre", "ver", "lang", "vista", "letra", "gracias"};

/// Its name at the programs' door (MatchQuery), or as people write it, and here.
constexpr std::pair<std::string_view, std::string_view> k_also[] = {
    {"topic", "tema"},     {"motivo", "tema"},   {"age", "edad"},    {"channel", "canal"},        {"language", "idioma"},
    {"at", "cuando"},      {"when", "cuando"},   {"free", "gratis"}, {"anonymous", "sin_nombre"}, {"anonimo", "sin_nombre"},
    {"texto", "q"},        {"region", "comuna"}, {"any_time", "cuando"},
};

constexpr std::string_view k_marks_of_others[] = {"fbclid", "gclid", "dclid", "msclkid", "gbraid", "wbraid",
                                                  "yclid",  "igshid", "mc_cid", "mc_eid", "_ga",    "_gl"};

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
    return small;
}

bool is_mark_of_others(std::string_view name) {
    return name.starts_with("utm_") || std::ranges::find(k_marks_of_others, name) != std::end(k_marks_of_others);
}

std::string own_name(std::string_view name) {
    if (std::ranges::find(k_own, name) != std::end(k_own)) return std::string(name);
    for (const auto& [also, own] : k_also)
        if (also == name) return std::string(own);
    return {};
}

/// What some of the programs' names say in ours.
std::string own_value(std::string_view name, std::string_view value) {
    if (name == "region" && !value.starts_with('r')) return "r" + std::string(value);
    if (name == "any_time") return value == "true" || value == "1" ? "any" : value == "false" || value == "0" ? "now" : std::string(value);
    return std::string(value);
}

}  // namespace

std::vector<Given> read_parameters(std::span<const json::Parameter> query) {
    std::vector<Given> all;
    for (const auto& parameter : query) {
        const auto value = trimmed(parameter.value);
        const auto name = in_small_letters(parameter.name);
        if (is_mark_of_others(name)) continue;
        auto own = own_name(name);
        if (value.empty() && !own.empty()) continue;  // a field left blank
        all.push_back({std::move(own), own_value(name, value)});
    }
    return all;
}

}  // namespace hebra::directory
