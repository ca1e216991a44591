#include "features/referrals/store.hpp"

#include "features/referrals/asking.hpp"

namespace hebra::referrals::store {

const audit::Anchor k_anchor{"referral", R"sql(
    SELECT r.audit_id
      FROM referral r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

const audit::Anchor k_try_anchor{"referral_try", R"sql(
    SELECT t.audit_id
      FROM referral_try t
      LEFT JOIN audit_entry e ON e.id = t.audit_id
     WHERE e.id IS NULL
)sql"};

void add(db::Tx& tx, const Row& row, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO referral (id, origin_id, destination_id, thread_id, origin_person_id, destination_person_id, contact_id,
                              service_id, kind, urgency, status, topic, age_band, follows_id, content, package_version, no_shows, reschedules,
                              created_by, created_at, sent_at, updated_at, version, audit_id)
        VALUES (:id, :origin, :destination, :thread, :person, NULL, :contact, :service, :kind, :urgency, :status, :topic, :age_band, :follows,
                :content, 0, 0, 0, :created_by, :created_at, NULL, :created_at, 1, :audit)
    )sql", {db::arg("id", row.id), db::arg("origin", row.origin_id), db::arg("destination", row.destination_id),
            db::arg("thread", row.thread_id), db::arg("person", row.origin_person_id), db::arg("contact", row.contact_id),
            db::arg("service", row.service_id), db::arg("kind", row.kind), db::arg("urgency", row.urgency),
            db::arg("status", row.status), db::arg("topic", row.topic), db::arg("age_band", row.age_band), db::arg("follows", row.follows_id),
            db::arg("content", row.content), db::arg("created_by", row.created_by), db::arg("created_at", row.created_at),
            db::arg("audit", audit_id)});
}

Result<Row> find(db::Reader& reader, InstitutionId who, ReferralId id) {
    return reader.one<Row>(R"sql(
        SELECT *
          FROM referral_row r
         WHERE r.id = :id
           AND (r.origin_id = :who OR (r.destination_id = :who AND r.sent_at IS NOT NULL))
    )sql", {db::arg("id", id), db::arg("who", who)});
}

Result<Row> find_any(db::Reader& reader, ReferralId id) {
    return reader.one<Row>(R"sql(
        SELECT *
          FROM referral_row r
         WHERE r.id = :id
    )sql", {db::arg("id", id)});
}

bool save_move(db::Tx& tx, ReferralId id, const Moved& moved, int seen, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE referral
           SET status = :status, package_version = :package_version, no_shows = :no_shows, reschedules = :reschedules,
               tries = 0, disputed = :disputed, destination_person_id = :receiver, sent_at = :sent_at, updated_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
    )sql", {db::arg("status", moved.status), db::arg("package_version", moved.package_version),
            db::arg("no_shows", moved.no_shows), db::arg("reschedules", moved.reschedules), db::arg("disputed", moved.disputed),
            db::arg("receiver", moved.destination_person_id), db::arg("sent_at", moved.sent_at), db::arg("now", now),
            db::arg("audit", audit_id), db::arg("id", id), db::arg("seen", seen)}) == 1;
}

bool save_draft(db::Tx& tx, const Row& row, int seen, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE referral
           SET destination_id = :destination, service_id = :service, kind = :kind, urgency = :urgency, topic = :topic,
               content = :content, updated_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND origin_id = :origin
           AND status = 'draft'
           AND version = :seen
    )sql", {db::arg("destination", row.destination_id), db::arg("service", row.service_id), db::arg("kind", row.kind),
            db::arg("urgency", row.urgency), db::arg("topic", row.topic), db::arg("content", row.content), db::arg("now", now),
            db::arg("audit", audit_id), db::arg("id", row.id), db::arg("origin", row.origin_id), db::arg("seen", seen)}) == 1;
}

