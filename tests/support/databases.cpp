#include "tests/support/databases.hpp"

#include <unistd.h>

#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "platform/db/error.hpp"
#include "tests/support/throwaway_postgres.hpp"

namespace hebra::test {
namespace {

/// Unique on the machine: several programs may share one server.
std::string new_name() {
    static int last = 0;
    return fmt::format("hebra_{}_{}", getpid(), ++last);
}

/// The file every fresh SQLite database with this schema is copied from.
const std::string& sqlite_template(Prepare prepare) {
    static const TemporaryFolder folder;
    static std::map<Prepare, std::string> made;
    auto& path = made[prepare];
    if (path.empty()) {
        path = folder / new_name();
        const auto database = db::open(path);
        prepare(*database);
    }
    return path;
}

/// Removes databases at the end of the program, for servers that outlive it.
struct DropAtExit {
    std::string name;
    ~DropAtExit() {
        try {
            run_on_postgres(shared_postgres(), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (const std::exception&) {  // the server went first, and took it along
        }
    }
};

const std::string& postgres_template(Prepare prepare) {
    shared_postgres();  // lives longer than the templates
    static std::map<Prepare, DropAtExit> made;
    auto& name = made[prepare].name;
    if (name.empty()) {
        name = new_name();
        run_on_postgres(shared_postgres(), "CREATE DATABASE " + name + " TEMPLATE template0");
        const auto database = db::open(with_database(shared_postgres(), name));
        prepare(*database);
    }
    return name;
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

FreshDatabase::FreshDatabase(db::Engine engine, Prepare prepare) : engine_(engine) {
    if (engine_ == db::Engine::sqlite) {
        url_ = folder_ / "test.db";
        std::filesystem::copy_file(sqlite_template(prepare), url_);
    } else {
        name_ = new_name();
        run_on_postgres(shared_postgres(), "CREATE DATABASE " + name_ + " TEMPLATE " + postgres_template(prepare));
        url_ = with_database(shared_postgres(), name_);
    }
    database_ = db::open(url_);
}

FreshDatabase::~FreshDatabase() {
    database_.reset();
    if (engine_ == db::Engine::postgres) run_on_postgres(shared_postgres(), "DROP DATABASE " + name_ + " WITH (FORCE)");
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
