#include "tests/support/databases.hpp"

#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "platform/db/error.hpp"
#include "tests/support/postgres_copies.hpp"
#include "tests/support/throwaway_postgres.hpp"

namespace hebra::test {
namespace {

/// The file every fresh SQLite database with this schema is copied from.
const std::string& sqlite_template(Prepare prepare) {
    static const TemporaryFolder folder;
    static std::map<Prepare, std::string> made;
    auto& path = made[prepare];
    if (path.empty()) {
        path = folder / fmt::format("{}.db", made.size());
        const auto database = db::open(path);
        prepare(*database);
    }
    return path;
}

struct Line {
    std::string line;
};
BOOST_DESCRIBE_STRUCT(Line, (), (line))

/// A row as text needs the names of its columns on SQLite; PostgreSQL casts it whole.
std::string row_query(db::Reader& db, db::Engine engine, const std::string& table) {
    if (engine == db::Engine::postgres) return fmt::format("SELECT CAST(t AS TEXT) AS line FROM {} t ORDER BY 1", table);
    std::string columns;
    for (const auto& column : db.all<std::string>("SELECT name FROM pragma_table_info(:of)", {db::arg("of", table)})) {
        columns += fmt::format("{}quote(\"{}\")", columns.empty() ? "" : " || ',' || ", column);
    }
    return fmt::format("SELECT {} AS line FROM {} ORDER BY 1", columns, table);
}

}  // namespace

FreshDatabase::FreshDatabase(db::Engine engine, Prepare prepare) : engine_(engine), prepare_(prepare) {
    if (engine_ == db::Engine::sqlite) {
        url_ = folder_ / "test.db";
        std::filesystem::copy_file(sqlite_template(prepare), url_);
    } else {
        name_ = PostgresCopies::shared().take(prepare);
        url_ = with_database(shared_postgres(), name_);
    }
    database_ = db::open(url_);
}

FreshDatabase::~FreshDatabase() {
    database_.reset();
    if (engine_ == db::Engine::postgres) PostgresCopies::shared().give_back(prepare_, name_);
}

void FreshDatabase::reopen() {
    database_.reset();
    database_ = db::open(url_);
}

std::string contents(db::Database& database) {
    const bool sqlite = database.engine() == db::Engine::sqlite;
    return database.read([&](db::Reader& db) {
        std::string all;
        const auto tables = db.all<std::string>(
            sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
                   : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1");
        for (const auto& table : tables) {
            all += table + "\n";
            for (const auto& row : db.all<Line>(row_query(db, database.engine(), table))) all += "  " + row.line + "\n";
        }
        return all;
    });
}

std::uint64_t statements_of(db::Database& database, const std::function<void()>& work) {
    const auto before = database.statistics().statements;
    work();
    return database.statistics().statements - before;
}

void expect_all_or_nothing(db::Database& database, const std::function<void()>& use_case) {
    const auto before = contents(database);
    for (int nth = 1; nth <= 1'000; ++nth) {
        database.fail_statement(nth);
        try {
            use_case();
            database.fail_statement(0);
            EXPECT_GT(nth, 1) << "the use case writes nothing";
            return;
        } catch (const db::InjectedFailure&) {
            database.fail_statement(0);
            ASSERT_EQ(contents(database), before) << "what the failure of statement " << nth << " left behind";
        }
    }
    FAIL() << "the use case went on after a failed statement, or never ends";
}

}  // namespace hebra::test
