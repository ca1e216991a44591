// How somebody comes to work in an institution, and how they come back in when they forgot their password: by a link.
#include "access/once/once.hpp"
#include "access/staff/letters.hpp"
#include "access/staff/own_name.hpp"
#include "access/staff/roles_text.hpp"
#include "access/staff/staff.hpp"
#include "access/staff/store.hpp"
#include "access/users/token.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/json/json.hpp"

namespace hebra::access {
namespace {

constexpr auto k_invitation_lasts = std::chrono::hours(72);
constexpr auto k_reset_lasts = std::chrono::minutes(30);
constexpr auto k_letters_window = std::chrono::hours(24);
constexpr auto k_resets_window = std::chrono::hours(1);
constexpr std::int64_t k_resets_per_account = 3;
constexpr std::int64_t k_resets_per_address = 30;  // a whole office may stand behind one address
constexpr std::string_view k_invitation_letter = "invitation";
constexpr std::string_view k_reset_letter = "password_reset";

/// As `Users::open_profile` opens it.
Bytes seal_profile(const Vault& vault, UserId id, const Profile& profile) {
    return crypto::seal(vault.accounts(), json::write(profile), crypto::Context{"user_account", "profile", id.value()});
}

bool works_in(db::Reader& reader, UserId user, InstitutionId institution) {
    const auto memberships = store::memberships(reader, user);
    return std::ranges::count(memberships, institution, &Membership::institution_id) > 0;
}

/// What a link stands for.
struct Asked {
    store::InvitationRow invitation;
    store::UserRow account;
    bool is_new;  ///< nobody has begun the account, nor given it roles: whoever holds the link begins it
};

Result<Asked> asked_by(db::Reader& reader, const Bytes& hash, Time now) {
    const auto row = store::invitation_by_token(reader, hash, now);
    if (!row) return refuse(Refused::conflict, words::k_link_expired);
    auto account = store::user(reader, row->user_id).value();
    const bool is_new = account.status == UserStatus::invited && store::memberships(reader, account.id).empty();
    return Asked{*row, std::move(account), is_new};
}

/// Where a letter about the account is sent from: where one works, or is invited to.
std::optional<InstitutionId> sender_for(db::Reader& reader, UserId user, Time now) {
    const auto memberships = store::memberships(reader, user);
    return memberships.empty() ? store::institution_inviting(reader, user, now) : memberships.front().institution_id;
}

/// The account an address belongs to, made if there is none: nobody can sign in to it yet.
store::UserRow account_of(db::Tx& tx, const Vault& vault, const Private& email, const Bytes& email_key, Time now, audit::EntryId entry) {
    if (auto known = store::user_by_email(tx, email_key)) return *std::move(known);
    const auto id = UserId::make(now);
    const store::UserRow row{.id = id,
                             .profile = seal_profile(vault, id, Profile{Private(), email}),
                             .password_hash = std::nullopt,
                             .totp = std::nullopt,
                             .totp_step = 0,
                             .language = UserLanguage::es,
                             .status = UserStatus::invited,
                             .version = 1};
    if (store::add_user(tx, row, email_key, now, entry)) return row;
    return store::user_by_email(tx, email_key).value();  // somebody else's invitation was first
}

}  // namespace

Result<> Staff::count_letter(db::Tx& tx, const Bytes& email_key, Time now) const {
    const auto address = crypto::blind(needs_.vault.accounts(), "invitation.address", text_of(email_key));
    if (store::count_failure(tx, address, now, now - k_letters_window) <= k_invitations_a_day) return {};
    return refuse(Refused::too_many, words::k_invited_enough);
}

Result<Invited> Staff::told(db::Tx& tx, const Actor& actor, UserId user, const Private& email, InvitationId id,
                            const std::string& token, Time expires_at, audit::EntryId entry) {
    const auto link = needs_.public_url + "/entrar/invitacion/" + token;
    const Time now = needs_.clock.now();
    const auto account = store::user(tx, user).value();
    const bool mailed = needs_.outbox.add(tx,
                                          {.institution = actor.institution,
                                           .kind = k_invitation_letter,
                                           .subject = id.value(),
                                           .letter = invitation_letter(email, account.language, link, expires_at, now)},
                                          entry.value());
    return Invited{user, id, mailed ? std::nullopt : std::optional(link), expires_at};
}

Result<Invited> Staff::invite(const Actor& actor, const NewInvitation& given) {
    if (!mail::is_address(given.email.reveal())) return refuse_field("/email", words::k_bad_staff_email);
    if (given.roles.empty()) return refuse_field("/roles", words::k_role_needed);
    const Time now = needs_.clock.now(), expires_at = now + k_invitation_lasts;
    const auto id = InvitationId::make(now);
    const auto token = crypto::LinkToken::make();
    const auto roles = in_order(given.roles);
    const auto email_key = needs_.users.email_key(given.email);
    return needs_.database.write([&](db::Tx& tx) -> Result<Invited> {
        HEBRA_TRY(const auto first, claim_once(tx, actor, id.text(), now));
        if (first) {
            const auto known = store::open_invitation(tx, actor.institution, InvitationId::parse(*first).value());
            if (!known) return not_found();
            return Invited{known->user_id, known->id, std::nullopt, known->expires_at};
        }
        HEBRA_CHECK(count_letter(tx, email_key, now));
        std::vector<std::string> names;
        for (const auto role : roles) names.emplace_back(name_of(role));
        const auto entry = needs_.audit.record(tx, actor, {.action = "invitation.create", .subject = id.value(), .fields = names});
        const auto account = account_of(tx, needs_.vault, given.email, email_key, now, entry);
        if (works_in(tx, account.id, actor.institution))
            return Refuse(Refusal{Refused::conflict, words::k_works_here, {{"/email", words::k_works_here}}});
        const store::InvitationRow row{id, actor.institution, account.id, to_text(roles), expires_at, 1};
        if (!store::add_invitation(tx, row, kept_token(needs_.vault, k_invitation_token, token.reveal()), actor.user, now, entry))
            return Refuse(Refusal{Refused::conflict, words::k_already_invited, {{"/email", words::k_already_invited}}});
        return told(tx, actor, account.id, given.email, id, token.reveal(), expires_at, entry);
    });
}

Result<Invited> Staff::invite_again(const Actor& actor, InvitationId id, int seen) {
    const Time now = needs_.clock.now(), expires_at = now + k_invitation_lasts;
    const auto token = crypto::LinkToken::make();
    return needs_.database.write([&](db::Tx& tx) -> Result<Invited> {
        HEBRA_TRY(const auto first, claim_once(tx, actor, id.text(), now));
        const auto row = store::open_invitation(tx, actor.institution, id);
        if (!row) return not_found();
        if (first) return Invited{row->user_id, row->id, std::nullopt, row->expires_at};
        const auto account = store::user(tx, row->user_id).value();
        const auto email = needs_.users.open_profile(account.id, account.profile).email;
        HEBRA_CHECK(count_letter(tx, needs_.users.email_key(email), now));
        const auto entry = needs_.audit.record(tx, actor, {.action = "invitation.again", .subject = id.value()});
        const store::InvitationRow renewed{id, row->institution_id, row->user_id, row->roles, expires_at, seen};
        if (!store::renew_invitation(tx, renewed, kept_token(needs_.vault, k_invitation_token, token.reveal()), actor.user, entry))
            return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        needs_.outbox.cancel(tx, id.value(), k_invitation_letter, entry.value());
        return told(tx, actor, row->user_id, email, id, token.reveal(), expires_at, entry);
    });
}

Result<> Staff::withdraw(const Actor& actor, InvitationId id, int seen) {
    const Time now = needs_.clock.now();
    return needs_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto first, claim_once(tx, actor, id.text(), now));
        if (first) return {};
        if (!store::open_invitation(tx, actor.institution, id)) return not_found();
        const auto entry = needs_.audit.record(tx, actor, {.action = "invitation.withdraw", .subject = id.value()});
        if (!store::withdraw_invitation(tx, id, now, seen, entry))
            return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        needs_.outbox.cancel(tx, id.value(), k_invitation_letter, entry.value());
        return {};
    });
}

