#include "access/users/users.hpp"

#include "access/once/once.hpp"
#include "access/users/token.hpp"
#include "base/fold.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/json/json.hpp"
#include "platform/json/own.hpp"

namespace hebra::access {
namespace {

constexpr auto k_invitation_lasts = std::chrono::hours(72);
constexpr auto k_name_remembered = std::chrono::minutes(1);

/// Addresses are compared without case and without the spaces of a paste.
std::string canonical_email(const Private& email) {
    std::string text;
    for (const unsigned char c : email.reveal())
        if (c > ' ') text += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return text;
}

}  // namespace

Users::Users(db::Database& database, Vault& vault, audit::Audit& audit, crypto::PasswordPool& passwords, const Clock& clock)
    : database_(database), vault_(vault), audit_(audit), passwords_(passwords), clock_(clock), throttle_(database, vault, clock) {}

Bytes Users::email_key(const Private& email) const { return crypto::blind(vault_.accounts(), "email", canonical_email(email)); }

Bytes Users::seal_account(std::string_view column, UserId id, std::string_view plain) const {
    return crypto::seal(vault_.accounts(), plain, crypto::Context{"user_account", column, id.value()});
}

Profile Users::open_profile(UserId id, const Bytes& sealed) const {
    const auto text = crypto::open_text(vault_.accounts(), sealed, crypto::Context{"user_account", "profile", id.value()});
    if (!text) throw std::runtime_error("a staff profile does not open");
    return json::read_own<Profile>(text->reveal());
}

std::optional<std::string> Users::open_totp(UserId id, const std::optional<Bytes>& sealed) const {
    if (!sealed) return std::nullopt;
    const auto text = crypto::open_text(vault_.accounts(), *sealed, crypto::Context{"user_account", "totp", id.value()});
    if (!text) throw std::runtime_error("a second factor does not open");
    return text->reveal();
}

User Users::opened(const store::UserRow& row) const {
    const auto profile = open_profile(row.id, row.profile);
    return {row.id, profile.name, profile.email, row.language, row.status, row.totp.has_value(), row.version};
}

Result<PasswordLink> Users::add_with(const Actor& actor, const NewUser& user, const std::optional<std::string>& password_hash) {
    const Time now = clock_.now();
    const auto id = UserId::make(now);
    const auto token = crypto::LinkToken::make();
    const store::UserRow row{
        .id = id,
        .profile = seal_account("profile", id, json::write(Profile{user.name, user.email})),
        .password_hash = password_hash,
        .totp = std::nullopt,
        .totp_step = 0,
        .language = UserLanguage::es,
        .status = password_hash ? UserStatus::active : UserStatus::invited,
        .version = 1,
    };
    const auto key = email_key(user.email);
    return database_.write([&](db::Tx& tx) -> Result<PasswordLink> {
        const auto entry = audit_.record(tx, actor, {.action = "user.add", .subject = id.value()});
        if (!store::add_user(tx, row, key, now, entry))
            return Refuse(Refusal{Refused::conflict, words::k_email_taken, {{"/email", words::k_email_taken}}});
        for (const auto& membership : user.memberships) store::add_role(tx, id, membership);
        if (!password_hash)
            store::add_link(tx, kept_token(vault_, k_password_token, token.reveal()), id, store::LinkPurpose::invitation, now + k_invitation_lasts);
        return PasswordLink{id, token.reveal(), now + k_invitation_lasts};
    });
}

Result<PasswordLink> Users::invite(const Actor& actor, const NewUser& user) { return add_with(actor, user, std::nullopt); }

Result<UserId> Users::add(const Actor& actor, const NewUser& user, const Private& password) {
    HEBRA_CHECK(crypto::check_new_password(password.reveal(), user.email.reveal()));
    HEBRA_TRY(const auto hash, passwords_.hash(password.reveal()));
    HEBRA_TRY(const auto link, add_with(actor, user, hash));
    return link.user;
}

Result<User> Users::find(UserId id) {
    const auto row = database_.read([&](db::Reader& reader) { return store::user(reader, id); });
    if (!row) return not_found();
    return opened(*row);
}

Result<User> Users::find_by_email(const Private& email) {
    const auto key = email_key(email);
    const auto row = database_.read([&](db::Reader& reader) { return store::user_by_email(reader, key); });
    if (!row) return not_found();
    return opened(*row);
}

Private Users::name_of(UserId id) {
    const Time now = clock_.now();
    {
        const std::scoped_lock lock(mutex_);
        if (const auto known = names_.find(id); known != names_.end() && known->second.until > now) return known->second.name;
    }
    const auto user = find(id);
    const auto name = user ? user->name : Private{};
    const std::scoped_lock lock(mutex_);
    names_.insert_or_assign(id, Named{name, now + k_name_remembered});
    return name;
}

std::vector<User> Users::of(InstitutionId institution) {
    const auto rows = database_.read([&](db::Reader& reader) { return store::users_of(reader, institution); });
    std::vector<User> users;
    for (const auto& row : rows) users.push_back(opened(row));
    return users;
}

std::vector<Membership> Users::memberships(UserId id) {
    return database_.read([&](db::Reader& reader) { return store::memberships(reader, id); });
}

bool Users::has_role(InstitutionId institution, Role role) {
    return database_.read([&](db::Reader& reader) { return store::has_role(reader, {institution, role}); });
}

Result<> Users::grant(const Actor& actor, UserId id, const Membership& membership) {
    return database_.write([&](db::Tx& tx) -> Result<> {
        if (!store::user(tx, id)) return not_found();
        audit_.record_in(tx, membership.institution_id, actor,
                         {.action = "user.grant", .subject = id.value(), .fields = {std::string(access::name_of(membership.role))}});
        store::add_role(tx, id, membership);
        return {};
    });
}

Result<> Users::revoke(const Actor& actor, UserId id, const Membership& membership) {
    return database_.write([&](db::Tx& tx) -> Result<> {
        audit_.record_in(tx, membership.institution_id, actor,
                         {.action = "user.revoke", .subject = id.value(), .fields = {std::string(access::name_of(membership.role))}});
        if (!store::remove_role(tx, id, membership)) return not_found();
        store::end_sessions(tx, id, std::nullopt);
        return {};
    });
}

Result<> Users::disable(const Actor& actor, UserId id) {
    return database_.write([&](db::Tx& tx) -> Result<> {
        const auto entry = audit_.record(tx, actor, {.action = "user.disable", .subject = id.value()});
        if (!store::save_status(tx, id, UserStatus::disabled, entry)) return not_found();
        store::end_sessions(tx, id, std::nullopt);
        return {};
    });
}

Result<> Users::enable(const Actor& actor, UserId id) {
    return database_.write([&](db::Tx& tx) -> Result<> {
        const auto entry = audit_.record(tx, actor, {.action = "user.enable", .subject = id.value()});
        if (!store::enable(tx, id, entry)) return not_found();
        return {};
    });
}

}  // namespace hebra::access
