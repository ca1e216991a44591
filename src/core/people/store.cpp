#include "core/people/store.hpp"

#include "platform/db/list.hpp"

namespace hebra::people::store {

const audit::Anchor k_anchor{"person", R"sql(
    SELECT r.audit_id
      FROM person r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add(db::Tx& tx, InstitutionId institution, const Row& row, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO person (id, institution_id, thread_id, identity_level, identity, safe_contact, declared, created_at,
                            updated_at, version, audit_id)
        VALUES (:id, :institution, :thread, :level, :identity, :safe_contact, :declared, :created_at, :created_at, 1, :audit)
    )sql", {db::arg("id", row.id), db::arg("institution", institution), db::arg("thread", row.thread_id),
            db::arg("level", row.identity_level), db::arg("identity", row.identity), db::arg("safe_contact", row.safe_contact),
            db::arg("declared", row.declared), db::arg("created_at", row.created_at), db::arg("audit", audit_id)});
}

void add_keys(db::Tx& tx, InstitutionId institution, PersonId person, std::span<const BlindKey> keys, Time now) {
    for (const auto& key : keys)
        tx.add(R"sql(
            INSERT INTO person_key (institution_id, kind, key, created_at, person_id)
            VALUES (:institution, :kind, :key, :now, :person)
            ON CONFLICT DO NOTHING
        )sql", {db::arg("institution", institution), db::arg("kind", key.kind), db::arg("key", key.key), db::arg("now", now),
                db::arg("person", person)});
}

void add_sounds(db::Tx& tx, InstitutionId institution, std::span<const std::int64_t> sounds, Time now) {
    for (const auto sound : sounds)
        tx.add(R"sql(
            INSERT INTO name_sound (institution_id, sound, created_at)
            VALUES (:institution, :sound, :now)
            ON CONFLICT DO NOTHING
        )sql", {db::arg("institution", institution), db::arg("sound", sound), db::arg("now", now)});
}

std::vector<NewSound> sounds_since(db::Reader& reader, InstitutionId institution, Time since) {
    return reader.all<NewSound>(R"sql(
        SELECT sound, created_at
          FROM name_sound
         WHERE institution_id = :institution
           AND created_at >= :since
    )sql", {db::arg("institution", institution), db::arg("since", since)});
}

void add_network_keys(db::Tx& tx, InstitutionId institution, PersonId person, std::span<const Bytes> keys) {
    for (const auto& key : keys)
        tx.add(R"sql(
            INSERT INTO network_key (key, person_id, institution_id)
            VALUES (:key, :person, :institution)
            ON CONFLICT DO NOTHING
        )sql", {db::arg("key", key), db::arg("person", person), db::arg("institution", institution)});
}

void remove_keys(db::Tx& tx, PersonId person, bool but_return_code) {
    tx.add("DELETE FROM person_key WHERE person_id = :person AND (:all = 1 OR kind <> 'return_code')",
           {db::arg("person", person), db::arg("all", !but_return_code)});
    tx.add("DELETE FROM network_key WHERE person_id = :person", {db::arg("person", person)});
}

Result<Row> find(db::Reader& reader, InstitutionId institution, PersonId id) {
    return reader.one<Row>(R"sql(
        SELECT p.id, k.id AS thread_id, k.code AS thread_code, p.identity_level, p.identity, p.safe_contact, p.declared, p.created_at,
               p.version
          FROM person p
          JOIN thread t ON t.id = p.thread_id
          JOIN thread k ON k.id = COALESCE(t.joined_to, t.id)
         WHERE p.id = :id
           AND p.institution_id = :institution
    )sql", {db::arg("id", id), db::arg("institution", institution)});
}

std::optional<InstitutionId> institution_of(db::Reader& reader, PersonId id) {
    return reader.maybe<InstitutionId>("SELECT institution_id FROM person WHERE id = :id", {db::arg("id", id)});
}

std::optional<PersonId> find_by_thread_code(db::Reader& reader, InstitutionId institution, const std::string& code) {
    return reader.maybe<PersonId>(R"sql(
        SELECT p.id
          FROM thread t
          JOIN person p ON p.thread_id = COALESCE(t.joined_to, t.id)
         WHERE t.code = :code
           AND p.institution_id = :institution
    )sql", {db::arg("code", code), db::arg("institution", institution)});
}

bool save(db::Tx& tx, InstitutionId institution, const Row& row, int seen, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE person
           SET identity_level = :level, identity = :identity, safe_contact = :safe_contact, declared = :declared,
               updated_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND institution_id = :institution
           AND version = :seen
    )sql", {db::arg("level", row.identity_level), db::arg("identity", row.identity), db::arg("safe_contact", row.safe_contact),
            db::arg("declared", row.declared), db::arg("now", now), db::arg("audit", audit_id), db::arg("id", row.id),
            db::arg("institution", institution), db::arg("seen", seen)}) == 1;
}

