// The one thread that writes to a SQLite file. It gathers what callers bring into one commit: the disk is waited for once.
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <source_location>
#include <thread>
#include <vector>

#include "platform/db/database.hpp"
#include "platform/db/sqlite_connection.hpp"

namespace hebra::db {

class SqliteWriter {
  public:
    SqliteWriter(const SqliteConnection::Settings& settings, Meter& meter, Log log);
    ~SqliteWriter() { stop(); }

    /// Returns when the closure is durable, or refused. Throws what it threw, or Unavailable.
    void apply(FunctionRef<bool(Tx&)> closure, Urgency urgency, const std::source_location& where);

    void limit(const Limits& limits);

    /// Finishes what waits, and closes the file.
    void stop();

    /// Adds its counts.
    void tell(Statistics& statistics) const;

  private:
    class Waiter;
    struct Job;
    using Clock = std::chrono::steady_clock;

    std::deque<Job*>& queue_of(Urgency urgency) { return urgency == Urgency::bulk ? bulk_ : interactive_; }
    /// Takes a closure back that has waited too long. False: it is being carried out.
    bool withdraw(const Job& job);
    void work();
    /// Takes the next closure of a batch begun at `start`, if there is one and the batch is not full.
    Job* next(std::size_t taken, Clock::time_point start);
    void batch();
    void run(Job& job);
    void run_in_savepoint(Job& job);
    void run_alone(Job& job);
    void commit(std::vector<Job*>& jobs);
    void roll_back();
    void finish(Job& job);

    std::unique_ptr<SqliteConnection> connection_;
    Log log_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job*> interactive_, bulk_;
    Limits limits_;
    int passed_over_ = 0;  ///< closures taken before a bulk one that waits
    bool closing_ = false;

    std::atomic<std::uint64_t> writes_{0}, refused_{0}, failed_{0}, commits_{0}, reruns_{0}, slow_{0};
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace hebra::db
