// hebra institution add|list|coordinate: a fresh installation has nobody who could do it from a page
#include <algorithm>
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"

namespace hebra::app {
namespace {

using institutions::LegalNature;
using institutions::Sector;

int usage() {
    tell(stderr,
         "hebra institution add NOMBRE --sector SECTOR --nature NATURALEZA [--region CUT] [--comuna CUT]\n"
         "hebra institution list\n"
         "hebra institution coordinate NOMBRE   la que coordina la red; al comienzo, la primera\n"
         "  SECTOR      helpline, health, childhood, education, justice, municipal, gender o community\n"
         "  NATURALEZA  public_body, private_nonprofit o private_other\n"
         "  CUT         código de dos cifras de su región, o de cinco de su comuna; sin ninguno, atiende a todo Chile\n",
         "hebra institution add NAME --sector SECTOR --nature NATURE [--region CUT] [--comuna CUT]\n"
         "hebra institution list\n"
         "hebra institution coordinate NAME   the one that coordinates the network; at first, the first one\n"
         "  SECTOR  helpline, health, childhood, education, justice, municipal, gender or community\n"
         "  NATURE  public_body, private_nonprofit or private_other\n"
         "  CUT     its region's code of two figures, or its comuna's of five; without either it attends all of Chile\n");
    return 2;
}

/// Nothing when it names none of the enumeration.
template <class Named>
std::optional<Named> named(const std::optional<std::string>& text) {
    Named value{};
    if (!text || !boost::describe::enum_from_string(text->c_str(), value)) return std::nullopt;
    return value;
}

Result<> add(House& house, institutions::NewInstitution institution, const Arguments& arguments) {
    if (const auto region = arguments.value("--region")) {
        HEBRA_TRY(institution.region, territory::Region::parse(*region));
    }
    if (const auto comuna = arguments.value("--comuna")) {
        HEBRA_TRY(institution.comuna, territory::Comuna::parse(*comuna));
    }
    const auto all = house.institutions.all();
    HEBRA_TRY(const auto founded, house.institutions.found(house.system(), institution, [&] { return *all; }));
    if (!house.institutions.coordinator()) HEBRA_CHECK(house.institutions.name_coordinator(house.system(), founded.id));
    tell(stdout, "Listo: {}\n  Siguiente paso: hebra user add CORREO --name NOMBRE --institution \"{}\" --role admin\n",
         "Done: {}\n  Next: hebra user add EMAIL --name NAME --institution \"{}\" --role admin\n", founded.id.text(), founded.name);
    return {};
}

void list(House& house) {
    const auto* coordinates = console_language() == Language::en ? "  coordinates the network" : "  coordina la red";
    for (const auto& each : house.institutions.all())
        fmt::print("{}  {:<40} {}{}\n", each.id.text(), each.name, boost::describe::enum_to_string(each.sector, "?"),
                   house.institutions.coordinator() == each.id ? coordinates : "");
}

int coordinate(House& house, const std::string& name) {
    const auto all = house.institutions.all();
    const auto named = std::ranges::find(*all, name, &institutions::Institution::name);
    if (named == all->end()) {
        tell(stderr, "hebra: No hay una institución con ese nombre. Véalas con «hebra institution list».\n",
             "hebra: There is no institution of that name. See them with “hebra institution list”.\n");
        return 1;
    }
    const auto done = house.institutions.name_coordinator(house.system(), named->id);
    if (!done) return complain(done.error());
    const auto passed = house.referrals.follow_coordinator();
    if (passed > 0) tell(stdout, "Devoluciones reclamadas que ahora decide: {}.\n", "Contested returns that it decides now: {}.\n", passed);
    return 0;
}

}  // namespace

int run_institution(const Arguments& arguments) {
    const auto& words = arguments.words;
    const auto verb = words.empty() ? "" : words.front();
    const auto sector = named<Sector>(arguments.value("--sector"));
    const auto nature = named<LegalNature>(arguments.value("--nature"));
    const bool adds = verb == "add" && words.size() == 2 && !words[1].empty() && sector && nature;
    const bool coordinates = verb == "coordinate" && words.size() == 2;
    if (!adds && !coordinates && !(verb == "list" && words.size() == 1)) return usage();
    if (!adds && !is_house(arguments.settings)) return 1;
    const SystemClock clock;
    auto house = House::open(arguments.settings, clock);
    if (!house) return complain(house.error());
    if (coordinates) return coordinate(**house, words[1]);
    if (!adds) {
        list(**house);
        return 0;
    }
    const auto done = add(**house, {.name = words[1], .legal_nature = *nature, .sector = *sector}, arguments);
    return done ? 0 : complain(done.error());
}

}  // namespace hebra::app
