#include "features/people_pages/api.hpp"
#include "features/people_pages/routes.hpp"

namespace hebra::people_pages {
namespace {

struct DraftList {
    std::vector<drafts::Draft> items;
};
BOOST_DESCRIBE_STRUCT(DraftList, (), (items))

/// Both: that one alone, or none. Neither: all.
struct DraftQuery {
    std::optional<std::string> form;
    std::optional<std::string> record;
};
BOOST_DESCRIBE_STRUCT(DraftQuery, (), (form, record))

Result<DraftList> listed(drafts::Drafts& drafts, const Actor& actor, const DraftQuery& query) {
    if (query.form && query.record) {
        HEBRA_CHECK(drafts::check_name(*query.form, *query.record, '?'));
        auto found = drafts.find(actor, *query.form, *query.record);
        if (found) return DraftList{{*std::move(found)}};
        if (found.error().kind == Refused::not_found) return DraftList{};
        return Refuse(std::move(found).error());
    }
    if (query.form || query.record) return refuse_field(query.form ? "?record" : "?form", drafts::words::k_draft_by_halves);
    return DraftList{drafts.mine(actor)};
}

}  // namespace

void add_draft_routes(http::Router& router, drafts::Drafts& drafts) {
    router.get("/api/v1/drafts")
        .allow(k_draft)
        .summary("What one was writing and has not sent; with form and record, that draft alone, or none")
        .handle<DraftQuery>([&drafts](const http::Call& call, const DraftQuery& query) { return listed(drafts, call.actor(), query); });

    router.get("/api/v1/drafts/{form}/{record}")
        .allow(k_draft)
        .summary("One draft of one's own")
        .handle([&drafts](const http::Call& call) -> Result<drafts::Draft> {
            HEBRA_TRY(const auto form, call.path<std::string>("form"));
            HEBRA_TRY(const auto record, call.path<std::string>("record"));
            return drafts.find(call.actor(), form, record);
        });

    router.put("/api/v1/drafts/{form}/{record}")
        .allow(k_draft)
        .summary("Keep what one is writing; sealed, 14 days")
        .handle<drafts::SaveDraft>([&drafts](const http::Call& call, const drafts::SaveDraft& body) -> Result<drafts::Draft> {
            HEBRA_TRY(const auto form, call.path<std::string>("form"));
            HEBRA_TRY(const auto record, call.path<std::string>("record"));
            return drafts.save(call.actor(), form, record, body);
        });

    router.remove("/api/v1/drafts/{form}/{record}")
        .allow(k_draft)
        .summary("Throw a draft away")
        .handle([&drafts](const http::Call& call) -> Result<> {
            HEBRA_TRY(const auto form, call.path<std::string>("form"));
            HEBRA_TRY(const auto record, call.path<std::string>("record"));
            drafts.remove(call.actor(), form, record);
            return {};
        });
}

}  // namespace hebra::people_pages
