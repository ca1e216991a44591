// What travelled about a person, to whom, on which right; and the withdrawal of a consent (workflows.md §6).
#pragma once
#include "core/disclosure/disclosure.hpp"
#include "features/referrals/referral.hpp"

namespace hebra::referrals {

/// In the origin's chain, when the recipient reads the package.
inline constexpr std::string_view k_open_package = "referral.open_package";

/// The consent that a disclosure rests on.
struct ConsentGiven {
    disclosure::Giver giver;
    disclosure::Method method;
    disclosure::ChildAssent child_assent;
    Time given_at;
    Date valid_until;
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (giver, method, child_assent, given_at, valid_until))

/// Whether its recipient opened what was disclosed (workflows.md §6, opened_by): what was read cannot be unread.
struct PackageOpening {
    int times;
    Time first_at;
    Time last_at;
};
BOOST_DESCRIBE_STRUCT(PackageOpening, (), (times, first_at, last_at))

/// One time that data left, as the origin and the person may see it.
struct Disclosed {
    disclosure::DisclosureId id;
    ReferralId referral_id;
    std::optional<InstitutionId> recipient_id;
    std::string recipient_name;
    std::string service_name;
    std::vector<int> classes;
    std::vector<std::string> fields;  ///< names only
    std::vector<int> beyond_agreement;  ///< of the classes: those above what the two institutions agreed
    disclosure::BasisKind basis;
    std::optional<std::string> article;      ///< by which law, when not by consent
    std::optional<Private> justification;    ///< and why, as it was written when it was sent
    int package_version;
    std::string package_hash;
    Time disclosed_at;
    Time expires_at;
    std::optional<Time> revoked_at;
    bool in_force;                                     ///< the recipient can read it now
    Status referral_status;
    std::optional<disclosure::DirectiveId> directive_id;  ///< the consent it rests on
    std::optional<Time> withdrawn_at;
    bool can_withdraw;
    std::optional<ConsentGiven> consent;
    std::optional<PackageOpening> opened;
};
BOOST_DESCRIBE_STRUCT(Disclosed, (), (id, referral_id, recipient_id, recipient_name, service_name, classes, fields, beyond_agreement, basis,
                                      article, justification, package_version, package_hash, disclosed_at, expires_at, revoked_at,
                                      in_force, referral_status, directive_id, withdrawn_at, can_withdraw, consent, opened))

struct DisclosureList {
    std::vector<Disclosed> items;
};
BOOST_DESCRIBE_STRUCT(DisclosureList, (), (items))

/// The person's word, as an agent heard or read it.
struct Withdrawal {
    disclosure::Giver giver;
    disclosure::Method method;
};
BOOST_DESCRIBE_STRUCT(Withdrawal, (), (giver, method))

}  // namespace hebra::referrals
