#include "platform/db/sqlite_writer.hpp"

#include <memory>
#include <utility>

#include <fmt/format.h>

#include "platform/db/error.hpp"
#include "platform/db/slow.hpp"

namespace hebra::db {
namespace {

constexpr std::size_t k_batch_closures = 256;
constexpr std::chrono::milliseconds k_batch_time(5);
constexpr std::chrono::milliseconds k_slow_closure(5);  // everybody waits for it
constexpr int k_patience = 1'000;  // interactive closures a waiting bulk one lets pass, so that imports end even in a surge

}  // namespace

/// Where a caller sleeps. It belongs to its thread, not to the job: the writer may still be waking it when the job is gone.
class SqliteWriter::Waiter {
  public:
    static std::shared_ptr<Waiter> of_this_thread() {
        thread_local const auto t_waiter = std::make_shared<Waiter>();
        return t_waiter;
    }
    void wait() {
        std::unique_lock lock(mutex_);
        awake_.wait(lock, [this] { return done_; });
        done_ = false;
    }
    /// False: nobody woke it in that time.
    bool wait_for(std::chrono::milliseconds limit) {
        std::unique_lock lock(mutex_);
        if (!awake_.wait_for(lock, limit, [this] { return done_; })) return false;
        done_ = false;
        return true;
    }
    void wake() {
        {
            const std::lock_guard lock(mutex_);
            done_ = true;
        }
        awake_.notify_one();
    }

  private:
    std::mutex mutex_;
    std::condition_variable awake_;
    bool done_ = false;
};

/// A caller's closure, kept on the caller's stack while it waits.
struct SqliteWriter::Job {
    FunctionRef<bool(Tx&)> closure;
    const std::source_location& where;
    const Urgency urgency;
    const std::chrono::milliseconds limit;
    std::shared_ptr<Waiter> waiter;  ///< taken from the job by whoever wakes it
    bool kept = false;  ///< the closure wants what it did to stay
    std::exception_ptr failure = {};
};

SqliteWriter::SqliteWriter(const SqliteConnection::Settings& settings, Meter& meter, Log log)
    : connection_(std::make_unique<SqliteConnection>(settings, meter)), log_(std::move(log)), thread_([this] { work(); }) {}

void SqliteWriter::stop() {
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(closing_, true)) return;
    }
    wake_.notify_one();
    thread_.join();
    connection_.reset();
}

void SqliteWriter::apply(FunctionRef<bool(Tx&)> closure, Urgency urgency, const std::source_location& where) {
    const auto waiter = Waiter::of_this_thread();
    std::unique_lock lock(mutex_);
    if (closing_) throw Unavailable("the database is closing");
    Job job{closure, where, urgency, limits_.of(urgency), waiter};
    queue_of(urgency).push_back(&job);
    lock.unlock();
    wake_.notify_one();
    if (job.limit.count() == 0) {
        waiter->wait();
    } else if (!waiter->wait_for(job.limit)) {
        if (withdraw(job)) {
            failed_.fetch_add(1, std::memory_order_relaxed);
            throw Unavailable("the writer of SQLite is busy");
        }
        waiter->wait();
    }
    if (job.failure) std::rethrow_exception(job.failure);
}

void SqliteWriter::limit(const Limits& limits) {
    const std::lock_guard lock(mutex_);
    limits_ = limits;
}

bool SqliteWriter::withdraw(const Job& job) {
    const std::lock_guard lock(mutex_);
    return std::erase(queue_of(job.urgency), &job) == 1;
}

void SqliteWriter::tell(Statistics& statistics) const {
    statistics.writes = writes_;
    statistics.refused = refused_;
    statistics.failed = failed_;
    statistics.commits = commits_;
    statistics.reruns = reruns_;
    statistics.slow = slow_;
    const std::lock_guard lock(mutex_);
    statistics.waiting = interactive_.size() + bulk_.size();
}

void SqliteWriter::work() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return closing_ || !interactive_.empty() || !bulk_.empty(); });
            if (interactive_.empty() && bulk_.empty()) return;
        }
        batch();
    }
}

