#include "platform/http/message.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>

namespace hebra::http {
namespace {

constexpr std::array<std::string_view, k_methods> k_method_names = {"GET",   "HEAD",   "POST",    "PUT",
                                                                    "PATCH", "DELETE", "OPTIONS", "OTHER"};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

/// A character of a token (RFC 9110 §5.6.2).
bool is_token_character(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
    return std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }

/// cookie-octet (RFC 6265): printable, without space, quote, comma, semicolon and backslash.
bool is_cookie_character(char c) {
    return c > 0x20 && c < 0x7F && std::string_view("\",;\\").find(c) == std::string_view::npos;
}

}  // namespace

std::string_view text_of(Method method) { return k_method_names.at(static_cast<std::size_t>(method)); }

Method method_of(std::string_view name) {
    for (std::size_t i = 0; i < k_methods; ++i) {
        if (k_method_names[i] == name) return static_cast<Method>(i);
    }
    return Method::other;
}

std::pair<std::size_t, std::size_t> Headers::locate(std::string_view name) const {
    for (std::size_t line = 0; line < wire_.size();) {
        const auto end = wire_.find('\n', line) + 1;
        const bool fits = line + name.size() < wire_.size() && wire_[line + name.size()] == ':';
        if (fits && same_name({wire_.data() + line, name.size()}, name)) return {line, end - line};
        line = end;
    }
    return {std::string::npos, 0};
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    const auto [line, length] = locate(name);
    if (line == std::string::npos) return std::nullopt;
    const auto value = name.size() + 2;  // ": "
    return std::string_view(wire_).substr(line + value, length - value - 2);
}

bool Headers::is_value(std::string_view text) { return std::none_of(text.begin(), text.end(), is_control); }

void Headers::add(std::string_view name, std::string_view value) {
    if (!is_token(name)) throw std::invalid_argument("http: a header name that is no token");
    if (!is_value(value)) throw std::invalid_argument("http: a control character in header " + std::string(name));
    wire_.append(name).append(": ").append(value).append("\r\n");
}

void Headers::remove(std::string_view name) {
    for (auto [line, length] = locate(name); line != std::string::npos; std::tie(line, length) = locate(name)) {
        wire_.erase(line, length);
    }
}

void Headers::set(std::string_view name, std::string_view value) {
    remove(name);
    add(name, value);
}

std::optional<std::string_view> cookie(const Request& request, std::string_view name) {
    auto rest = request.headers.find("Cookie").value_or("");
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        auto pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            return pair.substr(name.size() + 1);
        }
    }
    return std::nullopt;
}

std::string text_of(const Cookie& cookie) {
    if (!is_token(cookie.name) || !std::all_of(cookie.value.begin(), cookie.value.end(), is_cookie_character)) {
        throw std::invalid_argument("http: a cookie that cannot be written");
    }
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{}", cookie.name, cookie.value,
                       cookie.max_age_seconds, cookie.is_secure ? "; Secure" : "");
}

}  // namespace hebra::http
