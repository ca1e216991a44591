#include "platform/jobs/ticker.hpp"

#include <algorithm>

namespace hebra::jobs {

Ticker::Ticker(std::vector<Chore> chores, Failed failed) : chores_(std::move(chores)), failed_(std::move(failed)) {
    thread_ = std::thread([this] { loop(); });
}

void Ticker::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Ticker::loop() {
    using Steady = std::chrono::steady_clock;
    if (chores_.empty()) return;
    std::vector<Steady::time_point> next(chores_.size(), Steady::now());
    for (;;) {
        const auto soonest = std::ranges::min_element(next) - next.begin();
        {
            std::unique_lock lock(mutex_);
            if (wake_.wait_until(lock, next[soonest], [&] { return stopping_; })) return;
        }
        const auto& chore = chores_[soonest];
        try {
            chore.run();
        } catch (const std::exception& reason) {
            failed_(chore.name, reason);
        }
        next[soonest] = Steady::now() + chore.every;
    }
}

}  // namespace hebra::jobs
