#include "core/institutions/institutions.hpp"

#include <algorithm>

#include "access/once/once.hpp"
#include "core/institutions/store.hpp"

namespace hebra::institutions {

Result<Institution> Institutions::found(const Actor& actor, const NewInstitution& given, const Seen& seen) {
    HEBRA_TRY(const auto institution, check(given));
    const Time now = clock_.now();
    const Institution founded{InstitutionId::make(now), institution.name,   institution.legal_nature, institution.sector,
                              institution.region,       institution.comuna, 1};
    std::optional<std::string> before;
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(before, access::claim_once(tx, actor, founded.id.text(), now));
        if (before) return {};
        // Inside, so that a repeat under its key, which finds its own name, is answered as the first time.
        if (is_taken(tx, founded, seen, true)) return refuse_field("/name", words::k_name_taken);
        vault_.found(tx, founded.id);
        const auto entry = audit_.record_in(tx, founded.id, actor, {.action = "institution.found", .subject = founded.id.value()});
        store::add(tx, founded, now, entry);
        return {};
    }));
    refresh();
    return before ? find(InstitutionId::parse(*before).value()) : founded;
}

bool Institutions::is_taken(db::Tx& tx, const Institution& named, const Seen& seen, bool sees_new) {
    if (!seen) return false;
    store::wait_for_other_names(tx);
    const auto known = all();  // first: what is in it and is not seen after it is out of sight, and not only new
    const auto in_sight = seen();
    return std::ranges::any_of(store::all(tx), [&](const Institution& one) {
        if (one.id == named.id || !is_same_name(one.name, named.name)) return false;
        const bool is_new = std::ranges::count(*known, one.id, &Institution::id) == 0;
        return std::ranges::count(in_sight, one.id, &Institution::id) > 0 || (sees_new && is_new);
    });
}

Result<Institution> Institutions::find(InstitutionId id) {
    const auto known = all();
    const auto found = std::ranges::find(*known, id, &Institution::id);
    if (found == known->end()) return not_found();
    return *found;
}

Result<Institution> Institutions::find(InstitutionId id, int seen) {
    HEBRA_TRY(const auto known, find(id));
    if (known.version >= seen) return known;
    refresh();
    return find(id);
}

Snapshot<std::vector<Institution>> Institutions::all() { return known().institutions; }

Snapshot<std::vector<Agreement>> Institutions::agreements() { return known().agreements; }

std::optional<InstitutionId> Institutions::coordinator() { return known().coordinator; }

Result<> Institutions::name_coordinator(const Actor& actor, InstitutionId id) {
    HEBRA_CHECK(find(id));
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        audit_.record(tx, actor, {.action = "institution.coordinate", .subject = id.value()});
        store::save_coordinator(tx, id);
        return {};
    }));
    refresh();
    return {};
}

Institutions::Known Institutions::known() {
    const std::scoped_lock lock(mutex_);
    return known_;
}

void Institutions::refresh() {
    const std::scoped_lock order(refreshing_);
    auto read = database_.read([](db::Reader& reader) {
        return Known{std::make_shared<const std::vector<Institution>>(store::all(reader)),
                     std::make_shared<const std::vector<Agreement>>(store::agreements(reader)), store::coordinator(reader)};
    });
    const std::scoped_lock lock(mutex_);
    known_ = std::move(read);
}

