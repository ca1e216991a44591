#include "core/commitments/list.hpp"

#include <limits>

namespace hebra::commitments {
namespace {

constexpr auto k_least = std::numeric_limits<std::int64_t>::min();
constexpr auto k_most = std::numeric_limits<std::int64_t>::max();
constexpr int k_held_shelf = 3;

/// After every id.
const CommitmentId k_last_id = CommitmentId::parse("ffffffff-ffff-ffff-ffff-ffffffffffff").value();

/// What one shelf still has to show: from a place (exclusive) to a moment.
struct Range {
    std::int64_t after;
    CommitmentId after_id;
    std::int64_t until;
};

/// What a list shows altogether, in moments of becoming loose: after `from`, up to and with `until`.
struct Span {
    std::int64_t from;
    std::int64_t until;
};

Span span_of(Which which, std::int64_t now) {
    switch (which) {
        case Which::loose: return {k_least, now};
        case Which::due: return {now, now + Micros(k_shift).count()};
        case Which::open: return {k_least, k_most};
    }
    return {};
}

/// Shelves 1 and 2 hold what is loose, the last one what is not; imminent danger is on shelf 0, loose or not.
Range range_of(int shelf, Which which, const Position& from) {
    const auto now = from.begun_at;
    auto [least, most] = span_of(which, now);
    if (shelf == 1 || shelf == 2) most = std::min(most, now);
    if (shelf == k_held_shelf) least = std::max(least, now);
    if (shelf < from.shelf) return {k_most, k_last_id, k_least};
    if (shelf == from.shelf && from.loose_at >= least) return {from.loose_at, from.id, most};
    return {least, k_last_id, most};
}

constexpr std::string_view k_list_text = R"sql(
    SELECT f.shelf, c.id, c.institution_id, c.owner_id, c.requested_by, k.code AS thread_code, c.person_id, c.subject_id,
           c.kind, c.danger, c.by_hand, c.negotiable, c.opened_at, c.due_at, c.loose_at, c.paused_at, c.fulfilled_at,
           c.cancelled_at, c.version
      FROM (SELECT * FROM (
                SELECT 0 AS shelf, id, loose_at
                  FROM commitment
                 WHERE institution_id = :institution
                   AND danger = 'imminent'
                   AND (loose_at, id) > (:after_0, :id_0)
                   AND loose_at <= :until_0
                   AND fulfilled_at IS NULL
                   AND cancelled_at IS NULL
                 ORDER BY loose_at, id
                 LIMIT :most) imminent
            UNION ALL
            SELECT * FROM (
                SELECT 1 AS shelf, id, loose_at
                  FROM commitment
                 WHERE institution_id = :institution
                   AND danger = 'high'
                   AND (loose_at, id) > (:after_1, :id_1)
                   AND loose_at <= :until_1
                   AND fulfilled_at IS NULL
                   AND cancelled_at IS NULL
                 ORDER BY loose_at, id
                 LIMIT :most) high
            UNION ALL
            SELECT * FROM (
                SELECT 2 AS shelf, id, loose_at
                  FROM commitment
                 WHERE institution_id = :institution
                   AND danger = 'normal'
                   AND (loose_at, id) > (:after_2, :id_2)
                   AND loose_at <= :until_2
                   AND fulfilled_at IS NULL
                   AND cancelled_at IS NULL
                 ORDER BY loose_at, id
                 LIMIT :most) normal
            UNION ALL
            SELECT * FROM (
                SELECT 3 AS shelf, id, loose_at
                  FROM commitment
                 WHERE institution_id = :institution
                   AND danger <> 'imminent'
                   AND (loose_at, id) > (:after_3, :id_3)
                   AND loose_at <= :until_3
                   AND fulfilled_at IS NULL
                   AND cancelled_at IS NULL
                 ORDER BY loose_at, id
                 LIMIT :most) held) f
      JOIN commitment c ON c.id = f.id
      LEFT JOIN thread t ON t.id = c.thread_id
      LEFT JOIN thread k ON k.id = COALESCE(t.joined_to, t.id)
     ORDER BY f.shelf, f.loose_at, f.id
     LIMIT :most
)sql";

}  // namespace

