#include "features/network/institution_page.hpp"

#include <algorithm>

#include "features/network/api.hpp"
#include "features/network/network.hpp"

namespace hebra::network {
namespace {

using institutions::Institution;
using institutions::Institutions;

/// Whoever is outside one's network does not exist for one.
Result<Institution> seen_by(Institutions& institutions, const Actor& actor, InstitutionId id) {
    const auto known = institutions_for(institutions, actor);
    const auto found = std::ranges::find(known, id, &Institution::id);
    if (found == known.end()) return not_found();
    return *found;
}

bool may_name(const Actor& actor, InstitutionId id) {
    return actor.may(k_contacts_name) && (id == actor.institution || actor.may(k_network_coordinate));
}

bool may_correct(const Actor& actor, InstitutionId id) {
    return actor.may(k_institution_correct) && (id == actor.institution || actor.may(k_network_coordinate));
}

}  // namespace

Result<Institution> correct(Institutions& institutions, const Actor& actor, InstitutionId id, const institutions::InstitutionChange& change,
                            int seen) {
    HEBRA_CHECK(seen_by(institutions, actor, id));
    if (!may_correct(actor, id)) return refuse(Refused::forbidden, words::k_not_yours_to_correct);
    // As new as the caller saw it, on whichever server: an older nature is not one's own to bring back.
    HEBRA_TRY(const auto now, institutions.find(id, seen));
    if (change.legal_nature.value_or(now.legal_nature) != now.legal_nature && !actor.may(k_network_coordinate))
        return refuse_field("/legal_nature", words::k_nature_by_network);
    return institutions.correct(actor, id, change, seen, [&] { return institutions_for(institutions, actor); });
}

Result<InstitutionPage> page_of(Institutions& institutions, const Actor& actor, InstitutionId id) {
    InstitutionPage page;
    HEBRA_TRY(static_cast<Institution&>(page), seen_by(institutions, actor, id));
    page.is_own = id == actor.institution;
    page.is_coordinator = institutions.coordinator() == id;
    if (const auto agreement = institutions.agreement_between(actor.institution, id)) page.level = agreement->level;
    page.may_name_contacts = may_name(actor, id);
    page.may_correct = may_correct(actor, id);
    page.may_correct_nature = page.may_correct && actor.may(k_network_coordinate);
    return page;
}

Result<institutions::ContactPeopleList> contacts_of(Institutions& institutions, institutions::ContactPeople& contacts, const Actor& actor,
                                                    InstitutionId id) {
    HEBRA_CHECK(seen_by(institutions, actor, id));
    return contacts.of(id);
}

Result<institutions::ContactPeopleList> name_contacts(Institutions& institutions, institutions::ContactPeople& contacts, const Actor& actor,
                                                      InstitutionId id, std::vector<institutions::ContactPerson> people, int seen) {
    HEBRA_CHECK(seen_by(institutions, actor, id));
    if (!may_name(actor, id)) return refuse(Refused::forbidden, words::k_not_yours_to_name);
    return contacts.name(actor, id, std::move(people), seen);
}

}  // namespace hebra::network
