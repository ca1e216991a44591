// Store tests run the same on both databases, each test on a fresh one:
//
//     void schema(db::Database& database) { db::migrate(database, k_migrations); }
//     using ReferralStore = test::OnBothDatabases<schema>;
//     HEBRA_ON_BOTH_DATABASES(ReferralStore);
//     TEST_P(ReferralStore, refuses_a_stale_version) { … db().write(…) … }
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "platform/db/database.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hebra::test {

/// Makes a schema, and what else each test should find. Runs once per program and engine; each test gets a copy of it.
using Prepare = void (*)(db::Database&);
inline void empty(db::Database&) {}

/// A database of its own, gone with the object.
class FreshDatabase {
  public:
    explicit FreshDatabase(db::Engine engine, Prepare prepare = empty);
    ~FreshDatabase();
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;

    db::Database& operator*() { return *database_; }
    db::Database* operator->() { return database_.get(); }
    /// For `db::open`: the same database, opened once more.
    const std::string& url() const { return url_; }
    /// Closes and opens it, as a restart of the program would.
    void reopen();

  private:
    TemporaryFolder folder_;
    db::Engine engine_;
    Prepare prepare_;
    std::string name_;  ///< of the PostgreSQL database
    std::string url_;
    std::unique_ptr<db::Database> database_;
};

template <Prepare prepare = empty>
class OnBothDatabases : public testing::TestWithParam<db::Engine> {
  protected:
    db::Database& db() { return *fresh_; }
    FreshDatabase& fresh() { return fresh_; }

  private:
    FreshDatabase fresh_{GetParam(), prepare};
};

#define HEBRA_ON_BOTH_DATABASES(Fixture)                                                                              \
    INSTANTIATE_TEST_SUITE_P(On, Fixture, testing::Values(::hebra::db::Engine::sqlite, ::hebra::db::Engine::postgres), \
                             [](const auto& engine) { return std::string(::hebra::db::name_of(engine.param)); })

/// Arranges: runs `change`, `(db::Tx&) -> anything`, and stores what it did.
template <class F>
void write(db::Database& database, F&& change, db::Urgency urgency = db::Urgency::interactive) {
    const auto stored = database.write(
        [&](db::Tx& tx) -> Result<> {
            change(tx);
            return {};
        },
        urgency);
    ASSERT_TRUE(stored.has_value()) << stored.error().word.code;
}

/// Every row of every table, as text in a fixed order: to see that nothing changed.
std::string contents(db::Database& database);

/// How many statements `work` sends: 10 rows and 20 rows must cost the same.
std::uint64_t statements_of(db::Database& database, const std::function<void()>& work);

/// Runs `use_case` with its 1st, 2nd, … written statement failing until it runs whole, and expects that each failure
/// comes out as an exception and leaves the database exactly as it was.
void expect_all_or_nothing(db::Database& database, const std::function<void()>& use_case);

}  // namespace hebra::test
