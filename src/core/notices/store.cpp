#include "core/notices/store.hpp"

namespace hebra::notices::store {

const audit::Anchor k_anchor{"notice", R"sql(
    SELECT r.audit_id
      FROM notice r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

const audit::Anchor k_preference_anchor{"notice_preference", R"sql(
    SELECT r.audit_id
      FROM notice_preference r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

std::vector<Post> posts(db::Reader& reader, InstitutionId institution) {
    return reader.all<Post>(R"sql(
        SELECT r.user_id, r.role
          FROM user_role r
          JOIN user_account u ON u.id = r.user_id
         WHERE r.institution_id = :institution
           AND u.status = 'active'
         ORDER BY r.user_id, r.role
    )sql", {db::arg("institution", institution)});
}

void add(db::Tx& tx, NoticeId id, UserId user, const NewNotice& n, const commitments::Cause& cause) {
    tx.add(R"sql(
        INSERT INTO notice (id, institution_id, user_id, kind, about, thread_id, subject_id, commitment_id, due_at, at,
                            must_acknowledge, audit_id)
        VALUES (:id, :institution, :user, :kind, :about, :thread, :subject, :commitment, :due_at, :at, :must, :audit)
    )sql", {db::arg("id", id), db::arg("institution", n.institution), db::arg("user", user), db::arg("kind", n.kind.name),
            db::arg("about", n.about), db::arg("thread", n.thread), db::arg("subject", n.subject),
            db::arg("commitment", n.commitment), db::arg("due_at", n.due_at), db::arg("at", cause.at),
            db::arg("must", n.kind.acknowledge_within.has_value()), db::arg("audit", cause.entry)});
}

void end_earlier(db::Tx& tx, UserId user, const NewNotice& n, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        UPDATE notice
           SET ended_at = :now, audit_id = :audit
         WHERE subject_id = :subject
           AND user_id = :user
           AND institution_id = :institution
           AND about = :about
           AND must_acknowledge = 0
           AND ended_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("subject", n.subject), db::arg("user", user),
            db::arg("institution", n.institution), db::arg("about", n.about)});
}

void end_about(db::Tx& tx, InstitutionId institution, RecordId subject, std::string_view about, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        UPDATE notice
           SET ended_at = :now, audit_id = :audit
         WHERE subject_id = :subject
           AND institution_id = :institution
           AND about = :about
           AND ended_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("subject", subject), db::arg("institution", institution),
            db::arg("about", about)});
}

std::vector<InstitutionId> told_about(db::Reader& reader, RecordId subject, std::string_view about) {
    return reader.all<InstitutionId>(R"sql(
        SELECT DISTINCT institution_id
          FROM notice
         WHERE subject_id = :subject
           AND about = :about
           AND ended_at IS NULL
         ORDER BY institution_id
    )sql", {db::arg("subject", subject), db::arg("about", about)});
}

std::optional<Asked> asked_by(db::Reader& reader, NoticeId id) {
    return reader.maybe<Asked>(R"sql(
        SELECT c.id AS commitment_id, c.subject_id
          FROM notice n
          JOIN commitment c ON c.id = n.commitment_id
         WHERE n.id = :id
           AND c.kind = :kind
    )sql", {db::arg("id", id), db::arg("kind", k_acknowledge.name)});
}

std::vector<Asked> asked_about(db::Reader& reader, InstitutionId institution, RecordId subject, std::string_view about) {
    return reader.all<Asked>(R"sql(
        SELECT DISTINCT c.id AS commitment_id, c.subject_id
          FROM notice n
          JOIN commitment c ON c.id = n.commitment_id
         WHERE n.subject_id = :subject
           AND n.institution_id = :institution
           AND n.about = :about
           AND n.must_acknowledge = 1
           AND n.ended_at IS NULL
    )sql", {db::arg("subject", subject), db::arg("institution", institution), db::arg("about", about)});
}

void end_with(db::Tx& tx, NoticeId id, CommitmentId commitment, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        UPDATE notice
           SET ended_at = :now, audit_id = :audit
         WHERE subject_id = (SELECT subject_id FROM notice WHERE id = :id)
           AND commitment_id = :commitment
           AND ended_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id), db::arg("commitment", commitment)});
}

std::optional<What> what(db::Reader& reader, NoticeId id) {
    return reader.maybe<What>("SELECT subject_id, about FROM notice WHERE id = :id", {db::arg("id", id)});
}

