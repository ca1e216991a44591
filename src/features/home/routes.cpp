#include "features/home/routes.hpp"

#include "features/attention/api.hpp"
#include "features/home/api.hpp"
#include "features/referrals/api.hpp"

namespace hebra::home {

void add_home_routes(http::Router& router, Home& home, Timelines& timelines, Threads& threads) {
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

    router.get("/api/v1/people/{id}/thread/promises")
        .allow(k_thread_read)
        .summary("What others owe on a person's thread, and when nobody acted in time, as one's own institution may see it")
        .handle([&threads](const http::Call& call) -> Result<ThreadPromises> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            return threads.promises(call.actor(), id);
        });

    router.get("/api/v1/people/{id}/thread/words")
        .allow(attention::k_contact_read)
        .summary("What a person said, in their words, beside the events at which it was heard; the look is recorded")
        .handle([&threads](const http::Call& call) -> Result<SayingList> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            return threads.sayings(call.actor(), id);
        });

    router.get("/api/v1/threads/{code}")
        .allow(referrals::k_referral_read)
        .summary("Where a thread is for one's own institution: its person, or a referral it has a part in")
        .handle([&threads](const http::Call& call) -> Result<ThreadPlace> {
            HEBRA_TRY(const auto code, call.path<std::string>("code"));
            return threads.place(call.actor(), code);
        });
}

}  // namespace hebra::home