Result<Agreement> Institutions::agree(const Actor& actor, InstitutionId own, const NewAgreement& given) {
    HEBRA_CHECK(find(given.with));
    const auto checked = check(given, own, today());
    const Time now = clock_.now();
    const auto by_default = default_of(given.level);
    const bool own_is_first = own < given.with;
    const Agreement agreement{.id = AgreementId::make(now),
                              .first_id = own_is_first ? own : given.with,
                              .second_id = own_is_first ? given.with : own,
                              .level = given.level,
                              .goal = given.goal,
                              .class_limit = given.class_limit.value_or(by_default.class_limit),
                              .events_visible = given.other_signer && given.events_visible.value_or(by_default.events_visible),
                              .starts_on = given.starts_on,
                              .ends_on = given.ends_on,
                              .first_signer = (own_is_first ? given.own_signer : given.other_signer).value_or(""),
                              .second_signer = (own_is_first ? given.other_signer : given.own_signer).value_or(""),
                              .version = 1};
    return record(actor, agreement, is_signed(agreement) ? "agreement.sign" : "agreement.propose",
                  [&](db::Tx& tx, audit::EntryId entry) -> Result<> {
                      HEBRA_CHECK(checked);  // inside: a repeat after midnight is answered as the first time
                      if (store::add_agreement(tx, agreement, now, entry)) return {};
                      return refuse(Refused::conflict, is_signed(agreement) ? words::k_already_agreed : words::k_already_proposed);
                  },
                  is_signed(agreement) ? std::nullopt : std::optional(AgreementAct::proposed));
}

Result<Agreement> Institutions::record(const Actor& actor, const Agreement& after, std::string_view action,
                                       const std::function<Result<>(db::Tx&, audit::EntryId)>& write, std::optional<AgreementAct> told) {
    std::optional<std::string> before;
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(before, access::claim_once(tx, actor, after.id.text(), clock_.now()));
        if (before) return {};
        const audit::Act act{.action = action, .subject = after.id.value()};
        const auto entry = audit_.record_in(tx, after.first_id, actor, act);
        audit_.record_in(tx, after.second_id, actor, act);
        HEBRA_CHECK(write(tx, entry));
        if (told && tell_parties_) tell_parties_(tx, {*told, after, actor.institution, clock_.now(), entry});
        return {};
    }));
    refresh();
    return before ? find_agreement(AgreementId::parse(*before).value()) : after;
}

Result<Agreement> Institutions::sign(const Actor& actor, AgreementId id, const std::string& signer, int seen) {
    HEBRA_TRY(auto agreement, find_agreement(id, seen));
    const bool is_first = agreement.first_id == actor.institution;
    if (!is_first && agreement.second_id != actor.institution) return not_found();
    auto& own = is_first ? agreement.first_signer : agreement.second_signer;
    if (const auto doubt = doubt_of_signer(signer)) return refuse_field("/signer", *doubt);
    const auto refused = [&]() -> Result<> {
        if (!is_proposal(agreement)) return refuse(Refused::conflict, words::k_not_proposed);
        if (!own.empty()) return refuse(Refused::conflict, words::k_not_yours_to_sign);
        if (agreement.ends_on < today()) return refuse(Refused::conflict, words::k_proposal_late);
        if (agreement.version != seen) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        return {};
    }();
    auto after = agreement;
    (is_first ? after.first_signer : after.second_signer) = signer;
    if (is_signed(after)) {
        after.starts_on = std::max(after.starts_on, today());
        after.events_visible = default_of(after.level).events_visible;
    }
    after.version = seen + 1;
    // Refused inside, so that a repeat under its key, which finds it signed, is answered as the first time.
    return record(actor, after, "agreement.sign", [&](db::Tx& tx, audit::EntryId entry) -> Result<> {
        HEBRA_CHECK(refused);
        return store::sign_agreement(tx, after, seen, entry);
    }, is_signed(after) ? AgreementAct::signed_by_both : AgreementAct::signed_by_one);
}

