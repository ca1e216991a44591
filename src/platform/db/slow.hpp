// Closures that hold up others are counted, and named to the operator.
#pragma once
#include <atomic>
#include <chrono>
#include <source_location>

#include "platform/db/database.hpp"

namespace hebra::db {

/// Measures one closure from its construction on.
class Stopwatch {
  public:
    /// If more than `limit` has passed: one more in `slow`, and a line with the place in the code.
    void report(std::chrono::milliseconds limit, const std::source_location& where, std::atomic<std::uint64_t>& slow,
                const Log& log) const;

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace hebra::db
