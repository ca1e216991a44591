#include "access/users/store.hpp"

namespace hebra::access::store {

const audit::Anchor k_anchor{"user_account", R"sql(
    SELECT r.audit_id
      FROM user_account r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

bool add_user(db::Tx& tx, const UserRow& user, const Bytes& email_key, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        INSERT INTO user_account (id, email_key, profile, password_hash, totp, totp_step, language, status, created_at, version,
                                  audit_id)
        VALUES (:id, :email_key, :profile, :password_hash, :totp, :totp_step, :language, :status, :now, 1, :audit)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("id", user.id), db::arg("email_key", email_key), db::arg("profile", user.profile),
            db::arg("password_hash", user.password_hash), db::arg("totp", user.totp), db::arg("totp_step", user.totp_step),
            db::arg("language", user.language), db::arg("status", user.status), db::arg("now", now),
            db::arg("audit", audit_id)}) == 1;
}

std::optional<UserRow> user_by_email(db::Reader& reader, const Bytes& email_key) {
    return reader.maybe<UserRow>(R"sql(
        SELECT id, profile, password_hash, totp, totp_step, language, status, version
          FROM user_account
         WHERE email_key = :email_key
    )sql", {db::arg("email_key", email_key)});
}

std::optional<UserRow> user(db::Reader& reader, UserId id) {
    return reader.maybe<UserRow>(R"sql(
        SELECT id, profile, password_hash, totp, totp_step, language, status, version
          FROM user_account
         WHERE id = :id
    )sql", {db::arg("id", id)});
}

std::vector<UserRow> users_of(db::Reader& reader, InstitutionId institution) {
    return reader.all<UserRow>(R"sql(
        SELECT DISTINCT u.id, u.profile, u.password_hash, u.totp, u.totp_step, u.language, u.status, u.version
          FROM user_role r
          JOIN user_account u ON u.id = r.user_id
         WHERE r.institution_id = :institution
         ORDER BY u.id
    )sql", {db::arg("institution", institution)});
}

bool save_password(db::Tx& tx, UserId id, const std::string& password_hash, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE user_account
           SET password_hash = :password_hash, status = 'active', version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
           AND status <> 'disabled'
    )sql", {db::arg("password_hash", password_hash), db::arg("audit", audit_id), db::arg("id", id), db::arg("seen", seen)}) == 1;
}

bool save_totp(db::Tx& tx, UserId id, const std::optional<Bytes>& totp, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE user_account
           SET totp = :totp, totp_step = 0, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
    )sql", {db::arg("totp", totp), db::arg("audit", audit_id), db::arg("id", id), db::arg("seen", seen)}) == 1;
}

bool save_language(db::Tx& tx, UserId id, UserLanguage language, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE user_account
           SET language = :language, version = version + 1, audit_id = :audit
         WHERE id = :id
    )sql", {db::arg("language", language), db::arg("audit", audit_id), db::arg("id", id)}) == 1;
}

bool save_status(db::Tx& tx, UserId id, UserStatus status, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE user_account
           SET status = :status, version = version + 1, audit_id = :audit
         WHERE id = :id
    )sql", {db::arg("status", status), db::arg("audit", audit_id), db::arg("id", id)}) == 1;
}

bool enable(db::Tx& tx, UserId id, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE user_account
           SET status = CASE WHEN password_hash IS NULL THEN 'invited' ELSE 'active' END, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND status = 'disabled'
    )sql", {db::arg("audit", audit_id), db::arg("id", id)}) == 1;
}

bool use_totp_step(db::Tx& tx, UserId id, std::int64_t step) {
    return tx.run(R"sql(
        UPDATE user_account
           SET totp_step = :step
         WHERE id = :id
           AND totp_step < :step
    )sql", {db::arg("step", step), db::arg("id", id)}) == 1;
}

void renew_hash(db::Tx& tx, UserId id, const std::string& seen, const std::string& renewed) {
    tx.add("UPDATE user_account SET password_hash = :renewed WHERE id = :id AND password_hash = :seen",
           {db::arg("renewed", renewed), db::arg("id", id), db::arg("seen", seen)});
}

