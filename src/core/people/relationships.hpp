// Telling who is who to a person, and that it ended. Nothing here is needed before attending.
#pragma once
#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "core/people/relationship_store.hpp"

namespace hebra::people {

class Relationships {
  public:
    Relationships(db::Database& database, access::Vault& vault, audit::Audit& audit, const Clock& clock)
        : database_(database), vault_(vault), audit_(audit), clock_(clock) {}

    /// No: `relation_name_needed`, `relation_to_oneself`, `relation_not_here`, `too_many_relations`; `not_found` for another
    /// institution's person. The same Idempotency-Key gives the same relationship; that is a look, and recorded.
    Result<Relationship> add(const Actor& actor, PersonId person, const NewRelationship& given);

    /// All of them, the ended ones too. A look, recorded before it is returned.
    Result<std::vector<Relationship>> of(const Actor& actor, PersonId person);

    /// No: `relation_state` when it already stood so; `changed_meanwhile`.
    Result<Relationship> move(const Actor& actor, PersonId person, RelationshipId id, const RelationshipMove& move);

  private:
    Relationship opened(const store::RelationshipRow& row, const access::Sealing& sealing) const;
    void record_look(const Actor& actor, PersonId person);
    Result<Relationship> found(db::Reader& reader, const Actor& actor, PersonId person, RelationshipId id);

    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    const Clock& clock_;
};

}  // namespace hebra::people
