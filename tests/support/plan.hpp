// How a database means to answer a statement, in its own words. For tests only.
#pragma once
#include <string>

#include "platform/db/database.hpp"

namespace hebra::test {

struct PlanStep {
    std::int64_t id, parent, notused;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(PlanStep, (), (id, parent, notused, detail))

inline std::string plan_of(db::Database& database, const std::string& sql, db::Args args) {
    std::string plan;
    database.read([&](db::Reader& reader) {
        if (database.engine() == db::Engine::sqlite) {
            for (const auto& step : reader.all<PlanStep>("EXPLAIN QUERY PLAN " + sql, args)) plan += step.detail + "\n";
        } else {
            (void)reader.all<std::string>("SELECT set_config('enable_seqscan', 'off', false)");  // its tables are all but empty here
            for (const auto& step : reader.all<std::string>("EXPLAIN " + sql, args)) plan += step + "\n";
        }
    });
    return plan;
}

}  // namespace hebra::test
