#include "platform/db/sqlite_connection.hpp"

#include <sqlite3.h>

#include <fmt/format.h>

#include "platform/db/error.hpp"

namespace hebra::db {
namespace {

constexpr int k_busy_milliseconds = 5'000;
constexpr int k_checkpoint_pages = 4'000;  // 16 MB: each checkpoint waits for the disk twice, so not too often
constexpr int k_steps_between_looks_at_the_clock = 20'000;  // of SQLite's machine: about a millisecond
constexpr int k_wal_bytes_kept = 64 << 20;

/// Codes that say "the machine cannot now", rather than "the statement is wrong".
bool is_machine(int primary) {
    switch (primary) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_NOMEM:
        case SQLITE_INTERRUPT:
        case SQLITE_IOERR:
        case SQLITE_FULL:
        case SQLITE_CANTOPEN:
        case SQLITE_PROTOCOL: return true;
        default: return false;
    }
}

}  // namespace

SqliteConnection::Statement::~Statement() { sqlite3_finalize(handle); }

/// A statement under way. Its end resets it: one left open would hold its snapshot, and the COMMIT.
class SqliteConnection::Running {
  public:
    explicit Running(sqlite3_stmt* handle) : handle_(handle) {}
    ~Running() { sqlite3_reset(handle_); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

  private:
    sqlite3_stmt* handle_;
};

class SqliteConnection::CurrentRow final : public Row {
  public:
    explicit CurrentRow(sqlite3_stmt* handle) : handle_(handle) {}

    std::size_t size() const override { return static_cast<std::size_t>(sqlite3_column_count(handle_)); }
    std::string_view name(std::size_t column) const override {
        return sqlite3_column_name(handle_, static_cast<int>(column));
    }
    Cell cell(std::size_t index) const override {
        const int column = static_cast<int>(index);
        switch (sqlite3_column_type(handle_, column)) {
            case SQLITE_NULL: return Cell::null(name(index));
            case SQLITE_INTEGER: return Cell::of(name(index), sqlite3_column_int64(handle_, column));
            case SQLITE_TEXT: {
                const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
                return Cell::of(name(index), Kind::text, {text, size_of(column)});
            }
            case SQLITE_BLOB: {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
                return Cell::of(name(index), Kind::bytes, {bytes, size_of(column)});
            }
            default:
                throw Error(fmt::format("column {} holds a fraction: TEXT, BIGINT, SMALLINT and BYTES only", name(index)));
        }
    }

  private:
    std::size_t size_of(int column) const { return static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)); }

    sqlite3_stmt* handle_;
};

SqliteConnection::SqliteConnection(const Settings& settings, Meter& meter) : Session(meter), access_(settings.access) {
    const int mode = access_ == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const char* vfs = settings.vfs.empty() ? nullptr : settings.vfs.c_str();
    const int code = sqlite3_open_v2(settings.path.c_str(), &handle_, mode | SQLITE_OPEN_NOMUTEX, vfs);
    if (code != SQLITE_OK) {
        sqlite3_close_v2(handle_);
        throw Unavailable(fmt::format("{}: {}", settings.path, sqlite3_errstr(code)));
    }
    try {
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_progress_handler(
            handle_, k_steps_between_looks_at_the_clock,
            [](void* self) { return static_cast<int>(static_cast<SqliteConnection*>(self)->is_late()); }, this);
        sqlite3_busy_timeout(handle_, k_busy_milliseconds);  // first: the pragmas below may have to wait, too
        if (access_ == Access::write) {
            pragma("journal_mode = WAL");
            pragma("synchronous = FULL");
            pragma(fmt::format("wal_autocheckpoint = {}", k_checkpoint_pages));
            pragma(fmt::format("journal_size_limit = {}", k_wal_bytes_kept));
            pragma("foreign_keys = ON");
        }
        pragma("temp_store = MEMORY");  // or each savepoint's undo goes to a file
        pragma("trusted_schema = OFF");
        pragma(fmt::format("cache_size = -{}", settings.cache_kib));
    } catch (...) {
        statements_.clear();
        sqlite3_close_v2(handle_);
        throw;
    }
}

