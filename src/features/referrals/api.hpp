// What may be done with referrals, and who. Rooms that act for a receiver without an account use them through here.
#pragma once
#include "access/keys/vault.hpp"
#include "access/roles/roles.hpp"
#include "core/commitments/holders.hpp"
#include "core/notices/audience.hpp"
#include "core/people/ids.hpp"
#include "features/referrals/ids.hpp"
#include "features/referrals/agenda.hpp"
#include "features/referrals/answers.hpp"
#include "features/referrals/coordination.hpp"
#include "features/referrals/ficha.hpp"
#include "features/referrals/referrals.hpp"
#include "features/referrals/told.hpp"
#include "features/referrals/words.hpp"

namespace hebra::referrals {

inline constexpr Permission k_referral_read{"referral_read"};
inline constexpr Permission k_referral_write{"referral_write"};            ///< write and send
inline constexpr Permission k_referral_move{"referral_move"};              ///< answer, schedule, report, close
inline constexpr Permission k_referral_supervise{"referral_supervise"};    ///< class 4; entered in error
inline constexpr Permission k_referral_coordinate{"referral_coordinate"};  ///< decide a contested decline
/// What travelled about one's own person, to whom and by what right: names of fields, never what they hold.
inline constexpr Permission k_disclosure_read{"disclosure_read"};

inline constexpr commitments::Needed k_needed_to_hold{"referral.", k_referral_move};

/// Everybody who attends, and whoever answers for a network or a territory.
inline std::vector<access::Role> reading_roles() {
    auto roles = access::k_attending;
    roles.push_back(access::Role::regional);
    roles.push_back(access::Role::territorial);
    return roles;
}

inline std::vector<access::Grant> grants() {
    using enum access::Role;
    const auto readers = reading_roles();
    auto watchers = access::k_attending;
    watchers.push_back(privacy_officer);
    return {{k_referral_read, readers},
            {k_disclosure_read, watchers},
            {k_referral_write, access::k_attending},
            {k_referral_move, readers},
            {k_referral_supervise, {supervisor, mesa_coordinator}},
            {k_referral_coordinate, notices::k_coordinating, access::Standing::coordinator}};
}

/// A referral of a person, without opening it: for whoever erases them.
struct Carried {
    ReferralId id;
    InstitutionId other = {};  ///< the institution on the other side; nil without one
    bool ours;                 ///< this institution is the origin: what travelled is its disclosure
    bool ended;
    bool not_begun;            ///< its origin may cancel it: nobody attended them by it yet
};
std::vector<Carried> about_person(db::Reader& reader, InstitutionId institution, PersonId person);

/// What a person said about a referral of theirs: what they want, as it travelled, or what they answered when asked.
struct Said {
    ReferralId referral;
    std::optional<Action> answering;  ///< the move that wrote it; none: their wish, as it was sent
    Time at;
    InstitutionId institution;        ///< where it was heard
    Private words;
    std::optional<Asked> asked = {};  ///< how, with an answer
};
/// The newest referrals first, at most so many. The origin reads them always, the destination while the disclosure lasts.
/// Whoever tells it records the look first.
std::vector<Said> said_by(db::Reader& reader, access::Vault& vault, InstitutionId institution, PersonId person, Time now,
                          std::int64_t most);

/// How often one's own person was sought to be asked about a referral, in vain, since its last move.
struct Sought {
    RecordId referral;
    int tries;
};
BOOST_DESCRIBE_STRUCT(Sought, (), (referral, tries))
/// Whether a commitment is to ask the person how it went.
inline bool is_asking(std::string_view kind) { return kind == "referral.close" || kind == "referral.ask_person"; }
/// Of 1 to 50 referrals; those in which nobody was sought are left out. One statement.
std::vector<Sought> sought_of(db::Reader& reader, InstitutionId institution, std::span<const RecordId> referrals);

/// The newest referral of a thread in which an institution has a part: its own, or one that was sent to it.
std::optional<ReferralId> newest_of_thread(db::Reader& reader, InstitutionId institution, const std::string& thread_code);
/// How it is asked: of a code and an institution.
const std::string& newest_of_thread_sql();

/// Referrals between two institutions, either way, that were sent and have not ended.
std::int64_t open_between(db::Reader& reader, InstitutionId one, InstitutionId other);

}  // namespace hebra::referrals
