// hebra user add|list|disable|enable|reset
#include <algorithm>
#include <cstdio>

#include "access/staff/own_name.hpp"
#include "access/staff/staff.hpp"
#include "app/commands/run.hpp"
#include "app/house.hpp"
#include "platform/config/config.hpp"
#include "platform/mail/message.hpp"

namespace hebra::app {
namespace {

constexpr Word k_no_such_institution{"no_such_institution", "No hay una institución con ese nombre (--institution). Véalas con «hebra institution list».",
                                     "There is no institution of that name (--institution). See them with “hebra institution list”."};
constexpr Word k_no_such_role{"no_such_role", "Ese rol no existe (--role). Véalos con «hebra roles».",
                              "There is no such role (--role). See them with “hebra roles”."};
constexpr Word k_name_of_whom{"console_name_needed", "Diga cómo se llama esa persona (--name NOMBRE).", "Say what that person is called (--name NAME)."};
constexpr Word k_no_such_account{"no_such_account", "Ninguna cuenta tiene ese correo. Véalas con «hebra user list --institution NOMBRE».",
                                 "No account has that e-mail. See them with “hebra user list --institution NAME”."};
constexpr Word k_not_disabled{"not_disabled", "Esa cuenta no está desactivada: no hay nada que activar.",
                              "That account is not disabled: there is nothing to enable."};
constexpr Word k_no_reset{"no_reset", "Esa cuenta está desactivada: actívela antes con «hebra user enable CORREO».",
                          "That account is disabled: enable it first with “hebra user enable EMAIL”."};

Result<institutions::Institution> find_institution(House& house, const std::string& name) {
    const auto all = house.institutions.all();
    const auto found = std::ranges::find_if(*all, [&](const auto& i) { return i.name == name || i.id.text() == name; });
    if (found == all->end()) return refuse(Refused::not_found, k_no_such_institution);
    return *found;
}

Result<access::Role> role_of(const std::string& name) {
    access::Role role{};
    if (!boost::describe::enum_from_string(name.c_str(), role)) return refuse(Refused::not_found, k_no_such_role);
    return role;
}

Result<UserId> account_of(House& house, const std::string& email) {
    const auto user = house.users.find_by_email(Private(email));
    if (!user) return refuse(Refused::not_found, k_no_such_account);
    return user->id;
}

int usage() {
    tell(stderr,
         "hebra user add CORREO --name NOMBRE --institution NOMBRE --role ROL [--password-file ARCHIVO]\n"
         "hebra user list --institution NOMBRE\n"
         "hebra user disable CORREO\n"
         "hebra user enable CORREO\n"
         "hebra user reset CORREO\n",
         "hebra user add EMAIL --name NAME --institution NAME --role ROLE [--password-file FILE]\n"
         "hebra user list --institution NAME\n"
         "hebra user disable EMAIL\n"
         "hebra user enable EMAIL\n"
         "hebra user reset EMAIL\n");
    return 2;
}

void tell_link(const House& house, const access::PasswordLink& link) {
    tell(stdout, "Entregue este enlace solo a esa persona; sirve una vez, hasta {}:\n  {}/entrar/clave/{}\n",
         "Hand this link to that person alone; it works once, until {}:\n  {}/entrar/clave/{}\n", told_time(link.expires_at),
         house.settings.public_url, link.token);
}

Result<> add(House& house, const Arguments& arguments) {
    HEBRA_TRY(const auto institution, find_institution(house, arguments.value("--institution").value_or("")));
    HEBRA_TRY(const auto role, role_of(arguments.value("--role").value_or("")));
    if (!mail::is_address(arguments.words[1])) return refuse(Refused::invalid, access::words::k_bad_staff_email);
    const Private name(arguments.value("--name").value_or(""));
    if (name.reveal().find_first_not_of(' ') == std::string::npos) return refuse(Refused::invalid, k_name_of_whom);
    HEBRA_TRY(const auto own_name, access::own_name(name));
    const access::NewUser user{own_name, Private(arguments.words[1]), {{institution.id, role}}};
    if (const auto file = arguments.value("--password-file")) {
        HEBRA_TRY(const auto password, config::read_secret(*file));
        HEBRA_CHECK(house.users.add(house.system(), user, password));
        tell(stdout, "Listo.\n", "Done.\n");
        return {};
    }
    HEBRA_TRY(const auto link, house.users.invite(house.system(), user));
    tell_link(house, link);
    return {};
}

Result<> list(House& house, const Arguments& arguments) {
    HEBRA_TRY(const auto institution, find_institution(house, arguments.value("--institution").value_or("")));
    for (const auto& user : house.users.of(institution.id))
        fmt::print("{}  {:<32} {}\n", user.id.text(), user.email.reveal(), boost::describe::enum_to_string(user.status, "?"));
    return {};
}

Result<> disable(House& house, const std::string& email) {
    HEBRA_TRY(const auto user, account_of(house, email));
    HEBRA_CHECK(house.users.disable(house.system(), user));
    const auto worked = house.users.memberships(user);
    HEBRA_CHECK(house.database->write([&](db::Tx& tx) -> Result<> {
        const auto entry = house.audit.record(tx, house.system(), {.action = "user.let_go", .subject = user.value()});
        for (const auto& one : worked) house.contacts.let_go(tx, user, one.institution_id, {house.clock.now(), entry});
        house.commitments.take_from(tx, user, std::nullopt, {house.clock.now(), entry});
        return {};
    }));
    tell(stdout, "Listo: ya no puede entrar, en un segundo; lo que sostenía volvió a su institución y lo que escribió sigue siendo suyo.\n",
         "Done: within a second they can no longer enter; what they held went back to their institution, what they wrote stays theirs.\n");
    return {};
}

Result<> enable(House& house, const std::string& email) {
    HEBRA_TRY(const auto user, account_of(house, email));
    if (!house.users.enable(house.system(), user)) return refuse(Refused::conflict, k_not_disabled);
    tell(stdout, "Listo: la cuenta sirve otra vez, con los roles que conserva.\n", "Done: the account works again, with the roles it keeps.\n");
    return {};
}

Result<> reset(House& house, const std::string& email) {
    HEBRA_CHECK(account_of(house, email));
    const auto link = house.users.start_reset(Private(email));
    if (!link) return refuse(Refused::conflict, k_no_reset);
    tell_link(house, *link);
    return {};
}

}  // namespace

int run_user(const Arguments& arguments) {
    const auto& words = arguments.words;
    const auto verb = words.empty() ? "" : words.front();
    if (verb != "list" && words.size() != 2) return usage();
    const SystemClock clock;
    const auto house = open_house(arguments.settings, clock);
    if (!house) return 1;
    Result<> done = refuse(Refused::malformed, hebra::words::k_invalid);
    if (verb == "add") done = add(*house, arguments);
    else if (verb == "list") done = list(*house, arguments);
    else if (verb == "disable") done = disable(*house, words[1]);
    else if (verb == "enable") done = enable(*house, words[1]);
    else if (verb == "reset") done = reset(*house, words[1]);
    else return usage();
    return done ? 0 : complain(done.error());
}

}  // namespace hebra::app
