#include "access/staff/staff.hpp"

#include <map>

#include "access/once/once.hpp"
#include "access/staff/roles_text.hpp"
#include "access/staff/store.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::access {
namespace {

/// The roles of a member, guarded: one's own are left to others, and an institution that has administrators keeps one.
Result<std::vector<Role>> roles_before(db::Tx& tx, const Actor& actor, UserId user, bool stays_admin) {
    if (!store::lock_institution(tx, actor.institution)) return not_found();
    std::vector<Role> roles;
    bool has_other_admin = false;
    for (const auto& row : store::roles_in(tx, actor.institution)) {
        const auto held = roles_from(row.roles);
        if (row.user_id == user) roles.insert(roles.end(), held.begin(), held.end());
        else if (std::ranges::count(held, Role::admin) > 0) has_other_admin = true;
    }
    if (roles.empty()) return not_found();
    if (user == actor.user) return refuse(Refused::conflict, words::k_not_oneself);
    const bool was_admin = std::ranges::count(roles, Role::admin) > 0;
    if (was_admin && !stays_admin && !has_other_admin) return refuse(Refused::conflict, words::k_last_admin);
    return in_order(std::move(roles));
}

std::vector<std::string> names_of(const std::vector<Role>& roles) {
    std::vector<std::string> names;
    for (const auto role : roles) names.emplace_back(name_of(role));
    return names;
}

}  // namespace

std::vector<Member> Staff::list(const Actor& actor) {
    const Time now = needs_.clock.now();
    std::vector<store::UserRow> accounts;
    std::vector<store::MemberRow> working, left;
    std::vector<store::InvitationRow> invitations;
    std::vector<mail::Envelope> letters;
    needs_.database.read([&](db::Reader& reader) {
        accounts = store::users_of(reader, actor.institution);
        for (auto& row : store::users_around(reader, actor.institution)) accounts.push_back(std::move(row));
        working = store::roles_in(reader, actor.institution);
        left = store::former(reader, actor.institution);
        invitations = store::open_invitations(reader, actor.institution);
        letters = needs_.outbox.newest(reader, actor.institution, "invitation");
    });
    std::map<UserId, Member> members;
    for (const auto& row : accounts) {
        auto profile = needs_.users.open_profile(row.id, row.profile);
        members.try_emplace(row.id, Member{.id = row.id,
                                           .name = std::move(profile.name),
                                           .email = std::move(profile.email),
                                           .roles = {},
                                           .status = MemberStatus::invited,
                                           .totp = row.totp.has_value(),
                                           .invitation = {}});
    }
    for (const auto& row : left) {
        members.at(row.user_id).status = MemberStatus::former;
        members.at(row.user_id).roles = roles_from(row.roles);
    }
    for (const auto& row : working) {
        auto& member = members.at(row.user_id);
        if (member.status == MemberStatus::former) member.roles.clear();
        member.status = MemberStatus::active;
        for (const auto role : roles_from(row.roles)) member.roles.push_back(role);
    }
    for (const auto& row : invitations) {
        OpenInvitation open{row.id, roles_from(row.roles), row.expires_at, row.expires_at <= now, {}, row.version};
        const auto letter = std::ranges::find(letters, row.id.value(), &mail::Envelope::subject_id);
        if (letter != letters.end()) open.mail = letter->state;
        members.at(row.user_id).invitation = std::move(open);
    }
    std::vector<Member> all;
    for (auto& [id, member] : members) {
        if (member.status == MemberStatus::invited) {
            member.id = UserId(member.invitation->id.value());
            member.name.reset();
            member.totp = false;
        }
        member.roles = in_order(std::move(member.roles));
        all.push_back(std::move(member));
    }
    std::ranges::sort(all, {}, &Member::id);  // the order, too, would tell the age of an account
    return all;
}

