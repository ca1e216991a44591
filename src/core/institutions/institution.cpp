#include "core/institutions/institution.hpp"

#include <algorithm>

#include "base/fold.hpp"

namespace hebra::institutions {

std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Word word_of(Sector sector) {
    switch (sector) {
        case Sector::helpline: return words::k_helpline;
        case Sector::health: return words::k_health;
        case Sector::childhood: return words::k_childhood;
        case Sector::education: return words::k_education;
        case Sector::justice: return words::k_justice;
        case Sector::municipal: return words::k_municipal;
        case Sector::gender: return words::k_gender;
        case Sector::community: break;
    }
    return words::k_community;
}

bool is_same_name(std::string_view one, std::string_view other) { return fold(one) == fold(other); }

Result<NewInstitution> check(NewInstitution institution) {
    constexpr std::size_t k_longest = 120;
    std::vector<FieldError> errors;
    auto& name = institution.name;
    const auto first = name.find_first_not_of(" \t\r\n");
    name = first == name.npos ? "" : name.substr(first, name.find_last_not_of(" \t\r\n") - first + 1);
    if (folded_words(fold(name)).empty()) errors.push_back({"/name", words::k_name_needed});
    else if (count_letters(name) > k_longest) errors.push_back({"/name", words::k_name_long});
    if (institution.comuna) {
        const auto theirs = institution.comuna->region();
        if (institution.region && *institution.region != theirs) errors.push_back({"/comuna", words::k_comuna_elsewhere});
        institution.region = theirs;
    }
    if (errors.empty()) return institution;
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

}  // namespace hebra::institutions
