#include "platform/http/worker_pool.hpp"

#include <utility>

namespace hebra::http {

bool WorkerPool::offer(std::function<void()> job) {
    bool must_wake = false;
    {
        const std::lock_guard lock(mutex_);
        if (is_stopped_) return false;
        if (queue_.size() >= idle_ && threads_.size() < limits_.threads) start_thread();
        if (queue_.size() >= idle_ + limits_.queue) return false;
        queue_.push_back(std::move(job));
        must_wake = must_wake_one();
    }
    if (must_wake) wake_.notify_one();
    return true;
}

/// One thread is woken at a time, and wakes the next if there is more to do: short jobs then run on few threads, and
/// most find one still awake.
bool WorkerPool::must_wake_one() {
    if (is_waking_ || sleeping_ == 0 || queue_.empty()) return false;
    is_waking_ = true;
    return true;
}

/// If the system has no thread to give, those that run must do.
void WorkerPool::start_thread() {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, limits_.stack_bytes);
    pthread_t thread{};
    if (pthread_create(&thread, &attributes, &run_thread, this) == 0) {
        threads_.push_back(thread);
        ++idle_;
    }
    pthread_attr_destroy(&attributes);
}

void* WorkerPool::run_thread(void* pool) {
    static_cast<WorkerPool*>(pool)->run();
    return nullptr;
}

void WorkerPool::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        if (queue_.empty() && !is_stopped_) {
            ++sleeping_;
            wake_.wait(lock, [&] { return is_stopped_ || is_waking_; });
            --sleeping_;
            is_waking_ = false;
        }
        if (is_stopped_) return;
        if (queue_.empty()) continue;  // a thread that was awake took it
        auto job = std::move(queue_.front());
        queue_.pop_front();
        --idle_;
        const bool must_wake = must_wake_one();
        lock.unlock();
        if (must_wake) wake_.notify_one();
        job();
        job = nullptr;  // what it holds must go before the thread counts as idle
        lock.lock();
        ++idle_;
    }
}

void WorkerPool::stop() {
    std::vector<pthread_t> threads;
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        threads.swap(threads_);
        dropped.swap(queue_);
    }
    wake_.notify_all();
    for (const auto thread : threads) pthread_join(thread, nullptr);
}

std::size_t WorkerPool::waiting() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

std::size_t WorkerPool::running() const {
    const std::lock_guard lock(mutex_);
    return threads_.size() - idle_;
}

}  // namespace hebra::http
