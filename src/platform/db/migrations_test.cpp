#include "platform/db/migrations.hpp"

#include <thread>

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace hebra::db {
namespace {

using Migrations = test::OnBothDatabases<>;
HEBRA_ON_BOTH_DATABASES(Migrations);

constexpr Migration k_first{1, "people", R"sql(
    -- People; a line of comment; with semicolons.
    CREATE TABLE person (
        id          TEXT NOT NULL PRIMARY KEY,
        institution TEXT NOT NULL,
        code        TEXT NOT NULL DEFAULT 'none',
        version     BIGINT NOT NULL DEFAULT 1,
        hidden      SMALLINT NOT NULL,
        sealed      BYTES,
        UNIQUE (institution, code)
    );
    CREATE INDEX person_by_version ON person (institution, version DESC);
)sql"};
constexpr Migration k_second{2, "keys", R"sql(
    CREATE TABLE person_key (
        person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        epoch  BIGINT NOT NULL,
        key    BYTES NOT NULL,
        state  TEXT NOT NULL CHECK (state IN ('open', 'retired')),
        PRIMARY KEY (person, epoch)
    );
    CREATE UNIQUE INDEX person_key_open ON person_key (person) WHERE state = 'open' AND epoch IS NOT NULL;
    CREATE INDEX person_key_state ON person_key (state) WHERE state IN ('open', 'retired') OR epoch <> 3
)sql"};
constexpr Migration k_both[] = {k_first, k_second};

constexpr auto k_schema = R"(table person
  id TEXT NOT NULL
  institution TEXT NOT NULL
  code TEXT NOT NULL DEFAULT 'none'
  version BIGINT NOT NULL DEFAULT 1
  hidden SMALLINT NOT NULL
  sealed BYTES
  index person_by_version (institution, version DESC)
  primary key (id)
  unique (institution, code)

table person_key
  person TEXT NOT NULL
  epoch BIGINT NOT NULL
  key BYTES NOT NULL
  state TEXT NOT NULL
  index person_key_state (state) WHERE state IN 'open', 'retired' OR epoch <> 3
  primary key (person, epoch)
  unique index person_key_open (person) WHERE state = 'open' AND epoch IS NOT NULL
  foreign key (person) references person (id) on delete CASCADE
)";

TEST_P(Migrations, make_the_same_schema_on_both_databases) {
    migrate(db(), k_both);
    EXPECT_EQ(schema_text(db()), k_schema);
}

TEST_P(Migrations, apply_only_what_is_missing) {
    migrate(db(), std::span(k_both).first(1));
    test::write(db(), [](Tx& tx) { tx.add("INSERT INTO person (id, institution, hidden) VALUES ('a', 'b', 0)"); });
    migrate(db(), k_both);
    migrate(db(), k_both);
    EXPECT_EQ(schema_text(db()), k_schema);
    EXPECT_EQ(db().read([](Reader& r) { return r.one<int>("SELECT COUNT(*) FROM person"); }), 1);
}

std::string refusal(Database& database, std::span<const Migration> migrations) {
    try {
        migrate(database, migrations);
        return "";
    } catch (const SchemaRefused& refused) {
        return refused.what();
    }
}

TEST_P(Migrations, refuse_a_newer_schema) {
    migrate(db(), k_both);
    EXPECT_EQ(
        refusal(db(), std::span(k_both).first(1)),
        "the database is at migration 0002 (keys), this program knows only up to 0001: start a newer hebra, or restore the "
        "backup made before the upgrade");
}

TEST_P(Migrations, refuse_a_step_that_was_altered) {
    migrate(db(), std::span(k_both).first(1));
    const Migration altered[] = {{1, "people", "CREATE TABLE person (id TEXT)"}, k_second};
    EXPECT_NE(refusal(db(), altered).find("migration 0001 (people) was applied with another text"), std::string::npos);
    EXPECT_EQ(schema_text(db()).find("person_key"), std::string::npos);
}

TEST_P(Migrations, a_step_that_fails_leaves_nothing_of_itself_and_may_be_corrected) {
    const Migration broken[] = {k_first, {2, "keys", "CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1)"}};
    EXPECT_THROW(migrate(db(), broken), Error);
    EXPECT_NE(schema_text(db()).find("table person"), std::string::npos);
    EXPECT_EQ(schema_text(db()).find("table half"), std::string::npos);
    migrate(db(), k_both);
    EXPECT_EQ(schema_text(db()), k_schema);
}

TEST_P(Migrations, programs_that_start_at_once_wait_for_each_other) {
    std::vector<std::thread> programs;
    for (int i = 0; i < 4; ++i) {
        programs.emplace_back([&] {
            const auto own = open(fresh().url());
            EXPECT_NO_THROW(migrate(*own, k_both));
        });
    }
    for (auto& program : programs) program.join();
    EXPECT_EQ(schema_text(db()), k_schema);
}

TEST_P(Migrations, are_numbered_without_a_gap) {
    const Migration gap[] = {k_first, {3, "keys", k_second.sql}};
    EXPECT_THROW(migrate(db(), gap), Error);
    EXPECT_EQ(schema_text(db()), "");
}

}  // namespace
}  // namespace hebra::db