void touch(db::Tx& tx, InstitutionId institution, PersonId person, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        UPDATE person
           SET updated_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND institution_id = :institution
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", person), db::arg("institution", institution)});
}

namespace {

/// One key is walked from its newest person back, however many share it.
std::vector<PersonId> with_key(db::Reader& reader, InstitutionId institution, KeyKind kind, const Bytes& key, std::int64_t most) {
    return reader.all<PersonId>(R"sql(
        SELECT person_id
          FROM person_key
         WHERE institution_id = :institution
           AND kind = :kind
           AND key = :key
         ORDER BY created_at DESC, person_id DESC
         LIMIT :most
    )sql", {db::arg("institution", institution), db::arg("kind", kind), db::arg("key", key), db::arg("most", most)});
}

std::vector<PersonId> with_some_keys(db::Reader& reader, InstitutionId institution, KeyKind kind, std::span<const Bytes> keys,
                                     std::int64_t most) {
    std::vector<db::Arg> args{db::arg("institution", institution), db::arg("kind", kind), db::arg("most", most)};
    db::add_list(args, keys);
    return reader.all<PersonId>(R"sql(
        SELECT person_id
          FROM person_key
         WHERE institution_id = :institution
           AND kind = :kind
           AND key IN (:l0, :l1, :l2, :l3, :l4, :l5, :l6, :l7, :l8, :l9, :l10, :l11, :l12, :l13, :l14, :l15, :l16, :l17, :l18, :l19,
                       :l20, :l21, :l22, :l23, :l24, :l25, :l26, :l27, :l28, :l29, :l30, :l31, :l32, :l33, :l34, :l35, :l36, :l37,
                       :l38, :l39, :l40, :l41, :l42, :l43, :l44, :l45, :l46, :l47, :l48, :l49)
         ORDER BY created_at DESC, person_id DESC
         LIMIT :most
    )sql", std::span<const db::Arg>(args));
}

std::vector<Candidate> some_candidates(db::Reader& reader, InstitutionId institution, std::span<const PersonId> ids) {
    std::vector<db::Arg> args{db::arg("institution", institution)};
    db::add_list(args, ids);
    return reader.all<Candidate>(R"sql(
        SELECT p.id, t.code AS thread_code, p.identity, s.epoch, s.wrapped
          FROM person p
          JOIN thread h ON h.id = p.thread_id
          JOIN thread t ON t.id = COALESCE(h.joined_to, h.id)
          JOIN subject_key s ON s.subject_id = p.id AND s.institution_id = p.institution_id
         WHERE p.institution_id = :institution
           AND p.id IN (:l0, :l1, :l2, :l3, :l4, :l5, :l6, :l7, :l8, :l9, :l10, :l11, :l12, :l13, :l14, :l15, :l16, :l17, :l18, :l19,
                        :l20, :l21, :l22, :l23, :l24, :l25, :l26, :l27, :l28, :l29, :l30, :l31, :l32, :l33, :l34, :l35, :l36, :l37,
                        :l38, :l39, :l40, :l41, :l42, :l43, :l44, :l45, :l46, :l47, :l48, :l49)
    )sql", std::span<const db::Arg>(args));
}

}  // namespace

std::vector<PersonId> with_any_key(db::Reader& reader, InstitutionId institution, KeyKind kind, std::span<const Bytes> keys,
                                   std::int64_t most) {
    if (keys.size() == 1) return with_key(reader, institution, kind, keys.front(), most);
    std::vector<PersonId> people;
    for (std::size_t at = 0; at < keys.size() && std::ssize(people) < most; at += db::k_list) {
        const auto some = keys.subspan(at, std::min(db::k_list, keys.size() - at));
        for (const auto id : with_some_keys(reader, institution, kind, some, most))
            if (std::ranges::count(people, id) == 0) people.push_back(id);
    }
    return people;
}

std::vector<Candidate> candidates(db::Reader& reader, InstitutionId institution, std::span<const PersonId> ids) {
    std::vector<Candidate> all;
    for (std::size_t at = 0; at < ids.size(); at += db::k_list)
        for (auto& one : some_candidates(reader, institution, ids.subspan(at, std::min(db::k_list, ids.size() - at))))
            all.push_back(std::move(one));
    return all;
}

std::vector<InstitutionId> known_elsewhere(db::Reader& reader, InstitutionId institution, const Bytes& network_key) {
    return reader.all<InstitutionId>(R"sql(
        SELECT DISTINCT institution_id
          FROM network_key
         WHERE key = :key
           AND institution_id <> :institution
    )sql", {db::arg("key", network_key), db::arg("institution", institution)});
}

}  // namespace hebra::people::store
