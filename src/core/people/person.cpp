#include "core/people/person.hpp"

#include <cstdlib>
#include <iterator>

namespace hebra::people {
namespace {

bool has_name(const Identity& identity) { return identity.given_names || identity.first_surname || identity.second_surname; }

/// First code point of a word, the rest as dots: what is hidden keeps no length beyond eight.
std::string mask_word(std::string_view word) {
    std::size_t first = 1;
    while (first < word.size() && (static_cast<unsigned char>(word[first]) >> 6) == 2) ++first;
    std::string masked(word.substr(0, first));
    for (int i = 0; i < 5; ++i) masked += "•";
    return masked;
}

void add_masked(std::string& out, const std::optional<Name>& name) {
    if (!name || name->empty()) return;
    if (!out.empty()) out += ' ';
    out += mask_word(name->reveal());
}

}  // namespace

Result<> check(IdentityLevel level, const Identity& identity, Date today, std::vector<FieldError> more) {
    std::vector<FieldError> errors;
    const auto say_no = [&](const char* pointer, const Word& word) { errors.push_back({pointer, word}); };

    if (level == IdentityLevel::anonymous) {
        if (identity.given_names) say_no("/given_names", words::k_anonymous_has_name);
        if (identity.first_surname) say_no("/first_surname", words::k_anonymous_has_name);
        if (identity.second_surname) say_no("/second_surname", words::k_anonymous_has_name);
        if (identity.run) say_no("/run", words::k_anonymous_has_name);
        if (identity.document) say_no("/document", words::k_anonymous_has_name);
    }
    if (level == IdentityLevel::pseudonymous && !identity.alias && !identity.social_name && !identity.given_names)
        say_no("/alias", words::k_alias_needed);
    if (level == IdentityLevel::identified && !has_name(identity) && !identity.run && !identity.document)
        say_no("/given_names", words::k_name_needed);

    if (identity.birth_date) {
        const int years = age_on(identity.birth_date->day(), today);
        if (identity.birth_date->day() > today || years > Age::k_maximum) say_no("/birth_date", words::k_birth_out_of_range);
        else if (identity.age_stated && std::abs(static_cast<int>(identity.age_stated->number()) - years) > 1)
            say_no("/age_stated", words::k_age_disagrees);
    }
    errors.insert(errors.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

std::optional<int> age(const Identity& identity, Date today) {
    if (identity.birth_date) return age_on(identity.birth_date->day(), today);
    if (identity.age_stated) return static_cast<int>(identity.age_stated->number());
    return std::nullopt;
}

Private called(const Identity& identity) {
    for (const auto* name : {&identity.social_name, &identity.given_names, &identity.alias})
        if (*name && !(*name)->empty()) return **name;
    return {};
}

Private masked_name(const Identity& identity) {
    std::string masked;
    add_masked(masked, identity.social_name ? identity.social_name : identity.given_names ? identity.given_names : identity.alias);
    add_masked(masked, identity.first_surname);
    add_masked(masked, identity.second_surname);
    return Private(masked);
}

}  // namespace hebra::people