SqliteConnection::~SqliteConnection() {
    statements_.clear();
    sqlite3_close_v2(handle_);
}

bool SqliteConnection::autocommit() const { return sqlite3_get_autocommit(handle_) != 0; }

void SqliteConnection::fail(int code, std::string_view sql) const {
    const auto text = fmt::format("SQLite: {} ({}): {}", sqlite3_errmsg(handle_), code, shorten(sql));
    if (is_machine(code & 0xff)) throw Unavailable(text);
    throw Error(text);
}

void SqliteConnection::pragma(const std::string& sql) {
    if (const int code = sqlite3_exec(handle_, ("PRAGMA " + sql).c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) {
        fail(code, sql);
    }
}

SqliteConnection::Statement& SqliteConnection::statement(std::string_view sql) {
    if (const auto known = statements_.find(sql); known != statements_.end()) return *known->second;
    auto made = std::make_unique<Statement>();
    made->sql = prepare(sql, Engine::sqlite);
    const auto& text = made->sql.text;
    const int code = sqlite3_prepare_v3(handle_, text.c_str(), static_cast<int>(text.size()) + 1, SQLITE_PREPARE_PERSISTENT,
                                        &made->handle, nullptr);
    if (code != SQLITE_OK) fail(code, sql);
    if (!made->handle) throw Error(fmt::format("not a statement: {}", shorten(sql)));
    return *statements_.emplace(sql, std::move(made)).first->second;
}

void SqliteConnection::bind(Statement& statement, Args args, std::string_view sql) {
    match(statement.sql, args, sql, values_);
    int number = 0;
    for (const Value* value : values_) {
        ++number;
        int code = SQLITE_OK;
        if (value->is_null()) {
            code = sqlite3_bind_null(statement.handle, number);
        } else if (value->kind() == Kind::integer) {
            code = sqlite3_bind_int64(statement.handle, number, value->integer());
        } else {
            // STATIC: the arguments outlive the step, and every parameter is bound anew each time.
            const auto data = value->data();
            code = value->kind() == Kind::text
                       ? sqlite3_bind_text64(statement.handle, number, data.data(), data.size(), SQLITE_STATIC, SQLITE_UTF8)
                       : sqlite3_bind_blob64(statement.handle, number, data.data(), data.size(), SQLITE_STATIC);
        }
        if (code != SQLITE_OK) fail(code, sql);
    }
}

bool SqliteConnection::step(sqlite3_stmt* handle, std::string_view sql) {
    const int code = sqlite3_step(handle);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(code, sql);
    return false;
}

void SqliteConnection::control(std::string_view sql) {
    auto* handle = statement(sql).handle;
    const Running running(handle);
    step(handle, sql);
}

void SqliteConnection::do_query(std::string_view sql, Args args, const Shape& shape, Fetch, EachRow each) {
    auto& statement = this->statement(sql);
    bind(statement, args, sql);
    const Running running(statement.handle);
    const CurrentRow row(statement.handle);
    if (statement.checked != &shape) {
        check_columns(shape, row, sql);
        statement.checked = &shape;
    }
    while (step(statement.handle, sql)) each(row);
}

std::int64_t SqliteConnection::do_run(std::string_view sql, Args args) {
    auto& statement = this->statement(sql);
    bind(statement, args, sql);
    const Running running(statement.handle);
    const auto before = sqlite3_total_changes64(handle_);
    while (step(statement.handle, sql)) {}
    // changes() keeps the figure of an earlier statement when this one is not an INSERT, UPDATE or DELETE.
    return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::do_add(std::string_view sql, Args args) { do_run(sql, args); }

}  // namespace hebra::db
