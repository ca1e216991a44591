// A question to the shipped directory: any text is searched, and every result has its place.
#include "features/directory/api.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace directory = hebra::directory;

HEBRA_FUZZ(match) {
    const hebra::Time now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 22)};
    static const auto catalogue = directory::Catalogue::build(directory::plan_import(directory::shipped_csv(), {})->added, now);
    const directory::Question question{.at_any_time = true, .q = std::string(bytes)};
    if (!directory::check(question, now)) return;
    const auto answer = directory::match(*catalogue, question, now);
    hebra::fuzz::must(answer.matches.size() <= answer.match_total);
    for (const auto& miss : answer.near_misses) hebra::fuzz::must(!miss.why.empty());
}
