#include "access/audit/store.hpp"

namespace hebra::audit::store {

void add(db::Tx& tx, const Entry& entry) {
    tx.add(R"sql(
        INSERT INTO audit_entry (id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac)
        VALUES (:id, :institution, :at, :user, :acting_for, :action, :subject, :person, :fields, :mac)
    )sql", {db::arg("id", entry.id), db::arg("institution", entry.institution_id), db::arg("at", entry.at),
            db::arg("user", entry.user_id), db::arg("acting_for", entry.acting_for), db::arg("action", entry.action),
            db::arg("subject", entry.subject_id), db::arg("person", entry.person_id), db::arg("fields", entry.fields),
            db::arg("mac", entry.mac)});
    tx.add("INSERT INTO audit_pending (entry_id, institution_id) VALUES (:id, :institution)",
           {db::arg("id", entry.id), db::arg("institution", entry.institution_id)});
}

std::vector<InstitutionId> waiting(db::Reader& reader) {
    std::vector<InstitutionId> institutions;
    for (const auto& text : reader.all<std::string>("SELECT DISTINCT institution_id FROM audit_pending", {}))
        if (const auto id = InstitutionId::parse(text)) institutions.push_back(*id);  // what reads as none, verification names
    return institutions;
}

std::vector<RawEntry> pending(db::Reader& reader, InstitutionId institution, std::int64_t most) {
    return reader.all<RawEntry>(R"sql(
        SELECT e.id, e.institution_id, e.at, e.user_id, e.acting_for, e.action, e.subject_id, e.person_id, e.fields, e.mac
          FROM audit_pending p
          JOIN audit_entry e ON e.id = p.entry_id
         WHERE p.institution_id = :institution
         ORDER BY p.entry_id
         LIMIT :most
    )sql", {db::arg("institution", institution), db::arg("most", most)});
}

std::optional<Link> head(db::Reader& reader, InstitutionId institution) {
    return reader.maybe<Link>(R"sql(
        SELECT seq, entry_id, hash
          FROM audit_chain
         WHERE institution_id = :institution
         ORDER BY seq DESC
         LIMIT 1
    )sql", {db::arg("institution", institution)});
}

bool append(db::Tx& tx, InstitutionId institution, const Link& link) {
    if (tx.run("DELETE FROM audit_pending WHERE entry_id = :entry", {db::arg("entry", link.entry_id)}) == 0) return false;
    return tx.run(R"sql(
        INSERT INTO audit_chain (institution_id, seq, entry_id, hash)
        VALUES (:institution, :seq, :entry, :hash)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("institution", institution), db::arg("seq", link.seq), db::arg("entry", link.entry_id),
            db::arg("hash", link.hash)}) == 1;
}

void add_checkpoint(db::Tx& tx, const Checkpoint& checkpoint) {
    tx.add(R"sql(
        INSERT INTO audit_checkpoint (institution_id, seq, hash, at, signature)
        VALUES (:institution, :seq, :hash, :at, :signature)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("institution", checkpoint.institution_id), db::arg("seq", checkpoint.seq), db::arg("hash", checkpoint.hash),
            db::arg("at", checkpoint.at), db::arg("signature", checkpoint.signature)});
}

std::optional<Checkpoint> last_checkpoint(db::Reader& reader, InstitutionId institution) {
    return reader.maybe<Checkpoint>(R"sql(
        SELECT institution_id, seq, hash, at, signature
          FROM audit_checkpoint
         WHERE institution_id = :institution
         ORDER BY seq DESC
         LIMIT 1
    )sql", {db::arg("institution", institution)});
}

std::vector<Checkpoint> checkpoints(db::Reader& reader, InstitutionId institution) {
    return reader.all<Checkpoint>(R"sql(
        SELECT institution_id, seq, hash, at, signature
          FROM audit_checkpoint
         WHERE institution_id = :institution
         ORDER BY seq
    )sql", {db::arg("institution", institution)});
}

std::vector<InstitutionId> institutions(db::Reader& reader) {
    return reader.all<InstitutionId>("SELECT DISTINCT institution_id FROM institution_secret ORDER BY institution_id", {});
}

