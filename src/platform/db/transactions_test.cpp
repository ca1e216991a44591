// All or nothing, for each caller alone, on both databases.
#include <atomic>
#include <future>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace hebra::db {
namespace {

constexpr Word k_no{"no", "No.", "No."};

void schema(Database& database) {
    test::write(database, [](Tx& tx) {
        tx.add("CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)");
        tx.add("INSERT INTO note VALUES (1, 0)");
    });
}
using Transactions = test::OnBothDatabases<schema>;
HEBRA_ON_BOTH_DATABASES(Transactions);

void add(Tx& tx, int id) { tx.add("INSERT INTO note VALUES (:id, 0)", {arg("id", id)}); }

std::vector<int> ids(Database& database) {
    return database.read([](Reader& r) { return r.all<int>("SELECT id FROM note ORDER BY id"); });
}

TEST_P(Transactions, a_write_is_seen_by_every_later_read) {
    for (int id = 2; id < 50; ++id) {
        const auto stored = db().write([&](Tx& tx) -> Result<int> {
            add(tx, id);
            return id;
        });
        EXPECT_EQ(stored, id);
        ASSERT_EQ(ids(db()).back(), id);
    }
}

TEST_P(Transactions, a_write_sees_what_it_wrote) {
    const auto seen = db().write([](Tx& tx) -> Result<int> {
        add(tx, 2);
        add(tx, 3);
        return tx.one<int>("SELECT COUNT(*) FROM note");
    });
    EXPECT_EQ(seen, 3);
}

TEST_P(Transactions, a_refusal_leaves_nothing) {
    const auto refused = db().write([](Tx& tx) -> Result<int> {
        add(tx, 2);
        EXPECT_EQ(tx.run("UPDATE note SET version = 9"), 2);
        return refuse(Refused::conflict, k_no);
    });
    EXPECT_EQ(refused.error().word, k_no);
    EXPECT_EQ(ids(db()), std::vector<int>{1});
    EXPECT_EQ(db().statistics().refused, 1u);
}

TEST_P(Transactions, an_exception_leaves_nothing_and_comes_out) {
    const auto before = db().statistics().failed;
    EXPECT_THROW(db().write([](Tx& tx) -> Result<> {
        add(tx, 2);
        throw std::out_of_range("ours");
    }),
                 std::out_of_range);
    EXPECT_EQ(ids(db()), std::vector<int>{1});
    EXPECT_EQ(db().statistics().failed, before + 1);
}

TEST_P(Transactions, a_broken_rule_of_the_schema_throws_and_leaves_nothing) {
    const auto twice = [](Tx& tx) -> Result<> {
        add(tx, 2);
        add(tx, 2);
        return {};
    };
    EXPECT_THROW(db().write(twice), Error);
    EXPECT_EQ(ids(db()), std::vector<int>{1});
    db().check();
}

TEST_P(Transactions, a_closure_that_goes_on_after_a_failure_can_neither_store_nor_refuse) {
    for (const bool refuses : {false, true}) {
        const auto hush = [&](Tx& tx) -> Result<> {
            add(tx, 2);
            try {
                tx.run("INSERT INTO note VALUES (1, 0)");
            } catch (const Error&) {
                if (refuses) return not_found();
            }
            return {};
        };
        EXPECT_THROW(db().write(hush), Error);
        EXPECT_EQ(ids(db()), std::vector<int>{1});
    }
}

TEST_P(Transactions, wrong_sql_throws_each_time_and_harms_nobody) {
    for (int i = 0; i < 3; ++i) {
        EXPECT_THROW(db().write([](Tx& tx) -> Result<> {
            add(tx, 2);
            tx.add("INSERT INTO nowhere VALUES (1)");
            add(tx, 3);
            return {};
        }),
                     Error);
        EXPECT_THROW(db().read([](Reader& r) { return r.all<int>("SELECT nothing FROM note"); }), Error);
    }
    EXPECT_EQ(ids(db()), std::vector<int>{1});
}

TEST_P(Transactions, run_tells_how_many_rows_changed) {
    test::write(db(), [](Tx& tx) {
        add(tx, 2);
        EXPECT_EQ(tx.run("UPDATE note SET version = version + 1"), 2);
        EXPECT_EQ(tx.run("UPDATE note SET version = 5 WHERE id = 7"), 0);
        EXPECT_EQ(tx.run("INSERT INTO note VALUES (1, 0) ON CONFLICT DO NOTHING"), 0);
        EXPECT_EQ(tx.run("INSERT INTO note VALUES (8, 0) ON CONFLICT DO NOTHING"), 1);
        EXPECT_EQ(tx.run("SELECT id FROM note WHERE id < 0"), 0);
        EXPECT_EQ(tx.run("DELETE FROM note WHERE id > 1"), 2);
    });
}

TEST_P(Transactions, returning_gives_rows) {
    const auto version = db().write([](Tx& tx) -> Result<int> {
        return tx.one<int>("UPDATE note SET version = version + 1 WHERE id = 1 RETURNING version");
    });
    EXPECT_EQ(version, 1);
    EXPECT_EQ(db().read([](Reader& r) { return r.one<int>("SELECT version FROM note"); }), 1);
}

TEST_P(Transactions, a_read_sees_one_moment) {
    db().read([&](Reader& r) {
        EXPECT_EQ(r.one<int>("SELECT COUNT(*) FROM note"), 1);
        std::thread([&] {
            test::write(db(), [](Tx& tx) { add(tx, 2); });
        }).join();
        EXPECT_EQ(r.one<int>("SELECT COUNT(*) FROM note"), 1);
    });
    EXPECT_EQ(ids(db()).size(), 2u);
}

TEST_P(Transactions, a_read_cannot_write) {
    EXPECT_THROW(db().read([](Reader& r) { return r.all<int>("INSERT INTO note VALUES (2, 0) RETURNING id"); }), Error);
    EXPECT_EQ(ids(db()), std::vector<int>{1});
}

TEST_P(Transactions, a_closure_may_not_wait_for_another_of_the_same_database) {
    EXPECT_THROW(db().write([&](Tx&) -> Result<int> { return db().read([](Reader&) { return 1; }); }), Error);
    EXPECT_THROW(db().read([&](Reader&) { return db().read([](Reader&) { return 1; }); }), Error);
    EXPECT_THROW(db().read([&](Reader&) { return db().write([](Tx&) -> Result<int> { return 1; }); }), Error);
}

/// Many callers at once, of which a third refuses and a third throws: each gets its own answer and keeps its own work.
TEST_P(Transactions, callers_that_share_a_batch_do_not_share_their_fate) {
    constexpr int k_callers = 24, k_rounds = 10;
    std::vector<std::thread> callers;
    std::atomic<int> stored{0}, refused{0}, thrown{0};
    for (int caller = 0; caller < k_callers; ++caller) {
        callers.emplace_back([&, caller] {
            for (int round = 0; round < k_rounds; ++round) {
                const int id = 100 + caller * k_rounds + round;
                try {
                    const auto answer = db().write([&](Tx& tx) -> Result<int> {
                        add(tx, id);
                        if (id % 3 == 1) return refuse(Refused::conflict, k_no);
                        if (id % 3 == 2) throw std::out_of_range("ours");
                        return id;
                    });
                    if (answer) {
                        EXPECT_EQ(answer, id);
                        ++stored;
                    } else {
                        ++refused;
                    }
                } catch (const std::out_of_range&) {
                    ++thrown;
                }
            }
        });
    }
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(stored, 80);
    EXPECT_EQ(refused, 80);
    EXPECT_EQ(thrown, 80);
    const auto kept = ids(db());
    EXPECT_EQ(kept.size(), 81u);
    for (const int id : kept) EXPECT_TRUE(id == 1 || id % 3 == 0) << id;
}

TEST_P(Transactions, nobody_loses_an_update_held_by_its_version) {
    constexpr int k_callers = 32, k_each = 5;
    std::vector<std::thread> callers;
    for (int caller = 0; caller < k_callers; ++caller) {
        callers.emplace_back([&] {
            for (int done = 0; done < k_each;) {
                const int seen =
                    db().read([](Reader& r) { return r.one<int>("SELECT version FROM note WHERE id = 1").value(); });
                const auto saved = db().write([&](Tx& tx) -> Result<> {
                    const auto rows = tx.run("UPDATE note SET version = version + 1 WHERE id = 1 AND version = :seen",
                                             {arg("seen", seen)});
                    if (rows == 0) return refuse(Refused::stale, words::k_changed_meanwhile);
                    return {};
                });
                done += saved.has_value();
            }
        });
    }
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(db().read([](Reader& r) { return r.one<int>("SELECT version FROM note WHERE id = 1"); }), k_callers * k_each);
}

TEST_P(Transactions, bulk_writes_come_through_beside_interactive_ones) {
    std::atomic<bool> over = false;
    std::thread interactive([&] {
        for (int id = 1'000; !over; ++id) {
            test::write(db(), [&](Tx& tx) { add(tx, id); });
        }
    });
    for (int id = 2; id < 20; ++id) {
        test::write(db(), [&](Tx& tx) { add(tx, id); }, Urgency::bulk);
    }
    over = true;
    interactive.join();
    EXPECT_EQ(db().read([](Reader& r) { return r.one<int>("SELECT COUNT(*) FROM note WHERE id < 1000"); }), 19);
}

TEST_P(Transactions, any_statement_can_be_made_to_fail_and_then_nothing_is_left) {
    test::expect_all_or_nothing(db(), [&] {
        db().write([](Tx& tx) -> Result<int> {
                add(tx, 2);
                tx.run("UPDATE note SET version = 3");
                add(tx, 3);
                return tx.one<int>("SELECT COUNT(*) FROM note");
            })
            .value();
    });
    EXPECT_EQ(ids(db()), (std::vector<int>{1, 2, 3}));
}

TEST_P(Transactions, statements_are_counted) {
    EXPECT_EQ(test::statements_of(db(), [&] { ids(db()); }), 1u);
    const auto two = [](Tx& tx) {
        add(tx, 2);
        add(tx, 3);
    };
    EXPECT_EQ(test::statements_of(db(), [&] { test::write(db(), two); }), 2u);
}

TEST_P(Transactions, many_statements_without_a_question_between_them) {
    test::write(db(), [](Tx& tx) {
        for (int id = 2; id <= 2'000; ++id) add(tx, id);
    });
    EXPECT_EQ(ids(db()).size(), 2'000u);
}

TEST_P(Transactions, a_closed_database_says_so) {
    db().close();
    EXPECT_THROW(db().write([](Tx&) -> Result<> { return {}; }), Unavailable);
    EXPECT_THROW(db().check(), Unavailable);
    db().close();
}

TEST_P(Transactions, what_was_written_is_there_after_a_restart) {
    test::write(db(), [](Tx& tx) { add(tx, 2); });
    fresh().reopen();
    EXPECT_EQ(ids(db()), (std::vector<int>{1, 2}));
}

}  // namespace
}  // namespace hebra::db