void add_move(db::Tx& tx, ReferralId id, const MoveRow& move) {
    tx.add(R"sql(
        INSERT INTO referral_move (referral_id, version, action, from_status, to_status, institution_id, user_id, at, code, details, told)
        VALUES (:id, :version, :action, :from, :to, :institution, :user, :at, :code, :details, :told)
    )sql", {db::arg("id", id), db::arg("version", move.version), db::arg("action", move.action), db::arg("from", move.from_status),
            db::arg("to", move.to_status), db::arg("institution", move.institution_id), db::arg("user", move.user_id),
            db::arg("at", move.at), db::arg("code", move.code), db::arg("details", move.details), db::arg("told", move.told)});
}

std::vector<MoveRow> moves_of(db::Reader& reader, ReferralId id) {
    return reader.all<MoveRow>(R"sql(
        SELECT version, action, from_status, to_status, institution_id, user_id, at, code, details, told
          FROM referral_move
         WHERE referral_id = :id
         ORDER BY version
    )sql", {db::arg("id", id)});
}

bool was_made(db::Reader& reader, ReferralId id, Action action) {
    return reader.one<std::int64_t>("SELECT count(*) FROM referral_move WHERE referral_id = :id AND action = :action",
                                    {db::arg("id", id), db::arg("action", action)}).value() > 0;
}

std::optional<UserId> last_mover(db::Reader& reader, ReferralId id, InstitutionId institution) {
    return reader.maybe<UserId>(R"sql(
        SELECT user_id
          FROM referral_move
         WHERE referral_id = :id
           AND institution_id = :institution
           AND user_id <> :nobody
         ORDER BY version DESC
         LIMIT 1
    )sql", {db::arg("id", id), db::arg("institution", institution), db::arg("nobody", UserId())});
}

bool count_try(db::Tx& tx, const Row& row, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE referral
           SET tries = tries + 1, audit_id = :audit
         WHERE id = :id
           AND origin_id = :origin
           AND version = :seen
           AND tries < :most
    )sql", {db::arg("audit", audit_id), db::arg("id", row.id), db::arg("origin", row.origin_id), db::arg("seen", row.version),
            db::arg("most", k_most_tries)}) == 1;
}

void add_try(db::Tx& tx, ReferralId id, const TryRow& row, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO referral_try (id, referral_id, user_id, at, details, audit_id)
        VALUES (:id, :referral, :user, :at, :details, :audit)
    )sql", {db::arg("id", row.id), db::arg("referral", id), db::arg("user", row.user_id), db::arg("at", row.at),
            db::arg("details", row.details), db::arg("audit", audit_id)});
}

std::vector<TryRow> tries_of(db::Reader& reader, ReferralId id) {
    return reader.all<TryRow>(R"sql(
        SELECT id, user_id, at, details
          FROM referral_try
         WHERE referral_id = :id
         ORDER BY at, id
    )sql", {db::arg("id", id)});
}

void add_package(db::Tx& tx, ReferralId id, const PackageRow& package) {
    tx.add(R"sql(
        INSERT INTO referral_package (referral_id, version, content, hash, frozen_at)
        VALUES (:id, :version, :content, :hash, :frozen_at)
    )sql", {db::arg("id", id), db::arg("version", package.version), db::arg("content", package.content),
            db::arg("hash", package.hash), db::arg("frozen_at", package.frozen_at)});
}

std::optional<PackageRow> newest_package(db::Reader& reader, ReferralId id) {
    return reader.maybe<PackageRow>(R"sql(
        SELECT version, content, hash, frozen_at
          FROM referral_package
         WHERE referral_id = :id
         ORDER BY version DESC
         LIMIT 1
    )sql", {db::arg("id", id)});
}

