#include "features/people_pages/api.hpp"
#include "features/people_pages/routes.hpp"

namespace hebra::people_pages {
namespace {

struct RelationshipList {
    std::vector<people::Relationship> items;
};
BOOST_DESCRIBE_STRUCT(RelationshipList, (), (items))

}  // namespace

void add_relationship_routes(http::Router& router, people::Relationships& relationships) {
    router.get("/api/v1/people/{id}/relationships")
        .allow(k_person_read)
        .summary("Who is who to a person, the ended ones too; the look is recorded")
        .handle([&relationships](const http::Call& call) -> Result<RelationshipList> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            HEBRA_TRY(auto items, relationships.of(call.actor(), id));
            return RelationshipList{std::move(items)};
        });

    router.post("/api/v1/people/{id}/relationships")
        .allow(k_person_write)
        .summary("Tell who somebody is to a person: by name, or somebody recorded in one's institution")
        .handle<people::NewRelationship>(
            [&relationships](const http::Call& call, const people::NewRelationship& body) -> Result<http::Created<people::Relationship>> {
                HEBRA_TRY(const auto id, call.path<PersonId>("id"));
                HEBRA_TRY(auto told, relationships.add(call.actor(), id, body));
                const auto location = "/api/v1/people/" + id.text() + "/relationships/" + told.id.text();
                return http::Created<people::Relationship>{std::move(told), location};
            });

    router.post("/api/v1/people/{id}/relationships/{relationship}/moves")
        .allow(k_person_write)
        .summary("A relationship ended, or did not end after all; nothing is deleted")
        .handle<people::RelationshipMove>(
            [&relationships](const http::Call& call, const people::RelationshipMove& body) -> Result<people::Relationship> {
                HEBRA_TRY(const auto id, call.path<PersonId>("id"));
                HEBRA_TRY(const auto relationship, call.path<RelationshipId>("relationship"));
                return relationships.move(call.actor(), id, relationship, body);
            });
}

}  // namespace hebra::people_pages
