#include "platform/http/worker_pool.hpp"

#include <atomic>
#include <future>
#include <thread>

#include <gtest/gtest.h>

namespace hebra::http {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t k_stack = 1024 * 1024;

TEST(WorkerPool, carries_out_everything_it_takes) {
    std::atomic<int> done = 0;
    WorkerPool pool({.threads = 4, .stack_bytes = k_stack, .queue = 100'000});
    for (int i = 0; i < 20'000; ++i) ASSERT_TRUE(pool.offer([&] { ++done; }));
    while (done != 20'000) std::this_thread::sleep_for(1ms);
}

TEST(WorkerPool, blocked_jobs_do_not_hold_up_others_while_there_are_threads) {
    std::promise<void> release;
    const auto released = release.get_future().share();
    std::atomic<int> entered = 0;
    WorkerPool pool({.threads = 8, .stack_bytes = k_stack, .queue = 8});
    for (int i = 0; i < 8; ++i) {
        ASSERT_TRUE(pool.offer([&] {
            ++entered;
            released.wait();
        }));
    }
    while (entered != 8) std::this_thread::sleep_for(1ms);  // all eight at once
    EXPECT_EQ(pool.running(), 8U);
    for (int i = 0; i < 8; ++i) ASSERT_TRUE(pool.offer([&] { ++entered; }));
    EXPECT_EQ(pool.waiting(), 8U);
    EXPECT_FALSE(pool.offer([] {}));
    release.set_value();
    while (entered != 16) std::this_thread::sleep_for(1ms);
}

TEST(WorkerPool, sleeping_threads_wake_for_a_burst) {
    WorkerPool pool({.threads = 4, .stack_bytes = k_stack, .queue = 100});
    for (int round = 0; round < 50; ++round) {
        std::promise<void> release;
        const auto released = release.get_future().share();
        std::atomic<int> entered = 0;
        std::atomic<int> left = 0;
        for (int i = 0; i < 4; ++i) {
            ASSERT_TRUE(pool.offer([&] {
                ++entered;
                released.wait();
                ++left;
            }));
        }
        while (entered != 4) std::this_thread::yield();
        release.set_value();
        while (left != 4) std::this_thread::yield();
    }
}

TEST(WorkerPool, stopping_ends_what_runs_and_drops_what_waits) {
    std::atomic<bool> entered = false;
    std::atomic<int> done = 0;
    WorkerPool pool({.threads = 1, .stack_bytes = k_stack, .queue = 10});
    pool.offer([&] {
        entered = true;
        std::this_thread::sleep_for(50ms);
        ++done;
    });
    while (!entered) std::this_thread::yield();
    pool.offer([&] { ++done; });
    pool.stop();
    EXPECT_EQ(done, 1);
    EXPECT_FALSE(pool.offer([] {}));
}

}  // namespace
}  // namespace hebra::http
