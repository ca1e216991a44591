#include "platform/mail/store.hpp"

#include "platform/db/list.hpp"

namespace hebra::mail::store {
namespace {

struct DueRow {
    LetterId id;
    InstitutionId institution_id;
    std::string kind;
    Uuid subject_id;
    State state;
    int attempts;
    int reply_code;
    Time created_at;
    std::optional<Time> finished_at;
    std::optional<Bytes> content;
    Time useful_until;
};
BOOST_DESCRIBE_STRUCT(DueRow, (), (id, institution_id, kind, subject_id, state, attempts, reply_code, created_at, finished_at,
                                   content, useful_until))

}  // namespace

void add(db::Tx& tx, const Envelope& e, const Bytes& content, Time useful_until, Uuid audit_id) {
    tx.add(R"sql(
        INSERT INTO outbox (id, institution_id, kind, subject_id, content, state, not_before, useful_until, lease_until,
                            attempts, reply_code, created_at, audit_id)
        VALUES (:id, :institution, :kind, :subject, :content, :state, :now, :useful_until, 0, 0, 0, :now, :audit)
    )sql", {db::arg("id", e.id), db::arg("institution", e.institution_id), db::arg("kind", e.kind),
            db::arg("subject", e.subject_id), db::arg("content", content), db::arg("state", e.state),
            db::arg("now", e.created_at), db::arg("useful_until", useful_until), db::arg("audit", audit_id)});
}

std::optional<Row> due(db::Tx& tx, Time now) {
    auto row = tx.maybe<DueRow>(R"sql(
        SELECT id, institution_id, kind, subject_id, state, attempts, reply_code, created_at, finished_at, content,
               useful_until
          FROM outbox
         WHERE state = 'pending'
           AND not_before <= :now
         ORDER BY not_before, id
         LIMIT 1
           FOR UPDATE SKIP LOCKED
    )sql", {db::arg("now", now)});
    if (!row) return std::nullopt;
    return Row{{row->id, row->institution_id, std::move(row->kind), row->subject_id, row->state, row->attempts, row->reply_code,
                row->created_at, row->finished_at},
               std::move(row->content),
               row->useful_until};
}

bool wire(db::Tx& tx, LetterId id, Time lease_until) {
    return tx.run(R"sql(
        UPDATE outbox
           SET state = 'wired', lease_until = :until, attempts = attempts + 1
         WHERE id = :id
           AND state = 'pending'
    )sql", {db::arg("until", lease_until), db::arg("id", id)}) == 1;
}

bool settle(db::Tx& tx, const Envelope& e, Time not_before, Uuid audit_id) {
    return tx.run(R"sql(
        UPDATE outbox
           SET state = :state, not_before = :not_before, reply_code = :code, finished_at = :finished,
               content = CASE WHEN :state = 'pending' THEN content ELSE NULL END, audit_id = :audit
         WHERE id = :id
           AND state = 'wired'
           AND attempts = :attempts
    )sql", {db::arg("state", e.state), db::arg("not_before", not_before), db::arg("code", e.reply_code),
            db::arg("finished", e.finished_at), db::arg("audit", audit_id), db::arg("id", e.id),
            db::arg("attempts", e.attempts)}) == 1;
}

std::vector<Envelope> lapsed(db::Tx& tx, Time now, std::int64_t most) {
    return tx.all<Envelope>(R"sql(
        SELECT id, institution_id, kind, subject_id, state, attempts, reply_code, created_at, finished_at
          FROM outbox
         WHERE state = 'wired'
           AND lease_until < :now
         ORDER BY lease_until, id
         LIMIT :most
           FOR UPDATE SKIP LOCKED
    )sql", {db::arg("now", now), db::arg("most", most)});
}

std::int64_t cancel(db::Tx& tx, Uuid subject, std::string_view kind, Time now, Uuid audit_id) {
    return tx.run(R"sql(
        UPDATE outbox
           SET state = 'cancelled', content = NULL, finished_at = :now, audit_id = :audit
         WHERE subject_id = :subject
           AND kind = :kind
           AND state = 'pending'
    )sql", {db::arg("now", now), db::arg("audit", audit_id), db::arg("subject", subject), db::arg("kind", kind)});
}

std::vector<Envelope> newest(db::Reader& reader, InstitutionId institution, std::string_view kind) {
    return reader.all<Envelope>(R"sql(
        SELECT o.id, o.institution_id, o.kind, o.subject_id, o.state, o.attempts, o.reply_code, o.created_at, o.finished_at
          FROM outbox o
         WHERE o.institution_id = :institution
           AND o.kind = :kind
           AND NOT EXISTS (SELECT 1
                             FROM outbox later
                            WHERE later.subject_id = o.subject_id
                              AND later.kind = o.kind
                              AND (later.created_at > o.created_at OR (later.created_at = o.created_at AND later.id > o.id)))
         ORDER BY o.created_at, o.id
    )sql", {db::arg("institution", institution), db::arg("kind", kind)});
}

std::vector<Envelope> about(db::Reader& reader, std::span<const Uuid> subjects, std::string_view kind) {
    std::vector<db::Arg> args = {db::arg("kind", kind)};
    db::add_list(args, subjects);
    return reader.all<Envelope>(R"sql(
        SELECT o.id, o.institution_id, o.kind, o.subject_id, o.state, o.attempts, o.reply_code, o.created_at, o.finished_at
          FROM outbox o
         WHERE o.kind = :kind
           AND o.subject_id IN (:l0, :l1, :l2, :l3, :l4, :l5, :l6, :l7, :l8, :l9, :l10, :l11, :l12, :l13, :l14, :l15,
                                :l16, :l17, :l18, :l19, :l20, :l21, :l22, :l23, :l24, :l25, :l26, :l27, :l28, :l29,
                                :l30, :l31, :l32, :l33, :l34, :l35, :l36, :l37, :l38, :l39, :l40, :l41, :l42, :l43,
                                :l44, :l45, :l46, :l47, :l48, :l49)
         ORDER BY o.created_at, o.id
    )sql", args);
}

std::int64_t disown(db::Tx& tx, Time now, Uuid audit_id) {
    return tx.run(R"sql(
        UPDATE outbox
           SET state = 'unknown', content = NULL, finished_at = :now, audit_id = :audit
         WHERE finished_at IS NULL
    )sql", {db::arg("now", now), db::arg("audit", audit_id)});
}

std::int64_t forget(db::Tx& tx, Time before) {
    return tx.run("DELETE FROM outbox WHERE finished_at < :before", {db::arg("before", before)});
}

}  // namespace hebra::mail::store
