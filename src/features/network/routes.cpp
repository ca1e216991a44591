#include "features/network/routes.hpp"

#include "features/network/api.hpp"
#include "features/network/network.hpp"

// Services of the directory have a standing too.
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::institutions::Standing> = "AgreementStanding";

namespace hebra::network {
namespace {

struct FoundInstitution {
    std::string name;
    institutions::LegalNature legal_nature;
    institutions::Sector sector;
    std::optional<territory::Region> region;
    std::optional<territory::Comuna> comuna;
};
BOOST_DESCRIBE_STRUCT(FoundInstitution, (), (name, legal_nature, sector, region, comuna))

struct NamedContacts {
    std::vector<institutions::ContactPerson> people;  ///< in the order in which to call them; whoever is left out is forgotten
};
BOOST_DESCRIBE_STRUCT(NamedContacts, (), (people))

Date today(const Clock& clock) { return calendar::local_time(calendar::Zone::santiago(), clock.now()).date; }

void add_institution_routes(http::Router& router, institutions::Institutions& institutions, institutions::ContactPeople& contacts) {
    router.get("/api/v1/institutions/{id}")
        .allow(k_network_read)
        .summary("One institution of one's network")
        .handle([&](const http::Call& call) -> Result<InstitutionPage> {
            HEBRA_TRY(const auto id, call.path<InstitutionId>("id"));
            return page_of(institutions, call.actor(), id);
        });

    router.patch("/api/v1/institutions/{id}")
        .allow(k_institution_correct)
        .summary("Correct what is said of an institution: one's own; for whoever coordinates, also others of the network")
        .handle<institutions::InstitutionChange>([&](const http::Call& call, const institutions::InstitutionChange& body) -> Result<institutions::Institution> {
            HEBRA_TRY(const auto id, call.path<InstitutionId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            return correct(institutions, call.actor(), id, body, seen);
        });

    router.get("/api/v1/institutions/{id}/contacts")
        .allow(k_network_read)
        .summary("Whom to call there when in doubt; told to those who work with it, never to the public")
        .handle([&](const http::Call& call) -> Result<institutions::ContactPeopleList> {
            HEBRA_TRY(const auto id, call.path<InstitutionId>("id"));
            return contacts_of(institutions, contacts, call.actor(), id);
        });

    router.put("/api/v1/institutions/{id}/contacts")
        .allow(k_contacts_name)
        .summary("Name whom to call, all at once: whoever is left out is forgotten")
        .versioned()
        .handle<NamedContacts>([&](const http::Call& call, const NamedContacts& body) -> Result<institutions::ContactPeopleList> {
            HEBRA_TRY(const auto id, call.path<InstitutionId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            return name_contacts(institutions, contacts, call.actor(), id, body.people, seen);
        });
}

}  // namespace

void add_network_routes(http::Router& router, institutions::Institutions& institutions, institutions::ContactPeople& contacts,
                        const Clock& clock, BetweenOf between) {
    add_institution_routes(router, institutions, contacts);
    router.get("/api/v1/institutions")
        .signed_in("one's own network: whom one works with is no secret to those who work there")
        .summary("The institutions of one's network; for whoever coordinates, those without an agreement too")
        .handle([&](const http::Call& call) -> Result<InstitutionList> {
            return InstitutionList{institutions_for(institutions, call.actor())};
        });

    router.get("/api/v1/network")
        .allow(k_network_read)
        .summary("The matrix of levels: institutions, agreements in force, what each level allows")
        .handle([&](const http::Call& call) -> Result<Network> {
            return network_of(institutions, call.actor(), today(clock));
        });

    router.post("/api/v1/institutions")
        .allow(k_institution_found)
        .summary("Found an institution, with its own keys and audit chain")
        .handle<FoundInstitution>([&](const http::Call& call, const FoundInstitution& body) -> Result<http::Created<institutions::Institution>> {
            HEBRA_TRY(auto founded, institutions.found(call.actor(), {body.name, body.legal_nature, body.sector, body.region, body.comuna},
                                                          [&] { return institutions_for(institutions, call.actor()); }));
            return http::Created<institutions::Institution>{std::move(founded), "/api/v1/institutions"};
        });

    router.post("/api/v1/agreements")
        .allow(k_agreement_sign)
        .summary("Propose an agreement to another institution; who coordinates may propose one to two others, and each signs it")
        .handle<institutions::NewAgreement>([&](const http::Call& call, const institutions::NewAgreement& body) -> Result<http::Created<institutions::Agreement>> {
            HEBRA_TRY(auto agreement, agree(institutions, call.actor(), body));
            return http::Created<institutions::Agreement>{std::move(agreement), "/api/v1/network"};
        });

    router.post("/api/v1/agreements/{id}/moves")
        .allow(k_agreement_sign)
        .summary("Sign or decline a proposed agreement, or end one on a day")
        .handle<AgreementMove>([&](const http::Call& call, const AgreementMove& body) -> Result<institutions::Agreement> {
            HEBRA_TRY(const auto id, call.path<institutions::AgreementId>("id"));
            return move(institutions, call.actor(), id, body);
        });

    router.get("/api/v1/agreements/{id}/ending")
        .allow(k_agreement_sign)
        .summary("What ending an agreement would change; nothing is changed")
        .handle([&institutions, between = std::move(between)](const http::Call& call) -> Result<EndingEffects> {
            HEBRA_TRY(const auto id, call.path<institutions::AgreementId>("id"));
            return ending(institutions, call.actor(), id, between);
        });
}

}  // namespace hebra::network
