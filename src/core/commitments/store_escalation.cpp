#include "core/commitments/store.hpp"

namespace hebra::commitments::store {

const audit::Anchor k_escalation_anchor{"escalation", R"sql(
    SELECT r.audit_id
      FROM escalation r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add_escalation(db::Tx& tx, const Escalation& e, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO escalation (id, commitment_id, institution_id, step, audience, user_id, reason, at, audit_id)
        VALUES (:id, :commitment, :institution, :step, :audience, :user, :reason, :at, :audit)
    )sql", {db::arg("id", e.id), db::arg("commitment", e.commitment_id), db::arg("institution", e.institution_id),
            db::arg("step", e.step), db::arg("audience", e.audience), db::arg("user", e.user_id),
            db::arg("reason", e.reason), db::arg("at", e.at), db::arg("audit", audit_id)});
}

std::vector<Escalation> untold(db::Tx& tx, std::int64_t most) {
    return tx.all<Escalation>(R"sql(
        SELECT e.id, e.commitment_id, e.institution_id, c.requested_by, e.step, e.audience, e.user_id, e.reason, e.at, c.kind, c.subject_id,
               c.thread_id, c.danger, c.due_at,
               CASE WHEN c.fulfilled_at IS NULL AND c.cancelled_at IS NULL THEN 1 ELSE 0 END AS is_open, e.audit_id
          FROM escalation e
          JOIN commitment c ON c.id = e.commitment_id
         WHERE e.id IN (SELECT id
                          FROM escalation
                         WHERE told_at IS NULL
                         ORDER BY at, step, id
                         LIMIT :most
                           FOR UPDATE SKIP LOCKED)
         ORDER BY e.at, e.step, e.id
    )sql", {db::arg("most", most)});
}

void mark_told(db::Tx& tx, EscalationId id, Time now) {
    tx.add("UPDATE escalation SET told_at = :now WHERE id = :id", {db::arg("now", now), db::arg("id", id)});
}

}  // namespace hebra::commitments::store
