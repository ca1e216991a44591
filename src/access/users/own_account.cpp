// One's own account: the password and the second factor, which only their owner's proof changes.
#include "access/once/once.hpp"
#include "access/users/token.hpp"
#include "access/users/users.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/totp.hpp"

namespace hebra::access {
namespace {

constexpr auto k_reset_lasts = std::chrono::minutes(30);

Result<> stored(bool was_first) {
    if (!was_first) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    return {};
}

}  // namespace

std::optional<PasswordLink> Users::start_reset(const Private& email) {
    const auto key = email_key(email);
    const Time now = clock_.now();
    const auto token = crypto::LinkToken::make();
    const auto link = database_.write([&](db::Tx& tx) -> Result<PasswordLink> {
        const auto row = store::user_by_email(tx, key);
        if (!row || row->status == UserStatus::disabled) return not_found();
        store::add_link(tx, kept_token(vault_, k_password_token, token.reveal()), row->id, store::LinkPurpose::reset, now + k_reset_lasts);
        return PasswordLink{row->id, token.reveal(), now + k_reset_lasts};
    });
    return link ? std::optional(*link) : std::nullopt;
}

Result<> Users::choose_password(const std::string& token, const Private& password, std::string_view peer) {
    HEBRA_CHECK(crypto::check_new_password(password.reveal()));
    HEBRA_TRY(const auto hash, passwords_.hash(password.reveal()));
    const Time now = clock_.now();
    return database_.write([&](db::Tx& tx) -> Result<> {
        const auto user = store::take_link(tx, kept_token(vault_, k_password_token, token), now);
        if (!user) return refuse(Refused::conflict, words::k_link_expired);
        const auto row = store::user(tx, *user);
        if (!row || (row->status != UserStatus::active && store::memberships(tx, *user).empty()))
            return refuse(Refused::conflict, words::k_link_expired);
        const Actor self{.user = *user, .institution = store::own_chain(tx, *user), .session = {}, .permissions = {}};
        const auto entry = audit_.record(tx, self, {.action = "user.password", .subject = user->value()});
        HEBRA_CHECK(stored(store::save_password(tx, *user, hash, row->version, entry)));
        store::end_sessions(tx, *user, std::nullopt);
        throttle_.forget(tx, email_key(open_profile(row->id, row->profile).email), peer);
        return {};
    });
}

Result<bool> Users::is_repeated(const Actor& actor) {
    HEBRA_TRY(const auto before, database_.read([&](db::Reader& reader) { return claimed_before(reader, actor); }));
    return before.has_value();
}

Result<bool> Users::prove(const store::UserRow& row, const Private& password, std::string_view peer) {
    HEBRA_TRY(const auto guess, throttle_.claim(email_key(open_profile(row.id, row.profile).email), peer));
    const bool may = row.status == UserStatus::active && row.password_hash;
    const auto right = may ? passwords_.verify(password.reveal(), *row.password_hash) : passwords_.verify_nobody(password.reveal());
    if (!right) {
        throttle_.give_back(guess);
        return Refuse(right.error());
    }
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        if (*right) {
            throttle_.clear(tx, guess);
            return {};
        }
        const Actor self{.user = row.id, .institution = store::own_chain(tx, row.id), .session = {}, .permissions = {}};
        audit_.record(tx, self,
                      {.action = "session.refused", .subject = row.id.value(), .fields = {std::string(words::k_wrong_password.code)}});
        return {};
    }));
    return *right;
}

Result<> Users::change_password(const Actor& actor, const Private& current, const Private& next, std::string_view peer) {
    HEBRA_TRY(const bool repeated, is_repeated(actor));
    if (repeated) return {};  // the current password is another by now
    const auto row = database_.read([&](db::Reader& reader) { return store::user(reader, actor.user); });
    if (!row || !row->password_hash) return not_found();
    HEBRA_TRY(const bool right, prove(*row, current, peer));
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
        store::end_links(tx, actor.user);
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

Result<TotpStart> Users::start_totp(const Actor& actor, const Private& password, std::string_view peer) {
    const auto row = database_.read([&](db::Reader& reader) { return store::user(reader, actor.user); });
    if (!row || !row->password_hash) return not_found();
    if (row->totp) return refuse(Refused::conflict, words::k_totp_is_on);
    HEBRA_TRY(const bool right, prove(*row, password, peer));
    if (!right) return refuse_field("/password", words::k_wrong_password);
    const auto email = open_profile(row->id, row->profile).email;
    const auto secret = crypto::totp::make_secret();
    {
        const std::scoped_lock lock(mutex_);
        started_totp_[actor.user] = std::string(text_of(secret));
    }
    return TotpStart{Private(crypto::totp::to_base32(secret)), Private(crypto::totp::uri(secret, "Hebra", email.reveal()))};
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
        if (row->totp) return refuse(Refused::conflict, words::k_totp_is_on);
        const auto entry = audit_.record(tx, actor, {.action = "user.totp_on", .subject = actor.user.value()});
        HEBRA_CHECK(stored(store::save_totp(tx, actor.user, sealed, row->version, entry)));
        store::use_totp_step(tx, actor.user, *step);
        return {};
    }));
    const std::scoped_lock lock(mutex_);
    started_totp_.erase(actor.user);
    return {};
}

Result<> Users::stop_totp(const Actor& actor, const Private& password, std::string_view peer) {
    const auto row = database_.read([&](db::Reader& reader) { return store::user(reader, actor.user); });
    if (!row || !row->password_hash) return not_found();
    HEBRA_TRY(const bool right, prove(*row, password, peer));
    if (!right) return refuse_field("/password", words::k_wrong_password);
    return database_.write([&](db::Tx& tx) -> Result<> {
        const auto entry = audit_.record(tx, actor, {.action = "user.totp_off", .subject = actor.user.value()});
        return stored(store::save_totp(tx, actor.user, std::nullopt, row->version, entry));
    });
}

}  // namespace hebra::access