SqliteWriter::Job* SqliteWriter::next(std::size_t taken, Clock::time_point start) {
    if (taken == k_batch_closures || (taken > 0 && Clock::now() - start >= k_batch_time)) return nullptr;
    const std::lock_guard lock(mutex_);
    const bool bulk_turn = interactive_.empty() || (passed_over_ >= k_patience && !bulk_.empty());
    auto& queue = bulk_turn ? bulk_ : interactive_;
    if (queue.empty()) return nullptr;
    passed_over_ = bulk_turn || bulk_.empty() ? 0 : passed_over_ + 1;
    auto* job = queue.front();
    queue.pop_front();
    return job;
}

/// One transaction for all who wait; each closure in its own savepoint, so that one's refusal is nobody else's.
void SqliteWriter::batch() {
    const auto start = Clock::now();
    std::vector<Job*> jobs;
    std::exception_ptr no_begin;
    try {
        connection_->control("BEGIN IMMEDIATE");
    } catch (const Error&) {
        no_begin = std::current_exception();  // another process writes, or the disk is gone
    }
    while (auto* job = next(jobs.size(), start)) {
        jobs.push_back(job);
        if (no_begin) {
            job->failure = no_begin;
            continue;
        }
        run_in_savepoint(*job);
        if (!connection_->autocommit()) continue;
        // A full disk, an I/O error or lack of memory made SQLite roll back the whole transaction, others' work included.
        // Those who had no part in it run again, each on its own.
        for (auto* survivor : jobs) {
            if (!survivor->failure) run_alone(*survivor);
        }
        for (auto* each : jobs) finish(*each);
        return;
    }
    if (!no_begin) commit(jobs);
    for (auto* job : jobs) finish(*job);
}

void SqliteWriter::run(Job& job) {
    const Stopwatch stopwatch;
    job.kept = false;
    connection_->fresh_closure(job.limit);
    try {
        Tx tx(*connection_);
        job.kept = job.closure(tx);
        connection_->refuse_if_failed();
    } catch (...) {
        job.failure = std::current_exception();
        job.kept = false;
    }
    connection_->lift_limit();
    stopwatch.report(k_slow_closure, job.where, slow_, log_);
}

void SqliteWriter::run_in_savepoint(Job& job) {
    try {
        connection_->control("SAVEPOINT closure");
        run(job);
        if (connection_->autocommit()) return;
        if (!job.kept) connection_->control("ROLLBACK TO closure");
        connection_->control("RELEASE closure");
    } catch (const Error&) {
        // The savepoint itself broke: what the transaction now holds is unknown. Give all of it up.
        job.failure = std::current_exception();
        roll_back();
    }
}

void SqliteWriter::run_alone(Job& job) {
    reruns_.fetch_add(1, std::memory_order_relaxed);
    try {
        connection_->control("BEGIN IMMEDIATE");
        run(job);
        if (job.kept) {
            connection_->control("COMMIT");
            commits_.fetch_add(1, std::memory_order_relaxed);
        }
    } catch (const Error&) {
        job.failure = std::current_exception();
    }
    roll_back();
}

void SqliteWriter::commit(std::vector<Job*>& jobs) {
    try {
        connection_->control("COMMIT");
        commits_.fetch_add(1, std::memory_order_relaxed);
        return;
    } catch (const Error&) {
        // Refusals go down with the rest: they may rest on what another closure of this batch had written.
        const auto failure = std::make_exception_ptr(Unavailable("the batch could not be committed"));
        for (auto* job : jobs) {
            if (!job->failure) job->failure = failure;
        }
        if (log_) log_("a batch of writes could not be committed");
    }
    roll_back();
}

/// Leaves no transaction open, whatever happened.
void SqliteWriter::roll_back() {
    if (connection_->autocommit()) return;
    try {
        connection_->control("ROLLBACK");
    } catch (const Error& error) {
        if (log_) log_(error.what());
    }
}

void SqliteWriter::finish(Job& job) {
    (job.failure ? failed_ : job.kept ? writes_ : refused_).fetch_add(1, std::memory_order_relaxed);
    const auto waiter = std::move(job.waiter);  // from here on the job may be gone
    waiter->wake();
}

}  // namespace hebra::db
