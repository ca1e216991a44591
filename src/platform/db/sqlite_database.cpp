// SQLite behind the Database face: one writer, several readers.
#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/db/error.hpp"
#include "platform/db/sqlite_connection.hpp"
#include "platform/db/sqlite_writer.hpp"

namespace hebra::db {
namespace {

/// SQLite counts every allocation under one lock unless told otherwise before its first use.
void configure_once() {
    static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)code;  // misuse only means that somebody used SQLite before: slower, not wrong
}

/// SQLite gives its -wal and -shm files the mode of the database file.
void create_private(const std::string& path) {
    if (const int file = ::open(path.c_str(), O_CREAT | O_CLOEXEC | O_RDONLY, 0600); file >= 0) ::close(file);
}

class SqliteDatabase final : public Database {
  public:
    explicit SqliteDatabase(const SqliteSettings& settings) {
        configure_once();
        create_private(settings.path);
        const int readers = std::max(1, settings.readers);
        SqliteConnection::Settings connection{.path = settings.path,
                                              .vfs = settings.vfs,
                                              .cache_kib = std::max(2, settings.cache_mb / (readers + 1)) * 1024,
                                              .access = Access::write};
        writer_ = std::make_unique<SqliteWriter>(connection, meter_, settings.log);
        connection.access = Access::read_only;
        for (int i = 0; i < readers; ++i) readers_.push_back(std::make_unique<SqliteConnection>(connection, meter_));
        for (auto& reader : readers_) idle_.push_back(reader.get());
    }
    ~SqliteDatabase() override { close(); }

    Engine engine() const override { return Engine::sqlite; }

    Statistics statistics() const override {
        Statistics statistics{.statements = meter_.statements, .reads = reads_};
        writer_->tell(statistics);
        return statistics;
    }

    void limit(const Limits& limits) override {
        longest_look_ = limits.interactive;
        writer_->limit(limits);
    }

    void close() override {
        {
            std::unique_lock lock(mutex_);
            closed_ = true;
            returned_.notify_all();
            returned_.wait(lock, [this] { return idle_.size() == readers_.size(); });
            idle_.clear();
            readers_.clear();
        }
        writer_->stop();  // last: closing the last connection moves the log into the file, and a reader may not
    }

  private:
    void apply(Closure closure, Urgency urgency, const std::source_location& where) override {
        writer_->apply(closure, urgency, where);
    }

    void view(FunctionRef<void(Reader&)> look) override {
        const Lease lease(*this);
        reads_.fetch_add(1, std::memory_order_relaxed);
        Reader reader(lease.connection);
        look(reader);
    }

    /// A reading connection, in a transaction: its first SELECT fixes the snapshot that all the others see.
    struct Lease {
        explicit Lease(SqliteDatabase& from) : database(from), connection(from.take()) {
            try {
                connection.control("BEGIN");
                connection.fresh_closure(from.longest_look_);
            } catch (...) {
                database.give_back(connection);
                throw;
            }
        }
        ~Lease() {
            connection.lift_limit();
            try {
                connection.control("ROLLBACK");
            } catch (const Error&) {  // nothing was written; the next BEGIN says what is wrong
            }
            database.give_back(connection);
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        SqliteDatabase& database;
        SqliteConnection& connection;
    };

    SqliteConnection& take() {
        std::unique_lock lock(mutex_);
        const auto ready = [this] { return closed_ || !idle_.empty(); };
        if (const auto limit = longest_look_.load(); limit.count() == 0) {
            returned_.wait(lock, ready);
        } else if (!returned_.wait_for(lock, limit, ready)) {
            throw Unavailable("every reader of SQLite is busy");
        }
        if (closed_) throw Unavailable("the database is closed");
        auto* connection = idle_.back();  // the one used last: its cache is warm
        idle_.pop_back();
        return *connection;
    }

    void give_back(SqliteConnection& connection) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(&connection);
        if (closed_) {
            returned_.notify_all();
        } else {
            returned_.notify_one();
        }
    }

    std::unique_ptr<SqliteWriter> writer_;
    std::vector<std::unique_ptr<SqliteConnection>> readers_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<SqliteConnection*> idle_;
    bool closed_ = false;
    std::atomic<std::chrono::milliseconds> longest_look_{std::chrono::milliseconds(0)};
    std::atomic<std::uint64_t> reads_{0};
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const SqliteSettings& settings) { return std::make_unique<SqliteDatabase>(settings); }

}  // namespace hebra::db
