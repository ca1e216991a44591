#include "features/receiver_link/store.hpp"

namespace hebra::receiver_link::store {

const audit::Anchor k_anchor{"referral_link", R"sql(
    SELECT r.audit_id
      FROM referral_link r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add(db::Tx& tx, const Row& row, const Bytes& token_hash, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO referral_link (id, token_hash, code_mac, referral_id, origin_id, institution_id, wrong_codes, locked_until, opened_at,
                                   answered_at, returned_at, revoked_at, expires_at, created_by, created_at, version, audit_id)
        VALUES (:id, :token, :code, :referral, :origin, :institution, 0, NULL, NULL, NULL, NULL, NULL, :expires, :created_by, :created, 1,
                :audit)
    )sql", {db::arg("id", row.id), db::arg("token", token_hash), db::arg("code", row.code_mac), db::arg("referral", row.referral_id),
            db::arg("origin", row.origin_id), db::arg("institution", row.institution_id), db::arg("expires", row.expires_at),
            db::arg("created_by", row.created_by), db::arg("created", row.created_at), db::arg("audit", audit_id)});
}

std::optional<Row> by_token(db::Reader& reader, const Bytes& token_hash) {
    return reader.maybe<Row>(R"sql(
        SELECT id, code_mac, referral_id, origin_id, institution_id, wrong_codes, locked_until, opened_at, answered_at, returned_at,
               revoked_at, expires_at, created_by, created_at, version
          FROM referral_link
         WHERE token_hash = :token
    )sql", {db::arg("token", token_hash)});
}

std::vector<Row> of_referral(db::Reader& reader, InstitutionId origin, ReferralId referral) {
    return reader.all<Row>(R"sql(
        SELECT id, code_mac, referral_id, origin_id, institution_id, wrong_codes, locked_until, opened_at, answered_at, returned_at,
               revoked_at, expires_at, created_by, created_at, version
          FROM referral_link
         WHERE referral_id = :referral
           AND origin_id = :origin
         ORDER BY created_at DESC, id DESC
         LIMIT 50
    )sql", {db::arg("referral", referral), db::arg("origin", origin)});
}

void wait_for_other_links(db::Tx& tx, ReferralId referral) {
    (void)tx.maybe<ReferralId>("SELECT id FROM referral WHERE id = :referral FOR UPDATE", {db::arg("referral", referral)});
}

std::int64_t count_made(db::Reader& reader, ReferralId referral, Time since) {
    return reader.one<std::int64_t>("SELECT count(*) FROM referral_link WHERE referral_id = :referral AND created_at > :since",
                                    {db::arg("referral", referral), db::arg("since", since)}).value();
}

std::int64_t count_live(db::Reader& reader, ReferralId referral, Time now) {
    return reader.maybe<std::int64_t>(R"sql(
        SELECT count(*)
          FROM referral_link
         WHERE referral_id = :referral
           AND revoked_at IS NULL
           AND returned_at IS NULL
           AND expires_at > :now
    )sql", {db::arg("referral", referral), db::arg("now", now)}).value_or(0);
}

bool revoke(db::Tx& tx, InstitutionId origin, ReferralId referral, ReferralLinkId id, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE referral_link
           SET revoked_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND referral_id = :referral
           AND origin_id = :origin
           AND revoked_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id), db::arg("referral", referral),
            db::arg("origin", origin)}) == 1;
}

std::int64_t revoke_all(db::Tx& tx, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE referral_link
           SET revoked_at = :now, version = version + 1, audit_id = :audit
         WHERE revoked_at IS NULL
           AND returned_at IS NULL
           AND expires_at > :now
    )sql", {db::arg("now", now), db::arg("audit", audit_id)});
}

bool give_back(db::Tx& tx, ReferralLinkId id, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE referral_link
           SET returned_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND opened_at IS NULL
           AND revoked_at IS NULL
           AND returned_at IS NULL
           AND expires_at > :now
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id)}) == 1;
}

int count_wrong_code(db::Tx& tx, ReferralLinkId id, int every, Time shut_until) {
    tx.add(R"sql(
        UPDATE referral_link
           SET wrong_codes = wrong_codes + 1,
               locked_until = CASE WHEN (wrong_codes + 1) % :every = 0 THEN :shut ELSE locked_until END
         WHERE id = :id
    )sql", {db::arg("every", every), db::arg("shut", shut_until), db::arg("id", id)});
    return tx.maybe<int>("SELECT wrong_codes FROM referral_link WHERE id = :id", {db::arg("id", id)}).value_or(0);
}

void mark_opened(db::Tx& tx, ReferralLinkId id, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        UPDATE referral_link
           SET opened_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND opened_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id)});
}

void mark_answered(db::Tx& tx, ReferralLinkId id, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        UPDATE referral_link
           SET answered_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND answered_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("id", id)});
}

void add_visit(db::Tx& tx, const Visit& visit) {
    tx.add("INSERT INTO referral_link_visit (id, link_id, at, act) VALUES (:id, :link, :at, :act)",
           {db::arg("id", Id<struct VisitTag>::make(visit.at)), db::arg("link", visit.link_id), db::arg("at", visit.at),
            db::arg("act", visit.act)});
}

std::vector<Visit> visits_of(db::Reader& reader, InstitutionId origin, ReferralId referral) {
    return reader.all<Visit>(R"sql(
        SELECT v.link_id, v.at, v.act
          FROM referral_link l
          JOIN referral_link_visit v ON v.link_id = l.id
         WHERE l.referral_id = :referral
           AND l.origin_id = :origin
         ORDER BY v.at DESC, v.id DESC
         LIMIT 200
    )sql", {db::arg("referral", referral), db::arg("origin", origin)});
}

}  // namespace hebra::receiver_link::store
