#include "platform/jobs/lease.hpp"

namespace hebra::jobs {

bool hold(db::Database& database, std::string_view name, NodeId node, Time now, Micros length) {
    const auto held = database.write([&](db::Tx& tx) -> Result<bool> {
        return tx.run(R"sql(
            INSERT INTO lease (name, holder, until)
            VALUES (:name, :node, :until)
            ON CONFLICT (name) DO UPDATE
               SET holder = excluded.holder, until = excluded.until
             WHERE lease.holder = excluded.holder
                OR lease.until < :now
        )sql", {db::arg("name", name), db::arg("node", node), db::arg("until", now + length), db::arg("now", now)}) == 1;
    });
    return held.value_or(false);
}

void let_go(db::Database& database, std::string_view name, NodeId node) {
    (void)database.write([&](db::Tx& tx) -> Result<> {
        tx.add("DELETE FROM lease WHERE name = :name AND holder = :node", {db::arg("name", name), db::arg("node", node)});
        return {};
    });
}

}  // namespace hebra::jobs
