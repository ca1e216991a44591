// The statements that list contacts. Each begins at the narrowest index there is for what was asked.
#pragma once
#include "features/attention/search.hpp"
#include "features/attention/store.hpp"

namespace hebra::attention::store {

struct ListRow {
    ContactId id;
    ContactStatus status;
    ContactChannel channel;
    Direction direction;
    Time started_at;
    std::optional<Time> ended_at;
    Time entered_at;
    UserId agent_id;
    std::optional<PersonId> person_id;
    std::optional<std::string> thread_code;
    std::string topics;
    std::optional<RiskLevel> risk;
    std::optional<Disposition> disposition;
    int version;
};
BOOST_DESCRIBE_STRUCT(ListRow, (), (id, status, channel, direction, started_at, ended_at, entered_at, agent_id, person_id, thread_code,
                                    topics, risk, disposition, version))

/// A place in the list: what comes after it is older.
struct Position {
    Time started_at;
    ContactId id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (started_at, id))

/// The newest first, before the position (exclusive). The query's thread code and cursor are the caller's business.
std::vector<ListRow> list(db::Reader& reader, InstitutionId institution, const ContactQuery& query, const Position& before,
                          std::int64_t most);

}  // namespace hebra::attention::store
