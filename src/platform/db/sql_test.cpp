#include "platform/db/sql.hpp"

#include <gtest/gtest.h>

#include "platform/db/column.hpp"
#include "platform/db/error.hpp"

namespace hebra::db {
namespace {

using Texts = std::vector<std::string_view>;

TEST(Sql, numbers_each_name_once) {
    const auto sql = "SELECT :a, :b_2, :a";
    EXPECT_EQ(prepare(sql, Engine::sqlite).text, "SELECT ?1, ?2, ?1");
    EXPECT_EQ(prepare(sql, Engine::postgres).text, "SELECT $1, $2, $1");
    EXPECT_EQ(prepare(sql, Engine::postgres).names, (std::vector<std::string>{"a", "b_2"}));
}

TEST(Sql, leaves_quoted_text_and_comments_alone) {
    const auto prepared = prepare("SELECT 'it''s :a BYTES', \"FOR UPDATE\" -- :b\n, /* :c * / */ :d", Engine::sqlite);
    EXPECT_EQ(prepared.text, "SELECT 'it''s :a BYTES', \"FOR UPDATE\"  \n,   ?1");
    EXPECT_EQ(prepared.names, std::vector<std::string>{"d"});
}

TEST(Sql, refuses_casts_and_open_quotes) {
    EXPECT_THROW(prepare("SELECT a::text", Engine::postgres), Error);
    EXPECT_THROW(prepare("SELECT 'a", Engine::sqlite), Error);
    EXPECT_THROW(prepare("SELECT /* a * /", Engine::sqlite), Error);
}

TEST(Sql, says_each_dialect_word_in_the_databases_own_way) {
    const auto sql = "SELECT TXID WHERE x < TXID_HORIZON FOR\n UPDATE SKIP LOCKED";
    EXPECT_EQ(prepare(sql, Engine::sqlite).text, "SELECT 0 WHERE x < 9223372036854775807  ");
    EXPECT_EQ(prepare(sql, Engine::postgres).text,
              "SELECT pg_current_xact_id()::text::bigint WHERE x < pg_snapshot_xmin(pg_current_snapshot())::text::bigint "
              "FOR UPDATE SKIP LOCKED");
    EXPECT_EQ(prepare("CREATE TABLE t (a) WITHOUT ROWID", Engine::postgres).text, "CREATE TABLE t (a) ");
    EXPECT_EQ(prepare("CREATE TABLE t (a) WITHOUT ROWID", Engine::sqlite).text, "CREATE TABLE t (a) WITHOUT ROWID");
    EXPECT_EQ(prepare("x BYTES", Engine::sqlite).text, "x BLOB");
    EXPECT_EQ(prepare("x BYTES", Engine::postgres).text, "x BYTEA");
}

TEST(Sql, knows_dialect_words_only_whole_and_in_capitals) {
    const auto sql = "SELECT bytes, BYTES_SENT, MY_TXID, txid ON CONFLICT DO UPDATE SET x = 1";
    EXPECT_EQ(prepare(sql, Engine::sqlite).text, sql);
}

TEST(Sql, splits_a_script_at_its_own_semicolons) {
    EXPECT_EQ(split("-- first\nCREATE TABLE a (x TEXT DEFAULT ';'); ; /* ; */\n INSERT INTO a VALUES ('') -- end;\n"),
              (Texts{"CREATE TABLE a (x TEXT DEFAULT ';')", "INSERT INTO a VALUES ('')"}));
    EXPECT_EQ(split(" -- nothing\n"), Texts{});
}

/// What `match` says about these arguments for `:a` and `:b`; empty if it accepts them.
std::string complaint(Args args) {
    std::vector<const Value*> values;
    try {
        match(prepare("SELECT :a, :b", Engine::sqlite), args, "SELECT :a, :b", values);
        return "";
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(Sql, takes_arguments_in_any_order_and_names_what_is_wrong) {
    EXPECT_EQ(complaint({arg("a", 1), arg("b", 2)}), "");
    EXPECT_EQ(complaint({arg("b", 1), arg("a", 2)}), "");
    EXPECT_EQ(complaint({arg("a", 1)}), "parameter :b is missing: SELECT :a, :b");
    EXPECT_EQ(complaint({arg("a", 1), arg("b", 2), arg("c", 3)}), "the statement has no parameter :c: SELECT :a, :b");
    EXPECT_EQ(complaint({arg("a", 1), arg("a", 2)}), "parameter :a is given twice: SELECT :a, :b");
    EXPECT_EQ(complaint({arg("a", 1), arg("b", std::string("x\0y", 3))}), "the text for :b contains a NUL: SELECT :a, :b");
}

TEST(Sql, shortens_statements_for_messages) {
    EXPECT_EQ(shorten("\n  SELECT  a\n    FROM b"), "SELECT a FROM b");
    EXPECT_EQ(shorten(std::string(500, 'x')), std::string(160, 'x') + "…");
}

}  // namespace
}  // namespace hebra::db
