#include "features/people_pages/api.hpp"
#include "features/people_pages/routes.hpp"

namespace hebra::people_pages {

void add_people_routes(http::Router& router, people::People& people, Views& views) {
    router.post("/api/v1/people")
        .allow(k_person_write)
        .summary("Record a person; the return code is told this once")
        .handle<people::NewPerson>([&people](const http::Call& call, const people::NewPerson& body) -> Result<http::Created<people::Person>> {
            HEBRA_TRY(auto person, people.create(call.actor(), body));
            const auto location = "/api/v1/people/" + person.id.text();
            return http::Created<people::Person>{std::move(person), location};
        });

    router.post("/api/v1/people/search")
        .allow(k_person_read)
        .summary("Find people of one's institution by what is known of them; masked")
        .handle<people::PersonQuery>([&people](const http::Call& call, const people::PersonQuery& body) {
            return people.search(call.actor(), body);
        });

    router.get("/api/v1/people/{id}")
        .allow(k_person_read)
        .summary("Open a person of one's institution; the look is recorded")
        .handle([&people](const http::Call& call) -> Result<people::Person> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            return people.open(call.actor(), id);
        });

    router.patch("/api/v1/people/{id}")
        .allow(k_person_write)
        .summary("Change what is named; null clears")
        .handle<people::PersonChange>([&people](const http::Call& call, const people::PersonChange& body) -> Result<people::Person> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            return people.change(call.actor(), id, body, seen);
        });

    router.get("/api/v1/people/{id}/views")
        .allow(k_person_views)
        .summary("Who looked at, changed or was refused this person's record; reading it is recorded too")
        .handle<ViewsQuery>([&views](const http::Call& call, const ViewsQuery& query) -> Result<ViewsPage> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            return views.of(call.actor(), id, query);
        });

    router.post("/api/v1/people/by-code")
        .allow(k_person_views)
        .summary("Which person of one's institution a code is, for who may see who looked")
        .handle<CodeQuery>([&views](const http::Call& call, const CodeQuery& body) { return views.find(call.actor(), body); });
}

}  // namespace hebra::people_pages
