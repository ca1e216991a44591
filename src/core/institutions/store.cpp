#include "core/institutions/store.hpp"

namespace hebra::institutions::store {

const audit::Anchor k_anchor{"institution", R"sql(
    SELECT r.audit_id
      FROM institution r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

const audit::Anchor k_agreement_anchor{"agreement", R"sql(
    SELECT r.audit_id
      FROM agreement r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

const audit::Anchor k_contact_people_anchor{"institution_contacts", R"sql(
    SELECT r.audit_id
      FROM institution_contacts r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

std::optional<KeptContactPeople> contact_people(db::Reader& reader, InstitutionId institution) {
    return reader.maybe<KeptContactPeople>("SELECT document, version FROM institution_contacts WHERE institution_id = :institution",
                                           {db::arg("institution", institution)});
}

bool save_contact_people(db::Tx& tx, InstitutionId institution, const Bytes& document, int seen, Time now, audit::EntryId audit_id) {
    if (seen == 0)
        return tx.run(R"sql(
            INSERT INTO institution_contacts (institution_id, document, updated_at, version, audit_id)
            VALUES (:institution, :document, :now, 1, :audit)
            ON CONFLICT DO NOTHING
        )sql", {db::arg("institution", institution), db::arg("document", document), db::arg("now", now), db::arg("audit", audit_id)}) == 1;
    return tx.run(R"sql(
        UPDATE institution_contacts
           SET document = :document, updated_at = :now, version = version + 1, audit_id = :audit
         WHERE institution_id = :institution
           AND version = :seen
    )sql", {db::arg("document", document), db::arg("now", now), db::arg("audit", audit_id), db::arg("institution", institution),
            db::arg("seen", seen)}) == 1;
}

void add(db::Tx& tx, const Institution& institution, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO institution (id, name, legal_nature, sector, region, comuna, created_at, version, audit_id)
        VALUES (:id, :name, :legal_nature, :sector, :region, :comuna, :now, 1, :audit)
    )sql", {db::arg("id", institution.id), db::arg("name", institution.name), db::arg("legal_nature", institution.legal_nature),
            db::arg("sector", institution.sector), db::arg("region", institution.region), db::arg("comuna", institution.comuna),
            db::arg("now", now), db::arg("audit", audit_id)});
}

bool save(db::Tx& tx, const Institution& institution, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE institution
           SET name = :name, legal_nature = :legal_nature, sector = :sector, region = :region, comuna = :comuna,
               version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
    )sql", {db::arg("name", institution.name), db::arg("legal_nature", institution.legal_nature), db::arg("sector", institution.sector),
            db::arg("region", institution.region), db::arg("comuna", institution.comuna), db::arg("audit", audit_id),
            db::arg("id", institution.id), db::arg("seen", seen)}) == 1;
}

Result<Institution> find(db::Reader& reader, InstitutionId id) {
    return reader.one<Institution>(R"sql(
        SELECT id, name, legal_nature, sector, region, comuna, version
          FROM institution
         WHERE id = :id
    )sql", {db::arg("id", id)});
}

void wait_for_other_names(db::Tx& tx) {
    tx.run("INSERT INTO installation (name, value) VALUES ('naming', '') ON CONFLICT (name) DO UPDATE SET value = excluded.value", {});
}

std::optional<InstitutionId> coordinator(db::Reader& reader) {
    const auto kept = reader.maybe<std::string>("SELECT value FROM installation WHERE name = 'coordinator'", {});
    return kept ? InstitutionId::parse(*kept) : std::nullopt;
}

void save_coordinator(db::Tx& tx, InstitutionId id) {
    tx.add(R"sql(
        INSERT INTO installation (name, value) VALUES ('coordinator', :id)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
    )sql", {db::arg("id", id.text())});
}

std::vector<Institution> all(db::Reader& reader) {
    return reader.all<Institution>(R"sql(
        SELECT id, name, legal_nature, sector, region, comuna, version
          FROM institution
         ORDER BY name, id
    )sql", {});
}

