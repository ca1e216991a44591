// Hours in words: what is understood can be, and is written in words that mean the same.
#include "features/directory/api.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace directory = hebra::directory;

HEBRA_FUZZ(hours) {
    const auto read = directory::read_hours(bytes);
    hebra::fuzz::must(read.doubt.has_value() == (read.schedule.hours == hebra::calendar::Hours::unknown));
    if (read.doubt) return;
    hebra::fuzz::must(hebra::calendar::check(read.schedule).has_value());
    const auto again = directory::read_hours(directory::write_hours(read.schedule));
    hebra::fuzz::must(!again.doubt && again.schedule == read.schedule);
}