std::vector<Sealed> sealed_after(db::Reader& reader, InstitutionId institution, std::int64_t after_seq, std::int64_t most) {
    return reader.all<Sealed>(R"sql(
        SELECT e.id, e.institution_id, e.at, e.user_id, e.acting_for, e.action, e.subject_id, e.person_id, e.fields, e.mac,
               c.seq, c.hash
          FROM audit_chain c
          JOIN audit_entry e ON e.id = c.entry_id
         WHERE c.institution_id = :institution
           AND c.seq > :after
         ORDER BY c.seq
         LIMIT :most
    )sql", {db::arg("institution", institution), db::arg("after", after_seq), db::arg("most", most)});
}

std::vector<std::string> links_without_entry(db::Reader& reader, InstitutionId institution) {
    return reader.all<std::string>(R"sql(
        SELECT c.entry_id
          FROM audit_chain c
          LEFT JOIN audit_entry e ON e.id = c.entry_id
         WHERE c.institution_id = :institution
           AND e.id IS NULL
         UNION ALL
        SELECT p.entry_id
          FROM audit_pending p
          LEFT JOIN audit_entry e ON e.id = p.entry_id
         WHERE p.institution_id = :institution
           AND e.id IS NULL
         ORDER BY 1
    )sql", {db::arg("institution", institution)});
}

std::vector<std::string> entries_outside(db::Reader& reader, InstitutionId institution) {
    return reader.all<std::string>(R"sql(
        SELECT e.id
          FROM audit_entry e
          LEFT JOIN audit_chain c ON c.entry_id = e.id AND c.institution_id = e.institution_id
          LEFT JOIN audit_pending p ON p.entry_id = e.id AND p.institution_id = e.institution_id
         WHERE e.institution_id = :institution
           AND c.entry_id IS NULL
           AND p.entry_id IS NULL
         ORDER BY e.id
    )sql", {db::arg("institution", institution)});
}

std::vector<std::string> strays(db::Reader& reader) {
    return reader.all<std::string>(R"sql(
        SELECT e.id AS stray
          FROM audit_entry e
          LEFT JOIN institution_secret s ON s.institution_id = e.institution_id
         WHERE s.institution_id IS NULL
         UNION
        SELECT c.entry_id AS stray
          FROM audit_chain c
          LEFT JOIN institution_secret s ON s.institution_id = c.institution_id
         WHERE s.institution_id IS NULL
         UNION
        SELECT p.entry_id AS stray
          FROM audit_pending p
          LEFT JOIN institution_secret s ON s.institution_id = p.institution_id
         WHERE s.institution_id IS NULL
         UNION
        SELECT k.institution_id AS stray
          FROM audit_checkpoint k
          LEFT JOIN institution_secret s ON s.institution_id = k.institution_id
         WHERE s.institution_id IS NULL
         ORDER BY 1
    )sql", {});
}

std::vector<Entry> about_person(db::Reader& reader, InstitutionId institution, const Uuid& person, Time before, EntryId before_id,
                                std::int64_t most, Only only) {
    return reader.all<Entry>(R"sql(
        SELECT id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac
          FROM audit_entry
         WHERE institution_id = :institution
           AND person_id = :person
           AND (at < :before OR (at = :before AND id < :before_id))
           AND (:outside = 0 OR acting_for <> institution_id)
           AND (:refused = 0 OR action LIKE '%.refused')
         ORDER BY at DESC, id DESC
         LIMIT :most
    )sql", {db::arg("institution", institution), db::arg("person", person.text()), db::arg("before", before),
            db::arg("before_id", before_id), db::arg("outside", only == Only::outside ? 1 : 0),
            db::arg("refused", only == Only::refused ? 1 : 0), db::arg("most", most)});
}

std::vector<Entry> about_person_between(db::Reader& reader, InstitutionId institution, const Uuid& person, Time from, Time until,
                                        std::int64_t most) {
    return reader.all<Entry>(R"sql(
        SELECT id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac
          FROM audit_entry
         WHERE institution_id = :institution
           AND person_id = :person
           AND at >= :from
           AND at <= :until
         ORDER BY at DESC, id DESC
         LIMIT :most
    )sql", {db::arg("institution", institution), db::arg("person", person.text()), db::arg("from", from), db::arg("until", until),
            db::arg("most", most)});
}

std::vector<Entry> acts_on_person(db::Reader& reader, InstitutionId institution, const Uuid& person, std::string_view action) {
    return reader.all<Entry>(R"sql(
        SELECT id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac
          FROM audit_entry
         WHERE institution_id = :institution
           AND person_id = :person
           AND action = :action
         ORDER BY at, id
    )sql", {db::arg("institution", institution), db::arg("person", person.text()), db::arg("action", action)});
}

}  // namespace hebra::audit::store
