// Signing in, and knowing who calls. A session acts for one institution at a time.
#pragma once
#include <mutex>
#include <unordered_map>

#include "access/roles/roles.hpp"
#include "access/users/throttle.hpp"
#include "access/users/users.hpp"

namespace hebra::access {

struct SignIn {
    std::string user;  ///< the e-mail
    Private password;
    std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (user, password, code))

struct SignedIn {
    std::string token;  ///< told once; stored as a keyed hash
    Actor actor;
};

/// One place where somebody is signed in.
struct OpenSession {
    SessionId id;
    std::string device;
    Time created_at;
    Time last_seen_at;
    bool current;
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, device, created_at, last_seen_at, current))

class Sessions {
  public:
    static constexpr auto k_idle = std::chrono::hours(4);     ///< a session unused this long ends
    static constexpr auto k_longest = std::chrono::hours(14);  ///< and no session outlives a double shift

    Sessions(db::Database& database, Vault& vault, Users& users, audit::Audit& audit, crypto::PasswordPool& passwords,
             const RoleTable& roles, const Clock& clock);

    /// The session acts for the institution used last, if one still works there.
    /// @param peer the caller's address, for throttling
    /// @param device what the person will recognise it by ("Chrome, Linux")
    /// @return the session; or `bad_credentials`, `code_needed`, `bad_code`, `too_many_tries`, `no_role`
    Result<SignedIn> sign_in(const SignIn& attempt, std::string_view peer, std::string_view device);

    /// Who holds this token; `session_ended` otherwise.
    Result<Actor> identify(std::string_view token);

    Result<> sign_out(const Actor& actor);
    /// Acts for another institution from now on. `no_role_there`.
    Result<Actor> act_for(const Actor& actor, InstitutionId institution);
    std::vector<OpenSession> open_sessions(const Actor& actor);
    Result<> end(const Actor& actor, SessionId session);

    /// Forgets what another thread or use case changed (roles, endings). What another process changed is known after a second:
    /// so long an answer is remembered, to spare a page's burst of requests two statements each.
    void forget(UserId user);

  private:
    struct Known {
        Actor actor;
        Time expires_at;
        Time remembered_at;
    };
    std::optional<Actor> remembered(const std::string& token_hash, Time now);
    Actor actor_of(const store::SessionRow& session, std::span<const Membership> memberships) const;
    Result<> check_password(const std::optional<store::UserRow>& user, const Private& password);
    /// Keeps the same password at today's cost, when it was kept at another: whoever signed in has just proved it.
    void renew_hash(UserId id, const std::string& kept, const Private& password);
    Result<> refuse_attempt(const std::optional<store::UserRow>& user, const Word& word);

    db::Database& database_;
    Vault& vault_;
    Users& users_;
    audit::Audit& audit_;
    crypto::PasswordPool& passwords_;
    const RoleTable& roles_;
    const Clock& clock_;
    Throttle throttle_;
    std::mutex mutex_;
    std::unordered_map<std::string, Known> known_;
};

}  // namespace hebra::access
