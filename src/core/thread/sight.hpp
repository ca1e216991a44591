// Whose events an institution sees on a thread besides its own and those shared with it (docs/adr/0011). For whatever reads
// `thread_event` for a viewer: nobody else writes the rule again.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "core/people/ids.hpp"
#include "platform/db/column.hpp"

namespace hebra::thread {

/// Before a statement that asks `k_in_sight`: `sight(shown_id, class_limit, since)`, of one viewer on one thread. Two things
/// are needed: an agreement in force that lets events be seen, and a disclosure in force between the two about this person.
/// Whom the person allowed to know them (the recipient) sees what happened at whoever told it, at any time: the person is not
/// to tell it again. Whoever told sees what became of it: what the recipient entered since the disclosure was first made.
/// Only what the person consented to opens it: another basis tells what it had to tell, and nothing else.
/// Computed once, from the few agreements of the viewer, whatever the length of the thread.
inline constexpr std::string_view k_with_sight = R"sql(
    WITH sight AS MATERIALIZED (
        SELECT s.shown_id, s.class_limit, 0 AS since
          FROM agreement_sight s
          JOIN person p ON p.institution_id = s.shown_id AND p.thread_id = :thread
          JOIN disclosure d ON d.institution_id = p.institution_id AND d.person_id = p.id AND d.recipient_id = s.viewer_id
         WHERE s.viewer_id = :viewer
           AND s.starts_on <= :today
           AND s.ends_on >= :today
           AND d.basis = 'consent'
           AND d.revoked_at IS NULL
           AND d.expires_at > :now
         UNION ALL
        SELECT s.shown_id, s.class_limit, (SELECT MIN(f.disclosed_at)
                                             FROM disclosure f
                                            WHERE f.subject_id = d.subject_id
                                              AND f.revoked_at IS NULL) AS since
          FROM agreement_sight s
          JOIN person p ON p.institution_id = s.viewer_id AND p.thread_id = :thread
          JOIN disclosure d ON d.institution_id = p.institution_id AND d.person_id = p.id AND d.recipient_id = s.shown_id
         WHERE s.viewer_id = :viewer
           AND s.starts_on <= :today
           AND s.ends_on >= :today
           AND d.basis = 'consent'
           AND d.revoked_at IS NULL
           AND d.expires_at > :now
    )
)sql";

/// Of an event `e`: whether it is seen by that rule.
inline constexpr std::string_view k_in_sight = R"sql(
    (e.visibility = 'agreement'
     AND EXISTS (SELECT 1
                   FROM sight s
                  WHERE s.shown_id = e.institution_id
                    AND s.class_limit >= e.data_class
                    AND s.since <= e.entered_at))
)sql";

/// What both ask: :viewer, :thread, :today (in Chile) and :now.
std::vector<db::Arg> sight_args(InstitutionId viewer, ThreadId thread, Time now);

}  // namespace hebra::thread
