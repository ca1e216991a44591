// Nobody keeps the database for ever: what takes or waits too long is broken off, and leaves nothing.
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "platform/db/error.hpp"
#include "tests/support/databases.hpp"

namespace hebra::db {
namespace {

using namespace std::chrono_literals;

void schema(Database& database) {
    test::write(database, [](Tx& tx) {
        tx.add("CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)");
        tx.add("INSERT INTO note VALUES (1, 0)");
    });
}
using Limited = test::OnBothDatabases<schema>;
HEBRA_ON_BOTH_DATABASES(Limited);

constexpr auto k_for_ever = "WITH RECURSIVE n (i) AS (SELECT CAST(2 AS BIGINT) UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
constexpr auto k_write_for_ever =
    "INSERT INTO note (id, version) WITH RECURSIVE n (i) AS (SELECT CAST(2 AS BIGINT) UNION ALL SELECT i + 1 FROM n) SELECT i, 0 FROM n";

int notes(Database& database) {
    return database.read([](Reader& r) { return r.one<int>("SELECT COUNT(*) FROM note").value(); });
}

Result<> add(Tx& tx, int id) {
    tx.add("INSERT INTO note VALUES (:id, 0)", {arg("id", id)});
    return {};
}

TEST_P(Limited, a_look_that_takes_too_long_is_broken_off_and_the_next_has_its_own_time) {
    db().limit({.interactive = 200ms, .bulk = 200ms});
    for (int i = 0; i < 2; ++i) {
        EXPECT_THROW(db().read([](Reader& r) { return r.one<std::int64_t>(k_for_ever); }), Unavailable);
        EXPECT_EQ(notes(db()), 1);
    }
}

TEST_P(Limited, many_short_statements_are_counted_together) {
    db().limit({.interactive = 200ms, .bulk = 200ms});
    EXPECT_THROW(db().read([](Reader& r) {
        for (;;) EXPECT_EQ(r.one<int>("SELECT COUNT(*) FROM note"), 1);
    }),
                 Unavailable);
    EXPECT_EQ(notes(db()), 1);
}

TEST_P(Limited, a_write_that_takes_too_long_leaves_nothing_and_takes_nobody_along) {
    db().limit({.interactive = 10s, .bulk = 300ms});
    std::atomic<bool> started{false};
    std::thread writer([&] {
        EXPECT_THROW(db().write(
                         [&](Tx& tx) -> Result<> {
                             started = true;
                             tx.run(k_write_for_ever);
                             return {};
                         },
                         Urgency::bulk),
                     Unavailable);
    });
    while (!started) std::this_thread::yield();
    for (int id = -20; id < 0; ++id) EXPECT_TRUE(db().write([&](Tx& tx) { return add(tx, id); }));
    writer.join();
    EXPECT_EQ(notes(db()), 21);
}

TEST_P(Limited, who_waits_too_long_for_another_is_told_so) {
    db().limit({.interactive = 200ms, .bulk = 10s});
    std::atomic<bool> holding{false}, enough{false};
    std::thread holder([&] {
        EXPECT_TRUE(db().write(
            [&](Tx& tx) -> Result<> {
                tx.run("UPDATE note SET version = 7 WHERE id = 1");
                holding = true;
                while (!enough) std::this_thread::yield();
                return {};
            },
            Urgency::bulk));
    });
    while (!holding) std::this_thread::yield();
    EXPECT_THROW(db().write([](Tx& tx) -> Result<> {
        tx.run("UPDATE note SET version = 8 WHERE id = 1");
        return {};
    }),
                 Unavailable);
    enough = true;
    holder.join();
    EXPECT_EQ(db().read([](Reader& r) { return r.one<int>("SELECT version FROM note WHERE id = 1"); }), 7);
}

}  // namespace
}  // namespace hebra::db
