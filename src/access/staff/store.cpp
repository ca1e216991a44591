#include "access/staff/store.hpp"

namespace hebra::access::store {

const audit::Anchor k_invitation_anchor{"invitation", R"sql(
    SELECT r.audit_id
      FROM invitation r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

const audit::Anchor k_former_anchor{"former_member", R"sql(
    SELECT r.audit_id
      FROM former_member r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

bool lock_institution(db::Tx& tx, InstitutionId id) {
    return tx.maybe<InstitutionId>("SELECT id FROM institution WHERE id = :id FOR UPDATE", {db::arg("id", id)}).has_value();
}

bool add_invitation(db::Tx& tx, const InvitationRow& row, const Bytes& token_hash, UserId by, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        INSERT INTO invitation (id, institution_id, user_id, roles, token_hash, expires_at, invited_by, created_at, version,
                                audit_id)
        VALUES (:id, :institution, :user, :roles, :token_hash, :expires_at, :by, :now, 1, :audit)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("id", row.id), db::arg("institution", row.institution_id), db::arg("user", row.user_id),
            db::arg("roles", row.roles), db::arg("token_hash", token_hash), db::arg("expires_at", row.expires_at),
            db::arg("by", by), db::arg("now", now), db::arg("audit", audit_id)}) == 1;
}

std::optional<InvitationRow> open_invitation(db::Reader& reader, InstitutionId institution, InvitationId id) {
    return reader.maybe<InvitationRow>(R"sql(
        SELECT id, institution_id, user_id, roles, expires_at, version
          FROM invitation
         WHERE id = :id
           AND institution_id = :institution
           AND accepted_at IS NULL
           AND revoked_at IS NULL
    )sql", {db::arg("id", id), db::arg("institution", institution)});
}

std::optional<InvitationRow> invitation_by_token(db::Reader& reader, const Bytes& token_hash, Time now) {
    return reader.maybe<InvitationRow>(R"sql(
        SELECT id, institution_id, user_id, roles, expires_at, version
          FROM invitation
         WHERE token_hash = :token_hash
           AND accepted_at IS NULL
           AND revoked_at IS NULL
           AND expires_at > :now
    )sql", {db::arg("token_hash", token_hash), db::arg("now", now)});
}

std::vector<InvitationRow> open_invitations(db::Reader& reader, InstitutionId institution) {
    return reader.all<InvitationRow>(R"sql(
        SELECT id, institution_id, user_id, roles, expires_at, version
          FROM invitation
         WHERE institution_id = :institution
           AND accepted_at IS NULL
           AND revoked_at IS NULL
         ORDER BY id
    )sql", {db::arg("institution", institution)});
}

std::vector<InvitationRow> open_invitations_by(db::Reader& reader, InstitutionId institution, UserId by) {
    return reader.all<InvitationRow>(R"sql(
        SELECT id, institution_id, user_id, roles, expires_at, version
          FROM invitation
         WHERE institution_id = :institution
           AND invited_by = :by
           AND accepted_at IS NULL
           AND revoked_at IS NULL
         ORDER BY id
    )sql", {db::arg("institution", institution), db::arg("by", by)});
}

std::optional<InstitutionId> institution_inviting(db::Reader& reader, UserId user, Time now) {
    return reader.maybe<InstitutionId>(R"sql(
        SELECT institution_id
          FROM invitation
         WHERE user_id = :user
           AND accepted_at IS NULL
           AND revoked_at IS NULL
           AND expires_at > :now
         ORDER BY id
         LIMIT 1
    )sql", {db::arg("user", user), db::arg("now", now)});
}

bool renew_invitation(db::Tx& tx, const InvitationRow& row, const Bytes& token_hash, UserId by, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE invitation
           SET token_hash = :token_hash, expires_at = :expires_at, invited_by = :by, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
           AND accepted_at IS NULL
           AND revoked_at IS NULL
    )sql", {db::arg("token_hash", token_hash), db::arg("expires_at", row.expires_at), db::arg("by", by),
            db::arg("audit", audit_id), db::arg("id", row.id), db::arg("seen", row.version)}) == 1;
}