const std::string_view k_list_sql = k_list_text;

Position first_position(Time now) { return {to_micros(now), 0, k_least, CommitmentId{}}; }

Position after(const Listed& last, const Position& from) {
    return {from.begun_at, last.shelf, to_micros(last.loose_at), last.id};
}

std::vector<Listed> list(db::Reader& reader, InstitutionId institution, Which which, const Position& from,
                         std::int64_t most) {
    const auto imminent = range_of(0, which, from);
    const auto high = range_of(1, which, from);
    const auto normal = range_of(2, which, from);
    const auto held = range_of(k_held_shelf, which, from);
    return reader.all<Listed>(k_list_sql,
                              {db::arg("institution", institution), db::arg("most", most),
                               db::arg("after_0", imminent.after), db::arg("id_0", imminent.after_id),
                               db::arg("until_0", imminent.until), db::arg("after_1", high.after),
                               db::arg("id_1", high.after_id), db::arg("until_1", high.until),
                               db::arg("after_2", normal.after), db::arg("id_2", normal.after_id),
                               db::arg("until_2", normal.until), db::arg("after_3", held.after),
                               db::arg("id_3", held.after_id), db::arg("until_3", held.until)});
}

std::vector<Listed> list_of(db::Reader& reader, InstitutionId institution, const Narrow& narrow, Which which,
                            const Position& from, std::int64_t most) {
    const auto span = span_of(which, from.begun_at);
    // They are tens, not thousands: all are read by the index of the one or the other, and put on their shelves.
    return reader.all<Listed>(R"sql(
        SELECT f.shelf, c.id, c.institution_id, c.owner_id, c.requested_by, k.code AS thread_code, c.person_id, c.subject_id,
               c.kind, c.danger, c.by_hand, c.negotiable, c.opened_at, c.due_at, c.loose_at, c.paused_at, c.fulfilled_at,
               c.cancelled_at, c.version
          FROM (SELECT CASE WHEN danger = 'imminent' THEN 0
                            WHEN loose_at > :now THEN 3
                            WHEN danger = 'high' THEN 1
                            ELSE 2 END AS shelf, id, loose_at
                  FROM commitment
                 WHERE id IN (SELECT id
                                FROM commitment
                               WHERE owner_id = :owner AND fulfilled_at IS NULL AND cancelled_at IS NULL
                              UNION
                              SELECT id
                                FROM commitment
                               WHERE person_id = :person AND fulfilled_at IS NULL AND cancelled_at IS NULL)
                   AND (:owner IS NULL OR owner_id = :owner)
                   AND (:person IS NULL OR person_id = :person)
                   AND institution_id = :institution
                   AND loose_at > :from
                   AND loose_at <= :until) f
          JOIN commitment c ON c.id = f.id
          LEFT JOIN thread t ON t.id = c.thread_id
          LEFT JOIN thread k ON k.id = COALESCE(t.joined_to, t.id)
         WHERE (f.shelf, f.loose_at, f.id) > (:shelf, :loose_at, :id)
         ORDER BY f.shelf, f.loose_at, f.id
         LIMIT :most
    )sql", {db::arg("now", from.begun_at), db::arg("owner", narrow.owner), db::arg("person", narrow.person),
            db::arg("institution", institution), db::arg("from", span.from), db::arg("until", span.until),
            db::arg("shelf", from.shelf), db::arg("loose_at", from.loose_at), db::arg("id", from.id),
            db::arg("most", most)});
}

std::int64_t count_loose(db::Reader& reader, InstitutionId institution, Time now) {
    return reader.one<std::int64_t>(R"sql(
        SELECT COUNT(*)
          FROM commitment
         WHERE institution_id = :institution
           AND loose_at <= :now
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
    )sql", {db::arg("institution", institution), db::arg("now", now)}).value();
}

