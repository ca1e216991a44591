#include "platform/db/copy.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "platform/db/error.hpp"
#include "platform/db/migrations.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/throwaway_postgres.hpp"

namespace hebra::db {
namespace {

constexpr Migration k_things[] = {{1, "things", "CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, content BYTES NOT NULL);"}};
void things(Database& database) { migrate(database, k_things); }

class Copying : public test::OnBothDatabases<things> {
  protected:
    Place from() { return {GetParam(), fresh().url()}; }
    void add(std::int64_t first, std::int64_t count, std::size_t size) {
        test::write(db(), [&](Tx& tx) {
            for (auto id = first; id < first + count; ++id)
                tx.add("INSERT INTO thing (id, content) VALUES (:id, :content)",
                       {arg("id", id), arg("content", Bytes(size, static_cast<std::uint8_t>(id)))});
        });
    }
    Bytes copied() {
        Bytes all;
        copy_out(from(), [&](std::span<const std::uint8_t> piece) { all.insert(all.end(), piece.begin(), piece.end()); });
        return all;
    }
    static Give giving(const Bytes& all, std::size_t& at) {
        return [&](std::span<std::uint8_t> out) {
            const auto count = std::min(out.size(), all.size() - at);
            std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(at), count, out.begin());
            at += count;
            return count;
        };
    }
    /// A vacant place of the same engine.
    Place vacant() {
        if (GetParam() == Engine::sqlite) return {GetParam(), folder / "other.db"};
        const auto name = fmt::format("hebra_vacant_{}_{}", getpid(), made++);
        test::run_on_postgres(test::shared_postgres(), fmt::format("CREATE DATABASE {} TEMPLATE template0", name));
        return {GetParam(), test::with_database(test::shared_postgres(), name)};
    }
    void TearDown() override {
        for (; made > 0; --made)
            test::run_on_postgres(test::shared_postgres(), fmt::format("DROP DATABASE hebra_vacant_{}_{}", getpid(), made - 1));
    }

    test::TemporaryFolder folder;
    int made = 0;
};
HEBRA_ON_BOTH_DATABASES(Copying);

TEST_P(Copying, puts_back_what_was_there_and_marks_it_until_it_is_finished) {
    add(1, 300, 5'000);
    const auto all = copied();
    const auto place = vacant();
    ASSERT_TRUE(is_vacant(place));
    std::size_t at = 0;
    copy_in(place, giving(all, at));
    EXPECT_FALSE(is_vacant(place));
    const auto other = open(place.where);
    EXPECT_TRUE(is_unfinished_copy(*other));
    finish_copy(*other);
    EXPECT_FALSE(is_unfinished_copy(*other));
    EXPECT_EQ(schema_number(*other), 1);
    EXPECT_EQ(test::contents(*other), test::contents(db()));
    EXPECT_EQ(schema_text(*other), schema_text(db()));
}

TEST_P(Copying, copies_one_moment_while_others_write) {
    add(0, 1, 10);
    std::atomic<bool> done = false;
    std::thread writer([&] {
        // Pairs: a copy that holds half of one is not of one moment.
        for (std::int64_t id = 2; !done; id += 2) add(id, 2, 2'000);
    });
    const auto rows = [&] { return db().read([](Reader& reader) { return reader.one<std::int64_t>("SELECT count(*) FROM thing").value(); }); };
    while (rows() < 50) std::this_thread::yield();
    Bytes all;
    EXPECT_NO_THROW(all = copied());
    done = true;
    writer.join();
    const auto place = vacant();
    std::size_t at = 0;
    copy_in(place, giving(all, at));
    const auto other = open(place.where);
    const auto count = other->read([](Reader& reader) { return reader.one<std::int64_t>("SELECT count(*) FROM thing").value(); });
    EXPECT_GE(count, 50);
    EXPECT_EQ(count % 2, 1);
}

TEST_P(Copying, leaves_nothing_of_a_copy_that_stops_in_the_middle) {
    add(1, 2'000, 1'000);
    const auto all = copied();
    const auto place = vacant();
    std::size_t given = 0;
    EXPECT_THROW(copy_in(place,
                         [&](std::span<std::uint8_t> out) -> std::size_t {
                             if (given + out.size() > all.size() / 2) throw std::runtime_error("the file ended");
                             std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(given), out.size(), out.begin());
                             given += out.size();
                             return out.size();
                         }),
                 std::runtime_error);
    if (GetParam() == Engine::sqlite) {
        EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
        return;
    }
    const auto other = open(place.where);
    EXPECT_TRUE(is_unfinished_copy(*other)) << "it must not be served";
    EXPECT_EQ(schema_number(*other), 0);
}

TEST_P(Copying, refuses_bytes_that_are_no_database_and_a_place_that_is_not_vacant) {
    const Bytes noise(600'000, 42);
    const auto place = vacant();
    std::size_t at = 0;
    EXPECT_THROW(copy_in(place, giving(noise, at)), Unavailable);
    at = 0;
    EXPECT_THROW(copy_in(from(), giving(noise, at)), Error);
}

TEST_P(Copying, leaves_no_trace_of_a_deleted_row_in_the_files) {
    const Bytes secret = random_bytes(64);
    test::write(db(), [&](Tx& tx) {
        tx.add("INSERT INTO thing (id, content) VALUES (1, :content)", {arg("content", secret)});
    });
    test::write(db(), [&](Tx& tx) { tx.add("DELETE FROM thing WHERE id = 1"); });
    EXPECT_TRUE(scrub(from(), "thing"));
    if (GetParam() == Engine::postgres) return;  // its own log keeps it until it is recycled: docs/operations.md says so
    for (const auto* end : {"", "-wal"}) {
        std::ifstream file(fresh().url() + end, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(bytes.find(text_of(secret)), bytes.npos) << end;
    }
}

}  // namespace
}  // namespace hebra::db
