#include "platform/db/slow.hpp"

#include <fmt/format.h>

namespace hebra::db {

void Stopwatch::report(std::chrono::milliseconds limit, const std::source_location& where, std::atomic<std::uint64_t>& slow,
                       const Log& log) const {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start_);
    if (took < limit) return;
    slow.fetch_add(1, std::memory_order_relaxed);
    if (log) log(fmt::format("a write closure took {} ms: {}:{}", took.count(), where.file_name(), where.line()));
}

}  // namespace hebra::db
