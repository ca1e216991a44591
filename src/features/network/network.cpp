#include "features/network/network.hpp"

#include <algorithm>

#include "features/network/api.hpp"

namespace hebra::network {
namespace {

using institutions::Agreement;
using institutions::Institution;
using institutions::Institutions;

bool is_in(const std::vector<Institution>& network, InstitutionId id) {
    return std::ranges::count(network, id, &Institution::id) > 0;
}

/// Whom one may sign with alone, since the paper of the other side is only stated: those one's network reaches, so that an
/// institution cannot bring itself into a network. A coordinator brings in one that has no agreement with anybody, nor will.
bool may_sign_with(Institutions& institutions, const Actor& actor, InstitutionId own, InstitutionId other, Date today) {
    if (is_in(institutions.network_of(own), other)) return true;
    const auto binds = [&](const Agreement& one) { return (one.first_id == other || one.second_id == other) && one.ends_on >= today; };
    return actor.may(k_network_coordinate) && std::ranges::none_of(*institutions.agreements(), binds);
}

}  // namespace

Network network_of(Institutions& institutions, InstitutionId institution, Date today) {
    Network network{institutions.network_of(institution), {}, {}};
    for (const auto& agreement : *institutions.agreements())
        if (institutions::in_force(agreement, today) && is_in(network.institutions, agreement.first_id) &&
            is_in(network.institutions, agreement.second_id))
            network.agreements.push_back(agreement);
    for (const auto& rule : institutions::k_level_defaults)
        network.levels.push_back({rule.level, rule.class_limit, rule.events_visible});
    return network;
}

Result<Agreement> sign(Institutions& institutions, const Actor& actor, const institutions::NewAgreement& agreement, Date today) {
    const auto own = agreement.on_behalf_of.value_or(actor.institution);
    if (own != actor.institution) {
        // Somebody else's agreement: only a coordinator, and only where their own network reaches.
        if (!actor.may(k_network_coordinate) || !is_in(institutions.network_of(actor.institution), own)) return not_found();
    }
    if (!may_sign_with(institutions, actor, own, agreement.with, today)) return not_found();
    return institutions.agree(actor, own, agreement);
}

Result<Agreement> end(Institutions& institutions, const Actor& actor, institutions::AgreementId id, const EndAgreement& request) {
    HEBRA_TRY(const auto agreement, institutions.find_agreement(id));
    const bool own = agreement.first_id == actor.institution || agreement.second_id == actor.institution;
    const bool coordinates = actor.may(k_network_coordinate) && is_in(institutions.network_of(actor.institution), agreement.first_id);
    if (!own && !coordinates) return not_found();
    return institutions.end(actor, id, request.ends_on, request.version);
}

}  // namespace hebra::network