namespace {

/// Two who sign at once would not see each other's row at READ COMMITTED: the pair's first institution is their turnstile.
void pass_turnstile(db::Tx& tx, const Agreement& agreement) {
    tx.run("UPDATE institution SET version = version WHERE id = :first", {db::arg("first", agreement.first_id)});
}

/// A pair's earlier agreement ends where this one begins, if no other has its days. `already_agreed`.
Result<> make_room(db::Tx& tx, const Agreement& agreement, audit::EntryId audit_id) {
    const Date day_before(std::chrono::sys_days(agreement.starts_on) - std::chrono::days(1));
    tx.run(R"sql(
        UPDATE agreement
           SET ends_on = :day_before, version = version + 1, audit_id = :audit
         WHERE first_id = :first
           AND second_id = :second
           AND id <> :id
           AND starts_on < :starts_on
           AND ends_on >= :starts_on
           AND first_signer <> ''
           AND second_signer <> ''
    )sql", {db::arg("day_before", day_before), db::arg("audit", audit_id), db::arg("first", agreement.first_id),
            db::arg("second", agreement.second_id), db::arg("id", agreement.id), db::arg("starts_on", agreement.starts_on)});
    const auto others = tx.all<std::string>(R"sql(
        SELECT id
          FROM agreement
         WHERE first_id = :first
           AND second_id = :second
           AND id <> :id
           AND starts_on <= :ends_on
           AND ends_on >= :starts_on
           AND first_signer <> ''
           AND second_signer <> ''
    )sql", {db::arg("first", agreement.first_id), db::arg("second", agreement.second_id), db::arg("id", agreement.id),
            db::arg("starts_on", agreement.starts_on), db::arg("ends_on", agreement.ends_on)});
    if (!others.empty()) return refuse(Refused::conflict, words::k_already_agreed);
    return {};
}

}  // namespace

bool add_agreement(db::Tx& tx, const Agreement& agreement, Time now, audit::EntryId audit_id) {
    pass_turnstile(tx, agreement);
    return tx.run(R"sql(
        INSERT INTO agreement (id, first_id, second_id, level, goal, class_limit, events_visible, starts_on, ends_on, first_signer,
                               second_signer, created_at, version, audit_id)
        SELECT :id, :first, :second, :level, :goal, :class_limit, :events_visible, :starts_on, :ends_on, :first_signer,
               :second_signer, :now, 1, :audit
         WHERE NOT EXISTS (SELECT 1
                             FROM agreement a
                            WHERE a.first_id = :first
                              AND a.second_id = :second
                              AND a.starts_on <= :ends_on
                              AND a.ends_on >= :starts_on
                              AND a.starts_on <= a.ends_on
                              AND CASE WHEN a.first_signer = '' OR a.second_signer = '' THEN 0 ELSE 1 END = :signed)
    )sql", {db::arg("id", agreement.id), db::arg("first", agreement.first_id), db::arg("second", agreement.second_id),
            db::arg("level", agreement.level), db::arg("goal", agreement.goal), db::arg("class_limit", agreement.class_limit),
            db::arg("events_visible", agreement.events_visible), db::arg("starts_on", agreement.starts_on),
            db::arg("ends_on", agreement.ends_on), db::arg("first_signer", agreement.first_signer),
            db::arg("second_signer", agreement.second_signer), db::arg("now", now), db::arg("audit", audit_id),
            db::arg("signed", is_signed(agreement) ? 1 : 0)}) == 1;
}

std::vector<Agreement> agreements(db::Reader& reader) {
    return reader.all<Agreement>(R"sql(
        SELECT id, first_id, second_id, level, goal, class_limit, events_visible, starts_on, ends_on, first_signer, second_signer,
               version
          FROM agreement
         ORDER BY starts_on, id
    )sql", {});
}

bool end_agreement(db::Tx& tx, AgreementId id, Date last_day, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE agreement
           SET ends_on = :last_day, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
    )sql", {db::arg("last_day", last_day), db::arg("audit", audit_id), db::arg("id", id), db::arg("seen", seen)}) == 1;
}

Result<> sign_agreement(db::Tx& tx, const Agreement& agreement, int seen, audit::EntryId audit_id) {
    pass_turnstile(tx, agreement);
    if (is_signed(agreement)) HEBRA_CHECK(make_room(tx, agreement, audit_id));
    const auto kept = tx.run(R"sql(
        UPDATE agreement
           SET first_signer = :first_signer, second_signer = :second_signer, starts_on = :starts_on, events_visible = :events_visible,
               version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
           AND (first_signer = '' OR second_signer = '')
    )sql", {db::arg("first_signer", agreement.first_signer), db::arg("second_signer", agreement.second_signer),
            db::arg("starts_on", agreement.starts_on), db::arg("events_visible", agreement.events_visible), db::arg("audit", audit_id),
            db::arg("id", agreement.id), db::arg("seen", seen)});
    if (kept != 1) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    return {};
}

bool decline_agreement(db::Tx& tx, const Agreement& agreement, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE agreement
           SET ends_on = :ends_on, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
           AND (first_signer = '' OR second_signer = '')
    )sql", {db::arg("ends_on", agreement.ends_on), db::arg("audit", audit_id), db::arg("id", agreement.id), db::arg("seen", seen)}) == 1;
}

}  // namespace hebra::institutions::store
