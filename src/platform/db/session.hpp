// One connection as a closure uses it. Each database implements the three verbs; what they share is here.
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "platform/db/function_ref.hpp"
#include "platform/db/row.hpp"
#include "platform/db/value.hpp"

namespace hebra::db {

/// What all connections of one Database count together, and the seam by which a test makes a statement fail.
struct Meter {
    std::atomic<std::uint64_t> statements{0};
    std::atomic<std::int64_t> fail_in{0};  ///< write statements until one fails; 0: none will
};

using EachRow = FunctionRef<void(const Row&)>;

/// How rows are handed over: all read first, or one by one as they arrive.
enum class Fetch : std::uint8_t { whole, streamed };

class Session {
  public:
    explicit Session(Meter& meter) : meter_(meter) {}
    virtual ~Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void query(std::string_view sql, Args args, const Shape& shape, Fetch fetch, EachRow each);
    std::int64_t run(std::string_view sql, Args args);
    void add(std::string_view sql, Args args);
    /// Inside a closure that may write.
    bool is_writing() const { return writing_; }

  protected:
    using Clock = std::chrono::steady_clock;

    /// Before each closure, which may run for so long; zero: without end.
    void fresh(bool writing, std::chrono::milliseconds limit);
    /// The closure's time is over.
    bool is_late() const { return late_ != Clock::time_point::max() && late_ <= Clock::now(); }
    /// After each closure: what follows (COMMIT, ROLLBACK) is not broken off.
    void lift_limit() { late_ = Clock::time_point::max(); }
    /// After each closure: throws if a statement failed and the closure went on all the same, to store or to refuse.
    void refuse_if_failed() const;

    virtual void do_query(std::string_view sql, Args args, const Shape& shape, Fetch fetch, EachRow each) = 0;
    virtual std::int64_t do_run(std::string_view sql, Args args) = 0;
    virtual void do_add(std::string_view sql, Args args) = 0;

  private:
    template <class F>
    auto guarded(std::string_view sql, F&& statement);

    Meter& meter_;
    Clock::time_point late_ = Clock::time_point::max();
    bool writing_ = false;
    bool busy_ = false;    // inside a statement: its rows are being handed over
    bool failed_ = false;  // a statement of this closure threw
};

}  // namespace hebra::db
