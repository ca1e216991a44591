// What only SQLite can suffer: a full disk under a shared batch, a disk that breaks or forgets, a writer that is held up.
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/databases.hpp"
#include "tests/support/lossy_disk.hpp"

namespace hebra::db {
namespace {

void schema(Database& database) {
    test::write(database, [](Tx& tx) { tx.add("CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, body BYTES NOT NULL)"); });
}

void add(Tx& tx, int id, std::size_t size = 10) {
    tx.add("INSERT INTO note VALUES (:id, :body)", {arg("id", id), arg("body", Bytes(size, 7))});
}

std::set<int> ids(Database& database) {
    const auto all = database.read([](Reader& r) { return r.all<int>("SELECT id FROM note"); });
    return {all.begin(), all.end()};
}

/// Runs `writes` so that all of them wait in the queue together: the writer is held until the last has come.
void in_one_batch(Database& database, const std::vector<std::function<void()>>& writes) {
    std::vector<std::thread> callers;
    std::atomic<bool> holding = false;
    callers.emplace_back([&] {
        test::write(database, [&](Tx&) {
            if (holding.exchange(true)) return;  // run a second time, as a survivor
            while (database.statistics().waiting < writes.size()) std::this_thread::yield();
            // Until its batch is over, so that the others have one of their own.
            std::this_thread::sleep_for(std::chrono::milliseconds(6));
        });
    });
    while (!holding) std::this_thread::yield();
    for (std::size_t queued = 0; queued < writes.size(); ++queued) {
        while (database.statistics().waiting < queued) std::this_thread::yield();  // in the order given
        callers.emplace_back(writes[queued]);
    }
    for (auto& caller : callers) caller.join();
}

class Sqlite : public testing::Test {
  protected:
    Database& db() { return *fresh_; }
    test::FreshDatabase fresh_{Engine::sqlite, schema};
};

TEST_F(Sqlite, one_commit_serves_all_who_wait) {
    std::vector<std::function<void()>> writes;
    for (int id = 0; id < 20; ++id) {
        writes.emplace_back([&, id] { test::write(db(), [&](Tx& tx) { add(tx, id); }); });
    }
    const auto before = db().statistics();
    in_one_batch(db(), writes);
    const auto after = db().statistics();
    EXPECT_EQ(after.writes - before.writes, 21u);
    EXPECT_LE(after.commits - before.commits, 10u);  // two, where nothing interrupts the writer for 5 ms
    EXPECT_EQ(ids(db()).size(), 20u);
}

TEST_F(Sqlite, a_full_disk_harms_only_who_fills_it) {
    test::write(db(), [](Tx& tx) {
        const int pages = tx.one<int>("SELECT page_count FROM pragma_page_count").value();
        tx.run(fmt::format("PRAGMA max_page_count = {}", pages + 5));
    });
    std::set<int> small;
    // A slow machine may part them between two batches just before the greedy one: then once more.
    for (int first = 0; db().statistics().reruns == 0 && first < 1'000; first += 10) {
        std::vector<std::function<void()>> writes;
        for (int id = first; id < first + 10; ++id) {
            const bool greedy = id == first + 5;
            if (!greedy) small.insert(id);
            writes.emplace_back([&, id, greedy] {
                const auto store = [&](Tx& tx) -> Result<> {
                    add(tx, id, greedy ? 100'000 : 10);
                    return {};
                };
                if (greedy) {
                    EXPECT_THROW(db().write(store), Unavailable);
                } else {
                    EXPECT_TRUE(db().write(store).has_value());
                }
            });
        }
        in_one_batch(db(), writes);
        EXPECT_EQ(ids(db()), small);
    }
    EXPECT_GT(db().statistics().reruns, 0u);
    test::write(db(), [](Tx& tx) { add(tx, 10'000); });
    EXPECT_EQ(ids(db()).size(), small.size() + 1);
}

TEST_F(Sqlite, a_slow_closure_is_counted_and_named) {
    std::vector<std::string> said;
    const auto own = open_sqlite({.path = fresh_.url(), .log = [&](std::string_view line) { said.emplace_back(line); }});
    test::write(*own, [](Tx&) { std::this_thread::sleep_for(std::chrono::milliseconds(7)); });
    EXPECT_EQ(own->statistics().slow, 1u);
    ASSERT_EQ(said.size(), 1u);
    EXPECT_NE(said[0].find(" ms: "), std::string::npos) << said[0];
}

TEST_F(Sqlite, the_file_is_for_its_owner_only) {
    using std::filesystem::perms;
    const test::TemporaryFolder folder;
    const auto own = open_sqlite({.path = folder / "new.db"});
    test::write(*own, [](Tx& tx) { tx.add("CREATE TABLE a (b TEXT)"); });
    for (const auto* file : {"new.db", "new.db-wal"}) {
        EXPECT_EQ(std::filesystem::status(folder / file).permissions(), perms::owner_read | perms::owner_write) << file;
    }
}

TEST(SqliteOpening, a_place_that_cannot_be_is_unavailable) {
    EXPECT_THROW(open_sqlite({.path = "/nowhere/at/all.db"}), Unavailable);
}

/// A database on a disk whose power can fail.
class SqlitePower : public testing::Test {
  protected:
    SqlitePower() : db_(open_sqlite({.path = path_, .vfs = disk_.name()})) { schema(*db_); }

    test::TemporaryFolder folder_;
    std::string path_ = folder_ / "test.db";
    test::LossyDisk disk_{"lossy_db_test"};
    std::unique_ptr<Database> db_;
};

TEST_F(SqlitePower, what_was_acknowledged_survives_a_failure_at_any_moment) {
    constexpr int k_callers = 8, k_each = 40;
    test::write(*db_, [](Tx& tx) { tx.run("PRAGMA wal_autocheckpoint = 50"); });  // checkpoints, too, are to be struck
    std::mutex mutex;
    std::set<int> acknowledged;
    std::vector<std::thread> callers;
    for (int caller = 0; caller < k_callers; ++caller) {
        callers.emplace_back([&, caller] {
            for (int id = caller * k_each; id < (caller + 1) * k_each; ++id) {
                test::write(*db_, [&](Tx& tx) { add(tx, id, 2'000); });
                const std::lock_guard lock(mutex);
                acknowledged.insert(id);
            }
        });
    }
    std::set<int> promised;
    for (std::uint32_t failure = 0; promised.size() < k_callers * k_each; ++failure) {
        {
            const std::lock_guard lock(mutex);
            promised = acknowledged;
        }
        // In turn: all that was not synced is lost; or some of it, in no order, as disks do.
        const auto copy = folder_ / "after.db";
        disk_.power_failure(path_, copy, failure % 2 ? 50 : 0, failure);
        const auto after = open_sqlite({.path = copy, .readers = 1});
        EXPECT_EQ(after->read([](Reader& r) { return r.one<std::string>("PRAGMA integrity_check"); }), "ok");
        const auto there = ids(*after);
        EXPECT_TRUE(std::includes(there.begin(), there.end(), promised.begin(), promised.end())) << "failure " << failure;
    }
    for (auto& caller : callers) caller.join();
}

TEST_F(SqlitePower, a_disk_that_does_not_sync_makes_every_writer_try_again) {
    test::write(*db_, [](Tx& tx) { add(tx, 1); });
    disk_.refuse_syncs(true);
    std::vector<std::function<void()>> writes;
    for (int id = 10; id < 15; ++id) {
        writes.emplace_back([&, id] {
            const auto store = [&](Tx& tx) -> Result<> {
                add(tx, id);
                return {};
            };
            EXPECT_THROW(db_->write(store), Unavailable) << id;
        });
    }
    in_one_batch(*db_, writes);
    disk_.refuse_syncs(false);
    test::write(*db_, [](Tx& tx) { add(tx, 2); });
    EXPECT_EQ(ids(*db_), (std::set<int>{1, 2}));
}

/// A refusal may rest on what another closure of its batch had written; if that was lost, the refusal was wrong.
TEST_F(SqlitePower, a_refusal_goes_down_with_its_batch) {
    std::atomic<bool> went_down = false;
    // Whether the two share a batch depends on how quickly the machine runs them.
    for (int attempt = 0; attempt < 1'000 && !went_down; ++attempt) {
        disk_.refuse_syncs(true);
        const auto refuser = [&] {
            try {
                const auto refused =
                    db_->write([](Tx& tx) -> Result<int> { return tx.one<int>("SELECT id FROM note WHERE id = 0"); });
                EXPECT_FALSE(refused.has_value());
            } catch (const Unavailable&) {
                went_down = true;
            }
        };
        const auto writer = [&] { EXPECT_THROW(test::write(*db_, [](Tx& tx) { add(tx, 9); }), Unavailable); };
        in_one_batch(*db_, {writer, refuser});
        disk_.refuse_syncs(false);
    }
    EXPECT_TRUE(went_down);
}

}  // namespace
}  // namespace hebra::db
