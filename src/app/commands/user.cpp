// hebra user add|list|disable|enable|reset
#include <algorithm>
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"
#include "platform/config/config.hpp"

namespace hebra::app {
namespace {

Result<institutions::Institution> find_institution(House& house, const std::string& name) {
    const auto all = house.institutions.all();
    const auto found = std::ranges::find_if(*all, [&](const auto& i) { return i.name == name || i.id.text() == name; });
    if (found == all->end()) return not_found();
    return *found;
}

Result<access::Role> role_of(const std::string& name) {
    access::Role role{};
    if (!boost::describe::enum_from_string(name.c_str(), role)) return not_found();
    return role;
}

int usage() {
    fmt::print(stderr, "hebra user add CORREO --name NOMBRE --institution NOMBRE --role ROL [--password-file ARCHIVO]\n"
                       "hebra user list --institution NOMBRE\n"
                       "hebra user disable CORREO\n"
                       "hebra user enable CORREO\n"
                       "hebra user reset CORREO\n");
    return 2;
}

void tell_link(const House& house, const access::PasswordLink& link) {
    fmt::print("Entregue este enlace solo a esa persona; sirve una vez, hasta {}:\n  {}/entrar/clave/{}\n", to_text(link.expires_at),
               house.settings.public_url, link.token);
}

Result<> add(House& house, const Arguments& arguments) {
    HEBRA_TRY(const auto institution, find_institution(house, arguments.value("--institution").value_or("")));
    HEBRA_TRY(const auto role, role_of(arguments.value("--role").value_or("")));
    const access::NewUser user{Private(arguments.value("--name").value_or("")), Private(arguments.words[1]), {{institution.id, role}}};
    if (const auto file = arguments.value("--password-file")) {
        HEBRA_TRY(const auto password, config::read_secret(*file));
        HEBRA_CHECK(house.users.add(house.system(), user, password));
        fmt::print("Listo.\n");
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
    HEBRA_TRY(const auto user, house.users.find_by_email(Private(email)));
    HEBRA_CHECK(house.users.disable(house.system(), user.id));
    HEBRA_CHECK(house.database->write([&](db::Tx& tx) -> Result<> {
        const auto entry = house.audit.record(tx, house.system(), {.action = "user.let_go", .subject = user.id.value()});
        house.commitments.take_from(tx, user.id, std::nullopt, {house.clock.now(), entry});
        return {};
    }));
    fmt::print("Listo: ya no puede entrar; lo que sostenía volvió a su institución y lo que escribió sigue siendo suyo.\n");
    return {};
}

Result<> enable(House& house, const std::string& email) {
    HEBRA_TRY(const auto user, house.users.find_by_email(Private(email)));
    HEBRA_CHECK(house.users.enable(house.system(), user.id));
    fmt::print("Listo: la cuenta sirve otra vez, con los roles que conserva.\n");
    return {};
}

Result<> reset(House& house, const std::string& email) {
    const auto link = house.users.start_reset(Private(email));
    if (!link) return not_found();
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
