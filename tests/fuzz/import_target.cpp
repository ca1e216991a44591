// A stranger's directory: whatever is taken of it is exported, and read back without a change.
#include "features/directory/api.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace directory = hebra::directory;

HEBRA_FUZZ(import) {
    const auto plan = directory::plan_import(bytes, {});
    if (!plan) return;
    const auto again = directory::plan_import(directory::export_csv(plan->added), plan->added);
    hebra::fuzz::must(again.has_value());
    hebra::fuzz::must(again->refused.empty());
    hebra::fuzz::must(again->added.empty() && again->changed.empty());
}