Result<InvitationPage> Staff::look(const std::string& token) {
    const Time now = needs_.clock.now();
    return needs_.database.read([&](db::Reader& reader) -> Result<InvitationPage> {
        HEBRA_TRY(const auto asked, asked_by(reader, kept_token(needs_.vault, k_invitation_token, token), now));
        const auto is_new = needs_.outbox.is_on() ? std::optional(asked.is_new) : std::nullopt;
        return InvitationPage{asked.invitation.institution_id, is_new, roles_from(asked.invitation.roles)};
    });
}

Result<> Staff::accept(const std::string& token, const Acceptance& acceptance, std::string_view peer) {
    const Time now = needs_.clock.now();
    const auto hash = kept_token(needs_.vault, k_invitation_token, token);
    HEBRA_TRY(const auto asked, needs_.database.read([&](db::Reader& reader) { return asked_by(reader, hash, now); }));
    const auto user = asked.account.id;
    const auto password = acceptance.password.value_or(Private());
    auto profile = needs_.users.open_profile(user, asked.account.profile);
    std::optional<std::string> password_hash;
    // Where no mail leaves, whoever invited holds the link: until somebody begins or proves the account, what is refused is the
    // same whether there is one.
    if (asked.is_new || !needs_.outbox.is_on()) {
        HEBRA_TRY(const auto name, own_name(acceptance.name));
        if (auto rule = crypto::check_new_password(password.reveal(), profile.email.reveal()); !rule)
            return refuse_field("/password", rule.error().word);
        if (asked.is_new) {
            profile.name = name;
            HEBRA_TRY(password_hash, needs_.passwords.hash(password.reveal()));
        }
    }
    if (!asked.is_new) {
        if (password.empty()) return refuse_field("/password", words::k_not_their_password);
        HEBRA_TRY(const bool is_theirs, needs_.users.prove(asked.account, password, peer));
        if (!is_theirs) return refuse_field("/password", words::k_not_their_password);
    }
    HEBRA_CHECK(needs_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto still, asked_by(tx, hash, now));
        if (still.is_new != asked.is_new || still.account.version != asked.account.version)
            return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        const auto& row = still.invitation;
        const Actor self{.user = user, .institution = row.institution_id, .session = {}, .permissions = {}};
        const auto entry = needs_.audit.record(tx, self, {.action = "invitation.accept", .subject = row.id.value()});
        if (!store::accept_invitation(tx, hash, now, entry)) return refuse(Refused::conflict, words::k_link_expired);
        if (asked.is_new &&
            !store::save_accepted(tx, user, seal_profile(needs_.vault, user, profile), *password_hash, entry))
            return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        if (asked.is_new) store::end_links(tx, user);
        store::take_former(tx, row.institution_id, user);
        const auto given = roles_from(row.roles);
        for (const auto role : given) store::add_role(tx, user, {row.institution_id, role});
        tell_gained(tx, {row.institution_id, user, store::invited_by(tx, row.id), now, entry}, {}, given);
        return {};
    }));
    needs_.sessions.forget(user);
    return {};
}

