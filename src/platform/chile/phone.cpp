#include "platform/chile/phone.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "platform/chile/numbering.hpp"
#include "platform/chile/short_code.hpp"
#include "platform/chile/typed.hpp"

namespace hebra::chile {
namespace {

constexpr std::string_view k_chile = "56";
constexpr std::size_t k_shown = 3;
// E.164 §6: at most fifteen digits, the country code included. Fewer than seven reach nobody.
constexpr std::size_t k_most_digits = 15;
constexpr std::size_t k_least_digits = 7;

struct Typed {
    bool is_international = false;  ///< began with + or 00
    std::string digits;
};

struct Reading {
    PhoneKind kind;
    std::string text;
    std::optional<Word> doubt;
};

Refuse no(const Word& word) {
    return refuse(Refused::invalid, word);
}

std::string_view without_leading_zeros(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

Result<Typed> read_digits(std::string_view text) {
    Typed typed;
    for (const char c : text) {
        if (is_digit(c)) typed.digits += c;
        else if (c == '+' && typed.digits.empty()) typed.is_international = true;
        else if (std::string_view("+/,;|&").find(c) != std::string_view::npos) return no(words::k_phone_several);
        else if (std::string_view(" -.()").find(c) == std::string_view::npos) return no(words::k_phone_letters);
    }
    if (!typed.is_international && typed.digits.starts_with("00")) {
        typed.is_international = true;
        typed.digits.erase(0, 2);
    }
    // No country's code begins with 0: "+09…" was a Chilean number with a + too many.
    if (typed.digits.starts_with('0')) typed.is_international = false;
    return typed;
}

Result<Reading> foreign(std::string_view digits) {
    if (digits.size() < k_least_digits) return no(words::k_phone_short);
    if (digits.size() > k_most_digits) return no(words::k_phone_long);
    Reading reading{PhoneKind::foreign, fmt::format("+{}", digits), std::nullopt};
    if (const auto here = national(digits); here && !here->doubt) reading.doubt = words::k_doubt_country;
    return reading;
}

/// Eight digits: how mobiles were dialled from mobiles, and landlines within Santiago, until 2016.
std::optional<Reading> old_style(std::string_view digits) {
    if (digits.size() != k_national_digits - 1 || digits.front() == '1') return std::nullopt;
    const bool is_santiago = digits.front() == '2' || digits.front() == '3';
    const auto now = (is_santiago ? "2" : "9") + std::string(digits);
    const auto found = national(now);
    const auto& guessed = is_santiago ? words::k_doubt_santiago_guessed : words::k_doubt_mobile_guessed;
    return Reading{found->kind, fmt::format("+{}{}", k_chile, now), found->doubt ? found->doubt : guessed};
}

/// @param digits what follows +56
Result<Reading> chilean(std::string_view digits) {
    if (auto reading = old_style(digits)) return *std::move(reading);
    if (digits.size() < k_national_digits) return no(words::k_phone_short);
    const auto found = national(digits);
    if (!found) return no(words::k_phone_long);
    return Reading{found->kind, fmt::format("+{}{}", k_chile, digits), found->doubt};
}

Result<Reading> read(const Typed& typed) {
    const std::string_view digits = typed.digits;
    if (typed.is_international && !digits.starts_with(k_chile)) return foreign(digits);

    const auto all = without_leading_zeros(digits);
    if (all.starts_with(k_chile) && (typed.is_international || all.size() > k_national_digits))
        return chilean(without_leading_zeros(all.substr(k_chile.size())));
    // Ten digits are another country's number without its country, which nobody can dial; eleven may have it.
    if (digits.size() > k_national_digits + 1 && all == digits && !national(digits)) {
        HEBRA_TRY(auto reading, foreign(digits));
        reading.doubt = words::k_doubt_no_plus;
        return reading;
    }
    return chilean(all);
}

/// @param hidden all digits but the first group and the last three
std::string written(const Phone& phone, bool hidden) {
    if (phone.text().empty()) return {};
    auto digits = std::string_view(phone.text()).substr(1);
    std::string out = "+";
    std::vector<std::size_t> groups;
    if (phone.kind() == PhoneKind::foreign) {
        groups = {country_code_length(digits)};
    } else {
        digits.remove_prefix(k_chile.size());
        groups = groups_of(phone.kind(), digits);
        out = phone.kind() == PhoneKind::toll ? "" : "+56 ";
    }

    auto group = groups.begin();
    auto left = *group;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (left == 0) {
            out += ' ';
            left = ++group == groups.end() ? digits.size() : *group;
        }
        const bool is_hidden = hidden && i >= groups.front() && i + k_shown < digits.size();
        if (is_hidden) out += "•";
        else out += digits[i];
        --left;
    }
    return out;
}

}  // namespace

Result<Phone> Phone::parse(std::string_view typed) {
    if (typed.size() > k_max_bytes) return no(words::k_phone_long);
    const auto text = plainly(typed);
    if (ShortCode::parse(text)) return no(words::k_phone_is_short_code);
    HEBRA_TRY(const auto digits, read_digits(text));
    HEBRA_TRY(auto reading, read(digits));
    return Phone(reading.kind, std::move(reading.text), std::move(reading.doubt));
}

std::string Phone::pretty() const {
    return written(*this, false);
}

std::string Phone::masked() const {
    return written(*this, true);
}

bool Phone::is_fictional() const {
    return kind_ == PhoneKind::mobile && chile::is_fictional(std::string_view(text_).substr(1 + k_chile.size()));
}

}  // namespace hebra::chile
