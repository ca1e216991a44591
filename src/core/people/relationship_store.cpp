#include "core/people/relationship_store.hpp"

namespace hebra::people::store {

const audit::Anchor k_relationship_anchor{"relationship", R"sql(
    SELECT r.audit_id
      FROM relationship r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add_relationship(db::Tx& tx, InstitutionId institution, PersonId person, const RelationshipRow& row, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO relationship (id, institution_id, person_id, other_person_id, content, created_at, version, audit_id)
        VALUES (:id, :institution, :person, :other, :content, :created_at, 1, :audit)
    )sql", {db::arg("id", row.id), db::arg("institution", institution), db::arg("person", person),
            db::arg("other", row.other_person_id), db::arg("content", row.content), db::arg("created_at", row.created_at),
            db::arg("audit", audit_id)});
}

std::vector<RelationshipRow> relationships(db::Reader& reader, InstitutionId institution, PersonId person) {
    return reader.all<RelationshipRow>(R"sql(
        SELECT r.id, r.other_person_id, t.code AS other_thread_code, r.content, r.created_at, r.ended_at, r.version
          FROM relationship r
          LEFT JOIN person p ON p.id = r.other_person_id
          LEFT JOIN thread h ON h.id = p.thread_id
          LEFT JOIN thread t ON t.id = COALESCE(h.joined_to, h.id)
         WHERE r.institution_id = :institution
           AND r.person_id = :person
         ORDER BY r.created_at, r.id
    )sql", {db::arg("institution", institution), db::arg("person", person)});
}

Result<RelationshipRow> relationship(db::Reader& reader, InstitutionId institution, PersonId person, RelationshipId id) {
    return reader.one<RelationshipRow>(R"sql(
        SELECT r.id, r.other_person_id, t.code AS other_thread_code, r.content, r.created_at, r.ended_at, r.version
          FROM relationship r
          LEFT JOIN person p ON p.id = r.other_person_id
          LEFT JOIN thread h ON h.id = p.thread_id
          LEFT JOIN thread t ON t.id = COALESCE(h.joined_to, h.id)
         WHERE r.id = :id
           AND r.institution_id = :institution
           AND r.person_id = :person
    )sql", {db::arg("id", id), db::arg("institution", institution), db::arg("person", person)});
}

std::int64_t count_relationships(db::Reader& reader, InstitutionId institution, PersonId person) {
    return reader.one<std::int64_t>("SELECT COUNT(*) FROM relationship WHERE institution_id = :institution AND person_id = :person",
                                    {db::arg("institution", institution), db::arg("person", person)}).value();
}

bool end_relationship(db::Tx& tx, InstitutionId institution, RelationshipId id, std::optional<Time> ended_at, int seen,
                      audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE relationship
           SET ended_at = :ended_at, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND institution_id = :institution
           AND version = :seen
    )sql", {db::arg("ended_at", ended_at), db::arg("audit", audit_id), db::arg("id", id), db::arg("institution", institution),
            db::arg("seen", seen)}) == 1;
}

}  // namespace hebra::people::store
