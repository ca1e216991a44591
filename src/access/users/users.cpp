#include "access/users/users.hpp"

#include "access/once/once.hpp"
#include "base/fold.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/crypto/totp.hpp"
#include "platform/json/json.hpp"
#include "platform/json/own.hpp"

namespace hebra::access {
namespace {

constexpr auto k_invitation_lasts = std::chrono::hours(72);
constexpr auto k_reset_lasts = std::chrono::minutes(30);
constexpr auto k_name_remembered = std::chrono::minutes(1);

/// Addresses are compared without case and without the spaces of a paste.
std::string canonical_email(const Private& email) {
    std::string text;
    for (const unsigned char c : email.reveal())
        if (c > ' ') text += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return text;
}

Bytes token_hash(std::string_view token) { return crypto::hash(bytes_of(token)); }

Result<> stored(bool was_first) {
    if (!was_first) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    return {};
}

}  // namespace

Users::Users(db::Database& database, Vault& vault, audit::Audit& audit, crypto::PasswordPool& passwords, const Clock& clock)
    : database_(database), vault_(vault), audit_(audit), passwords_(passwords), clock_(clock) {}

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
            store::add_link(tx, token_hash(token.reveal()), id, store::LinkPurpose::invitation, now + k_invitation_lasts);
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

std::optional<PasswordLink> Users::start_reset(const Private& email) {
    const auto key = email_key(email);
    const Time now = clock_.now();
    const auto token = crypto::LinkToken::make();
    const auto link = database_.write([&](db::Tx& tx) -> Result<PasswordLink> {
        const auto row = store::user_by_email(tx, key);
        if (!row || row->status == UserStatus::disabled) return not_found();
        store::add_link(tx, token_hash(token.reveal()), row->id, store::LinkPurpose::reset, now + k_reset_lasts);
        return PasswordLink{row->id, token.reveal(), now + k_reset_lasts};
    });
    return link ? std::optional(*link) : std::nullopt;
}

Result<> Users::choose_password(const std::string& token, const Private& password) {
    HEBRA_CHECK(crypto::check_new_password(password.reveal()));
    HEBRA_TRY(const auto hash, passwords_.hash(password.reveal()));
    const Time now = clock_.now();
    return database_.write([&](db::Tx& tx) -> Result<> {
        const auto user = store::take_link(tx, token_hash(token), now);
        if (!user) return refuse(Refused::conflict, words::k_link_expired);
        const auto row = store::user(tx, *user);
        const auto memberships = store::memberships(tx, *user);
        if (!row || memberships.empty()) return refuse(Refused::conflict, words::k_link_expired);
        const Actor self{.user = *user, .institution = memberships.front().institution_id, .session = {}, .permissions = {}};
        const auto entry = audit_.record(tx, self, {.action = "user.password", .subject = user->value()});
        HEBRA_CHECK(stored(store::save_password(tx, *user, hash, row->version, entry)));
        store::end_sessions(tx, *user, std::nullopt);
        return {};
    });
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

Result<bool> Users::is_repeated(const Actor& actor) {
    HEBRA_TRY(const auto before, database_.read([&](db::Reader& reader) { return claimed_before(reader, actor); }));
    return before.has_value();
}

Result<> Users::change_password(const Actor& actor, const Private& current, const Private& next) {
    HEBRA_TRY(const bool repeated, is_repeated(actor));
    if (repeated) return {};  // the current password is another by now
    const auto row = database_.read([&](db::Reader& reader) { return store::user(reader, actor.user); });
    if (!row || !row->password_hash) return not_found();
    HEBRA_TRY(const bool right, passwords_.verify(current.reveal(), *row->password_hash));
    if (!right) return refuse_field("/current", words::k_wrong_password);
    if (auto rule = crypto::check_new_password(next.reveal(), open_profile(row->id, row->profile).email.reveal()); !rule)
        return refuse_field("/next", rule.error().word);
    HEBRA_TRY(const auto hash, passwords_.hash(next.reveal()));
    return database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, claim_once(tx, actor, actor.user.text(), clock_.now()));
        if (before) return {};
        const auto entry = audit_.record(tx, actor, {.action = "user.password", .subject = actor.user.value()});
        HEBRA_CHECK(stored(store::save_password(tx, actor.user, hash, row->version, entry)));
        store::end_sessions(tx, actor.user, actor.session);
        return {};
    });
}

Result<> Users::set_language(const Actor& actor, UserLanguage language) {
    return database_.write([&](db::Tx& tx) -> Result<> {
        const auto entry =
            audit_.record(tx, actor, {.action = "user.change", .subject = actor.user.value(), .fields = {"language"}});
        return stored(store::save_language(tx, actor.user, language, entry));
    });
}

Result<TotpStart> Users::start_totp(const Actor& actor) {
    HEBRA_TRY(const auto user, find(actor.user));
    const auto secret = crypto::totp::make_secret();
    {
        const std::scoped_lock lock(mutex_);
        started_totp_[actor.user] = std::string(text_of(secret));
    }
    return TotpStart{Private(crypto::totp::to_base32(secret)), Private(crypto::totp::uri(secret, "Hebra", user.email.reveal()))};
}

Result<> Users::confirm_totp(const Actor& actor, const std::string& code) {
    HEBRA_TRY(const bool repeated, is_repeated(actor));
    if (repeated) return {};
    std::string secret;
    {
        const std::scoped_lock lock(mutex_);
        const auto started = started_totp_.find(actor.user);
        if (started == started_totp_.end()) return refuse(Refused::conflict, words::k_totp_not_started);
        secret = started->second;
    }
    const auto step = crypto::totp::verify(bytes_of(secret), code, clock_.now(), 0);
    if (!step) return refuse_field("/code", words::k_bad_code);
    const auto sealed = seal_account("totp", actor.user, secret);
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, claim_once(tx, actor, actor.user.text(), clock_.now()));
        if (before) return {};
        const auto row = store::user(tx, actor.user);
        if (!row) return not_found();
        const auto entry = audit_.record(tx, actor, {.action = "user.totp_on", .subject = actor.user.value()});
        HEBRA_CHECK(stored(store::save_totp(tx, actor.user, sealed, row->version, entry)));
        store::use_totp_step(tx, actor.user, *step);
        return {};
    }));
    const std::scoped_lock lock(mutex_);
    started_totp_.erase(actor.user);
    return {};
}

Result<> Users::stop_totp(const Actor& actor, const Private& password) {
    const auto row = database_.read([&](db::Reader& reader) { return store::user(reader, actor.user); });
    if (!row || !row->password_hash) return not_found();
    HEBRA_TRY(const bool right, passwords_.verify(password.reveal(), *row->password_hash));
    if (!right) return refuse_field("/password", words::k_wrong_password);
    return database_.write([&](db::Tx& tx) -> Result<> {
        const auto entry = audit_.record(tx, actor, {.action = "user.totp_off", .subject = actor.user.value()});
        return stored(store::save_totp(tx, actor.user, std::nullopt, row->version, entry));
    });
}

}  // namespace hebra::access