bool still_proves(db::Tx& tx, const UserRow& seen) {
    const auto now = tx.maybe<UserRow>(R"sql(
        SELECT id, profile, password_hash, totp, totp_step, language, status, version
          FROM user_account
         WHERE id = :id
           FOR UPDATE
    )sql", {db::arg("id", seen.id)});
    // A hash renewed at another cost changes no version: it is the same password.
    const bool is_same_password = now && (now->password_hash == seen.password_hash || now->version == seen.version);
    return is_same_password && now->status == UserStatus::active && now->totp == seen.totp;
}

std::vector<Membership> memberships(db::Reader& reader, UserId id) {
    return reader.all<Membership>(R"sql(
        SELECT institution_id, role
          FROM user_role
         WHERE user_id = :id
         ORDER BY institution_id, role
    )sql", {db::arg("id", id)});
}

InstitutionId own_chain(db::Reader& reader, UserId id) {
    const auto held = memberships(reader, id);
    return held.empty() ? InstitutionId{} : held.front().institution_id;
}

bool has_role(db::Reader& reader, const Membership& membership) {
    return reader.maybe<UserId>(R"sql(
        SELECT r.user_id
          FROM user_role r
          JOIN user_account u ON u.id = r.user_id
         WHERE r.institution_id = :institution
           AND r.role = :role
           AND u.status = 'active'
         ORDER BY r.user_id
         LIMIT 1
    )sql", {db::arg("institution", membership.institution_id), db::arg("role", membership.role)}).has_value();
}

void add_role(db::Tx& tx, UserId id, const Membership& membership) {
    tx.add(R"sql(
        INSERT INTO user_role (user_id, institution_id, role)
        VALUES (:id, :institution, :role)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("id", id), db::arg("institution", membership.institution_id), db::arg("role", membership.role)});
}

bool remove_role(db::Tx& tx, UserId id, const Membership& membership) {
    return tx.run(R"sql(
        DELETE FROM user_role
         WHERE user_id = :id
           AND institution_id = :institution
           AND role = :role
    )sql", {db::arg("id", id), db::arg("institution", membership.institution_id), db::arg("role", membership.role)}) == 1;
}

void add_session(db::Tx& tx, const SessionRow& session, const Bytes& token_hash) {
    tx.add(R"sql(
        INSERT INTO session (id, token_hash, user_id, institution_id, device, created_at, last_seen_at, expires_at)
        VALUES (:id, :token_hash, :user, :institution, :device, :created_at, :last_seen_at, :expires_at)
    )sql", {db::arg("id", session.id), db::arg("token_hash", token_hash), db::arg("user", session.user_id),
            db::arg("institution", session.institution_id), db::arg("device", session.device),
            db::arg("created_at", session.created_at), db::arg("last_seen_at", session.last_seen_at),
            db::arg("expires_at", session.expires_at)});
}

std::optional<SessionRow> session_by_token(db::Reader& reader, const Bytes& token_hash) {
    return reader.maybe<SessionRow>(R"sql(
        SELECT s.id, s.user_id, s.institution_id, s.device, s.created_at, s.last_seen_at, s.expires_at
          FROM session s
          JOIN user_account u ON u.id = s.user_id
         WHERE s.token_hash = :token_hash
           AND u.status = 'active'
    )sql", {db::arg("token_hash", token_hash)});
}

std::vector<SessionRow> sessions_of(db::Reader& reader, UserId user, Time now) {
    return reader.all<SessionRow>(R"sql(
        SELECT id, user_id, institution_id, device, created_at, last_seen_at, expires_at
          FROM session
         WHERE user_id = :user
           AND expires_at > :now
         ORDER BY created_at DESC, id DESC
    )sql", {db::arg("user", user), db::arg("now", now)});
}

void touch_session(db::Tx& tx, SessionId id, Time now, Time expires_at) {
    tx.add("UPDATE session SET last_seen_at = :now, expires_at = :expires WHERE id = :id",
           {db::arg("now", now), db::arg("expires", expires_at), db::arg("id", id)});
}

void move_session(db::Tx& tx, SessionId id, InstitutionId institution) {
    tx.add("UPDATE session SET institution_id = :institution WHERE id = :id",
           {db::arg("institution", institution), db::arg("id", id)});
}

