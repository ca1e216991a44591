#include "core/commitments/store.hpp"

#include "platform/db/list.hpp"

namespace hebra::commitments::store {

const audit::Anchor k_anchor{"commitment", R"sql(
    SELECT r.audit_id
      FROM commitment r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add(db::Tx& tx, const Commitment& c, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO commitment (id, institution_id, owner_id, requested_by, thread_id, person_id, subject_id, kind, danger,
                                demands_owner, by_hand, negotiable, opened_at, started_at, allowance, calendar, holidays,
                                due_at, loose_at, pauses, ladder, step, escalates_at, renegotiations, version, audit_id)
        VALUES (:id, :institution, :owner, :requested_by, :thread, :person, :subject, :kind, :danger, :demands_owner,
                :by_hand, :negotiable, :opened_at, :started_at, :allowance, :calendar, :holidays, :due_at, :loose_at,
                :pauses, :ladder, :step, :escalates_at, :renegotiations, 1, :audit)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("id", c.id), db::arg("institution", c.institution_id), db::arg("owner", c.owner_id),
            db::arg("requested_by", c.requested_by), db::arg("thread", c.thread_id), db::arg("person", c.person_id),
            db::arg("subject", c.subject_id), db::arg("kind", c.kind), db::arg("danger", c.danger),
            db::arg("demands_owner", c.demands_owner), db::arg("by_hand", c.by_hand), db::arg("negotiable", c.negotiable),
            db::arg("opened_at", c.opened_at), db::arg("started_at", c.started_at), db::arg("allowance", c.allowance),
            db::arg("calendar", c.calendar), db::arg("holidays", c.holidays), db::arg("due_at", c.due_at),
            db::arg("loose_at", c.loose_at), db::arg("pauses", c.pauses), db::arg("ladder", c.ladder),
            db::arg("step", c.step), db::arg("escalates_at", c.escalates_at), db::arg("renegotiations", c.renegotiations),
            db::arg("audit", audit_id)});
}

Result<Commitment> lock(db::Tx& tx, CommitmentId id) {
    return tx.one<Commitment>(R"sql(
        SELECT id, institution_id, owner_id, requested_by, thread_id, person_id, subject_id, kind, danger, demands_owner,
               by_hand, negotiable, opened_at, started_at, allowance, calendar, holidays, due_at, loose_at, paused_at,
               pauses, fulfilled_at, cancelled_at, ladder, step, escalates_at, renegotiations, version
          FROM commitment
         WHERE id = :id
           FOR UPDATE
    )sql", {db::arg("id", id)});
}

std::vector<CommitmentId> find_open(db::Reader& reader, RecordId subject, std::string_view kind) {
    return reader.all<CommitmentId>(R"sql(
        SELECT id
          FROM commitment
         WHERE subject_id = :subject
           AND (:kind = '' OR kind = :kind)
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY kind
    )sql", {db::arg("subject", subject), db::arg("kind", kind)});
}

std::vector<Commitment> open_of_one(db::Reader& reader, RecordId subject) {
    return reader.all<Commitment>(R"sql(
        SELECT id, institution_id, owner_id, requested_by, thread_id, person_id, subject_id, kind, danger, demands_owner,
               by_hand, negotiable, opened_at, started_at, allowance, calendar, holidays, due_at, loose_at, paused_at,
               pauses, fulfilled_at, cancelled_at, ladder, step, escalates_at, renegotiations, version
          FROM commitment
         WHERE subject_id = :subject
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY kind
    )sql", {db::arg("subject", subject)});
}

std::vector<Commitment> open_of(db::Reader& reader, std::span<const RecordId> subjects) {
    if (subjects.empty()) return {};
    // Asked with every referral that is opened or moved: a list of fifty takes PostgreSQL twenty times as long to plan.
    if (subjects.size() == 1) return open_of_one(reader, subjects.front());
    std::vector<db::Arg> args;
    db::add_list(args, subjects);
    return reader.all<Commitment>(R"sql(
        SELECT id, institution_id, owner_id, requested_by, thread_id, person_id, subject_id, kind, danger, demands_owner,
               by_hand, negotiable, opened_at, started_at, allowance, calendar, holidays, due_at, loose_at, paused_at,
               pauses, fulfilled_at, cancelled_at, ladder, step, escalates_at, renegotiations, version
          FROM commitment
         WHERE subject_id IN (:l0, :l1, :l2, :l3, :l4, :l5, :l6, :l7, :l8, :l9, :l10, :l11, :l12, :l13, :l14, :l15, :l16,
                              :l17, :l18, :l19, :l20, :l21, :l22, :l23, :l24, :l25, :l26, :l27, :l28, :l29, :l30, :l31,
                              :l32, :l33, :l34, :l35, :l36, :l37, :l38, :l39, :l40, :l41, :l42, :l43, :l44, :l45, :l46,
                              :l47, :l48, :l49)
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY subject_id, kind
    )sql", std::span<const db::Arg>(args));
}

