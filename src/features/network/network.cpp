#include "features/network/network.hpp"

#include <algorithm>
#include <tuple>

#include "features/network/api.hpp"

namespace hebra::network {
namespace {

using institutions::Agreement;
using institutions::Institution;
using institutions::Institutions;

bool is_in(const std::vector<Institution>& network, InstitutionId id) {
    return std::ranges::count(network, id, &Institution::id) > 0;
}

bool is_party(const Agreement& agreement, InstitutionId id) { return agreement.first_id == id || agreement.second_id == id; }

bool coordinates(Institutions& institutions, const Actor& actor, const Agreement& agreement) {
    if (!actor.may(k_network_coordinate)) return false;
    const auto own = institutions.network_of(actor.institution);
    return is_in(own, agreement.first_id) || is_in(own, agreement.second_id);  // one of them may be about to come in
}

/// Whom one may agree with: those one's network reaches, so that an institution cannot bring itself into a network. A
/// coordinator brings in one that has no agreement with anybody, nor will.
bool may_agree_with(Institutions& institutions, const Actor& actor, InstitutionId own, InstitutionId other) {
    if (is_in(institutions.network_of(own), other)) return true;
    return actor.may(k_network_coordinate) && is_in(institutions.unattached(), other);
}

}  // namespace

std::vector<Institution> institutions_for(Institutions& institutions, const Actor& actor) {
    auto seen = institutions.network_of(actor.institution);
    if (!actor.may(k_network_coordinate)) return seen;
    for (auto& one : institutions.unattached())
        if (!is_in(seen, one.id)) seen.push_back(std::move(one));
    std::ranges::sort(seen, {}, [](const Institution& one) { return std::tie(one.name, one.id); });
    return seen;
}

Network network_of(Institutions& institutions, const Actor& actor, Date today) {
    Network network{institutions_for(institutions, actor), {}, {}, {}};
    const bool may_act = actor.may(k_agreement_sign), all = actor.may(k_network_coordinate);
    const auto everybody = institutions.all();
    const auto name_of = [&](InstitutionId id) {
        const auto found = std::ranges::find(*everybody, id, &Institution::id);
        return found == everybody->end() ? std::string() : found->name;
    };
    for (const auto& agreement : institutions.agreements()) {
        const bool inside = is_in(network.institutions, agreement.first_id) && is_in(network.institutions, agreement.second_id);
        if (institutions::in_force(agreement, today) && inside) network.agreements.push_back(agreement);
        const bool own = is_party(agreement, actor.institution);
        if (!own && !(all && inside)) continue;
        KnownAgreement known;
        static_cast<Agreement&>(known) = agreement;
        known.first_name = name_of(agreement.first_id);
        known.second_name = name_of(agreement.second_id);
        known.standing = institutions::standing(agreement, today);
        const bool proposed = known.standing == institutions::Standing::proposed;
        const auto& signer = agreement.first_id == actor.institution ? agreement.first_signer : agreement.second_signer;
        known.may_sign = may_act && own && proposed && signer.empty() && agreement.ends_on >= today;
        known.may_decline = may_act && proposed && (own || (agreement.first_signer.empty() && agreement.second_signer.empty()));
        known.may_end = may_act && institutions::is_signed(agreement) && agreement.ends_on > today;
        network.known.push_back(std::move(known));
    }
    std::ranges::reverse(network.known);
    for (const auto& rule : institutions::k_level_defaults)
        network.levels.push_back({rule.level, rule.class_limit, rule.events_visible});
    return network;
}

Result<Agreement> agree(Institutions& institutions, const Actor& actor, const institutions::NewAgreement& agreement) {
    const auto own = agreement.on_behalf_of.value_or(actor.institution);
    if (own != actor.institution) {
        // Somebody else's agreement: only a coordinator, and only where their own network reaches.
        if (!actor.may(k_network_coordinate) || !is_in(institutions.network_of(actor.institution), own)) return not_found();
    }
    if (!may_agree_with(institutions, actor, own, agreement.with)) return not_found();
    if (agreement.other_signer) return refuse_field("/other_signer", words::k_other_signs);
    auto proposed = agreement;
    if (own == actor.institution) proposed.on_behalf_of.reset();
    else if (agreement.own_signer) return refuse_field("/own_signer", words::k_other_signs);
    return institutions.agree(actor, own, proposed);
}

Result<Agreement> move(Institutions& institutions, const Actor& actor, institutions::AgreementId id, const AgreementMove& request) {
    HEBRA_TRY(const auto agreement, institutions.find_agreement(id));
    const bool own = is_party(agreement, actor.institution);
    if (!own && !coordinates(institutions, actor, agreement)) return not_found();
    switch (request.action) {
        case AgreementAction::sign: return institutions.sign(actor, id, request.signer.value_or(""), request.version);
        case AgreementAction::decline: return institutions.decline(actor, id, request.version);
        case AgreementAction::end: break;
    }
    if (!request.ends_on) return refuse_field("/ends_on", words::k_last_day_needed);
    return institutions.end(actor, id, *request.ends_on, request.version);
}

Result<EndingEffects> ending(Institutions& institutions, const Actor& actor, institutions::AgreementId id, const BetweenOf& between) {
    HEBRA_TRY(const auto agreement, institutions.find_agreement(id));
    const bool own = is_party(agreement, actor.institution);
    if (!own && !coordinates(institutions, actor, agreement)) return not_found();
    const auto [open, shared] = between(agreement.first_id, agreement.second_id);
    EndingEffects effects{open, own && agreement.events_visible ? std::optional(shared) : std::nullopt, agreement.events_visible, {}};
    const auto left = institutions.network_of(actor.institution, id);
    for (const auto& institution : institutions.network_of(actor.institution))
        if (!is_in(left, institution.id)) effects.lost.push_back(institution.name);
    return effects;
}

}  // namespace hebra::network
