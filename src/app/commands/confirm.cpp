// hebra confirm emergency: which emergency numbers the public may see and dial
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"

namespace hebra::app {
namespace {

using directory::Assurance;
using directory::Decision;

int usage() {
    tell(stderr,
         "hebra confirm emergency                                   muestra la lista\n"
         "hebra confirm emergency NÚMERO… --how rang|asked|official_notice\n"
         "hebra confirm emergency NÚMERO… --withdraw               deja de mostrarse\n"
         "hebra confirm emergency NÚMERO… --unused                 no se usa en esta red\n",
         "hebra confirm emergency                                   shows the list\n"
         "hebra confirm emergency NUMBER… --how rang|asked|official_notice\n"
         "hebra confirm emergency NUMBER… --withdraw               is shown no more\n"
         "hebra confirm emergency NUMBER… --unused                 is not used in this network\n");
    return 2;
}

std::string_view said(const directory::EmergencyEntry& entry) {
    const bool in_english = console_language() == Language::en;
    if (entry.is_shown) return in_english ? "confirmed" : "confirmado";
    if (!entry.decision) return in_english ? "not confirmed" : "sin confirmar";
    if (*entry.decision == Decision::confirmed) return in_english ? "expired" : "vencido";
    if (*entry.decision == Decision::unused) return in_english ? "not used" : "no se usa";
    return in_english ? "withdrawn" : "retirado";
}

void list(const House& house) {
    for (const auto& entry : house.emergency.all(console_language())) {
        fmt::print("{:<6} {:<30} {}", entry.number, entry.name, said(entry));
        if (entry.is_shown) tell(stdout, " hasta {}", " until {}", told_time(*entry.expires_at));
        tell(stdout, "\n       fuente: {}", "\n       source: {}", entry.source);
        fmt::print("{}{}\n", entry.as_of.empty() ? "" : ", ", entry.as_of);
    }
    tell(
        stdout,
        "\nEl público solo ve los confirmados. No llame de prueba al 131, 132 ni 133: pregunte a la central por otra vía.\n",
        "\nThe public sees only those confirmed. Do not ring 131, 132 or 133 as a test: ask their control room by another "
        "way.\n");
}

Result<> decide(House& house, const std::string& number, const Arguments& arguments, std::optional<Assurance> how) {
    HEBRA_TRY(const auto entry, house.emergency.one(number, console_language()));
    if (how) return house.emergency.confirm(house.system(), number, *how, entry.version);
    const auto reason = arguments.has("--unused") ? Decision::unused : Decision::withdrawn;
    return house.emergency.withdraw(house.system(), number, reason, entry.version);
}

}  // namespace

int run_confirm(const Arguments& arguments) {
    const auto& words = arguments.words;
    if (words.empty() || words[0] != "emergency") return usage();
    std::optional<Assurance> how;
    if (const auto given = arguments.value("--how")) {
        Assurance named{};
        if (!boost::describe::enum_from_string(given->c_str(), named)) return usage();
        how = named;
    }
    const int acts = (how ? 1 : 0) + (arguments.has("--withdraw") ? 1 : 0) + (arguments.has("--unused") ? 1 : 0);
    if (acts != (words.size() > 1 ? 1 : 0)) return usage();
    const SystemClock clock;
    const auto house = open_house(arguments.settings, clock);
    if (!house) return 1;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (const auto done = decide(*house, words[i], arguments, how); !done) {
            fmt::print(stderr, "{}: ", words[i]);
            return complain(done.error());
        }
    list(*house);
    return 0;
}

}  // namespace hebra::app
