#include "access/users/sessions.hpp"

#include "access/once/once.hpp"
#include "access/users/token.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/totp.hpp"

namespace hebra::access {
namespace {

constexpr auto k_remembered = std::chrono::seconds(1);
constexpr auto k_touch_every = std::chrono::minutes(2);
constexpr std::size_t k_known_at_most = 20'000;

std::vector<Role> roles_in(std::span<const Membership> memberships, InstitutionId institution) {
    std::vector<Role> roles;
    for (const auto& membership : memberships)
        if (membership.institution_id == institution) roles.push_back(membership.role);
    return roles;
}

}  // namespace

Sessions::Sessions(db::Database& database, Vault& vault, Users& users, audit::Audit& audit, crypto::PasswordPool& passwords,
                   const RoleTable& roles, const Clock& clock)
    : database_(database), vault_(vault), users_(users), audit_(audit), passwords_(passwords), roles_(roles), clock_(clock),
      throttle_(database, vault, clock) {}

Result<> Sessions::check_password(const std::optional<store::UserRow>& user, const Private& password) {
    const bool may = user && user->status == UserStatus::active && user->password_hash;
    HEBRA_TRY(const bool right, may ? passwords_.verify(password.reveal(), *user->password_hash)
                                    : passwords_.verify_nobody(password.reveal()));
    if (!right) return refuse(Refused::unauthenticated, words::k_bad_credentials);
    return {};
}

void Sessions::renew_hash(UserId id, const std::string& kept, const Private& password) {
    if (!crypto::needs_rehash(kept)) return;
    const auto renewed = passwords_.hash(password.reveal());
    if (!renewed) return;  // too busy: they sign in again another day
    try {
        (void)database_.write([&](db::Tx& tx) -> Result<> {
            store::renew_hash(tx, id, kept, *renewed);
            return {};
        });
    } catch (const db::Unavailable&) {  // the same: their session has begun, and their code is spent
    }
}

Result<> Sessions::refuse_attempt(const std::optional<store::UserRow>& user, const Word& word) {
    if (user) {
        HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
            const Actor self{.user = user->id, .institution = store::own_chain(tx, user->id), .session = {}, .permissions = {}};
            audit_.record(tx, self, {.action = "session.refused", .subject = user->id.value(), .fields = {std::string(word.code)}});
            return {};
        }));
    }
    return refuse(Refused::unauthenticated, word);
}

Result<SignedIn> Sessions::sign_in(const SignIn& attempt, std::string_view peer, std::string_view device) {
    const Time now = clock_.now();
    const auto email_key = users_.email_key(Private(attempt.user));
    HEBRA_TRY(const auto guess, throttle_.claim(email_key, peer));
    const auto row = database_.read([&](db::Reader& reader) { return store::user_by_email(reader, email_key); });

    if (const auto right = check_password(row, attempt.password); !right) {
        if (right.error().kind == Refused::unauthenticated) return Refuse(refuse_attempt(row, words::k_bad_credentials).error());
        throttle_.give_back(guess);  // too busy to judge it
        return Refuse(right.error());
    }
    std::optional<std::int64_t> step;
    if (const auto secret = users_.open_totp(row->id, row->totp)) {
        if (!attempt.code || attempt.code->empty()) {
            throttle_.give_back(guess);
            return refuse(Refused::unauthenticated, words::k_code_needed);
        }
        step = crypto::totp::verify(bytes_of(*secret), *attempt.code, now, row->totp_step);
        if (!step) HEBRA_CHECK(refuse_attempt(row, words::k_bad_code));
    }

    const auto token = to_base64url(random_bytes(32));
    const store::SessionRow session{.id = SessionId::make(now),
                                    .user_id = row->id,
                                    .institution_id = {},
                                    .device = std::string(device),
                                    .created_at = now,
                                    .last_seen_at = now,
                                    .expires_at = now + k_idle};
    auto begun_one = database_.write([&](db::Tx& tx) -> Result<std::optional<SignedIn>> {
        // The check was slow: meanwhile the account may have been disabled, or its password changed by its owner.
        if (!store::still_proves(tx, *row)) return refuse(Refused::unauthenticated, words::k_bad_credentials);
        if (step && !store::use_totp_step(tx, row->id, *step)) return refuse(Refused::unauthenticated, words::k_bad_code);
        throttle_.clear(tx, guess);
        const auto memberships = store::memberships(tx, row->id);
        if (memberships.empty()) return std::nullopt;
        const auto last = store::last_institution(tx, row->id);
        auto begun = session;
        begun.institution_id = last && !roles_in(memberships, *last).empty() ? *last : memberships.front().institution_id;
        store::add_session(tx, begun, kept_token(vault_, k_session_token, token));
        auto actor = actor_of(begun, memberships);
        audit_.record(tx, actor, {.action = "session.begin", .subject = begun.id.value()});
        return SignedIn{token, std::move(actor)};
    });
    if (!begun_one) return Refuse(refuse_attempt(row, begun_one.error().word).error());
    if (!*begun_one) return refuse(Refused::forbidden, words::k_no_role);
    renew_hash(row->id, *row->password_hash, attempt.password);
    return **std::move(begun_one);
}

