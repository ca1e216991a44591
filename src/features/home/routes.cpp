#include "features/home/routes.hpp"

#include "features/home/api.hpp"

namespace hebra::home {

void add_home_routes(http::Router& router, Home& home, Timelines& timelines) {
    router.get("/api/v1/commitments")
        .allow(k_commitment_read)
        .summary("What one's institution must do: imminent danger, loose by danger then age, due this shift, the rest")
        .handle<CommitmentQuery>([&home](const http::Call& call, const CommitmentQuery& query) {
            return home.list(call.actor(), query);
        });

    router.get("/api/v1/commitments/requested")
        .allow(k_commitment_read)
        .summary("What other institutions owe one's own: state and due date")
        .handle<CursorQuery>([&home](const http::Call& call, const CursorQuery& query) {
            return home.requested(call.actor(), query.cursor);
        });

    router.get("/api/v1/commitments/{id}")
        .allow(k_commitment_read)
        .summary("One commitment of one's institution")
        .handle([&home](const http::Call& call) -> Result<CommitmentItem> {
            HEBRA_TRY(const auto id, call.path<CommitmentId>("id"));
            return home.find(call.actor(), id);
        });

    router.post("/api/v1/commitments/{id}/moves")
        .allow(k_commitment_move)
        .summary("Take a commitment, give it back, hand it over, set a new date, or say that it is done")
        .handle<commitments::Move>([&home](const http::Call& call, const commitments::Move& body) -> Result<CommitmentItem> {
            HEBRA_TRY(const auto id, call.path<CommitmentId>("id"));
            return home.move(call.actor(), id, body);
        });

    router.get("/api/v1/people/{id}/thread")
        .allow(k_thread_read)
        .summary("A person's thread across institutions, as one's own may see it; the look is recorded")
        .handle<CursorQuery>([&timelines](const http::Call& call,
                                          const CursorQuery& query) -> Result<http::Page<ThreadEvent>> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            return timelines.of(call.actor(), id, query.cursor);
        });
}

}  // namespace hebra::home
