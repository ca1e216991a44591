#include "access/users/throttle.hpp"

#include "access/users/store.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::access {

Guess Throttle::guess_at(const Bytes& email_key, std::string_view peer) const {
    const auto& key = vault_.accounts();
    const std::string account(text_of(email_key));
    return {.here = crypto::blind(key, "throttle.here", account + std::string(peer)),
            .account = crypto::blind(key, "throttle.account", account),
            .address = crypto::blind(key, "throttle.address", peer)};
}

Result<Guess> Throttle::claim(const Bytes& email_key, std::string_view peer) {
    const auto guess = guess_at(email_key, peer);
    const Time now = clock_.now(), since = now - k_window;
    const std::array limits = {std::pair(&guess.here, k_here), std::pair(&guess.account, k_account),
                               std::pair(&guess.address, k_address)};
    const bool is_spent = database_.read([&](db::Reader& reader) {
        return std::ranges::any_of(limits, [&](const auto& limit) { return store::failures(reader, *limit.first, since) >= limit.second; });
    });
    if (is_spent) return refuse(Refused::too_many, words::k_too_many_tries);  // a flood of guesses writes nothing
    return database_.write([&](db::Tx& tx) -> Result<Guess> {
        for (const auto& [counter, most] : limits)
            if (store::count_failure(tx, *counter, now, since) > most) return refuse(Refused::too_many, words::k_too_many_tries);
        return guess;
    });
}

void Throttle::give_back(const Guess& guess) {
    (void)database_.write([&](db::Tx& tx) -> Result<> {
        for (const auto* counter : {&guess.here, &guess.account, &guess.address}) store::uncount_failure(tx, *counter);
        return {};
    });
}

void Throttle::clear(db::Tx& tx, const Guess& guess) const {
    store::clear_failures(tx, guess.here);
    store::clear_failures(tx, guess.account);
    store::uncount_failure(tx, guess.address);
}

void Throttle::forget(db::Tx& tx, const Bytes& email_key, std::string_view peer) const {
    const auto guess = guess_at(email_key, peer);
    store::clear_failures(tx, guess.here);
    store::clear_failures(tx, guess.account);
}

}  // namespace hebra::access