Actor Sessions::actor_of(const store::SessionRow& session, std::span<const Membership> memberships) const {
    const auto roles = roles_in(memberships, session.institution_id);
    return {.user = session.user_id,
            .institution = session.institution_id,
            .session = session.id,
            .permissions = roles_.permissions_of(roles, session.institution_id)};
}

std::optional<Actor> Sessions::remembered(const std::string& token_hash, Time now) {
    const std::scoped_lock lock(mutex_);
    const auto known = known_.find(token_hash);
    if (known == known_.end()) return std::nullopt;
    if (now - known->second.remembered_at >= k_remembered || now >= known->second.expires_at) {
        known_.erase(known);
        return std::nullopt;
    }
    return known->second.actor;
}

Result<Actor> Sessions::identify(std::string_view token) {
    const Time now = clock_.now();
    const auto kept = kept_token(vault_, k_session_token, token);
    const std::string hash(text_of(kept));
    if (auto actor = remembered(hash, now)) return *std::move(actor);

    struct Found {
        std::optional<store::SessionRow> session;
        std::vector<Membership> memberships;
    };
    const auto found = database_.read([&](db::Reader& reader) {
        Found f{store::session_by_token(reader, kept), {}};
        if (f.session) f.memberships = store::memberships(reader, f.session->user_id);
        return f;
    });
    if (!found.session || found.session->expires_at <= now || roles_in(found.memberships, found.session->institution_id).empty())
        return refuse(Refused::unauthenticated, words::k_session_ended);

    auto actor = actor_of(*found.session, found.memberships);
    auto expires_at = found.session->expires_at;
    if (now - found.session->last_seen_at > k_touch_every) {
        expires_at = std::min<Time>(now + k_idle, found.session->created_at + k_longest);
        HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
            store::touch_session(tx, found.session->id, now, expires_at);
            return {};
        }));
    }
    const std::scoped_lock lock(mutex_);
    if (known_.size() >= k_known_at_most) known_.clear();
    known_.insert_or_assign(hash, Known{actor, expires_at, now});
    return actor;
}

Result<> Sessions::sign_out(const Actor& actor) {
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        audit_.record(tx, actor, {.action = "session.end", .subject = actor.session.value()});
        store::end_session(tx, actor.user, actor.session, clock_.now());
        return {};
    }));
    forget(actor.user);
    return {};
}

Result<Actor> Sessions::act_for(const Actor& actor, InstitutionId institution) {
    const auto next = database_.write([&](db::Tx& tx) -> Result<Actor> {
        const auto memberships = store::memberships(tx, actor.user);
        if (roles_in(memberships, institution).empty()) return refuse_field("/institution_id", words::k_no_role_there);
        store::move_session(tx, actor.session, institution);
        const store::SessionRow session{.id = actor.session, .user_id = actor.user, .institution_id = institution, .device = {},
                                        .created_at = {}, .last_seen_at = {}, .expires_at = {}};
        auto moved = actor_of(session, memberships);
        audit_.record(tx, moved, {.action = "session.act_for", .subject = actor.session.value()});
        return moved;
    });
    forget(actor.user);
    return next;
}

std::vector<OpenSession> Sessions::open_sessions(const Actor& actor) {
    const Time now = clock_.now();
    const auto rows = database_.read([&](db::Reader& reader) { return store::sessions_of(reader, actor.user, now); });
    std::vector<OpenSession> sessions;
    for (const auto& row : rows)
        sessions.push_back({row.id, row.device, row.created_at, row.last_seen_at, row.id == actor.session});
    return sessions;
}

Result<> Sessions::end(const Actor& actor, SessionId session) {
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, claim_once(tx, actor, session.text(), clock_.now()));
        if (before) return {};
        audit_.record(tx, actor, {.action = "session.end", .subject = session.value()});
        if (!store::end_session(tx, actor.user, session, clock_.now())) return not_found();
        return {};
    }));
    forget(actor.user);
    return {};
}

void Sessions::forget(UserId user) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(known_, [&](const auto& known) { return known.second.actor.user == user; });
}

}  // namespace hebra::access