std::vector<Row> list(db::Reader& reader, InstitutionId who, Box box, const std::vector<Status>& only, const Position& before,
                      std::int64_t most) {
    std::string names;  // ",sent,acknowledged,": one text whatever their number, so that the statement is one too
    for (const auto status : only) names += fmt::format(",{},", boost::describe::enum_to_string(status, ""));
    const std::array args = {db::arg("who", who), db::arg("only", names), db::arg("before", before.updated_at),
                             db::arg("before_id", before.id), db::arg("most", most)};
    if (box == Box::inbox)
        return reader.all<Row>(R"sql(
            SELECT *
              FROM referral_row r
             WHERE r.destination_id = :who
               AND r.sent_at IS NOT NULL
               AND (:only = '' OR :only LIKE '%,' || r.status || ',%')
               AND (r.updated_at < :before OR (r.updated_at = :before AND r.id < :before_id))
             ORDER BY r.updated_at DESC, r.id DESC
             LIMIT :most
        )sql", args);
    return reader.all<Row>(R"sql(
        SELECT *
          FROM referral_row r
         WHERE r.origin_id = :who
           AND (:only = '' OR :only LIKE '%,' || r.status || ',%')
           AND (r.updated_at < :before OR (r.updated_at = :before AND r.id < :before_id))
         ORDER BY r.updated_at DESC, r.id DESC
         LIMIT :most
    )sql", args);
}

std::vector<AwaitedRow> awaited(db::Reader& reader, InstitutionId coordinator, const AwaitedPosition& after, std::int64_t most) {
    return reader.all<AwaitedRow>(R"sql(
        SELECT r.id, r.thread_code, r.origin_id, r.destination_id, r.kind, r.urgency,
               CASE WHEN c.kind = 'referral.decide_contested'
                    THEN (SELECT m.code
                            FROM referral_move m
                           WHERE m.referral_id = r.id
                             AND m.action = 'decline'
                           ORDER BY m.version DESC
                           LIMIT 1) END AS code,
               c.id AS commitment_id, c.kind AS commitment_kind, c.opened_at, c.due_at
          FROM commitment c
          JOIN referral_row r ON r.id = c.subject_id
         WHERE c.kind IN ('referral.acknowledge', 'referral.answer', 'referral.decide_contested')
           AND c.fulfilled_at IS NULL
           AND c.cancelled_at IS NULL
           AND c.paused_at IS NULL
           AND (c.due_at, c.id) > (:due, :id)
           AND ((c.kind = 'referral.decide_contested' AND c.institution_id = :coordinator)
                OR EXISTS (SELECT 1 FROM escalation e WHERE e.commitment_id = c.id AND e.audience = 'network'))
         ORDER BY c.due_at, c.id
         LIMIT :most
    )sql", {db::arg("due", after.due_at), db::arg("id", after.id), db::arg("coordinator", coordinator), db::arg("most", most)});
}

std::vector<Row> of_person(db::Reader& reader, InstitutionId who, PersonId person, Time since) {
    return reader.all<Row>(R"sql(
        SELECT *
          FROM referral_row r
         WHERE r.origin_id = :who
           AND r.origin_person_id = :person
           AND r.status <> 'entered_in_error'
           AND r.created_at >= :since
         ORDER BY r.created_at DESC, r.id DESC
         LIMIT 50
    )sql", {db::arg("who", who), db::arg("person", person), db::arg("since", since)});
}

std::vector<Row> all_of_person(db::Reader& reader, InstitutionId who, PersonId person) {
    return reader.all<Row>(R"sql(
        SELECT *
          FROM referral_row r
         WHERE r.origin_id = :who
           AND r.origin_person_id = :person
         ORDER BY r.created_at DESC, r.id DESC
    )sql", {db::arg("who", who), db::arg("person", person)});
}

void add_gap(db::Tx& tx, const Row& row, std::string_view reason, const std::optional<territory::Comuna>& comuna, Time now) {
    tx.add(R"sql(
        INSERT INTO gap (id, origin_id, service_id, reason, topic, comuna, age_band, at)
        VALUES (:id, :origin, :service, :reason, :topic, :comuna, :age_band, :now)
    )sql", {db::arg("id", Id<struct GapTag>::make(now)), db::arg("origin", row.origin_id), db::arg("service", row.service_id),
            db::arg("reason", reason), db::arg("topic", row.topic), db::arg("comuna", comuna), db::arg("age_band", row.age_band),
            db::arg("now", now)});
}

}  // namespace hebra::referrals::store
