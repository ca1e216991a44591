#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "platform/jobs/ticker.hpp"

namespace hebra::jobs {
namespace {

TEST(Ticker, goes_on_after_a_chore_that_throws_and_stops_when_told) {
    std::atomic<int> good{0};
    std::atomic<int> bad{0};
    std::promise<void> enough;
    Ticker ticker({{"good", std::chrono::milliseconds(1),
                    [&] {
                        if (++good == 5) enough.set_value();
                    }},
                   {"bad", std::chrono::milliseconds(1), [] { throw std::runtime_error("broken"); }}},
                  [&](std::string_view chore, const std::exception&) {
                      EXPECT_EQ(chore, "bad");
                      ++bad;
                  });
    EXPECT_EQ(enough.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
    ticker.stop();
    const int after = good;
    EXPECT_GT(bad, 0);
    EXPECT_EQ(good, after);
}

}  // namespace
}  // namespace hebra::jobs
