// Every SQL statement about invitations and who left an institution.
#pragma once
#include "access/staff/staff.hpp"

namespace hebra::access::store {

struct InvitationRow {
    InvitationId id;
    InstitutionId institution_id;
    UserId user_id;
    std::string roles;  ///< joined by spaces
    Time expires_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(InvitationRow, (), (id, institution_id, user_id, roles, expires_at, version))

/// Who wrote an invitation, or sent it again last.
std::optional<UserId> invited_by(db::Reader& reader, InvitationId id);

struct MemberRow {
    UserId user_id;
    std::string roles;  ///< one; or, of somebody who left, all, joined by spaces
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (user_id, roles))

/// So that two administrators who remove each other do so one after another.
bool lock_institution(db::Tx& tx, InstitutionId id);

/// False when one is already open for this person there.
bool add_invitation(db::Tx& tx, const InvitationRow& row, const Bytes& token_hash, UserId by, Time now, audit::EntryId audit_id);
std::optional<InvitationRow> open_invitation(db::Reader& reader, InstitutionId institution, InvitationId id);
std::optional<InvitationRow> invitation_by_token(db::Reader& reader, const Bytes& token_hash, Time now);
std::vector<InvitationRow> open_invitations(db::Reader& reader, InstitutionId institution);
/// Those that somebody wrote, or sent again.
std::vector<InvitationRow> open_invitations_by(db::Reader& reader, InstitutionId institution, UserId by);
/// Where somebody is invited to, if anywhere.
std::optional<InstitutionId> institution_inviting(db::Reader& reader, UserId user, Time now);
/// Each asks for the version seen; false when somebody was first.
/// @param by who is told the new link
bool renew_invitation(db::Tx& tx, const InvitationRow& row, const Bytes& token_hash, UserId by, audit::EntryId audit_id);
bool withdraw_invitation(db::Tx& tx, InvitationId id, Time now, int seen, audit::EntryId audit_id);
/// False when the link was used, withdrawn or renewed meanwhile, or has expired.
bool accept_invitation(db::Tx& tx, const Bytes& token_hash, Time now, audit::EntryId audit_id);
/// For a restored backup: no link of then opens anything now.
void end_invitations(db::Tx& tx, Time now, audit::EntryId audit_id);

/// An account that begins: its person's own name and password. False when it had begun, or has roles by now.
bool save_accepted(db::Tx& tx, UserId id, const Bytes& profile, const std::string& password_hash, audit::EntryId audit_id);

std::vector<MemberRow> roles_in(db::Reader& reader, InstitutionId institution);
std::vector<MemberRow> former(db::Reader& reader, InstitutionId institution);
/// The accounts of everybody who is invited to an institution or left it.
std::vector<UserRow> users_around(db::Reader& reader, InstitutionId institution);
void add_former(db::Tx& tx, InstitutionId institution, UserId user, const std::string& roles, Time now, audit::EntryId audit_id);
/// The roles they had; nullopt unless they left.
std::optional<std::string> take_former(db::Tx& tx, InstitutionId institution, UserId user);

extern const audit::Anchor k_invitation_anchor;
extern const audit::Anchor k_former_anchor;

}  // namespace hebra::access::store