std::vector<Notice> open_of(db::Reader& reader, UserId user, InstitutionId institution, const Position& before,
                            std::int64_t most) {
    return reader.all<Notice>(R"sql(
        SELECT n.id, n.kind, n.about, k.code AS thread_code, n.subject_id, n.commitment_id,
               CASE WHEN c.institution_id = n.institution_id THEN c.person_id END AS person_id, n.due_at, n.at,
               CASE WHEN c.kind = :asks THEN 1 ELSE 0 END AS must_acknowledge
          FROM notice n
          LEFT JOIN thread t ON t.id = n.thread_id
          LEFT JOIN thread k ON k.id = COALESCE(t.joined_to, t.id)
          LEFT JOIN commitment c ON c.id = n.commitment_id
         WHERE n.user_id = :user
           AND n.institution_id = :institution
           AND n.ended_at IS NULL
           AND c.fulfilled_at IS NULL
           AND c.cancelled_at IS NULL
           AND (n.at < :at OR (n.at = :at AND n.id < :id))
         ORDER BY n.at DESC, n.id DESC
         LIMIT :most
    )sql", {db::arg("user", user), db::arg("institution", institution), db::arg("at", before.at), db::arg("id", before.id),
            db::arg("most", most), db::arg("asks", k_acknowledge.name)});
}

std::int64_t count_open(db::Reader& reader, UserId user, InstitutionId institution) {
    return reader.one<std::int64_t>(R"sql(
        SELECT count(*)
          FROM notice n
          LEFT JOIN commitment c ON c.id = n.commitment_id
         WHERE n.user_id = :user
           AND n.institution_id = :institution
           AND n.ended_at IS NULL
           AND c.fulfilled_at IS NULL
           AND c.cancelled_at IS NULL
    )sql", {db::arg("user", user), db::arg("institution", institution)}).value();
}

Acknowledged acknowledge(db::Tx& tx, UserId user, InstitutionId institution, NoticeId id, Time now, audit::EntryId audit_id) {
    const bool was_open = tx.run(R"sql(
        UPDATE notice
           SET acknowledged_at = :now, ended_at = COALESCE(ended_at, :now), audit_id = :audit
         WHERE id = :id
           AND user_id = :user
           AND institution_id = :institution
           AND acknowledged_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id), db::arg("user", user),
            db::arg("institution", institution)}) == 1;
    if (was_open) return Acknowledged::now;
    const auto known = tx.maybe<NoticeId>(
        "SELECT id FROM notice WHERE id = :id AND user_id = :user AND institution_id = :institution",
        {db::arg("id", id), db::arg("user", user), db::arg("institution", institution)});
    return known ? Acknowledged::before : Acknowledged::not_found;
}

bool by_email(db::Reader& reader, UserId user) {
    return reader.maybe<bool>("SELECT by_email FROM notice_preference WHERE user_id = :user", {db::arg("user", user)}).value_or(true);
}

void prefer(db::Tx& tx, UserId user, bool by_email, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO notice_preference (user_id, by_email, audit_id)
        VALUES (:user, :by_email, :audit)
        ON CONFLICT (user_id) DO UPDATE SET by_email = excluded.by_email, audit_id = excluded.audit_id
    )sql", {db::arg("user", user), db::arg("by_email", by_email), db::arg("audit", audit_id)});
}

std::vector<Unmailed> unmailed(db::Tx& tx, Time since, std::int64_t most) {
    return tx.all<Unmailed>(R"sql(
        SELECT n.id, n.user_id, n.institution_id, n.kind, k.code AS thread_code, n.due_at, i.region, i.comuna,
               CASE WHEN n.ended_at IS NULL AND c.fulfilled_at IS NULL AND c.cancelled_at IS NULL AND u.status = 'active'
                     AND EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = n.user_id AND r.institution_id = n.institution_id)
                     AND COALESCE(p.by_email, 1) = 1 THEN 1 ELSE 0 END AS is_wanted,
               u.profile, u.language, n.audit_id
          FROM notice n
          JOIN user_account u ON u.id = n.user_id
          LEFT JOIN institution i ON i.id = n.institution_id
          LEFT JOIN thread t ON t.id = n.thread_id
          LEFT JOIN thread k ON k.id = COALESCE(t.joined_to, t.id)
          LEFT JOIN commitment c ON c.id = n.commitment_id
          LEFT JOIN notice_preference p ON p.user_id = n.user_id
         WHERE n.id IN (SELECT id
                          FROM notice
                         WHERE mailed_at IS NULL
                           AND at >= :since
                         ORDER BY at, id
                         LIMIT :most
                           FOR UPDATE SKIP LOCKED)
         ORDER BY n.user_id, n.at, n.id
    )sql", {db::arg("since", since), db::arg("most", most)});
}

void mark_mailed(db::Tx& tx, NoticeId id, Time now) {
    tx.add("UPDATE notice SET mailed_at = :now WHERE id = :id", {db::arg("now", now), db::arg("id", id)});
}

std::vector<Recent> since(db::Reader& reader, Time moment, std::int64_t most) {
    return reader.all<Recent>(R"sql(
        SELECT id, user_id, institution_id
          FROM notice
         WHERE at >= :moment
         ORDER BY at DESC, id DESC
         LIMIT :most
    )sql", {db::arg("moment", moment), db::arg("most", most)});
}

std::int64_t forget(db::Tx& tx, Time before) {
    return tx.run("DELETE FROM notice WHERE at < :before AND ended_at IS NOT NULL", {db::arg("before", before)});
}

}  // namespace hebra::notices::store
