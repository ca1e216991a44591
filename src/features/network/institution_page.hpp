// One institution of one's network: what it is, where it stands to one's own, and whom to call there.
#pragma once
#include "core/institutions/contact_people.hpp"
#include "core/institutions/institutions.hpp"

namespace hebra::network {

struct InstitutionPage : institutions::Institution {
    bool is_own;
    bool is_coordinator;                       ///< it coordinates the network
    std::optional<institutions::Level> level;  ///< agreed with one's own and in force today
    bool may_name_contacts;
    bool may_correct;
    bool may_correct_nature;  ///< which law binds it: for whoever coordinates
};
BOOST_DESCRIBE_STRUCT(InstitutionPage, (institutions::Institution), (is_own, is_coordinator, level, may_name_contacts, may_correct, may_correct_nature))

namespace words {
inline constexpr Word k_not_yours_to_name{"not_yours_to_name", "Sus personas de contacto las nombra esa institución, o quien coordina la red.",
                                          "That institution, or whoever coordinates the network, names its contact people."};
inline constexpr Word k_not_yours_to_correct{"not_yours_to_correct", "Lo que se dice de otra institución lo corrige ella, o quien coordina la red.",
                                             "What is said of another institution is corrected by itself, or by whoever coordinates the network."};
inline constexpr Word k_nature_by_network{"nature_by_network", "Qué es en derecho decide qué ley la obliga: lo corrige quien coordina la red. Pídaselo.",
                                          "What it is in law decides which law binds it: whoever coordinates the network corrects it. Ask them."};
}  // namespace words

/// `not_found` for whoever is outside one's network.
Result<InstitutionPage> page_of(institutions::Institutions& institutions, const Actor& actor, InstitutionId id);

/// An institution corrects its own name, area and place; whoever coordinates corrects those of its network, and alone says what one
/// is in law: a body does not make itself public. `not_yours_to_correct`, `nature_by_network`.
Result<institutions::Institution> correct(institutions::Institutions& institutions, const Actor& actor, InstitutionId id,
                                          const institutions::InstitutionChange& change, int seen);

/// Told to whoever works with it: its own staff, and that of institutions tied to it by agreements in force. `not_found` to others.
Result<institutions::ContactPeopleList> contacts_of(institutions::Institutions& institutions, institutions::ContactPeople& contacts,
                                                    const Actor& actor, InstitutionId id);
/// An institution names its own; whoever coordinates may name those of the network's others. `not_yours_to_name`.
Result<institutions::ContactPeopleList> name_contacts(institutions::Institutions& institutions, institutions::ContactPeople& contacts,
                                                      const Actor& actor, InstitutionId id, std::vector<institutions::ContactPerson> people,
                                                      int seen);

}  // namespace hebra::network
