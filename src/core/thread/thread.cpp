#include "core/thread/thread.hpp"

#include <stdexcept>

#include "core/people/threads.hpp"
#include "core/thread/sight.hpp"

namespace hebra::thread {
namespace {

const std::string k_timeline = std::string(k_with_sight) + R"sql(
    SELECT e.id, e.institution_id, e.event_at, e.entered_at, e.kind, e.subject_id, e.user_id,
           CASE WHEN e.institution_id = :viewer OR e.shared_with = :viewer THEN 1 ELSE 0 END AS party
      FROM thread_event e
     WHERE e.thread_id = :thread
       AND (e.event_at, e.id) < (:event_at, :id)
       AND (e.institution_id = :viewer OR e.shared_with = :viewer OR
)sql" + std::string(k_in_sight) + R"sql(
       )
     ORDER BY e.event_at DESC, e.id DESC
     LIMIT :most
)sql";

}  // namespace

const std::string& timeline_sql() { return k_timeline; }

const audit::Anchor k_anchor{"thread_event", R"sql(
    SELECT r.audit_id
      FROM thread_event r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

EventId add(db::Tx& tx, const NewEvent& event) {
    if (event.data_class < 0 || event.data_class > k_highest_class) throw std::logic_error("an event of no data class");
    const auto id = EventId::make(event.entered_at);
    tx.add(R"sql(
        INSERT INTO thread_event (id, thread_id, institution_id, event_at, entered_at, kind, data_class, visibility,
                                  shared_with, subject_id, user_id, audit_id)
        VALUES (:id, :thread, :institution, :event_at, :entered_at, :kind, :data_class, :visibility, :shared_with, :subject,
                :user, :audit)
    )sql", {db::arg("id", id), db::arg("thread", people::threads::hold(tx, event.thread_id)), db::arg("institution", event.institution_id),
            db::arg("event_at", event.event_at), db::arg("entered_at", event.entered_at), db::arg("kind", event.kind),
            db::arg("data_class", event.data_class), db::arg("visibility", event.visibility),
            db::arg("shared_with", event.shared_with), db::arg("subject", event.subject_id), db::arg("user", event.user_id),
            db::arg("audit", event.audit_id)});
    return id;
}

Result<std::vector<Event>> timeline(db::Reader& reader, InstitutionId viewer, ThreadId thread, Time now, const Position& before,
                                    std::int64_t most) {
    HEBRA_CHECK(reader.one<PersonId>("SELECT id FROM person WHERE institution_id = :viewer AND thread_id = :thread",
                                     {db::arg("viewer", viewer), db::arg("thread", thread)}));
    auto args = sight_args(viewer, thread, now);
    args.insert(args.end(), {db::arg("event_at", before.event_at), db::arg("id", before.id), db::arg("most", most)});
    auto events = reader.all<Event>(k_timeline, args);
    for (auto& event : events)
        if (event.institution_id != viewer) event.user_id = UserId{};
    return events;
}

}  // namespace hebra::thread
