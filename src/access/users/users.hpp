// The staff: who they are, how they are invited, what proves them, what they may do where.
#pragma once
#include <span>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "access/users/store.hpp"
#include "access/users/throttle.hpp"
#include "access/users/user.hpp"
#include "platform/crypto/password.hpp"

namespace hebra::access {

struct NewUser {
    Private name;
    Private email;
    std::vector<Membership> memberships;
};

/// A one-use link to choose a password. The token is told once, to the person, and stored as a keyed hash.
struct PasswordLink {
    UserId user;
    std::string token;
    Time expires_at;
};

struct TotpStart {
    Private secret;  ///< base32, for typing by hand
    Private uri;     ///< otpauth://, for the QR code
};
BOOST_DESCRIBE_STRUCT(TotpStart, (), (secret, uri))

class Users {
  public:
    Users(db::Database& database, Vault& vault, audit::Audit& audit, crypto::PasswordPool& passwords, const Clock& clock);

    /// A new person on the staff, who chooses a password by the link. `email_taken`.
    Result<PasswordLink> invite(const Actor& actor, const NewUser& user);
    /// A new link for somebody who forgot; nullopt when no active account has this e-mail (the answer outside is the same).
    std::optional<PasswordLink> start_reset(const Private& email);
    /// Sets the password a link allows, ends every session and forgets what was guessed before. `link_expired`, or the
    /// password rule's refusal.
    /// @param peer the caller's address, for throttling
    Result<> choose_password(const std::string& token, const Private& password, std::string_view peer = {});
    /// Creates an account that can sign in at once: for `hebra user add` and the demo.
    Result<UserId> add(const Actor& actor, const NewUser& user, const Private& password);

    Result<User> find(UserId id);
    Result<User> find_by_email(const Private& email);
    /// What somebody on the staff is called, also after they left; empty for nobody and for the system. Remembered for a
    /// minute, so that a list of acts costs no statement per row.
    Private name_of(UserId id);
    std::vector<User> of(InstitutionId institution);
    std::vector<Membership> memberships(UserId id);
    /// Whether anybody active has this role there: who answers for a whole network, for example.
    bool has_role(InstitutionId institution, Role role);
    Result<> grant(const Actor& actor, UserId id, const Membership& membership);
    Result<> revoke(const Actor& actor, UserId id, const Membership& membership);
    /// Leavers cannot sign in and their sessions end; what they wrote stays theirs.
    Result<> disable(const Actor& actor, UserId id);

    /// Undoes `disable`. `not_found` unless it is disabled.
    Result<> enable(const Actor& actor, UserId id);

    /// Whether this is the account's password. A guess counts and a wrong one is audited as at the door. `too_many_tries`.
    Result<bool> prove(const store::UserRow& row, const Private& password, std::string_view peer);
    /// Other sessions and every open link end. `/current`: `wrong_password`.
    Result<> change_password(const Actor& actor, const Private& current, const Private& next, std::string_view peer = {});
    Result<> set_language(const Actor& actor, UserLanguage language);
    /// Starts a second factor, by whoever knows the password: a session left open must not lock its owner out. Nothing changes
    /// until a code confirms it. `totp_is_on`: the present one must be stopped first. `/password`: `wrong_password`.
    Result<TotpStart> start_totp(const Actor& actor, const Private& password, std::string_view peer = {});
    Result<> confirm_totp(const Actor& actor, const std::string& code);
    Result<> stop_totp(const Actor& actor, const Private& password, std::string_view peer = {});

    Bytes email_key(const Private& email) const;
    Profile open_profile(UserId id, const Bytes& sealed) const;
    std::optional<std::string> open_totp(UserId id, const std::optional<Bytes>& sealed) const;

  private:
    /// Whether the act already came under its key.
    Result<bool> is_repeated(const Actor& actor);
    Bytes seal_account(std::string_view column, UserId id, std::string_view plain) const;
    User opened(const store::UserRow& row) const;
    Result<PasswordLink> add_with(const Actor& actor, const NewUser& user, const std::optional<std::string>& password_hash);

    db::Database& database_;
    Vault& vault_;
    audit::Audit& audit_;
    crypto::PasswordPool& passwords_;
    const Clock& clock_;
    Throttle throttle_;
    std::mutex mutex_;
    struct Named {
        Private name;
        Time until;
    };
    std::unordered_map<UserId, Named> names_;
    std::unordered_map<UserId, std::string> started_totp_;  ///< secrets shown and not yet confirmed; lost on restart
};

}  // namespace hebra::access
