#include "core/thread/sight.hpp"

#include "platform/calendar/zone.hpp"

namespace hebra::thread {

std::vector<db::Arg> sight_args(InstitutionId viewer, ThreadId thread, Time now) {
    const auto today = calendar::local_time(calendar::Zone::santiago(), now).date;
    return {db::arg("viewer", viewer), db::arg("thread", thread), db::arg("today", today), db::arg("now", now)};
}

}  // namespace hebra::thread