Result<> Staff::ask_reset(const Private& email, std::string_view peer) {
    if (!needs_.outbox.is_on()) return refuse(Refused::unavailable, words::k_mail_off);
    const Time now = needs_.clock.now(), expires_at = now + k_reset_lasts;
    const auto email_key = needs_.users.email_key(email);
    const auto& key = needs_.vault.accounts();
    const auto by_account = crypto::blind(key, "reset.account", text_of(email_key)), by_address = crypto::blind(key, "reset.address", peer);
    const auto token = crypto::LinkToken::make();
    const auto counted = needs_.database.write([&](db::Tx& tx) -> Result<std::int64_t> {
        const auto of_address = store::count_failure(tx, by_address, now, now - k_resets_window);
        const auto of_account = store::count_failure(tx, by_account, now, now - k_resets_window);
        const auto account = store::user_by_email(tx, email_key);
        if (of_address > k_resets_per_address || of_account > k_resets_per_account) return of_address;
        if (!account || account->status != UserStatus::active || !account->password_hash) return of_address;
        const auto sender = sender_for(tx, account->id, now);
        if (!sender) return of_address;
        const Actor self{.user = account->id, .institution = *sender, .session = {}, .permissions = {}};
        const auto entry = needs_.audit.record(tx, self, {.action = "user.ask_reset", .subject = account->id.value()});
        store::add_link(tx, kept_token(needs_.vault, k_password_token, token.reveal()), account->id, store::LinkPurpose::reset, expires_at);
        const auto to = needs_.users.open_profile(account->id, account->profile).email;
        if (!mail::is_address(to.reveal())) return of_address;
        needs_.outbox.add(tx,
                          {.institution = self.institution,
                           .kind = k_reset_letter,
                           .subject = account->id.value(),
                           .letter = reset_letter(to, account->language, needs_.public_url + "/entrar/clave/" + token.reveal(), expires_at, now),
                           .useful_for = k_reset_lasts},
                          entry.value());
        return of_address;
    });
    if (counted.value() > k_resets_per_address) return refuse(Refused::too_many, words::k_too_many_tries);
    return {};
}

}  // namespace hebra::access