std::int64_t count_loose_of(db::Reader& reader, InstitutionId institution, const Narrow& narrow, Time now) {
    return reader.one<std::int64_t>(R"sql(
        SELECT COUNT(*)
          FROM commitment
         WHERE id IN (SELECT id
                        FROM commitment
                       WHERE owner_id = :owner AND fulfilled_at IS NULL AND cancelled_at IS NULL
                      UNION
                      SELECT id
                        FROM commitment
                       WHERE person_id = :person AND fulfilled_at IS NULL AND cancelled_at IS NULL)
           AND (:owner IS NULL OR owner_id = :owner)
           AND (:person IS NULL OR person_id = :person)
           AND institution_id = :institution
           AND loose_at <= :now
    )sql", {db::arg("owner", narrow.owner), db::arg("person", narrow.person), db::arg("institution", institution),
            db::arg("now", now)}).value();
}

Result<Listed> find(db::Reader& reader, InstitutionId institution, CommitmentId id, Time now) {
    return reader.one<Listed>(R"sql(
        SELECT CASE WHEN c.danger = 'imminent' THEN 0
                    WHEN c.loose_at > :now THEN 3
                    WHEN c.danger = 'high' THEN 1
                    ELSE 2 END AS shelf, c.id, c.institution_id, c.owner_id, c.requested_by, k.code AS thread_code,
               c.person_id, c.subject_id, c.kind, c.danger, c.by_hand, c.negotiable, c.opened_at, c.due_at, c.loose_at,
               c.paused_at, c.fulfilled_at, c.cancelled_at, c.version
          FROM commitment c
          LEFT JOIN thread t ON t.id = c.thread_id
          LEFT JOIN thread k ON k.id = COALESCE(t.joined_to, t.id)
         WHERE c.id = :id
           AND c.institution_id = :institution
    )sql", {db::arg("now", now), db::arg("id", id), db::arg("institution", institution)});
}

std::vector<Requested> list_requested(db::Reader& reader, InstitutionId requested_by, Time after_due, CommitmentId after_id,
                                      std::int64_t most) {
    return reader.all<Requested>(R"sql(
        SELECT c.id, c.institution_id, t.code AS thread_code, c.subject_id, c.kind, c.danger, c.due_at, c.paused_at
          FROM commitment c
          LEFT JOIN thread t ON t.id = c.thread_id
         WHERE c.requested_by = :requested_by
           AND (c.due_at, c.id) > (:after_due, :after_id)
           AND c.fulfilled_at IS NULL
           AND c.cancelled_at IS NULL
         ORDER BY c.due_at, c.id
         LIMIT :most
    )sql", {db::arg("requested_by", requested_by), db::arg("after_due", after_due), db::arg("after_id", after_id),
            db::arg("most", most)});
}

std::vector<Abandoned> abandoned(db::Reader& reader, std::string_view kind, Time due_before, std::int64_t most) {
    return reader.all<Abandoned>(R"sql(
        SELECT id, institution_id, subject_id, due_at
          FROM commitment
         WHERE kind = :kind
           AND due_at < :due_before
           AND paused_at IS NULL
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY due_at, id
         LIMIT :most
    )sql", {db::arg("kind", kind), db::arg("due_before", due_before), db::arg("most", most)});
}

std::vector<Abandoned> unanswered(db::Reader& reader, std::string_view kind, Time due_before, std::int64_t most) {
    return reader.all<Abandoned>(R"sql(
        SELECT id, institution_id, subject_id, due_at
          FROM commitment
         WHERE kind = :kind
           AND due_at < :due_before
           AND escalates_at = :never
           AND paused_at IS NULL
           AND fulfilled_at IS NULL
           AND cancelled_at IS NULL
         ORDER BY due_at, id
         LIMIT :most
    )sql", {db::arg("never", k_never), db::arg("kind", kind), db::arg("due_before", due_before), db::arg("most", most)});
}

}  // namespace hebra::commitments
