// PostgreSQL behind the Database face: a pool of connections, each use case a transaction of its own.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "platform/db/database.hpp"
#include "platform/db/error.hpp"
#include "platform/db/postgres_connection.hpp"
#include "platform/db/slow.hpp"

namespace hebra::db {
namespace {

constexpr int k_reruns = 3;
constexpr std::chrono::milliseconds k_slow_closure(50);  // round trips included; only those after the same rows wait
constexpr std::chrono::milliseconds k_patience(30'000);  // where no limit was set

/// Doubles with each attempt, and differs between those who collided.
void pause_before(int attempt) {
    thread_local std::minstd_rand t_random{std::random_device{}()};
    const int most = 2'000 << attempt;
    std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution(most / 4, most)(t_random)));
}

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(const PostgresSettings& settings)
        : url_(settings.url), log_(settings.log), room_(std::max(1, settings.connections)) {
        idle_.push_back(std::make_unique<PostgresConnection>(url_, meter_));
    }
    ~PostgresDatabase() override { close(); }

    Engine engine() const override { return Engine::postgres; }

    Statistics statistics() const override {
        Statistics statistics{.statements = meter_.statements, .reads = reads_, .writes = writes_, .refused = refused_,
                              .failed = failed_, .commits = writes_, .reruns = reruns_, .slow = slow_};
        const std::lock_guard lock(mutex_);
        statistics.waiting = waiting_;
        return statistics;
    }

    void limit(const Limits& limits) override {
        const std::lock_guard lock(mutex_);
        limits_ = limits;
    }

    void close() override {
        std::unique_lock lock(mutex_);
        closed_ = true;
        returned_.notify_all();
        returned_.wait(lock, [this] { return lent_ == 0; });
        idle_.clear();
    }

  private:
    /// A connection, for one closure. A lost one is not given back: the pool grows a new one when it needs it.
    class Lease {
      public:
        /// Waits `limit` for it at most.
        Lease(PostgresDatabase& database, std::chrono::milliseconds limit)
            : database_(database), connection_(database.take(limit)) {}
        ~Lease() { database_.give_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        PostgresConnection* operator->() { return connection_.get(); }
        PostgresConnection& operator*() { return *connection_; }

      private:
        PostgresDatabase& database_;
        std::unique_ptr<PostgresConnection> connection_;
    };

    void apply(Closure closure, Urgency urgency, const std::source_location& where) override {
        try {
            bool kept = false;
            persistently([&] { kept = attempt(closure, limit_of(urgency), where); });
            (kept ? writes_ : refused_).fetch_add(1, std::memory_order_relaxed);
        } catch (...) {
            failed_.fetch_add(1, std::memory_order_relaxed);
            throw;
        }
    }

    bool attempt(Closure closure, std::chrono::milliseconds limit, const std::source_location& where) {
        Lease connection(*this, limit);
        const Stopwatch stopwatch;
        try {
            connection->begin_write(limit);
            Tx tx(*connection);
            const bool keep = closure(tx);
            connection->refuse_if_failed();
            stopwatch.report(k_slow_closure, where, slow_, log_);
            if (keep) {
                connection->commit();
            } else {
                connection->roll_back();
            }
            return keep;
        } catch (const ConnectionLost& lost) {
            if (!connection->committing()) throw;
            throw Unavailable(fmt::format("whether it was committed is unknown: {}", lost.what()));
        } catch (...) {
            give_up(*connection);
            throw;
        }
    }

    void view(FunctionRef<void(Reader&)> look) override {
        reads_.fetch_add(1, std::memory_order_relaxed);
        persistently([&] {
            const auto limit = limit_of(Urgency::interactive);
            Lease connection(*this, limit);
            try {
                connection->begin_read(limit);
                Reader reader(*connection);
                look(reader);
                connection->end_read();
            } catch (const ConnectionLost& lost) {
                if (!connection->answered()) throw;
                throw Unavailable(lost.what());
            } catch (...) {
                give_up(*connection);
                throw;
            }
        });
    }

    /// Again after a collision, or when the connection turned out to be gone before anything was committed.
    template <class F>
    void persistently(F&& once) {
        for (int attempt = 0;; ++attempt) {
            try {
                return once();
            } catch (const Collision& collision) {
                if (attempt == k_reruns) throw Unavailable(collision.what());
            } catch (const ConnectionLost&) {
                if (attempt == k_reruns) throw;
            }
            reruns_.fetch_add(1, std::memory_order_relaxed);
            pause_before(attempt);
        }
    }

    /// Ends the transaction of a closure that threw, whose exception is what matters.
    static void give_up(PostgresConnection& connection) {
        try {
            connection.roll_back();
        } catch (const ConnectionLost&) {  // then it is rolled back, too
        }
    }

    std::chrono::milliseconds limit_of(Urgency urgency) const {
        const std::lock_guard lock(mutex_);
        return limits_.of(urgency);
    }

    std::unique_ptr<PostgresConnection> take(std::chrono::milliseconds limit) {
        std::unique_lock lock(mutex_);
        ++waiting_;
        const auto patience = limit.count() == 0 ? k_patience : limit;
        const bool came = returned_.wait_for(lock, patience, [this] { return closed_ || lent_ < room_; });
        --waiting_;
        if (closed_) throw Unavailable("the database is closed");
        if (!came) throw Unavailable("every connection to PostgreSQL is busy");
        ++lent_;
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
        lock.unlock();
        try {
            return std::make_unique<PostgresConnection>(url_, meter_);
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }

    void give_back(std::unique_ptr<PostgresConnection> connection) {
        const std::lock_guard lock(mutex_);
        --lent_;
        if (connection && !connection->lost()) {
            idle_.push_back(std::move(connection));
        } else if (connection) {
            idle_.clear();  // what broke one has mostly broken all: do not meet them one by one
        }
        if (closed_) {
            returned_.notify_all();
        } else {
            returned_.notify_one();
        }
    }

    const std::string url_;
    const Log log_;
    const int room_;  ///< most connections at once

    mutable std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    Limits limits_;
    int lent_ = 0;
    std::uint64_t waiting_ = 0;
    bool closed_ = false;
    std::atomic<std::uint64_t> reads_{0}, writes_{0}, refused_{0}, failed_{0}, reruns_{0}, slow_{0};
};

}  // namespace

std::unique_ptr<Database> open_postgres(const PostgresSettings& settings) {
    return std::make_unique<PostgresDatabase>(settings);
}

}  // namespace hebra::db
