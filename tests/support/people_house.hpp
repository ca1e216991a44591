// A house with institutions and the people they attend. For tests only.
#pragma once
#include "core/institutions/institutions.hpp"
#include "core/people/people.hpp"
#include "tests/support/house.hpp"

namespace hebra::test {

inline std::optional<Private> said(std::string text) {
    return Private(std::move(text));
}

/// Somebody invented, identified by their names.
inline people::NewPerson named(std::string given, std::string first_surname, std::string second_surname = {}) {
    people::NewPerson person;
    person.identity = people::IdentityLevel::identified;
    person.given_names = said(std::move(given));
    person.first_surname = said(std::move(first_surname));
    if (!second_surname.empty()) person.second_surname = said(std::move(second_surname));
    return person;
}

inline people::NewPerson anonymous() {
    people::NewPerson person;
    person.identity = people::IdentityLevel::anonymous;
    return person;
}

struct PeopleHouse : House {
    using House::House;

    InstitutionId found(const std::string& name = "CESFAM Demo Norte") {
        clock.advance(std::chrono::milliseconds(1));  // so that its id is greater than the last one's
        return institutions
            .found({},
                   {name, institutions::LegalNature::public_body, institutions::Sector::health, std::nullopt, std::nullopt})
            .value()
            .id;
    }

    institutions::Institutions institutions{database, vault, audit, clock};
    people::People people{database, vault, audit,
                          [this](InstitutionId one, InstitutionId other) { return institutions.are_in_one_network(one, other); }, clock};
};

}  // namespace hebra::test
