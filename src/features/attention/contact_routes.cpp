#include "features/attention/api.hpp"
#include "features/attention/routes.hpp"

namespace hebra::attention {
namespace {

/// A write-up with every question answered at length; what is longer is an attachment.
constexpr std::size_t k_most_body = 512 * 1024;

struct ListQuery {
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ListQuery, (), (cursor))

struct EarlierList {
    std::vector<EarlierContact> items;
};
BOOST_DESCRIBE_STRUCT(EarlierList, (), (items))

struct ColleagueList {
    std::vector<Colleague> items;
};
BOOST_DESCRIBE_STRUCT(ColleagueList, (), (items))

void add_list_routes(http::Router& router, Search& search) {
    router.get("/api/v1/contacts")
        .allow(k_contact_read)
        .summary("Contacts of one's institution, the newest first; nothing of what was said")
        .handle<ListQuery>([&search](const http::Call& call, const ListQuery& query) {
            ContactQuery all;
            all.cursor = query.cursor;
            return search.run(call.actor(), all);
        });

    router.post("/api/v1/contacts/search")
        .allow(k_contact_read)
        .summary("Find contacts by person, thread code, topic, dates, agent or disposition")
        .handle<ContactQuery>([&search](const http::Call& call, const ContactQuery& body) { return search.run(call.actor(), body); });
}

}  // namespace

void add_contact_routes(http::Router& router, Contacts& contacts, Search& search) {
    add_list_routes(router, search);

    router.get("/api/v1/contacts/agents")
        .allow(k_contact_read)
        .summary("Who attended in one's institution, also who does no more: whose contacts may be looked for")
        .handle([&contacts](const http::Call& call) -> Result<ColleagueList> { return ColleagueList{contacts.agents(call.actor())}; });

    router.get("/api/v1/contacts/colleagues")
        .allow(k_contact_write)
        .summary("Who works in one's institution: on whose behalf a contact may be written")
        .handle([&contacts](const http::Call& call) -> Result<ColleagueList> {
            return ColleagueList{contacts.colleagues(call.actor())};
        });

    router.post("/api/v1/contacts")
        .allow(k_contact_write)
        .summary("Write up a contact; with a disposition it is closed at once")
        .body_limit(k_most_body)
        .handle<NewContact>([&contacts](const http::Call& call, const NewContact& body) -> Result<http::Created<Contact>> {
            HEBRA_TRY(auto contact, contacts.create(call.actor(), body));
            const auto location = "/api/v1/contacts/" + contact.id.text();
            return http::Created<Contact>{std::move(contact), location};
        });

    router.get("/api/v1/contacts/{id}")
        .allow(k_contact_read)
        .summary("Open a contact of one's institution; the look is recorded")
        .handle([&contacts](const http::Call& call) -> Result<Contact> {
            HEBRA_TRY(const auto id, call.path<ContactId>("id"));
            return contacts.open(call.actor(), id);
        });

    router.patch("/api/v1/contacts/{id}")
        .allow(k_contact_write)
        .summary("Change what is named; null clears. A closed contact is corrected with a reason")
        .body_limit(k_most_body)
        .handle<ContactChange>([&contacts](const http::Call& call, const ContactChange& body) -> Result<Contact> {
            HEBRA_TRY(const auto id, call.path<ContactId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            return contacts.change(call.actor(), id, body, seen);
        });

    router.post("/api/v1/contacts/{id}/moves")
        .allow(k_contact_write)
        .summary("Close, reopen, attach to a person or detach, hand to a colleague")
        .handle<ContactMove>([&contacts](const http::Call& call, const ContactMove& body) -> Result<Contact> {
            HEBRA_TRY(const auto id, call.path<ContactId>("id"));
            return contacts.move(call.actor(), id, body);
        });

    router.get("/api/v1/contacts/{id}/versions")
        .allow(k_contact_read)
        .summary("What a contact said before each correction, and why it was corrected")
        .handle([&contacts](const http::Call& call) -> Result<EarlierList> {
            HEBRA_TRY(const auto id, call.path<ContactId>("id"));
            HEBRA_TRY(auto items, contacts.earlier(call.actor(), id));
            return EarlierList{std::move(items)};
        });
}

}  // namespace hebra::attention
