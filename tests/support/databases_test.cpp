// Each test finds exactly what its schema made, whatever the test before it did.
#include "tests/support/databases.hpp"

#include <gtest/gtest-spi.h>

namespace hebra::test {
namespace {

void schema(db::Database& database) {
    write(database, [](db::Tx& tx) {
        tx.add("CREATE TABLE city (name TEXT NOT NULL PRIMARY KEY)");
        tx.add("CREATE TABLE street (name TEXT NOT NULL, city TEXT NOT NULL REFERENCES city (name))");
        tx.add("INSERT INTO city VALUES ('Arica'), ('Punta Arenas')");
    });
}

class FreshDatabases : public testing::TestWithParam<db::Engine> {};
HEBRA_ON_BOTH_DATABASES(FreshDatabases);

TEST_P(FreshDatabases, start_alike_after_changes_of_rows_and_of_the_schema) {
    std::string before;
    {
        FreshDatabase fresh(GetParam(), schema);
        before = contents(*fresh);
        EXPECT_NE(before.find("Punta Arenas"), std::string::npos);
        write(*fresh, [](db::Tx& tx) {
            tx.add("INSERT INTO street VALUES ('Bories', 'Punta Arenas')");
            tx.add("DELETE FROM city WHERE name = 'Arica'");
        });
        EXPECT_NE(contents(*fresh), before);
    }
    {
        FreshDatabase fresh(GetParam(), schema);
        EXPECT_EQ(contents(*fresh), before);
        write(*fresh, [](db::Tx& tx) { tx.add("CREATE TABLE region (name TEXT)"); });
    }
    FreshDatabase fresh(GetParam(), schema);
    EXPECT_EQ(contents(*fresh), before);
}

TEST_P(FreshDatabases, do_not_share_anything) {
    FreshDatabase one(GetParam(), schema), other(GetParam(), schema);
    const auto before = contents(*other);
    write(*one, [](db::Tx& tx) { tx.add("DELETE FROM city"); });
    EXPECT_EQ(contents(*other), before);
}

/// The use case has three transactions where it should have one: when the third fails, the second stays.
TEST_P(FreshDatabases, a_use_case_that_leaves_something_behind_is_found_out) {
    FreshDatabase fresh(GetParam(), schema);
    const auto careless = [&] {
        for (const auto* sql : {"DELETE FROM street", "INSERT INTO city VALUES ('Ovalle')", "UPDATE city SET name = name"}) {
            fresh->write([&](db::Tx& tx) -> Result<std::int64_t> { return tx.run(sql); }).value();
        }
    };
    testing::TestPartResultArray found;
    {
        const testing::ScopedFakeTestPartResultReporter intercept(
            testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &found);
        expect_all_or_nothing(*fresh, careless);
    }
    ASSERT_EQ(found.size(), 1);
    EXPECT_NE(std::string(found.GetTestPartResult(0).message()).find("what the failure of statement 3 left behind"),
              std::string::npos);
}

}  // namespace
}  // namespace hebra::test
