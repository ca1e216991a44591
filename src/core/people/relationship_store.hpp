// Every SQL statement about relationships. What they say is sealed before it comes here.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "core/people/relationship.hpp"
#include "platform/db/database.hpp"

namespace hebra::people::store {

struct RelationshipRow {
    RelationshipId id;
    std::optional<PersonId> other_person_id;
    std::optional<std::string> other_thread_code;
    Bytes content;
    Time created_at;
    std::optional<Time> ended_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(RelationshipRow, (), (id, other_person_id, other_thread_code, content, created_at, ended_at, version))

void add_relationship(db::Tx& tx, InstitutionId institution, PersonId person, const RelationshipRow& row, audit::EntryId audit_id);
/// In the order they were told; the ended ones too.
std::vector<RelationshipRow> relationships(db::Reader& reader, InstitutionId institution, PersonId person);
Result<RelationshipRow> relationship(db::Reader& reader, InstitutionId institution, PersonId person, RelationshipId id);
std::int64_t count_relationships(db::Reader& reader, InstitutionId institution, PersonId person);
/// False when somebody moved it since `seen`.
bool end_relationship(db::Tx& tx, InstitutionId institution, RelationshipId id, std::optional<Time> ended_at, int seen,
                      audit::EntryId audit_id);

extern const audit::Anchor k_relationship_anchor;

}  // namespace hebra::people::store
