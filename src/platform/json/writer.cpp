#include "platform/json/writer.hpp"

#include <array>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "platform/json/utf8.hpp"

namespace hebra::json {
namespace {

/// Characters that cannot stand for themselves in a JSON string, and bytes that need a look at their neighbours.
constexpr auto k_is_plain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x80; ++c) plain[c] = c != '"' && c != '\\';
    return plain;
}();

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    }
}

}  // namespace

void Writer::quote(std::string_view text) {
    text_ += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto start = at;
        while (at < text.size() && k_is_plain[static_cast<std::uint8_t>(text[at])]) ++at;
        text_.append(text, start, at - start);
        if (at == text.size()) break;
        if (static_cast<std::uint8_t>(text[at]) < 0x80) {
            append_escape(text_, text[at++]);
        } else if (const auto length = utf8_length(text.substr(at)); length != 0) {
            text_.append(text, at, length);
            at += length;
        } else {
            text_ += "\xEF\xBF\xBD";
            ++at;
        }
    }
    text_ += '"';
}

void Writer::key(std::string_view name) {
    separate();
    quote(name);
    text_ += ':';
    wants_comma_ = false;
}

void Writer::text(std::string_view text) {
    separate();
    quote(text);
    wants_comma_ = true;
}

void Writer::number(std::int64_t value) {
    const fmt::format_int digits(value);
    raw({digits.data(), digits.size()});
}

void Writer::number(std::uint64_t value) {
    const fmt::format_int digits(value);
    raw({digits.data(), digits.size()});
}

void Writer::number(double value) {
    if (!std::isfinite(value)) throw std::logic_error("json: a number that is not finite");
    raw(fmt::format("{}", value));
}

}  // namespace hebra::json
