// How often somebody may ask whether the network knows a RUN: enough for a day's work, never enough to go through a list.
#pragma once
#include <deque>
#include <mutex>
#include <unordered_map>

#include "base/actor.hpp"
#include "base/time.hpp"

namespace hebra::people {

class NetworkBudget {
  public:
    static constexpr std::size_t k_most = 60;              ///< questions by one user…
    static constexpr auto k_window = std::chrono::hours(1);  ///< …in any hour, on this node

    /// False when they asked too often; then nothing is counted.
    bool spend(UserId user, Time now) {
        const std::scoped_lock lock(mutex_);
        auto& asked = asked_[user];
        while (!asked.empty() && asked.front() <= now - k_window) asked.pop_front();
        if (asked.size() >= k_most) return false;
        asked.push_back(now);
        return true;
    }

  private:
    std::mutex mutex_;
    std::unordered_map<UserId, std::deque<Time>> asked_;  ///< as many as there are staff
};

}  // namespace hebra::people
