// What only PostgreSQL can do to us: collide, go away, come back, and speak in types of its own.
#include <atomic>
#include <barrier>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"
#include "tests/support/throwaway_postgres.hpp"

namespace hebra::db {
namespace {

void schema(Database& database) {
    test::write(database, [](Tx& tx) {
        tx.add("CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, body TEXT)");
        tx.add("INSERT INTO note VALUES (1, 0), (2, 0)");
    });
}

class Postgres : public testing::Test {
  protected:
    Database& db() { return *fresh_; }
    /// Ends every connection of this database, as a restart of the server does.
    void hang_up() {
        test::run_on_postgres(
            test::shared_postgres(),
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name() + "'");
    }
    std::string name() const { return fresh_.url().substr(fresh_.url().rfind('=') + 1); }
    int version(int id) {
        return db().read(
            [&](Reader& r) { return r.one<int>("SELECT version FROM note WHERE id = :id", {arg("id", id)}).value(); });
    }

    test::FreshDatabase fresh_{Engine::postgres, schema};
};

void bump(Tx& tx, int id) { tx.run("UPDATE note SET version = version + 1 WHERE id = :id", {arg("id", id)}); }

TEST_F(Postgres, a_deadlock_is_run_again) {
    std::barrier meet(2);
    const auto cross = [&](int first, int second) {
        bool met = false;
        test::write(db(), [&](Tx& tx) {
            bump(tx, first);
            if (!std::exchange(met, true)) meet.arrive_and_wait();
            bump(tx, second);
        });
    };
    std::thread other([&] { cross(2, 1); });
    cross(1, 2);
    other.join();
    EXPECT_EQ(version(1), 2);
    EXPECT_EQ(version(2), 2);
    EXPECT_GE(db().statistics().reruns, 1u);
}

TEST_F(Postgres, what_is_being_committed_is_not_broken_off) {
    test::write(db(), [](Tx& tx) {
        tx.add("CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.6); RETURN NULL; END $$");
        tx.add("CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON note DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slowly()");
    });
    db().limit({.interactive = std::chrono::milliseconds(200), .bulk = std::chrono::milliseconds(200)});
    EXPECT_NO_THROW(test::write(db(), [](Tx& tx) { bump(tx, 1); }));
    EXPECT_EQ(version(1), 1);
    EXPECT_THROW(db().read([](Reader& r) { return r.one<int>("SELECT 1 FROM pg_sleep(0.6)"); }), Unavailable) << "the next has its limit";
}

TEST_F(Postgres, whoever_always_collides_is_told_to_come_later) {
    int runs = 0;
    EXPECT_THROW(db().write([&](Tx& tx) -> Result<> {
        ++runs;
        bump(tx, 1);
        tx.add("DO 'BEGIN RAISE SQLSTATE ''40001''; END'");
        return {};
    }),
                 Unavailable);
    EXPECT_EQ(runs, 4);
    EXPECT_EQ(version(1), 0);
}

TEST_F(Postgres, a_connection_that_died_idle_is_replaced_unnoticed) {
    hang_up();
    EXPECT_EQ(version(1), 0);
    hang_up();
    test::write(db(), [](Tx& tx) { bump(tx, 1); });
    hang_up();
    test::write(db(), [](Tx& tx) { tx.add("UPDATE note SET version = 5 WHERE id = 1"); });
    EXPECT_EQ(version(1), 5);
}

TEST_F(Postgres, a_connection_that_dies_before_the_commit_is_no_loss) {
    int runs = 0;
    test::write(db(), [&](Tx& tx) {
        bump(tx, 1);
        if (++runs == 1) hang_up();
        bump(tx, 2);
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(version(1), 1);
    EXPECT_EQ(version(2), 1);
}

TEST_F(Postgres, a_read_is_started_again_only_while_it_has_no_answer) {
    int runs = 0;
    const auto look = [&](int hang_up_after) {
        runs = 0;
        return db().read([&](Reader& r) {
            ++runs;
            int sum = 0;
            for (int asked = 0; asked < 2; ++asked) {
                if (runs == 1 && asked == hang_up_after) hang_up();
                sum += r.one<int>("SELECT 1 AS n").value();
            }
            return sum;
        });
    };
    EXPECT_EQ(look(0), 2);
    EXPECT_EQ(runs, 2);
    EXPECT_THROW(look(1), Unavailable);
    EXPECT_EQ(runs, 1);
}

TEST_F(Postgres, a_connection_that_dies_at_the_commit_leaves_the_caller_to_ask) {
    int runs = 0;
    const auto lose = [&](Tx& tx) -> Result<> {
        ++runs;
        bump(tx, 1);
        hang_up();
        return {};
    };
    EXPECT_THROW(db().write(lose), Unavailable);
    EXPECT_EQ(runs, 1);  // running it again might do it twice
    EXPECT_EQ(version(1), 0);
}

TEST(PostgresServer, that_crashes_and_comes_back_is_used_again) {
    test::ThrowawayPostgres server;
    const auto own = open(server.url());
    schema(*own);
    server.crash();
    EXPECT_THROW(own->check(), Unavailable);
    EXPECT_THROW(own->write([](Tx&) -> Result<> { return {}; }), Unavailable);
    server.start();
    test::write(*own, [](Tx& tx) { tx.add("CREATE TABLE another (id TEXT)"); });
    own->check();
}

TEST(PostgresServer, that_is_not_there_is_unavailable) {
    EXPECT_THROW(open("postgresql:///x?host=/nowhere"), Unavailable);
}

TEST_F(Postgres, a_pool_of_one_serves_many) {
    const auto own = open_postgres({.url = fresh_.url(), .connections = 1});
    std::vector<std::thread> callers;
    for (int i = 0; i < 8; ++i) {
        callers.emplace_back([&] {
            for (int j = 0; j < 5; ++j) test::write(*own, [](Tx& tx) { bump(tx, 1); });
        });
    }
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(version(1), 40);
}

TEST_F(Postgres, messages_never_carry_values) {
    const auto what = [&](auto&& closure) -> std::string {
        try {
            db().write(closure).has_value();
            return "";
        } catch (const Error& error) {
            return error.what();
        }
    };
    EXPECT_EQ(
        what([](Tx& tx) -> Result<int> { return tx.run("INSERT INTO note (id, version) VALUES (:id, 0)", {arg("id", 1)}); }),
        "PostgreSQL: duplicate key value violates unique constraint \"note_pkey\" (23505 note_pkey): INSERT INTO note (id, "
        "version) VALUES (:id, 0)");
    EXPECT_EQ(what([](Tx& tx) -> Result<int> {
                  return tx.one<int>("SELECT CAST(:secret AS BIGINT)", {arg("secret", "secreto")});
              }),
              "PostgreSQL: the data does not fit its type (22P02): SELECT CAST(:secret AS BIGINT)");
}

TEST_F(Postgres, an_error_in_a_queued_statement_names_that_statement) {
    try {
        db().write([](Tx& tx) -> Result<int> {
                tx.add("INSERT INTO note VALUES (1, 0)");
                tx.add("UPDATE note SET version = 9");
                return tx.one<int>("SELECT COUNT(*) FROM note");
            })
            .has_value();
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find(": INSERT INTO note VALUES (1, 0)"), std::string::npos) << error.what();
    }
    EXPECT_EQ(version(1), 0);
}

TEST_F(Postgres, a_statement_skipped_after_an_error_is_as_good_as_new) {
    const auto bump_by = [](Tx& tx) { tx.add("UPDATE note SET version = version + :by WHERE id = 1", {arg("by", 7)}); };
    EXPECT_THROW(db().write([&](Tx& tx) -> Result<> {
        tx.add("INSERT INTO note VALUES (1, 0)");
        bump_by(tx);  // never reached the server's attention
        return {};
    }),
                 Error);
    test::write(db(), bump_by);
    EXPECT_EQ(version(1), 7);
}

TEST_F(Postgres, heavy_queued_statements_do_not_lock_both_sides_up) {
    test::write(db(), [](Tx& tx) {
        const std::string heavy(200'000, 'x');
        for (int id = 10; id < 210; ++id) {
            tx.add("INSERT INTO note VALUES (:id, 0, :body)", {arg("id", id), arg("body", heavy)});
        }
    });
    EXPECT_EQ(db().read([](Reader& r) { return r.one<int>("SELECT COUNT(*) FROM note"); }), 202);
}

TEST_F(Postgres, a_transaction_number_is_below_the_horizon_only_when_its_transaction_has_ended) {
    const auto horizon = [&] {
        return db().read([](Reader& r) { return r.one<std::int64_t>("SELECT TXID_HORIZON AS h").value(); });
    };
    std::int64_t number = 0;
    test::write(db(), [&](Tx& tx) {
        number = tx.one<std::int64_t>("SELECT TXID AS n").value();
        std::thread([&] { EXPECT_LE(horizon(), number); }).join();
    });
    EXPECT_GT(horizon(), number);
}

}  // namespace
}  // namespace hebra::db
