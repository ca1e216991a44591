// Every SQL statement about users, their roles, sessions and one-use links.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "access/users/user.hpp"
#include "platform/db/database.hpp"

namespace hebra::access::store {

struct UserRow {
    UserId id;
    Bytes profile;
    std::optional<std::string> password_hash;
    std::optional<Bytes> totp;
    std::int64_t totp_step;
    UserLanguage language;
    UserStatus status;
    int version;
};
BOOST_DESCRIBE_STRUCT(UserRow, (), (id, profile, password_hash, totp, totp_step, language, status, version))

/// @return false when the e-mail is taken
bool add_user(db::Tx& tx, const UserRow& user, const Bytes& email_key, Time now, audit::EntryId audit_id);
std::optional<UserRow> user_by_email(db::Reader& reader, const Bytes& email_key);
std::optional<UserRow> user(db::Reader& reader, UserId id);
std::vector<UserRow> users_of(db::Reader& reader, InstitutionId institution);

/// Each change asks for the version seen; false when somebody was first.
bool save_password(db::Tx& tx, UserId id, const std::string& password_hash, int seen, audit::EntryId audit_id);
bool save_totp(db::Tx& tx, UserId id, const std::optional<Bytes>& totp, int seen, audit::EntryId audit_id);
bool save_language(db::Tx& tx, UserId id, UserLanguage language, audit::EntryId audit_id);
bool save_status(db::Tx& tx, UserId id, UserStatus status, audit::EntryId audit_id);
/// A disabled account serves again; false unless it is disabled.
bool enable(db::Tx& tx, UserId id, audit::EntryId audit_id);
/// Accepts a TOTP step once: false when this step or a later one was already used.
bool use_totp_step(db::Tx& tx, UserId id, std::int64_t step);
/// The same password, hashed at another cost: the account did not change. Nothing if its owner changed it meanwhile.
void renew_hash(db::Tx& tx, UserId id, const std::string& seen, const std::string& renewed);
/// Whether what was proved a moment ago still opens this account: active, with the password and the second factor then seen.
/// Who changes any of these waits until this transaction ends.
bool still_proves(db::Tx& tx, const UserRow& seen);

std::vector<Membership> memberships(db::Reader& reader, UserId id);
/// In whose chain goes what somebody does to their own account: their first institution's; without any, the installation's.
InstitutionId own_chain(db::Reader& reader, UserId id);
bool has_role(db::Reader& reader, const Membership& membership);
void add_role(db::Tx& tx, UserId id, const Membership& membership);
bool remove_role(db::Tx& tx, UserId id, const Membership& membership);

struct SessionRow {
    SessionId id;
    UserId user_id;
    InstitutionId institution_id;
    std::string device;
    Time created_at;
    Time last_seen_at;
    Time expires_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, user_id, institution_id, device, created_at, last_seen_at, expires_at))

void add_session(db::Tx& tx, const SessionRow& session, const Bytes& token_hash);
/// nullopt, too, for a session of an account that is not active.
std::optional<SessionRow> session_by_token(db::Reader& reader, const Bytes& token_hash);
std::vector<SessionRow> sessions_of(db::Reader& reader, UserId user, Time now);
void touch_session(db::Tx& tx, SessionId id, Time now, Time expires_at);
void move_session(db::Tx& tx, SessionId id, InstitutionId institution);
/// The institution their newest session acted for, also when that session has ended.
std::optional<InstitutionId> last_institution(db::Reader& reader, UserId user);
/// From now on it opens nothing; false unless it did until now.
bool end_session(db::Tx& tx, UserId user, SessionId id, Time now);
/// All of a user's, but one if given.
void end_sessions(db::Tx& tx, UserId user, std::optional<SessionId> but);
/// Those of a user's that act for one institution.
void end_sessions_in(db::Tx& tx, UserId user, InstitutionId institution);
/// Sessions over for long; but each person's newest stays, as it tells where they worked last.
std::int64_t forget_old_sessions(db::Tx& tx, Time now);

enum class LinkPurpose { invitation, reset };
BOOST_DESCRIBE_ENUM(LinkPurpose, invitation, reset)

void add_link(db::Tx& tx, const Bytes& token_hash, UserId user, LinkPurpose purpose, Time expires_at);
/// Takes a link that has not expired; nullopt otherwise. The user's other links go with it.
std::optional<UserId> take_link(db::Tx& tx, const Bytes& token_hash, Time now);
/// None of the links somebody was given opens anything any more.
void end_links(db::Tx& tx, UserId user);

/// One more failure within the window that began at `window_start` or later; how many there are now.
std::int64_t count_failure(db::Tx& tx, const Bytes& key, Time now, Time window_start);
std::int64_t failures(db::Reader& reader, const Bytes& key, Time window_start);
/// One failure less: the attempt counted was none.
void uncount_failure(db::Tx& tx, const Bytes& key);
void clear_failures(db::Tx& tx, const Bytes& key);
/// Ends every session and every link: of a database that was put back as it stood some time ago.
void end_everything(db::Tx& tx);
std::int64_t forget_old_failures(db::Tx& tx, Time before);

extern const audit::Anchor k_anchor;

}  // namespace hebra::access::store
