#include "core/people/threads.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/ranges.h>

namespace hebra::people::threads {
namespace {

/// What it became part of, held; nullopt when that was joined meanwhile.
std::optional<ThreadId> hold_once(db::Tx& tx, ThreadId id) {
    return tx.maybe<ThreadId>(R"sql(
        SELECT id
          FROM thread
         WHERE id = (SELECT COALESCE(joined_to, id) FROM thread WHERE id = :id)
           AND joined_to IS NULL
           FOR UPDATE
    )sql", {db::arg("id", id)});
}

/// Whoever waited for another to join reads anew where it went.
constexpr int k_most_joins_at_once = 1000;

}  // namespace

bool add(db::Tx& tx, ThreadId id, const std::string& code, Time now) {
    return tx.run("INSERT INTO thread (id, code, created_at) VALUES (:id, :code, :now) ON CONFLICT DO NOTHING",
                  {db::arg("id", id), db::arg("code", code), db::arg("now", now)}) == 1;
}

ThreadId current(db::Reader& reader, ThreadId id) {
    return reader.one<ThreadId>("SELECT COALESCE(joined_to, id) FROM thread WHERE id = :id", {db::arg("id", id)}).value();
}

ThreadId hold(db::Tx& tx, ThreadId id) {
    for (int i = 0; i < k_most_joins_at_once; ++i)
        if (const auto now = hold_once(tx, id)) return *now;
    throw std::logic_error("a thread joined to one that is joined");
}

Two hold(db::Tx& tx, const Two& given) {
    for (int i = 0; i < k_most_joins_at_once; ++i) {
        const Two now{current(tx, given.kept), current(tx, given.gone)};
        // In one order, so that two who join the same ones do not wait for each other. (Where one was joined meanwhile, or a
        // third writes on both one after the other, they may: the database ends one of them, and it is done again.)
        const auto [first, second] = std::minmax(now.kept, now.gone);
        if (hold_once(tx, first) == first && hold_once(tx, second) == second) return now;
    }
    throw std::logic_error("a thread joined to one that is joined");
}

bool join(db::Tx& tx, const Two& two, Time now) {
    const auto both = tx.maybe<InstitutionId>(R"sql(
        SELECT g.institution_id
          FROM person g
          JOIN person k ON k.institution_id = g.institution_id
         WHERE g.thread_id = :gone
           AND k.thread_id = :kept
         ORDER BY g.institution_id
         LIMIT 1
    )sql", {db::arg("gone", two.gone), db::arg("kept", two.kept)});
    if (both) return false;
    const auto people = tx.all<std::string>("SELECT id FROM person WHERE thread_id = :gone ORDER BY id", {db::arg("gone", two.gone)});
    const auto events = tx.all<std::string>("SELECT id FROM thread_event WHERE thread_id = :gone ORDER BY id", {db::arg("gone", two.gone)});
    const std::array both_ids{db::arg("kept", two.kept), db::arg("gone", two.gone)};
    tx.add("UPDATE person SET thread_id = :kept WHERE thread_id = :gone", both_ids);
    tx.add("UPDATE thread_event SET thread_id = :kept WHERE thread_id = :gone", both_ids);
    tx.add("UPDATE thread SET joined_to = :kept WHERE id = :gone OR joined_to = :gone", both_ids);
    tx.add(R"sql(
        INSERT INTO thread_join (id, kept_id, gone_id, people, events, at)
        VALUES (:id, :kept, :gone, :people, :events, :now)
    )sql", {db::arg("id", Id<struct ThreadJoinTag>::make(now)), db::arg("kept", two.kept), db::arg("gone", two.gone),
            db::arg("people", fmt::format("{}", fmt::join(people, ","))), db::arg("events", fmt::format("{}", fmt::join(events, ","))),
            db::arg("now", now)});
    return true;
}

std::vector<Row> rows_on(db::Reader& reader, const Two& two) {
    return reader.all<Row>("SELECT institution_id, id FROM person WHERE thread_id IN (:one, :other) ORDER BY institution_id, id",
                           {db::arg("one", two.kept), db::arg("other", two.gone)});
}

}  // namespace hebra::people::threads
