// A bounded number of threads for work that blocks, and a bounded queue in front of them.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

#include <pthread.h>

namespace hebra::http {

/// Threads are started when work first needs them. Jobs must not throw.
class WorkerPool {
  public:
    struct Limits {
        std::size_t threads;
        std::size_t stack_bytes;
        std::size_t queue;  ///< jobs that may wait for a thread
    };

    explicit WorkerPool(Limits limits) : limits_(limits) {}
    ~WorkerPool() { stop(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False if every thread is busy and the queue is full, or the pool has stopped.
    bool offer(std::function<void()> job);
    /// Drops what waits, and returns when what runs has ended.
    void stop();

    std::size_t waiting() const;
    std::size_t running() const;

  private:
    static void* run_thread(void* pool);
    void run();
    bool must_wake_one();
    void start_thread();

    const Limits limits_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    std::vector<pthread_t> threads_;
    std::size_t idle_ = 0;  ///< threads that will take the next job, those just started among them
    std::size_t sleeping_ = 0;
    bool is_waking_ = false;  ///< a sleeper was told to wake and has not yet
    bool is_stopped_ = false;
};

}  // namespace hebra::http