Result<Agreement> Institutions::decline(const Actor& actor, AgreementId id, int seen) {
    HEBRA_TRY(const auto agreement, find_agreement(id, seen));
    const bool is_party = agreement.first_id == actor.institution || agreement.second_id == actor.institution;
    const bool is_unsigned = agreement.first_signer.empty() && agreement.second_signer.empty();
    auto after = agreement;
    after.ends_on = Date(std::chrono::sys_days(agreement.starts_on) - std::chrono::days(1));
    after.version = seen + 1;
    return record(actor, after, "agreement.decline", [&](db::Tx& tx, audit::EntryId entry) -> Result<> {
        if (!is_proposal(agreement)) return refuse(Refused::conflict, words::k_not_proposed);
        if (!is_party && !is_unsigned) return refuse(Refused::conflict, words::k_one_signed);
        if (agreement.version != seen) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        if (!store::decline_agreement(tx, after, seen, entry)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        return {};
    }, AgreementAct::declined);
}

Result<Agreement> Institutions::find_agreement(AgreementId id, int seen) {
    HEBRA_TRY(const auto known, find_agreement(id));
    if (known.version >= seen) return known;
    refresh();  // another server wrote it a moment ago: what is kept of it here is older than what the caller read there
    return find_agreement(id);
}

Result<Agreement> Institutions::find_agreement(AgreementId id) {
    const auto all = agreements();
    const auto found = std::ranges::find(*all, id, &Agreement::id);
    if (found == all->end()) return not_found();
    return *found;
}

Result<Agreement> Institutions::end(const Actor& actor, AgreementId id, Date last_day, int seen) {
    HEBRA_TRY(const auto agreement, find_agreement(id, seen));
    const auto refused = [&]() -> Result<> {
        if (!is_signed(agreement)) return refuse(Refused::conflict, words::k_not_signed);
        if (agreement.ends_on < today()) return refuse(Refused::conflict, words::k_agreement_over);
        if (last_day < today()) return refuse_field("/ends_on", words::k_last_day_past);
        if (last_day < agreement.starts_on) return refuse_field("/ends_on", words::k_ends_before_start);
        if (last_day > agreement.ends_on) return refuse_field("/ends_on", words::k_only_sooner);
        return {};
    }();
    auto after = agreement;
    after.ends_on = last_day;
    after.version = seen + 1;
    return record(actor, after, "agreement.end", [&](db::Tx& tx, audit::EntryId entry) -> Result<> {
        HEBRA_CHECK(refused);
        if (!store::end_agreement(tx, id, last_day, seen, entry)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        return {};
    }, AgreementAct::ended);
}

std::optional<Agreement> Institutions::agreement_between(InstitutionId one, InstitutionId other) {
    const auto [first, second] = std::minmax(one, other);
    for (const auto& agreement : agreements())
        if (agreement.first_id == first && agreement.second_id == second && in_force(agreement, today())) return agreement;
    return std::nullopt;
}

std::vector<Institution> Institutions::network_of(InstitutionId institution, std::optional<AgreementId> without) {
    const auto now_known = known();
    std::vector<InstitutionId> reached = {institution};
    const auto reach = [&](InstitutionId id) {
        if (std::ranges::count(reached, id) == 0) reached.push_back(id);
    };
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const auto from = reached[i];
        for (const auto& agreement : *now_known.agreements) {
            if (!in_force(agreement, today()) || agreement.id == without) continue;
            if (agreement.first_id == from) reach(agreement.second_id);
            if (agreement.second_id == from) reach(agreement.first_id);
        }
    }
    std::vector<Institution> network;
    for (const auto& known_one : *now_known.institutions)
        if (std::ranges::count(reached, known_one.id) > 0) network.push_back(known_one);
    return network;
}

std::vector<Institution> Institutions::unattached() {
    const auto now_known = known();
    std::vector<Institution> alone;
    for (const auto& one : *now_known.institutions) {
        const auto ties = [&](const Agreement& agreement) {
            return (agreement.first_id == one.id || agreement.second_id == one.id) && is_signed(agreement) && agreement.ends_on >= today();
        };
        if (std::ranges::none_of(*now_known.agreements, ties)) alone.push_back(one);
    }
    return alone;
}

std::optional<InstitutionId> Institutions::coordinator_between(InstitutionId one, std::optional<InstitutionId> other) {
    const auto network = coordinator();
    if (!network || network == one || network == other || !are_in_one_network(one, *network)) return std::nullopt;
    return !other || are_in_one_network(*other, *network) ? network : std::nullopt;
}

bool Institutions::are_in_one_network(InstitutionId one, InstitutionId other) {
    const auto network = network_of(one);
    return std::ranges::count(network, other, &Institution::id) > 0;
}

}  // namespace hebra::institutions
