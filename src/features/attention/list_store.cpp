#include "features/attention/list_store.hpp"

namespace hebra::attention::store {
namespace {

/// What every list shows, and what every list may be narrowed by.
constexpr std::string_view k_shown = R"sql(
    SELECT c.id, c.status, c.channel, c.direction, c.started_at, c.ended_at, c.entered_at, c.agent_id, c.person_id,
           t.code AS thread_code, c.topics, c.risk, c.disposition, c.version
      FROM contact c
      LEFT JOIN person p ON p.id = c.person_id
      LEFT JOIN thread h ON h.id = p.thread_id
      LEFT JOIN thread t ON t.id = COALESCE(h.joined_to, h.id)
     WHERE c.institution_id = :institution
       AND (:disposition IS NULL OR c.disposition = :disposition)
       AND (:status IS NULL OR c.status = :status)
)sql";

constexpr std::string_view k_in_order = R"sql(
       AND (c.started_at, c.id) < (:before, :before_id)
       AND c.started_at >= :from
     ORDER BY c.started_at DESC, c.id DESC
     LIMIT :most
)sql";

std::string statement(std::string_view narrowed) { return std::string(k_shown) + std::string(narrowed) + std::string(k_in_order); }

const std::string k_of_person = statement(R"sql(
       AND c.person_id = :person
       AND (:agent IS NULL OR c.agent_id = :agent)
       AND (:topic IS NULL OR EXISTS (SELECT 1 FROM contact_topic o WHERE o.contact_id = c.id AND o.topic = :topic))
)sql");

const std::string k_of_topic = std::string(R"sql(
    SELECT c.id, c.status, c.channel, c.direction, c.started_at, c.ended_at, c.entered_at, c.agent_id, c.person_id,
           t.code AS thread_code, c.topics, c.risk, c.disposition, c.version
      FROM contact_topic o
      JOIN contact c ON c.id = o.contact_id
      LEFT JOIN person p ON p.id = c.person_id
      LEFT JOIN thread h ON h.id = p.thread_id
      LEFT JOIN thread t ON t.id = COALESCE(h.joined_to, h.id)
     WHERE o.institution_id = :institution
       AND o.topic = :topic
       AND (:agent IS NULL OR c.agent_id = :agent)
       AND (:disposition IS NULL OR c.disposition = :disposition)
       AND (:status IS NULL OR c.status = :status)
       AND (o.started_at, o.contact_id) < (:before, :before_id)
       AND o.started_at >= :from
     ORDER BY o.started_at DESC, o.contact_id DESC
     LIMIT :most
)sql");

const std::string k_of_agent = statement("       AND c.agent_id = :agent\n");
const std::string k_all = statement("");

}  // namespace

std::vector<ListRow> list(db::Reader& reader, InstitutionId institution, const ContactQuery& query, const Position& before,
                          std::int64_t most) {
    std::vector<db::Arg> args{db::arg("institution", institution), db::arg("disposition", query.disposition),
                              db::arg("status", query.status), db::arg("before", before.started_at),
                              db::arg("before_id", before.id), db::arg("from", query.from.value_or(Time::min())),
                              db::arg("most", most)};
    if (query.person_id || query.topic || query.agent_id) args.push_back(db::arg("agent", query.agent_id));
    if (query.person_id || query.topic) args.push_back(db::arg("topic", query.topic));
    if (query.person_id) {
        args.push_back(db::arg("person", *query.person_id));
        return reader.all<ListRow>(k_of_person, db::Args(args));
    }
    if (query.topic) return reader.all<ListRow>(k_of_topic, db::Args(args));
    return reader.all<ListRow>(query.agent_id ? k_of_agent : k_all, db::Args(args));
}

}  // namespace hebra::attention::store
