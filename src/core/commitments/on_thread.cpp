#include "core/commitments/on_thread.hpp"

#include "core/thread/sight.hpp"

namespace hebra::commitments {
namespace {

// What a notice asks of its reader names neither a person nor who asked for it: it is no part of anybody's thread.
const std::string k_on_thread = std::string(thread::k_with_sight) + R"sql(
    SELECT c.id, c.institution_id, c.requested_by, c.subject_id, c.kind, c.danger, c.opened_at, f.due_at, f.acted_at,
           f.paused
      FROM (SELECT id, due_at, COALESCE(paused_at, fulfilled_at, cancelled_at) AS acted_at,
                   CASE WHEN paused_at IS NOT NULL AND fulfilled_at IS NULL AND cancelled_at IS NULL THEN 1 ELSE 0 END AS paused
              FROM commitment
             WHERE thread_id IN (SELECT id FROM thread WHERE id = :thread OR joined_to = :thread)
            UNION ALL
            SELECT n.commitment_id AS id, n.old_due_at AS due_at, n.at AS acted_at, 0 AS paused
              FROM commitment r
              JOIN commitment_renegotiation n ON n.commitment_id = r.id
             WHERE r.thread_id IN (SELECT id FROM thread WHERE id = :thread OR joined_to = :thread)) f
      JOIN commitment c ON c.id = f.id
     WHERE (f.due_at + :grace <= f.acted_at
            OR (f.due_at < f.acted_at AND c.danger = 'imminent')
            OR ((f.acted_at IS NULL OR f.paused = 1) AND c.institution_id <> :viewer))
       AND (c.person_id IS NOT NULL OR c.requested_by IS NOT NULL)
       AND (c.institution_id = :viewer
            OR c.requested_by = :viewer
            OR EXISTS (SELECT 1
                         FROM thread_event e
                        WHERE e.subject_id = c.subject_id
                          AND e.thread_id = :thread
                          AND e.institution_id = c.institution_id
                          AND (e.shared_with = :viewer OR
)sql" + std::string(thread::k_in_sight) + R"sql(
           )))
     ORDER BY f.due_at DESC, c.id DESC
     LIMIT :most
)sql";

}  // namespace

std::vector<OnThread> on_thread(db::Reader& reader, InstitutionId viewer, ThreadId thread, Time now, std::int64_t most) {
    auto args = thread::sight_args(viewer, thread, now);
    args.insert(args.end(), {db::arg("grace", Micros(k_grace).count()), db::arg("most", most)});
    return reader.all<OnThread>(k_on_thread, args);
}

}  // namespace hebra::commitments