bool save(db::Tx& tx, const Commitment& c, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE commitment
           SET owner_id = :owner, started_at = :started_at, allowance = :allowance, calendar = :calendar,
               holidays = :holidays, due_at = :due_at, loose_at = :loose_at, paused_at = :paused_at, pauses = :pauses,
               step = :step, escalates_at = :escalates_at, renegotiations = :renegotiations, version = version + 1,
               audit_id = :audit
         WHERE id = :id
           AND version = :seen
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("owner", c.owner_id), db::arg("started_at", c.started_at), db::arg("allowance", c.allowance),
            db::arg("calendar", c.calendar), db::arg("holidays", c.holidays), db::arg("due_at", c.due_at),
            db::arg("loose_at", c.loose_at), db::arg("paused_at", c.paused_at), db::arg("pauses", c.pauses),
            db::arg("step", c.step), db::arg("escalates_at", c.escalates_at), db::arg("renegotiations", c.renegotiations),
            db::arg("audit", audit_id), db::arg("id", c.id), db::arg("seen", c.version)}) == 1;
}

bool save_step(db::Tx& tx, CommitmentId id, int seen, int step, Time escalates_at, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE commitment
           SET step = :step, escalates_at = :escalates_at, audit_id = :audit
         WHERE id = :id
           AND step = :seen
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("step", step), db::arg("escalates_at", escalates_at), db::arg("audit", audit_id), db::arg("id", id),
            db::arg("seen", seen)}) == 1;
}

std::int64_t fulfil(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause,
                    std::optional<RecordId> evidence) {
    return tx.run(R"sql(
        UPDATE commitment
           SET fulfilled_at = :at, evidence_id = :evidence, version = version + 1, audit_id = :audit
         WHERE subject_id = :subject
           AND (:kind = '' OR kind = :kind)
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("at", cause.at), db::arg("evidence", evidence), db::arg("audit", cause.entry),
            db::arg("subject", subject), db::arg("kind", kind)});
}

bool fulfil_one(db::Tx& tx, CommitmentId id, int seen, const Cause& cause, std::optional<RecordId> evidence) {
    return tx.run(R"sql(
        UPDATE commitment
           SET fulfilled_at = :at, evidence_id = :evidence, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("at", cause.at), db::arg("evidence", evidence), db::arg("audit", cause.entry), db::arg("id", id),
            db::arg("seen", seen)}) == 1;
}

std::int64_t cancel(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause) {
    return tx.run(R"sql(
        UPDATE commitment
           SET cancelled_at = :at, version = version + 1, audit_id = :audit
         WHERE subject_id = :subject
           AND (:kind = '' OR kind = :kind)
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("at", cause.at), db::arg("audit", cause.entry), db::arg("subject", subject), db::arg("kind", kind)});
}

void cancel_about(db::Tx& tx, InstitutionId institution, PersonId person, const Cause& cause) {
    tx.add(R"sql(
        UPDATE commitment
           SET cancelled_at = :at, version = version + 1, audit_id = :audit
         WHERE person_id = :person
           AND institution_id = :institution
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("at", cause.at), db::arg("audit", cause.entry), db::arg("person", person), db::arg("institution", institution)});
}

std::int64_t change_person(db::Tx& tx, RecordId subject, std::string_view kind, const About& about, const Cause& cause) {
    return tx.run(R"sql(
        UPDATE commitment
           SET person_id = :person, thread_id = :thread, version = version + 1, audit_id = :audit
         WHERE subject_id = :subject
           AND kind = :kind
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("person", about.person), db::arg("thread", about.thread), db::arg("audit", cause.entry), db::arg("subject", subject),
            db::arg("kind", kind)});
}

