// The network as one institution sees it: who is in it, and each pair's agreement today.
#pragma once
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

struct Network {
    std::vector<institutions::Institution> institutions;
    std::vector<institutions::Agreement> agreements;  ///< in force today, between members
    std::vector<LevelRule> levels;
};
BOOST_DESCRIBE_STRUCT(Network, (), (institutions, agreements, levels))

struct InstitutionList {
    std::vector<institutions::Institution> items;
};
BOOST_DESCRIBE_STRUCT(InstitutionList, (), (items))

struct EndAgreement {
    Date ends_on;  ///< the last day it is in force
    int version;
};
BOOST_DESCRIBE_STRUCT(EndAgreement, (), (ends_on, version))

Network network_of(institutions::Institutions& institutions, InstitutionId institution, Date today);

/// Signs for one's own institution, or, as a coordinator, for any pair of one's network.
Result<institutions::Agreement> sign(institutions::Institutions& institutions, const Actor& actor,
                                     const institutions::NewAgreement& agreement, Date today);

Result<institutions::Agreement> end(institutions::Institutions& institutions, const Actor& actor, institutions::AgreementId id,
                                    const EndAgreement& request);

}  // namespace hebra::network
