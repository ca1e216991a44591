// The disk for crash tests must really lose what was not synced; or the tests on it would prove nothing.
#include "tests/support/lossy_disk.hpp"

#include <sqlite3.h>

#include <gtest/gtest.h>

#include "platform/db/database.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hebra::test {
namespace {

class LossyDiskTest : public testing::Test {
  protected:
    /// Writes one row on the disk with this `synchronous`, and tells how many rows are there after a power failure.
    int rows_after_failure(const char* synchronous, int survivors = 0) {
        const auto path = folder_ / synchronous, copy = path + "_after";
        sqlite3* raw = nullptr;
        EXPECT_EQ(sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, disk_.name().c_str()),
                  SQLITE_OK);
        const auto execute = [&](const std::string& sql) {
            EXPECT_EQ(sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(raw);
        };
        execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE note (id BIGINT)");
        execute(std::string("PRAGMA synchronous = ") + synchronous);
        execute("INSERT INTO note VALUES (1)");
        disk_.power_failure(path, copy, survivors);
        sqlite3_close(raw);
        return db::open(copy)->read([](db::Reader& r) { return r.one<int>("SELECT COUNT(*) FROM note").value(); });
    }

    TemporaryFolder folder_;
    LossyDisk disk_{"lossy_disk_test"};
};

TEST_F(LossyDiskTest, loses_what_was_not_synced) { EXPECT_EQ(rows_after_failure("OFF"), 0); }

TEST_F(LossyDiskTest, keeps_what_was) { EXPECT_EQ(rows_after_failure("FULL"), 1); }

TEST_F(LossyDiskTest, may_keep_unsynced_writes_as_disks_do) { EXPECT_EQ(rows_after_failure("OFF", 100), 1); }

}  // namespace
}  // namespace hebra::test
