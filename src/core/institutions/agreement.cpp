#include "core/institutions/agreement.hpp"

#include "base/fold.hpp"
#include "core/institutions/institution.hpp"

namespace hebra::institutions {

Standing standing(const Agreement& agreement, Date today) {
    if (!is_signed(agreement)) return is_proposal(agreement) ? Standing::proposed : Standing::declined;
    if (today < agreement.starts_on) return Standing::to_come;
    return today <= agreement.ends_on ? Standing::in_force : Standing::ended;
}

std::optional<Word> doubt_of_signer(std::string_view signer) {
    constexpr std::size_t k_longest = 120;
    if (folded_words(fold(signer)).empty()) return words::k_signer_needed;
    if (count_letters(signer) > k_longest) return words::k_signer_long;
    return std::nullopt;
}

Result<> check(const NewAgreement& agreement, InstitutionId own, Date today) {
    std::vector<FieldError> errors;
    const auto say_no = [&](const char* pointer, const Word& word) { errors.push_back({pointer, word}); };
    if (agreement.with == own) say_no("/with", words::k_same_institution);
    if (!agreement.other_signer && agreement.starts_on < today) say_no("/starts_on", words::k_proposed_late);
    if (agreement.ends_on < agreement.starts_on) say_no("/ends_on", words::k_ends_before_start);
    if (agreement.class_limit && (*agreement.class_limit < 0 || *agreement.class_limit > 2))
        say_no("/class_limit", words::k_class_too_high);
    if (agreement.goal && *agreement.goal < agreement.level) say_no("/goal", words::k_goal_below_level);
    const bool is_for_others = agreement.on_behalf_of.has_value() && !agreement.other_signer;
    if (!agreement.own_signer && !is_for_others) say_no("/own_signer", words::k_signer_needed);
    const auto check_signer = [&](const char* pointer, const std::optional<std::string>& signer) {
        if (!signer) return;
        if (const auto doubt = doubt_of_signer(*signer)) say_no(pointer, *doubt);
    };
    check_signer("/own_signer", agreement.own_signer);
    check_signer("/other_signer", agreement.other_signer);
    const bool shows = default_of(agreement.level).events_visible;
    if (!agreement.other_signer && agreement.events_visible.value_or(shows) != shows) say_no("/events_visible", words::k_level_shows);
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

}  // namespace hebra::institutions
