// One SQLite connection with its statements. Used by one thread at a time.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/db/session.hpp"
#include "platform/db/sql.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace hebra::db {

enum class Access : std::uint8_t { write, read_only };

class SqliteConnection final : public Session {
  public:
    struct Settings {
        std::string path;
        std::string vfs;
        int cache_kib;
        Access access;
    };
    SqliteConnection(const Settings& settings, Meter& meter);
    ~SqliteConnection() override;

    /// Before each closure.
    void fresh_closure(std::chrono::milliseconds limit) { fresh(access_ == Access::write, limit); }
    using Session::lift_limit;
    using Session::refuse_if_failed;

    /// BEGIN, COMMIT, SAVEPOINT and their kin: not counted, not failed on purpose.
    void control(std::string_view sql);
    /// No transaction is open: also when SQLite itself rolled it back, on a full disk or an I/O error.
    bool autocommit() const;

  private:
    struct Statement {
        Prepared sql;
        sqlite3_stmt* handle = nullptr;
        const Shape* checked = nullptr;  ///< the shape its columns were last found to have
        ~Statement();
    };
    class Running;
    class CurrentRow;

    Statement& statement(std::string_view sql);
    void bind(Statement& statement, Args args, std::string_view sql);
    /// True: a row is there. Throws what SQLite says.
    bool step(sqlite3_stmt* handle, std::string_view sql);
    void pragma(const std::string& sql);
    [[noreturn]] void fail(int code, std::string_view sql) const;

    void do_query(std::string_view sql, Args args, const Shape& shape, Fetch fetch, EachRow each) override;
    std::int64_t do_run(std::string_view sql, Args args) override;
    void do_add(std::string_view sql, Args args) override;

    Access access_;
    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> statements_;
    std::vector<const Value*> values_;
};

}  // namespace hebra::db
