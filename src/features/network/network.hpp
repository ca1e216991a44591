// The network as one institution sees it: who is in it, and each pair's agreement today.
#pragma once
#include <functional>
#include <vector>

#include "core/institutions/institutions.hpp"

namespace hebra::network {

/// What a level allows unless the parties agree otherwise, for the page that explains it.
struct LevelRule {
    institutions::Level level;
    int class_limit;
    bool events_visible;
};
BOOST_DESCRIBE_STRUCT(LevelRule, (), (level, class_limit, events_visible))

/// An agreement of any time, and what the caller may do about it now.
struct KnownAgreement : institutions::Agreement {
    std::string first_name;
    std::string second_name;
    institutions::Standing standing;
    bool may_sign;
    bool may_decline;
    bool may_end;
};
BOOST_DESCRIBE_STRUCT(KnownAgreement, (institutions::Agreement), (first_name, second_name, standing, may_sign, may_decline, may_end))

struct Network {
    std::vector<institutions::Institution> institutions;  ///< of one's network; who coordinates sees the unattached ones too
    std::vector<institutions::Agreement> agreements;  ///< in force today, between members
    std::vector<LevelRule> levels;
    /// Of one's own institution, the newest first: proposed, refused, to come, in force, ended. Who coordinates sees those of
    /// the whole network.
    std::vector<KnownAgreement> known;
};
BOOST_DESCRIBE_STRUCT(Network, (), (institutions, agreements, levels, known))

struct InstitutionList {
    std::vector<institutions::Institution> items;
};
BOOST_DESCRIBE_STRUCT(InstitutionList, (), (items))

enum class AgreementAction { sign, decline, end };
BOOST_DESCRIBE_ENUM(AgreementAction, sign, decline, end)

/// `sign` names its signer, `end` its last day in force; `decline` says no to a proposal, or takes one's own back.
struct AgreementMove {
    AgreementAction action;
    int version;
    std::optional<std::string> signer;
    std::optional<Date> ends_on;
};
BOOST_DESCRIBE_STRUCT(AgreementMove, (), (action, version, signer, ends_on))

/// What ending an agreement changes. Counts and institutions, nobody's thread.
struct EndingEffects {
    std::int64_t open_referrals;       ///< between both, either way: they go on
    /// With people of both, whose other side's knots stop being seen. Told only to a party that sees them today: anybody else
    /// could learn from the count whom the other institution attends.
    std::optional<std::int64_t> shared_threads;
    bool hides_events;
    std::vector<std::string> lost;     ///< whom one's institution would no longer reach, directly or through others
};
BOOST_DESCRIBE_STRUCT(EndingEffects, (), (open_referrals, shared_threads, hides_events, lost))

/// What two institutions have between them, told by the rooms that know.
struct Between {
    std::int64_t open_referrals = 0;
    std::int64_t shared_threads = 0;
};
using BetweenOf = std::function<Between(InstitutionId, InstitutionId)>;

namespace words {
inline constexpr Word k_other_signs{"other_signs", "Cada institución firma por sí misma, desde su página de la red.",
                                    "Each institution signs for itself, on its own network page."};
inline constexpr Word k_last_day_needed{"last_day_needed", "Diga el último día en que rige.", "Say the last day it is in force."};
}  // namespace words

/// The institutions one works with. Whoever coordinates sees also those without an agreement, to bring them in.
std::vector<institutions::Institution> institutions_for(institutions::Institutions& institutions, const Actor& actor);

Network network_of(institutions::Institutions& institutions, const Actor& actor, Date today);

/// Proposes for one's own institution, which signs with it. A coordinator may also propose to any pair of the network, and then
/// each of the two signs. Nobody states another institution's signature (`other_signs`).
Result<institutions::Agreement> agree(institutions::Institutions& institutions, const Actor& actor,
                                      const institutions::NewAgreement& agreement);

/// A party signs or declines; a party or the network's coordinator ends.
Result<institutions::Agreement> move(institutions::Institutions& institutions, const Actor& actor, institutions::AgreementId id,
                                     const AgreementMove& request);

/// For whoever may end it; `not_found` to others.
Result<EndingEffects> ending(institutions::Institutions& institutions, const Actor& actor, institutions::AgreementId id,
                             const BetweenOf& between);

}  // namespace hebra::network