std::int64_t pause(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause) {
    return tx.run(R"sql(
        UPDATE commitment
           SET paused_at = :at, loose_at = :never, escalates_at = :never, version = version + 1, audit_id = :audit
         WHERE subject_id = :subject
           AND (:kind = '' OR kind = :kind)
           AND paused_at IS NULL
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("at", cause.at), db::arg("never", k_never), db::arg("audit", cause.entry), db::arg("subject", subject),
            db::arg("kind", kind)});
}

std::int64_t take_from(db::Tx& tx, UserId user, std::optional<InstitutionId> institution, std::string_view kind, const Cause& cause) {
    return tx.run(R"sql(
        UPDATE commitment
           SET owner_id = NULL,
               loose_at = CASE WHEN paused_at IS NULL AND demands_owner = 1 AND :at < loose_at THEN :at ELSE loose_at END,
               version = version + 1, audit_id = :audit
         WHERE owner_id = :user
           AND (:everywhere = 1 OR institution_id = :institution)
           AND (:kind = '' OR kind = :kind)
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("at", cause.at), db::arg("audit", cause.entry), db::arg("user", user),
            db::arg("everywhere", !institution.has_value()), db::arg("institution", institution), db::arg("kind", kind)});
}

std::vector<std::string> kinds_held(db::Reader& reader, UserId user, InstitutionId institution) {
    return reader.all<std::string>(R"sql(
        SELECT DISTINCT kind
          FROM commitment
         WHERE owner_id = :user
           AND institution_id = :institution
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY kind
    )sql", {db::arg("user", user), db::arg("institution", institution)});
}

std::vector<Held> held(db::Reader& reader) {
    return reader.all<Held>(R"sql(
        SELECT DISTINCT institution_id, owner_id, kind
          FROM commitment
         WHERE owner_id IS NOT NULL
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY institution_id, owner_id, kind
    )sql");
}

std::vector<access::Role> lock_roles(db::Tx& tx, UserId user, InstitutionId institution) {
    const auto active = tx.maybe<UserId>("SELECT id FROM user_account WHERE id = :user AND status = 'active' FOR UPDATE",
                                         {db::arg("user", user)});
    if (!active) return {};
    return tx.all<access::Role>("SELECT role FROM user_role WHERE user_id = :user AND institution_id = :institution",
                                {db::arg("user", user), db::arg("institution", institution)});
}

std::vector<Working> roles_of(db::Reader& reader, InstitutionId institution) {
    return reader.all<Working>(R"sql(
        SELECT r.user_id, r.role
          FROM user_role AS r
          JOIN user_account AS u ON u.id = r.user_id
         WHERE r.institution_id = :institution
           AND u.status = 'active'
         ORDER BY r.user_id, r.role
    )sql", {db::arg("institution", institution)});
}

void add_renegotiation(db::Tx& tx, const Renegotiation& r) {
    tx.add(R"sql(
        INSERT INTO commitment_renegotiation (commitment_id, nth, at, user_id, old_due_at, new_due_at, reason)
        VALUES (:commitment, :nth, :at, :user, :old_due_at, :new_due_at, :reason)
    )sql", {db::arg("commitment", r.commitment_id), db::arg("nth", r.nth), db::arg("at", r.at), db::arg("user", r.user_id),
            db::arg("old_due_at", r.old_due_at), db::arg("new_due_at", r.new_due_at), db::arg("reason", r.reason)});
}

std::vector<CommitmentId> due_to_escalate(db::Reader& reader, Time now, std::int64_t most) {
    return reader.all<CommitmentId>(R"sql(
        SELECT id
          FROM commitment
         WHERE escalates_at <= :now
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY escalates_at, id
         LIMIT :most
    )sql", {db::arg("now", now), db::arg("most", most)});
}

std::vector<CommitmentId> counted_otherwise(db::Reader& reader, const std::string& edition, CommitmentId after,
                                            std::int64_t most) {
    return reader.all<CommitmentId>(R"sql(
        SELECT id
          FROM commitment
         WHERE id > :after
           AND holidays <> :edition
           AND allowance IS NOT NULL
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY id
         LIMIT :most
    )sql", {db::arg("after", after), db::arg("edition", edition), db::arg("most", most)});
}

}  // namespace hebra::commitments::store
