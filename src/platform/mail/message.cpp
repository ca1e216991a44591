#include "platform/mail/message.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

namespace hebra::mail {
namespace {

constexpr std::size_t k_longest_address = 254;  // RFC 5321 §4.5.3.1
constexpr std::size_t k_longest_local_part = 64;
constexpr std::size_t k_line = 76;          // RFC 2045: a quoted-printable line, its soft break included
constexpr std::size_t k_encoded_word = 56;  // with "Subject: =?utf-8?Q?" and "?=" a line stays under 78

bool is_local_character(char c) {
    constexpr std::string_view k_others = "!#$%&'*+/=?^_`{|}~-.";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || k_others.find(c) != k_others.npos;
}

bool is_domain(std::string_view domain) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    if (domain == "localhost") return true;
    if (!std::ranges::all_of(domain, fits) || domain.starts_with('.') || domain.ends_with('.')) return false;
    return domain.find("..") == domain.npos && domain.find('.') != domain.npos;
}

constexpr std::size_t k_longest_letter = 4 * 3;  // four bytes of UTF-8, encoded

std::string hex_of(unsigned char byte) { return fmt::format("={:02X}", byte); }

bool is_first_of_letter(unsigned char byte) { return (byte & 0xC0U) != 0x80U; }

/// RFC 2047 "Q": words of at most 75 characters that never cut a letter in two.
std::string encoded_words(std::string_view text) {
    const bool is_plain = std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F; });
    if (is_plain && text.size() <= k_line - std::string_view("Subject: ").size()) return std::string(text);
    std::string words, word;
    const auto close = [&] {
        if (!words.empty()) words += "\r\n ";
        words += "=?utf-8?Q?" + word + "?=";
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        std::string letter;
        do {
            const auto byte = static_cast<unsigned char>(text[at++]);
            const bool stands = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
            if (byte == ' ') letter += '_';
            else letter += stands ? std::string(1, static_cast<char>(byte)) : hex_of(byte);
        } while (at < text.size() && letter.size() < k_longest_letter && !is_first_of_letter(static_cast<unsigned char>(text[at])));
        if (word.size() + letter.size() > k_encoded_word) close();
        word += letter;
    }
    close();
    return words;
}

/// RFC 2045 §6.7. A dot that begins a line is doubled by the transport, not here.
std::string quoted_printable(std::string_view text) {
    std::string out;
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\r') continue;
        if (byte == '\n') {
            out += "\r\n";
            width = 0;
            continue;
        }
        const bool ends_line = at + 1 == text.size() || text[at + 1] == '\n' || text[at + 1] == '\r';
        const bool stands = (byte > ' ' && byte < 0x7F && byte != '=') || (byte == ' ' && !ends_line);
        const auto piece = stands ? std::string(1, static_cast<char>(byte)) : hex_of(byte);
        if (width + piece.size() > k_line - 1) {
            out += "=\r\n";
            width = 0;
        }
        out += piece;
        width += piece.size();
    }
    if (width > 0) out += "\r\n";
    return out;
}

/// "Thu, 19 Nov 2026 21:12:00 +0000": names of days and months are English in every mail.
std::string date_text(Time at) {
    constexpr std::string_view k_days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::string_view k_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const Date date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", k_days[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), k_months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace

std::string_view domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == address.npos ? std::string_view() : address.substr(at + 1);
}

bool is_address(std::string_view text) {
    if (text.size() > k_longest_address) return false;
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || at > k_longest_local_part || text.find('@', at + 1) != text.npos) return false;
    const auto local = text.substr(0, at);
    if (local.starts_with('.') || local.ends_with('.') || local.find("..") != local.npos) return false;
    return std::ranges::all_of(local, is_local_character) && is_domain(text.substr(at + 1));
}

std::string wire_text(const Letter& letter, std::string_view from, const Uuid& id, Time at) {
    if (!is_address(from) || !is_address(letter.to.reveal())) throw std::logic_error("a letter without a valid address");
    std::string text;
    text += fmt::format("Date: {}\r\n", date_text(at));
    text += fmt::format("From: Hebra <{}>\r\n", from);
    text += fmt::format("To: <{}>\r\n", letter.to.reveal());
    text += fmt::format("Message-ID: <{}@{}>\r\n", id.text(), domain_of(from));
    text += fmt::format("Subject: {}\r\n", encoded_words(letter.subject));
    text += "Auto-Submitted: auto-generated\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n"
            "\r\n";
    return text + quoted_printable(letter.body.reveal());
}

}  // namespace hebra::mail
