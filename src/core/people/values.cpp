#include "core/people/values.hpp"

#include <algorithm>
#include <cctype>

namespace hebra::people {
namespace {

bool is_blank(unsigned char c) { return c <= ' ' || c == 0x7F; }

/// Without the blanks around it; no-break spaces count as blanks, since nobody sees that they are there.
std::string_view trimmed(std::string_view text) {
    constexpr std::string_view k_no_break = "\xC2\xA0";
    for (bool more = true; more;) {
        more = true;
        if (text.starts_with(k_no_break)) text.remove_prefix(2);
        else if (text.ends_with(k_no_break)) text.remove_suffix(2);
        else if (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
        else if (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
        else more = false;
    }
    return text;
}

}  // namespace

Result<Name> Name::parse(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return refuse(Refused::invalid, words::k_blank);
    if (std::ranges::any_of(text, [](unsigned char c) { return c != ' ' && is_blank(c); })) return refuse(Refused::invalid, words::k_one_line);
    return Name(Private(std::string(text)));
}

Result<OwnWords> OwnWords::parse(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return refuse(Refused::invalid, words::k_blank);
    return OwnWords(Private(std::string(text)));
}

Result<Age> Age::from_number(std::int64_t years) {
    if (years < k_minimum || years > k_maximum) return refuse(Refused::invalid, words::k_bad_age);
    return Age(static_cast<int>(years));
}

Result<BirthDate> BirthDate::parse(std::string_view text) {
    const auto day = parse_date(text);
    if (!day) return refuse(Refused::invalid, words::k_bad_birth_date);
    if (day->year() < std::chrono::year(1900)) return refuse(Refused::invalid, words::k_birth_out_of_range);
    return BirthDate(*day);
}

Result<Email> Email::parse(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    const auto at = text.find('@');
    const bool spaced = std::ranges::any_of(text, [](unsigned char c) { return c <= ' ' || c == 0x7F; });
    if (spaced || text.size() > 254 || at == 0 || at == text.npos || text.find('@', at + 1) != text.npos ||
        text.find('.', at + 2) == text.npos || text.back() == '.')
        return refuse(Refused::invalid, words::k_bad_email);
    std::string kept(text);
    std::transform(kept.begin() + static_cast<std::ptrdiff_t>(at), kept.end(), kept.begin() + static_cast<std::ptrdiff_t>(at),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return Email(std::move(kept));
}

}  // namespace hebra::people