bool withdraw_invitation(db::Tx& tx, InvitationId id, Time now, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE invitation
           SET revoked_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
           AND accepted_at IS NULL
           AND revoked_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id), db::arg("seen", seen)}) == 1;
}

bool accept_invitation(db::Tx& tx, const Bytes& token_hash, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE invitation
           SET accepted_at = :now, version = version + 1, audit_id = :audit
         WHERE token_hash = :token_hash
           AND accepted_at IS NULL
           AND revoked_at IS NULL
           AND expires_at > :now
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("token_hash", token_hash)}) == 1;
}

void end_invitations(db::Tx& tx, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        UPDATE invitation
           SET revoked_at = :now, version = version + 1, audit_id = :audit
         WHERE accepted_at IS NULL
           AND revoked_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id)});
}

bool save_accepted(db::Tx& tx, UserId id, const Bytes& profile, const std::string& password_hash, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE user_account
           SET profile = :profile, password_hash = :password_hash, status = 'active', version = version + 1, audit_id = :audit
         WHERE id = :id
           AND status = 'invited'
           AND NOT EXISTS (SELECT 1 FROM user_role WHERE user_id = :id)
    )sql", {db::arg("profile", profile), db::arg("password_hash", password_hash), db::arg("audit", audit_id),
            db::arg("id", id)}) == 1;
}

std::vector<MemberRow> roles_in(db::Reader& reader, InstitutionId institution) {
    return reader.all<MemberRow>(R"sql(
        SELECT user_id, role AS roles
          FROM user_role
         WHERE institution_id = :institution
         ORDER BY user_id, role
    )sql", {db::arg("institution", institution)});
}

std::vector<MemberRow> former(db::Reader& reader, InstitutionId institution) {
    return reader.all<MemberRow>("SELECT user_id, roles FROM former_member WHERE institution_id = :institution ORDER BY user_id",
                                 {db::arg("institution", institution)});
}

std::vector<UserRow> users_around(db::Reader& reader, InstitutionId institution) {
    return reader.all<UserRow>(R"sql(
        SELECT u.id, u.profile, u.password_hash, u.totp, u.totp_step, u.language, u.status, u.version
          FROM user_account u
         WHERE u.id IN (SELECT user_id
                          FROM invitation
                         WHERE institution_id = :institution
                           AND accepted_at IS NULL
                           AND revoked_at IS NULL)
            OR u.id IN (SELECT user_id FROM former_member WHERE institution_id = :institution)
         ORDER BY u.id
    )sql", {db::arg("institution", institution)});
}

void add_former(db::Tx& tx, InstitutionId institution, UserId user, const std::string& roles, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO former_member (institution_id, user_id, roles, at, audit_id)
        VALUES (:institution, :user, :roles, :now, :audit)
        ON CONFLICT (institution_id, user_id) DO UPDATE
           SET roles = excluded.roles, at = excluded.at, audit_id = excluded.audit_id
    )sql", {db::arg("institution", institution), db::arg("user", user), db::arg("roles", roles), db::arg("now", now),
            db::arg("audit", audit_id)});
}

std::optional<std::string> take_former(db::Tx& tx, InstitutionId institution, UserId user) {
    const auto roles = tx.maybe<std::string>(
        "SELECT roles FROM former_member WHERE institution_id = :institution AND user_id = :user",
        {db::arg("institution", institution), db::arg("user", user)});
    if (!roles) return std::nullopt;
    tx.add("DELETE FROM former_member WHERE institution_id = :institution AND user_id = :user",
           {db::arg("institution", institution), db::arg("user", user)});
    return roles;
}

std::optional<UserId> invited_by(db::Reader& reader, InvitationId id) {
    return reader.maybe<UserId>("SELECT invited_by FROM invitation WHERE id = :id", {db::arg("id", id)});
}

}  // namespace hebra::access::store
