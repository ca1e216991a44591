#include "platform/http/target.hpp"

#include "platform/http/words.hpp"
#include "platform/json/utf8.hpp"

namespace hebra::http {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Plus { is_plus, is_space };

std::optional<std::string> decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plus == Plus::is_space) c = ' ';
        if (c == '%') {
            const int high = i + 1 < text.size() ? hex_value(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (c == '\0') return std::nullopt;
        decoded += c;
    }
    if (!json::is_utf8(decoded)) return std::nullopt;
    return decoded;
}

/// Path and query of either form; the fragment, if anyone sends one, is dropped.
std::pair<std::string_view, std::string_view> split(std::string_view target) {
    target = target.substr(0, target.find('#'));
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        target.remove_prefix(scheme.size());
        target.remove_prefix(std::min(target.find_first_of("/?"), target.size()));
        if (!target.starts_with('/')) return {"/", target.empty() ? target : target.substr(1)};
    }
    const auto mark = target.find('?');
    if (mark == std::string_view::npos) return {target, {}};
    return {target.substr(0, mark), target.substr(mark + 1)};
}

/// Calls `each(part)` for every piece between separators; stops and answers false when it does.
template <class Each>
bool for_each_part(std::string_view text, char separator, Each each) {
    while (true) {
        const auto end = text.find(separator);
        if (!each(text.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

Refuse bad_target() { return refuse(Refused::malformed, words::k_bad_target); }

}  // namespace

Result<Target> parse_target(std::string_view target) {
    const auto [path, query] = split(target);
    if (!path.starts_with('/')) return bad_target();
    Target parsed;
    const bool path_is_good = path == "/" || for_each_part(path.substr(1), '/', [&](std::string_view part) {
        auto segment = decode(part, Plus::is_plus);
        if (!segment || *segment == "." || *segment == "..") return false;
        parsed.segments.push_back(*std::move(segment));
        return true;
    });
    const bool query_is_good = query.empty() || for_each_part(query, '&', [&](std::string_view part) {
        if (part.empty()) return true;
        const auto equals = std::min(part.find('='), part.size());
        auto name = decode(part.substr(0, equals), Plus::is_space);
        auto value = decode(part.substr(std::min(equals + 1, part.size())), Plus::is_space);
        if (!name || !value) return false;
        parsed.query.push_back({*std::move(name), *std::move(value)});
        return true;
    });
    if (!path_is_good || !query_is_good) return bad_target();
    return parsed;
}

std::vector<std::string> lenient_segments(std::string_view target) {
    const auto path = split(target).first;
    std::vector<std::string> segments;
    if (path.size() < 2) return segments;
    for_each_part(path.substr(1), '/', [&](std::string_view part) {
        segments.push_back(decode(part, Plus::is_plus).value_or(std::string(part)));
        return true;
    });
    return segments;
}

std::string encode_segment(std::string_view text) {
    constexpr std::string_view k_hex = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool is_unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                                   c == '.' || c == '_' || c == '~';
        if (is_unreserved) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += k_hex[byte >> 4];
        encoded += k_hex[byte & 15];
    }
    return encoded;
}

}  // namespace hebra::http
