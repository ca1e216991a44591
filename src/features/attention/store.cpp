#include "features/attention/store.hpp"

namespace hebra::attention::store {

const audit::Anchor k_anchor{"contact", R"sql(
    SELECT r.audit_id
      FROM contact r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add(db::Tx& tx, InstitutionId institution, const Row& row, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO contact (id, institution_id, status, channel, direction, service_id, started_at, ended_at, entered_at, agent_id,
                             entered_by, person_id, topics, risk, disposition, form, form_version, subject_id, content, version,
                             audit_id)
        VALUES (:id, :institution, :status, :channel, :direction, :service, :started_at, :ended_at, :entered_at, :agent,
                :entered_by, :person, :topics, :risk, :disposition, :form, :form_version, :subject, :content, 1, :audit)
    )sql", {db::arg("id", row.id), db::arg("institution", institution), db::arg("status", row.status), db::arg("channel", row.channel),
            db::arg("direction", row.direction), db::arg("service", row.service_id), db::arg("started_at", row.started_at),
            db::arg("ended_at", row.ended_at), db::arg("entered_at", row.entered_at), db::arg("agent", row.agent_id),
            db::arg("entered_by", row.entered_by), db::arg("person", row.person_id), db::arg("topics", row.topics),
            db::arg("risk", row.risk), db::arg("disposition", row.disposition), db::arg("form", row.form),
            db::arg("form_version", row.form_version), db::arg("subject", row.subject_id), db::arg("content", row.content),
            db::arg("audit", audit_id)});
}

Result<Row> find(db::Reader& reader, InstitutionId institution, ContactId id) {
    return reader.one<Row>(R"sql(
        SELECT c.id, c.status, c.channel, c.direction, c.service_id, c.started_at, c.ended_at, c.entered_at, c.agent_id, c.entered_by,
               c.person_id, t.code AS thread_code, c.topics, c.risk, c.disposition, c.form, c.form_version, c.subject_id, c.content,
               c.version
          FROM contact c
          LEFT JOIN person p ON p.id = c.person_id
          LEFT JOIN thread h ON h.id = p.thread_id
          LEFT JOIN thread t ON t.id = COALESCE(h.joined_to, h.id)
         WHERE c.id = :id
           AND c.institution_id = :institution
    )sql", {db::arg("id", id), db::arg("institution", institution)});
}

bool save(db::Tx& tx, InstitutionId institution, const Row& row, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE contact
           SET status = :status, channel = :channel, direction = :direction, service_id = :service, started_at = :started_at,
               ended_at = :ended_at, agent_id = :agent, person_id = :person, topics = :topics, risk = :risk, disposition = :disposition,
               subject_id = :subject, content = :content, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND institution_id = :institution
           AND version = :seen
    )sql", {db::arg("status", row.status), db::arg("channel", row.channel), db::arg("direction", row.direction),
            db::arg("service", row.service_id), db::arg("started_at", row.started_at), db::arg("ended_at", row.ended_at),
            db::arg("agent", row.agent_id), db::arg("person", row.person_id), db::arg("topics", row.topics), db::arg("risk", row.risk),
            db::arg("disposition", row.disposition), db::arg("subject", row.subject_id), db::arg("content", row.content),
            db::arg("audit", audit_id), db::arg("id", row.id), db::arg("institution", institution), db::arg("seen", seen)}) == 1;
}

std::vector<OnThread> hold_open_of(db::Tx& tx, InstitutionId institution, UserId agent) {
    // Of what was erased nothing is left to go on with. The key is held too: an erasure of this moment waits, and cancels.
    return tx.all<OnThread>(R"sql(
        SELECT c.id, c.person_id,
               (SELECT COALESCE(t.joined_to, t.id) FROM person p JOIN thread t ON t.id = p.thread_id WHERE p.id = c.person_id) AS thread_id
          FROM contact c
          JOIN subject_key k ON k.subject_id = c.subject_id AND k.institution_id = c.institution_id
         WHERE c.institution_id = :institution
           AND c.agent_id = :agent
           AND c.status = 'open'
         ORDER BY c.started_at, c.id
           FOR UPDATE
    )sql", {db::arg("institution", institution), db::arg("agent", agent)});
}

std::vector<Attending> attending_alone(db::Reader& reader, std::string_view promise) {
    return reader.all<Attending>(R"sql(
        SELECT DISTINCT c.institution_id, c.agent_id
          FROM contact c
          JOIN subject_key k ON k.subject_id = c.subject_id AND k.institution_id = c.institution_id
         WHERE c.status = 'open'
           AND NOT EXISTS (SELECT 1
                             FROM commitment m
                            WHERE m.subject_id = c.id
                              AND m.kind = :promise
                              AND m.fulfilled_at IS NULL
                              AND m.cancelled_at IS NULL)
         ORDER BY c.institution_id, c.agent_id
    )sql", {db::arg("promise", promise)});
}

std::vector<UserId> agents(db::Reader& reader, InstitutionId institution) {
    // From one to the next by the index: they are tens, their contacts many thousands.
    return reader.all<UserId>(R"sql(
        WITH RECURSIVE one (agent_id) AS (
            SELECT MIN(agent_id) FROM contact WHERE institution_id = :institution
            UNION ALL
            SELECT (SELECT MIN(c.agent_id) FROM contact c WHERE c.institution_id = :institution AND c.agent_id > one.agent_id)
              FROM one
             WHERE one.agent_id IS NOT NULL)
        SELECT agent_id FROM one WHERE agent_id IS NOT NULL ORDER BY agent_id
    )sql", {db::arg("institution", institution)});
}

void add_topics(db::Tx& tx, InstitutionId institution, const Row& row) {
    for (std::size_t start = 0; start < row.topics.size();) {
        const auto end = std::min(row.topics.find(',', start), row.topics.size());
        tx.add(R"sql(
            INSERT INTO contact_topic (institution_id, topic, started_at, contact_id)
            VALUES (:institution, :topic, :started_at, :contact)
            ON CONFLICT DO NOTHING
        )sql", {db::arg("institution", institution), db::arg("topic", row.topics.substr(start, end - start)),
                db::arg("started_at", row.started_at), db::arg("contact", row.id)});
        start = end + 1;
    }
}

void remove_topics(db::Tx& tx, ContactId contact) {
    tx.add("DELETE FROM contact_topic WHERE contact_id = :contact", {db::arg("contact", contact)});
}

void add_earlier(db::Tx& tx, ContactId contact, const Earlier& earlier) {
    tx.add(R"sql(
        INSERT INTO contact_earlier (contact_id, version, replaced_at, replaced_by, content)
        VALUES (:contact, :version, :replaced_at, :replaced_by, :content)
    )sql", {db::arg("contact", contact), db::arg("version", earlier.version), db::arg("replaced_at", earlier.replaced_at),
            db::arg("replaced_by", earlier.replaced_by), db::arg("content", earlier.content)});
}

std::vector<Earlier> earlier(db::Reader& reader, ContactId contact) {
    return reader.all<Earlier>(R"sql(
        SELECT version, replaced_at, replaced_by, content
          FROM contact_earlier
         WHERE contact_id = :contact
         ORDER BY version DESC
    )sql", {db::arg("contact", contact)});
}

void save_earlier_content(db::Tx& tx, ContactId contact, int version, const Bytes& content) {
    tx.add("UPDATE contact_earlier SET content = :content WHERE contact_id = :contact AND version = :version",
           {db::arg("content", content), db::arg("contact", contact), db::arg("version", version)});
}

}  // namespace hebra::attention::store