std::optional<InstitutionId> last_institution(db::Reader& reader, UserId user) {
    return reader.maybe<InstitutionId>(R"sql(
        SELECT institution_id
          FROM session
         WHERE user_id = :user
         ORDER BY created_at DESC, id DESC
         LIMIT 1
    )sql", {db::arg("user", user)});
}

bool end_session(db::Tx& tx, UserId user, SessionId id, Time now) {
    return tx.run("UPDATE session SET expires_at = :now WHERE id = :id AND user_id = :user AND expires_at > :now",
                  {db::arg("now", now), db::arg("id", id), db::arg("user", user)}) == 1;
}

void end_sessions(db::Tx& tx, UserId user, std::optional<SessionId> but) {
    tx.add("DELETE FROM session WHERE user_id = :user AND id <> :but",
           {db::arg("user", user), db::arg("but", but.value_or(SessionId{}))});
}

void end_sessions_in(db::Tx& tx, UserId user, InstitutionId institution) {
    tx.add("DELETE FROM session WHERE user_id = :user AND institution_id = :institution",
           {db::arg("user", user), db::arg("institution", institution)});
}

std::int64_t forget_old_sessions(db::Tx& tx, Time now) {
    return tx.run(R"sql(
        DELETE FROM session
         WHERE expires_at < :now
           AND EXISTS (SELECT 1
                         FROM session newer
                        WHERE newer.user_id = session.user_id
                          AND (newer.created_at > session.created_at
                               OR (newer.created_at = session.created_at AND newer.id > session.id)))
    )sql", {db::arg("now", now)});
}

void add_link(db::Tx& tx, const Bytes& token_hash, UserId user, LinkPurpose purpose, Time expires_at) {
    tx.add(R"sql(
        INSERT INTO password_token (token_hash, user_id, purpose, expires_at)
        VALUES (:token_hash, :user, :purpose, :expires)
    )sql", {db::arg("token_hash", token_hash), db::arg("user", user), db::arg("purpose", purpose), db::arg("expires", expires_at)});
}

std::optional<UserId> take_link(db::Tx& tx, const Bytes& token_hash, Time now) {
    const auto user = tx.maybe<UserId>("SELECT user_id FROM password_token WHERE token_hash = :token_hash AND expires_at > :now",
                                       {db::arg("token_hash", token_hash), db::arg("now", now)});
    if (!user) return std::nullopt;
    // The deletion decides: of two who answer at once, one takes it.
    if (tx.run("DELETE FROM password_token WHERE token_hash = :token_hash", {db::arg("token_hash", token_hash)}) == 0)
        return std::nullopt;
    end_links(tx, *user);
    return user;
}

void end_links(db::Tx& tx, UserId user) { tx.add("DELETE FROM password_token WHERE user_id = :user", {db::arg("user", user)}); }

std::int64_t count_failure(db::Tx& tx, const Bytes& key, Time now, Time window_start) {
    tx.add("DELETE FROM throttle WHERE key = :key AND since < :start", {db::arg("key", key), db::arg("start", window_start)});
    tx.add(R"sql(
        INSERT INTO throttle (key, failures, since)
        VALUES (:key, 1, :now)
        ON CONFLICT (key) DO UPDATE SET failures = throttle.failures + 1
    )sql", {db::arg("key", key), db::arg("now", now)});
    return failures(tx, key, window_start);
}

std::int64_t failures(db::Reader& reader, const Bytes& key, Time window_start) {
    return reader.maybe<std::int64_t>("SELECT failures FROM throttle WHERE key = :key AND since >= :start",
                                      {db::arg("key", key), db::arg("start", window_start)}).value_or(0);
}

void uncount_failure(db::Tx& tx, const Bytes& key) {
    tx.add("UPDATE throttle SET failures = failures - 1 WHERE key = :key AND failures > 0", {db::arg("key", key)});
}

void clear_failures(db::Tx& tx, const Bytes& key) { tx.add("DELETE FROM throttle WHERE key = :key", {db::arg("key", key)}); }

void end_everything(db::Tx& tx) {
    tx.add("DELETE FROM session");
    tx.add("DELETE FROM password_token");
}

std::int64_t forget_old_failures(db::Tx& tx, Time before) {
    return tx.run("DELETE FROM throttle WHERE since < :before", {db::arg("before", before)});
}

}  // namespace hebra::access::store
