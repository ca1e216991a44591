#include "app/demo/demo.hpp"

#include "app/demo/contact_people.hpp"
#include "app/demo/contacts.hpp"
#include "app/demo/edges.hpp"
#include "app/demo/endings.hpp"
#include "app/demo/forms.hpp"
#include "app/demo/holding.hpp"
#include "app/demo/lives.hpp"
#include "app/demo/people.hpp"
#include "app/demo/referrals.hpp"
#include "app/demo/rights.hpp"
#include "app/demo/services.hpp"
#include "app/demo/uses.hpp"

namespace hebra::app {
namespace {

using institutions::LegalNature;
using institutions::NewInstitution;
using institutions::Sector;
using access::Role;

struct DemoInstitution {
    std::string_view name;
    LegalNature legal_nature;
    Sector sector;
    std::string_view comuna;  ///< CUT; empty: the whole country
};

/// Attending institutions are invented and say so; only directory rows are real.
constexpr DemoInstitution k_institutions[] = {
    {"Línea Demo Joven", LegalNature::public_body, Sector::helpline, ""},
    {"CESFAM Demo Norte", LegalNature::public_body, Sector::health, "13104"},
    {"OLN Comuna Demo", LegalNature::public_body, Sector::childhood, "13104"},
    {"Hospital Demo", LegalNature::public_body, Sector::health, "13101"},
    {"Municipalidad Demo", LegalNature::public_body, Sector::municipal, "13104"},
    {"Red Demo", LegalNature::public_body, Sector::municipal, "13101"},
    {"Otra Línea Demo", LegalNature::private_nonprofit, Sector::helpline, ""},
    {"ONG Puente Demo", LegalNature::private_nonprofit, Sector::community, "13104"},  // nobody there has an account
};

struct DemoUser {
    std::string_view email;
    std::string_view name;
    std::string_view institution;
    Role role;
};

constexpr DemoUser k_users[] = {
    {"agente@linea.demo", "Antonia Reyes", "Línea Demo Joven", Role::agent},
    {"supervisora@linea.demo", "Verónica Lagos", "Línea Demo Joven", Role::supervisor},
    {"recepcion@cesfam.demo", "Marisol Tapia", "CESFAM Demo Norte", Role::intake},
    {"coordinadora@oln.demo", "Paula Vera", "OLN Comuna Demo", Role::mesa_coordinator},
    {"territorial@red.demo", "Ignacio Pinto", "Red Demo", Role::territorial},
    {"contacto@hospital.demo", "Rosa Huenchumilla", "Hospital Demo", Role::contact_officer},
    {"valida@hospital.demo", "Héctor Mamani", "Hospital Demo", Role::exit_validator},
    {"familia@municipio.demo", "Daniela Cárcamo", "Municipalidad Demo", Role::family_counsellor},
    {"cuidado@linea.demo", "Bastián Hidalgo", "Línea Demo Joven", Role::care_lead},
    {"region@red.demo", "Nadia Farías", "Red Demo", Role::regional},
    {"datos@linea.demo", "Gabriela Nahuel", "Línea Demo Joven", Role::privacy_officer},
    {"admin@red.demo", "Esteban Quispe", "Red Demo", Role::admin},
    {"agente@otra.demo", "Loreto Saavedra", "Otra Línea Demo", Role::agent},
    // Besides those of the contract: each institution whose agreements are signed by somebody has somebody to sign them.
    {"direccion@cesfam.demo", "Jorge Catalán", "CESFAM Demo Norte", Role::supervisor},
    {"direccion@hospital.demo", "Silvia Antilef", "Hospital Demo", Role::supervisor},
    {"direccion@municipio.demo", "Teresa Oyarzún", "Municipalidad Demo", Role::supervisor},
    {"direccion@otra.demo", "Ramiro Cid", "Otra Línea Demo", Role::supervisor},
};

/// How long the demo network has lived when it is shown.
constexpr auto k_lived = std::chrono::days(60);

constexpr std::string_view k_password = "hebra-demo";

Result<InstitutionId> id_of(House& house, std::string_view name) {
    for (const auto& institution : house.institutions.all())
        if (institution.name == name) return institution.id;
    return not_found();
}

Result<> found_institutions(House& house) {
    for (const auto& demo : k_institutions) {
        NewInstitution institution{std::string(demo.name), demo.legal_nature, demo.sector};
        if (!demo.comuna.empty()) {
            HEBRA_TRY(institution.comuna, territory::Comuna::parse(demo.comuna));
            institution.region = institution.comuna->region();
        }
        HEBRA_CHECK(house.institutions.found(house.system(), institution));
    }
    return {};
}

Result<> add_users(House& house) {
    for (const auto& demo : k_users) {
        HEBRA_TRY(const auto institution, id_of(house, demo.institution));
        const access::NewUser user{Private(std::string(demo.name)), Private(std::string(demo.email)), {{institution, demo.role}}};
        HEBRA_CHECK(house.users.add(house.system(), user, Private(std::string(k_password))));
    }
    return {};
}

/// The team's page shows each of its states: who works, who is invited, who left.
Result<> add_team(House& house) {
    HEBRA_TRY(const auto red, id_of(house, "Red Demo"));
    HEBRA_TRY(const auto admin, house.users.find_by_email(Private("admin@red.demo")));
    const Actor keeper{.user = admin.id, .institution = red, .session = {}, .permissions = {}};
    HEBRA_CHECK(house.staff.invite(keeper, {Private("nueva@red.demo"), {Role::territorial}}));
    // Whoever heads the region is told that a colleague came by a role that opens records.
    HEBRA_TRY(const auto moved, house.users.find_by_email(Private("territorial@red.demo")));
    HEBRA_CHECK(house.staff.set_roles(keeper, moved.id, {Role::care_lead}));
    HEBRA_CHECK(house.staff.set_roles(keeper, moved.id, {Role::territorial}));
    const access::NewUser left{Private("Camilo Rivas"), Private("antes@red.demo"), {{red, Role::territorial}}};
    HEBRA_TRY(const auto left_id, house.users.add(house.system(), left, Private(std::string(k_password))));
    return house.staff.end(keeper, left_id);
}

struct DemoAgreement {
    std::string_view one, other;
    institutions::Level level;
    std::optional<institutions::Level> goal;
    std::optional<bool> events_visible = {};  ///< where the parties agreed otherwise than their level
};

using enum institutions::Level;
/// «Otra Línea Demo» has none: it sees nothing of the others, nor they of it.
constexpr DemoAgreement k_agreements[] = {
    {"Línea Demo Joven", "CESFAM Demo Norte", coordination, collaboration, true},
    {"Línea Demo Joven", "OLN Comuna Demo", collaboration, collaboration},
    {"Línea Demo Joven", "Red Demo", cooperation, coordination},
    {"Línea Demo Joven", "ONG Puente Demo", communication, cooperation},
    {"Línea Demo Joven", "Municipalidad Demo", coordination, coordination},
    {"CESFAM Demo Norte", "OLN Comuna Demo", cooperation, coordination},
    {"CESFAM Demo Norte", "Hospital Demo", coordination, convergence, true},
    {"Municipalidad Demo", "OLN Comuna Demo", collaboration, convergence},
    {"Municipalidad Demo", "CESFAM Demo Norte", communication, coordination},
    {"Red Demo", "Municipalidad Demo", coordination, std::nullopt},
};

/// Signed before the network began to work here: an operator's act, as of documents both sides signed.
Result<> sign_agreements(House& house) {
    const Date today(std::chrono::floor<std::chrono::days>(house.clock.now()));
    const Date first_day = (today.year() - std::chrono::years(1)) / 3 / 1;
    const Date last_day = (today.year() + std::chrono::years(2)) / 2 / 28;
    for (const auto& demo : k_agreements) {
        HEBRA_TRY(const auto one, id_of(house, demo.one));
        HEBRA_TRY(const auto other, id_of(house, demo.other));
        HEBRA_CHECK(house.institutions.agree(house.system(), one, {.with = other,
                                                                   .level = demo.level,
                                                                   .goal = demo.goal,
                                                                   .events_visible = demo.events_visible,
                                                                   .starts_on = first_day,
                                                                   .ends_on = last_day,
                                                                   .own_signer = "Dirección",
                                                                   .other_signer = "Dirección"}));
    }
    return {};
}

/// One that ended, a closer one that waits for the second signature, and one that the other side did not want.
Result<> change_agreements(House& house, Time until) {
    const Date today(std::chrono::floor<std::chrono::days>(until));
    HEBRA_TRY(const auto line, id_of(house, "Línea Demo Joven"));
    HEBRA_TRY(const auto hospital, id_of(house, "Hospital Demo"));
    HEBRA_TRY(const auto municipality, id_of(house, "Municipalidad Demo"));
    Actor by_line = house.system(), by_municipality = house.system();
    by_line.institution = line;
    by_municipality.institution = municipality;
    HEBRA_CHECK(house.institutions.agree(by_line, line, {.with = hospital,
                                                         .level = cooperation,
                                                         .goal = coordination,
                                                         .starts_on = (today.year() - std::chrono::years(1)) / 3 / 1,
                                                         .ends_on = Date(std::chrono::sys_days(today) - std::chrono::days(10)),
                                                         .own_signer = "Dirección",
                                                         .other_signer = "Dirección"}));
    Actor by_hospital = house.system();
    by_hospital.institution = hospital;
    HEBRA_TRY(const auto unwanted, house.institutions.agree(by_hospital, hospital, {.with = municipality,
                                                                                    .level = communication,
                                                                                    .goal = cooperation,
                                                                                    .starts_on = today,
                                                                                    .ends_on = (today.year() + std::chrono::years(1)) / 12 / 31,
                                                                                    .own_signer = "Dirección"}));
    HEBRA_CHECK(house.institutions.decline(by_municipality, unwanted.id, unwanted.version));
    HEBRA_CHECK(house.institutions.agree(by_municipality, municipality, {.with = line,
                                                                         .level = collaboration,
                                                                         .goal = convergence,
                                                                         .starts_on = today,
                                                                         .ends_on = (today.year() + std::chrono::years(1)) / 12 / 31,
                                                                         .own_signer = "Alcaldía"}));
    return {};
}

/// What somebody was told more than three days ago, they have seen; the rest waits for them.
Result<> see_notices(House& house, Time until) {
    constexpr std::int64_t k_most = 10'000;
    for (const auto& demo : k_users) {
        HEBRA_TRY(const auto institution, id_of(house, demo.institution));
        HEBRA_TRY(const auto user, house.users.find_by_email(Private(std::string(demo.email))));
        const Actor reader{.user = user.id, .institution = institution, .session = {}, .permissions = {}};
        std::vector<NoticeId> seen;
        for (const auto& notice : house.notices.open_of(reader, {until - std::chrono::days(3), {}}, k_most)) seen.push_back(notice.id);
        HEBRA_CHECK(house.notices.acknowledge(reader, seen));
    }
    return {};
}

}  // namespace

Result<> load_demo(House& house, FixedClock& clock, int scale, const Made& tell) {
    if (house.is_demo()) return {};
    if (house.institutions.all().size() > 0) return refuse(Refused::conflict, words::k_not_empty);
    const Time until = clock.now();
    clock.advance(-k_lived);
    HEBRA_CHECK(found_institutions(house));
    HEBRA_TRY(const auto network, id_of(house, "Red Demo"));
    HEBRA_CHECK(house.institutions.name_coordinator(house.system(), network));
    HEBRA_CHECK(add_users(house));
    HEBRA_CHECK(add_demo_contact_people(house));
    HEBRA_CHECK(sign_agreements(house));
    HEBRA_CHECK(add_demo_directory(house, scale));
    add_demo_uses(house, clock, until);
    HEBRA_CHECK(add_demo_people(house, scale, tell));
    HEBRA_CHECK(add_demo_contacts(house, clock, until, scale, tell));
    HEBRA_CHECK(add_demo_lives(house, clock, until));
    HEBRA_CHECK(add_demo_referrals(house, clock, until, scale, tell));
    HEBRA_CHECK(add_demo_endings(house, clock, until));
    HEBRA_CHECK(add_demo_edges(house, clock, until));
    HEBRA_CHECK(add_demo_holding(house, until));
    HEBRA_CHECK(add_demo_rights(house, clock, until));
    HEBRA_CHECK(change_agreements(house, until));
    HEBRA_CHECK(add_team(house));
    HEBRA_CHECK(add_demo_forms(house, network));
    HEBRA_CHECK(see_notices(house, until));
    house.commitments.escalate();
    house.notices.tell_escalations();
    house.mark_as_demo();
    house.sealer.seal();
    house.sealer.sign();
    return {};
}

}  // namespace hebra::app
