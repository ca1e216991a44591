// A thread that does a few things over and over, each at its own pace.
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace hebra::jobs {

struct Chore {
    std::string_view name;  ///< a literal: it goes to the log when the chore fails
    std::chrono::milliseconds every;
    std::function<void()> run;
};

/// Chores run one after another on one thread; one that throws is told to `failed` and tried again at its next turn.
class Ticker {
  public:
    using Failed = std::function<void(std::string_view chore, const std::exception& reason)>;

    Ticker(std::vector<Chore> chores, Failed failed);
    ~Ticker() { stop(); }
    /// Waits for the chore under way.
    void stop();

  private:
    void loop();

    std::vector<Chore> chores_;
    Failed failed_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace hebra::jobs
