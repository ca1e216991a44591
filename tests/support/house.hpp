// A small house for tests: keys, audit and a clock that stands, over a database that is there already. For tests only.
#pragma once
#include <functional>
#include <thread>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/schema.hpp"

namespace hebra::test {

/// A Saturday, 12:00 in Santiago.
inline const Time k_a_saturday = *parse_time("2026-11-21T15:00:00Z");

inline crypto::Key master_key(std::uint8_t of = 7) {
    return crypto::Key::from(Bytes(crypto::Key::k_size, of));
}

struct House {
    explicit House(db::Database& its_database) : database(its_database) {}

    /// An institution as far as keys and audit go: it has no row.
    InstitutionId found() {
        const auto id = InstitutionId::make(clock.now());
        clock.advance(std::chrono::milliseconds(1));  // so that the next one's id is greater
        write(database, [&](db::Tx& tx) { vault.found(tx, id); });
        return id;
    }

    Actor somebody(InstitutionId institution) { return {UserId::make(clock.now()), institution, {}, {}, {}}; }
    std::shared_ptr<const access::InstitutionKeys> keys(InstitutionId institution) {
        return database.read([&](db::Reader& reader) { return vault.institution(reader, institution); });
    }

    db::Database& database;
    FixedClock clock{k_a_saturday};
    access::Vault vault{master_key(), clock};
    audit::Audit audit{vault, clock};
};

/// The actor's next act arrives with this key; the same `content` is the same request.
inline Actor with_key(Actor actor, std::string key, std::string_view content = "content") {
    const auto mac = bytes_of(content);
    actor.once = Once{std::move(key), "/a/route", Bytes(mac.begin(), mac.end())};
    return actor;
}

/// Runs `act(n)` on so many threads at the same moment, as requests arrive.
inline void at_once(int threads, const std::function<void(int)>& act) {
    std::atomic<int> ready = 0;
    std::vector<std::thread> all;
    for (int n = 0; n < threads; ++n)
        all.emplace_back([&, n] {
            for (++ready; ready < threads;) std::this_thread::yield();
            act(n);
        });
    for (auto& thread : all) thread.join();
}

}  // namespace hebra::test
