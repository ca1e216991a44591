#include "platform/db/session.hpp"

#include <fmt/format.h>

#include "platform/db/error.hpp"
#include "platform/db/sql.hpp"

namespace hebra::db {

void Session::fresh(bool writing, std::chrono::milliseconds limit) {
    late_ = limit.count() == 0 ? Clock::time_point::max() : Clock::now() + limit;
    writing_ = writing;
    failed_ = false;
}

void Session::refuse_if_failed() const {
    if (failed_) throw Error("a closure went on after one of its statements failed: nothing was stored");
}

/// What every statement owes: to be counted, to fail when a test asks, and to keep a closure it failed in from storing.
template <class F>
auto Session::guarded(std::string_view sql, F&& statement) {
    if (busy_) throw Error(fmt::format("a statement ran while rows were being read: {}", shorten(sql)));
    refuse_if_failed();
    struct Guard {
        Session& session;
        Guard(Session& s) : session(s) {
            session.busy_ = true;
            session.failed_ = true;
        }
        ~Guard() { session.busy_ = false; }
    } guard(*this);

    if (is_late()) throw Unavailable(fmt::format("a closure took too long: {}", shorten(sql)));
    meter_.statements.fetch_add(1, std::memory_order_relaxed);
    if (writing_ && meter_.fail_in.load(std::memory_order_relaxed) > 0 && meter_.fail_in.fetch_sub(1) == 1) {
        throw InjectedFailure(fmt::format("this statement was told to fail: {}", shorten(sql)));
    }
    if constexpr (std::is_void_v<decltype(statement())>) {
        statement();
        failed_ = false;
    } else {
        auto result = statement();
        failed_ = false;
        return result;
    }
}

void Session::query(std::string_view sql, Args args, const Shape& shape, Fetch fetch, EachRow each) {
    guarded(sql, [&] { do_query(sql, args, shape, fetch, each); });
}

std::int64_t Session::run(std::string_view sql, Args args) {
    return guarded(sql, [&] { return do_run(sql, args); });
}

void Session::add(std::string_view sql, Args args) {
    guarded(sql, [&] { do_add(sql, args); });
}

}  // namespace hebra::db
