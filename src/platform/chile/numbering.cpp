#include "platform/chile/numbering.hpp"

#include <algorithm>

namespace hebra::chile {
namespace {

/// Area codes of two digits: Subtel's notice to the ITU of 2 July 2014. Santiago is 2, alone; 44 is telephony over the
/// Internet, everywhere.
constexpr std::string_view k_areas[] = {"32", "33", "34", "35", "41", "42", "43", "44", "45", "51", "52", "53", "55",
                                        "57", "58", "61", "63", "64", "65", "67", "71", "72", "73", "75"};

/// Country codes of one and two digits; all others have three.
constexpr std::string_view k_two_digit_countries[] = {
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98"};

std::optional<Word> doubt_if(bool is_odd, const Word& word) {
    if (!is_odd) return std::nullopt;
    return word;
}

std::optional<National> toll(std::string_view digits) {
    const auto size = digits.size();
    if (digits.starts_with("600")) return National{PhoneKind::toll, doubt_if(size != 10, words::k_doubt_toll_length)};
    if (digits.starts_with("800") && size <= 10)
        return National{PhoneKind::toll, doubt_if(size != k_national_digits, words::k_doubt_toll_length)};
    if (digits.starts_with("809") && size <= 10) return National{PhoneKind::toll, std::nullopt};
    return std::nullopt;
}

/// 999999999, 911111111, 912345678: what is typed to get past a form.
bool is_filler(std::string_view digits) {
    if (is_fictional(digits)) return false;
    const auto subscriber = digits.substr(digits.size() - 8);
    return subscriber.find_first_not_of(subscriber.front()) == std::string_view::npos || subscriber == "12345678" ||
           subscriber == "87654321";
}

}  // namespace

std::optional<National> national(std::string_view digits) {
    if (const auto found = toll(digits)) return found;
    if (digits.size() != k_national_digits) return std::nullopt;
    const auto filler = doubt_if(is_filler(digits), words::k_doubt_filler);
    if (digits.front() == '9') return National{PhoneKind::mobile, filler};
    const bool is_known = digits.front() == '2' || std::ranges::find(k_areas, digits.substr(0, 2)) != std::end(k_areas);
    return National{PhoneKind::landline, is_known ? filler : doubt_if(true, words::k_doubt_area)};
}

bool is_fictional(std::string_view digits) {
    return digits.size() == k_national_digits && digits.starts_with("900000");
}

std::vector<std::size_t> groups_of(PhoneKind kind, std::string_view digits) {
    if (kind == PhoneKind::toll) return {3, 3, digits.size() - 6};
    if (kind == PhoneKind::mobile || digits.front() == '2') return {1, 4, 4};
    return {2, 3, 4};
}

std::size_t country_code_length(std::string_view digits) {
    if (digits.front() == '1' || digits.front() == '7') return 1;
    return std::ranges::find(k_two_digit_countries, digits.substr(0, 2)) != std::end(k_two_digit_countries) ? 2 : 3;
}

}  // namespace hebra::chile