Result<> Staff::set_roles(const Actor& actor, UserId user, std::vector<Role> roles) {
    if (roles.empty()) return refuse_field("/roles", words::k_role_needed);
    roles = in_order(std::move(roles));
    const bool stays_admin = std::ranges::count(roles, Role::admin) > 0;
    HEBRA_CHECK(needs_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto first, claim_once(tx, actor, user.text(), needs_.clock.now()));
        if (first) return {};
        HEBRA_TRY(const auto before, roles_before(tx, actor, user, stays_admin));
        if (before == roles) return {};
        const auto entry = needs_.audit.record(tx, actor, {.action = "user.roles", .subject = user.value(), .fields = names_of(roles)});
        for (const auto role : before)
            if (std::ranges::count(roles, role) == 0) store::remove_role(tx, user, {actor.institution, role});
        for (const auto role : roles) store::add_role(tx, user, {actor.institution, role});
        needs_.let_go(tx, user, actor.institution, needs_.clock.now(), entry);
        tell_gained(tx, {actor.institution, user, actor.user, needs_.clock.now(), entry}, before, roles);
        if (!stays_admin) withdraw_invitations_of(tx, actor, user, needs_.clock.now());
        store::end_sessions_in(tx, user, actor.institution);
        return {};
    }));
    needs_.sessions.forget(user);
    return {};
}

void Staff::tell_gained(db::Tx& tx, const Giving& giving, const std::vector<Role>& before, const std::vector<Role>& after) const {
    const auto gains = [&](Role role) { return std::ranges::count(before, role) == 0; };
    if (needs_.tell_given && std::ranges::any_of(opening(after), gains)) needs_.tell_given(tx, giving);
}

void Staff::withdraw_invitations_of(db::Tx& tx, const Actor& actor, UserId by, Time now) {
    for (const auto& open : store::open_invitations_by(tx, actor.institution, by)) {
        const auto entry = needs_.audit.record(tx, actor, {.action = "invitation.withdraw", .subject = open.id.value()});
        if (!store::withdraw_invitation(tx, open.id, now, open.version, entry)) continue;  // accepted at this moment
        needs_.outbox.cancel(tx, open.id.value(), "invitation", entry.value());
    }
}

Result<> Staff::end(const Actor& actor, UserId user) {
    const Time now = needs_.clock.now();
    HEBRA_CHECK(needs_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto first, claim_once(tx, actor, user.text(), now));
        if (first) return {};
        HEBRA_TRY(const auto before, roles_before(tx, actor, user, false));
        const auto entry = needs_.audit.record(tx, actor, {.action = "user.end", .subject = user.value(), .fields = names_of(before)});
        for (const auto role : before) store::remove_role(tx, user, {actor.institution, role});
        store::add_former(tx, actor.institution, user, to_text(before), now, entry);
        needs_.let_go(tx, user, actor.institution, now, entry);
        withdraw_invitations_of(tx, actor, user, now);
        store::end_sessions_in(tx, user, actor.institution);
        return {};
    }));
    needs_.sessions.forget(user);
    return {};
}

Result<> Staff::bring_back(const Actor& actor, UserId user) {
    return needs_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto first, claim_once(tx, actor, user.text(), needs_.clock.now()));
        if (first) return {};
        if (!store::lock_institution(tx, actor.institution)) return not_found();
        const auto roles = store::take_former(tx, actor.institution, user);
        const auto account = store::user(tx, user);
        if (!roles || !account) return not_found();
        if (account->status == UserStatus::disabled) return refuse(Refused::conflict, words::k_account_disabled);
        const auto back = roles_from(*roles);
        const auto entry = needs_.audit.record(tx, actor, {.action = "user.bring_back", .subject = user.value(), .fields = names_of(back)});
        for (const auto role : back) store::add_role(tx, user, {actor.institution, role});
        tell_gained(tx, {actor.institution, user, actor.user, needs_.clock.now(), entry}, {}, back);
        return {};
    });
}

}  // namespace hebra::access
