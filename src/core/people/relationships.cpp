#include "core/people/relationships.hpp"

#include "access/once/once.hpp"
#include "core/people/store.hpp"
#include "platform/json/own.hpp"

namespace hebra::people {
namespace {

constexpr std::string_view k_place = "relationship.content";

/// Against what the caller can see: itself, and the people of their own institution.
Result<> check(db::Reader& reader, InstitutionId institution, PersonId person, const NewRelationship& given) {
    if (given.other_person_id == person) return refuse_field("/other_person_id", words::k_relation_to_oneself);
    if (given.other_person_id && !store::find(reader, institution, *given.other_person_id))
        return refuse_field("/other_person_id", words::k_relation_not_here);
    if (!given.other_person_id && !given.name) return refuse_field("/name", words::k_relation_name_needed);
    if (store::count_relationships(reader, institution, person) >= k_most_relationships)
        return refuse(Refused::conflict, words::k_too_many_relations);
    return {};
}

}  // namespace

Relationship Relationships::opened(const store::RelationshipRow& row, const access::Sealing& sealing) const {
    Relationship told;
    static_cast<Relation&>(told) = json::read_own<Relation>(sealing.open(k_place, row.id.value(), row.content));
    told.id = row.id;
    told.other_person_id = row.other_person_id;
    told.other_thread_code = row.other_thread_code;
    told.created_at = row.created_at;
    told.ended_at = row.ended_at;
    told.version = row.version;
    return told;
}

Result<Relationship> Relationships::found(db::Reader& reader, const Actor& actor, PersonId person, RelationshipId id) {
    HEBRA_TRY(const auto row, store::relationship(reader, actor.institution, person, id));
    HEBRA_TRY(const auto sealing, vault_.subject(reader, actor.institution, person.value()));
    return opened(row, sealing);
}

Result<Relationship> Relationships::add(const Actor& actor, PersonId person, const NewRelationship& given) {
    const Time now = clock_.now();
    const auto id = RelationshipId::make(now);
    HEBRA_TRY(const auto sealing, database_.read([&](db::Reader& reader) -> Result<access::Sealing> {
        HEBRA_CHECK(store::find(reader, actor.institution, person));
        HEBRA_CHECK(check(reader, actor.institution, person, given));
        return vault_.subject(reader, actor.institution, person.value());
    }));
    const Relation& said = given;
    const auto content = sealing.seal(k_place, id.value(), json::write(said));
    bool again = false;
    HEBRA_TRY(auto kept, database_.write([&](db::Tx& tx) -> Result<Relationship> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, id.text(), now));
        again = before.has_value();
        if (again) return found(tx, actor, person, RelationshipId::parse(*before).value());
        const auto entry = audit_.record(tx, actor, {.action = "person.relationship.add", .subject = id.value(), .person = person.value()});
        store::add_relationship(tx, actor.institution, person, {id, given.other_person_id, {}, content, now, {}, 1}, entry);
        return found(tx, actor, person, id);
    }));
    if (again) record_look(actor, person);
    return kept;
}

Result<std::vector<Relationship>> Relationships::of(const Actor& actor, PersonId person) {
    HEBRA_TRY(auto all, database_.read([&](db::Reader& reader) -> Result<std::vector<Relationship>> {
        HEBRA_CHECK(store::find(reader, actor.institution, person));
        HEBRA_TRY(const auto sealing, vault_.subject(reader, actor.institution, person.value()));
        std::vector<Relationship> told;
        for (const auto& row : store::relationships(reader, actor.institution, person)) told.push_back(opened(row, sealing));
        return told;
    }));
    record_look(actor, person);
    return all;
}

Result<Relationship> Relationships::move(const Actor& actor, PersonId person, RelationshipId id, const RelationshipMove& move) {
    const Time now = clock_.now();
    const bool ends = move.action == RelationshipAction::end;
    bool again = false;
    HEBRA_TRY(auto kept, database_.write([&](db::Tx& tx) -> Result<Relationship> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        HEBRA_TRY(const auto before, found(tx, actor, person, id));
        again = twice.has_value();
        if (again) return before;
        if (before.ended_at.has_value() == ends) return refuse(Refused::conflict, words::k_relation_state);
        const auto entry = audit_.record(tx, actor, {.action = ends ? "person.relationship.end" : "person.relationship.resume",
                                                     .subject = id.value(),
                                                     .person = person.value()});
        if (!store::end_relationship(tx, actor.institution, id, ends ? std::optional(now) : std::nullopt, move.version, entry))
            return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        return found(tx, actor, person, id);
    }));
    if (again) record_look(actor, person);
    return kept;
}

void Relationships::record_look(const Actor& actor, PersonId person) {
    audit_.record_view(database_, actor,
                       {.action = "person.view", .subject = person.value(), .person = person.value(), .fields = {"relationships"}});
}

}  // namespace hebra::people
