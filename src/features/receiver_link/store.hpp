// Every SQL statement about receivers' links. Of a token and a code only hashes come here.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "features/receiver_link/ids.hpp"
#include "features/referrals/api.hpp"
#include "platform/db/database.hpp"

namespace hebra::receiver_link {

/// What was done with a link: told to the origin, with its time.
enum class Act { code_wrong, opened, read, read_health, printed, answered, returned };
BOOST_DESCRIBE_ENUM(Act, code_wrong, opened, read, read_health, printed, answered, returned)

namespace store {

struct Row {
    ReferralLinkId id;
    Bytes code_mac;
    ReferralId referral_id;
    InstitutionId origin_id;
    InstitutionId institution_id;  ///< the receiving one
    int wrong_codes;
    std::optional<Time> locked_until;
    std::optional<Time> opened_at;
    std::optional<Time> answered_at;
    std::optional<Time> returned_at;
    std::optional<Time> revoked_at;
    Time expires_at;
    UserId created_by;
    Time created_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, code_mac, referral_id, origin_id, institution_id, wrong_codes, locked_until, opened_at, answered_at,
                                returned_at, revoked_at, expires_at, created_by, created_at, version))

void add(db::Tx& tx, const Row& row, const Bytes& token_hash, audit::EntryId audit_id);
std::optional<Row> by_token(db::Reader& reader, const Bytes& token_hash);
/// The origin's own, the newest first.
std::vector<Row> of_referral(db::Reader& reader, InstitutionId origin, ReferralId referral);
/// From here to the end of the transaction nobody else makes a link of this referral: how many there are is no unique index.
void wait_for_other_links(db::Tx& tx, ReferralId referral);
/// Those made since, whatever became of them.
std::int64_t count_made(db::Reader& reader, ReferralId referral, Time since);
/// Links that may still be opened.
std::int64_t count_live(db::Reader& reader, ReferralId referral, Time now);

/// Ends one of the origin's; false when it is not the origin's or had ended.
bool revoke(db::Tx& tx, InstitutionId origin, ReferralId referral, ReferralLinkId id, Time now, audit::EntryId audit_id);
/// Ends every one that can still be opened. @return how many
std::int64_t revoke_all(db::Tx& tx, Time now, audit::EntryId audit_id);
/// The receiver says that it is not for them; false when it had ended.
bool give_back(db::Tx& tx, ReferralLinkId id, Time now, audit::EntryId audit_id);
/// A wrong code: one more, shut for a while after every so many. How many there were in all.
int count_wrong_code(db::Tx& tx, ReferralLinkId id, int every, Time shut_until);
/// The first right code opens it, the first answer marks it: later ones change nothing.
void mark_opened(db::Tx& tx, ReferralLinkId id, Time now, audit::EntryId audit_id);
void mark_answered(db::Tx& tx, ReferralLinkId id, Time now, audit::EntryId audit_id);

struct Visit {
    ReferralLinkId link_id;
    Time at;
    Act act;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (link_id, at, act))
void add_visit(db::Tx& tx, const Visit& visit);
/// Of every link of a referral, the newest first, 200 at most.
std::vector<Visit> visits_of(db::Reader& reader, InstitutionId origin, ReferralId referral);

extern const audit::Anchor k_anchor;

}  // namespace store
}  // namespace hebra::receiver_link
