// How often a password may be guessed. A guess counts before the password is looked at, so that guesses sent at once all count.
#pragma once
#include "access/keys/vault.hpp"
#include "access/users/user.hpp"
#include "platform/db/database.hpp"

namespace hebra::access {

/// One guess, counted: the keys of its three counters.
struct Guess {
    Bytes here;  ///< at this account from this address
    Bytes account;
    Bytes address;
};

class Throttle {
  public:
    static constexpr auto k_window = std::chrono::minutes(15);
    static constexpr std::int64_t k_here = 8;
    static constexpr std::int64_t k_account = 40;  ///< far more: strangers elsewhere shall not keep somebody out of their work
    static constexpr std::int64_t k_address = 60;  ///< a whole office may stand behind one address

    Throttle(db::Database& database, const Vault& vault, const Clock& clock)
        : database_(database), vault_(vault), clock_(clock) {}

    /// Counts one more guess. `too_many_tries`, and then this one counts nowhere.
    Result<Guess> claim(const Bytes& email_key, std::string_view peer);
    /// The password was not judged, or was right and something else is missing.
    void give_back(const Guess& guess);
    /// The password was right: the account's guesses are forgotten, and its address gets this one back.
    void clear(db::Tx& tx, const Guess& guess) const;
    /// A new password was chosen by a link: what was guessed before says nothing about it.
    void forget(db::Tx& tx, const Bytes& email_key, std::string_view peer) const;

  private:
    Guess guess_at(const Bytes& email_key, std::string_view peer) const;

    db::Database& database_;
    const Vault& vault_;
    const Clock& clock_;
};

}  // namespace hebra::access
