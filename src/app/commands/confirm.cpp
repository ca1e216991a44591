// hebra confirm emergency: which emergency numbers the public may see and dial
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"

namespace hebra::app {
namespace {

using directory::Assurance;
using directory::Decision;

int usage() {
    fmt::print(stderr, "hebra confirm emergency                                   muestra la lista\n"
                       "hebra confirm emergency NÚMERO… --how rang|asked|official_notice\n"
                       "hebra confirm emergency NÚMERO… --withdraw               deja de mostrarse\n"
                       "hebra confirm emergency NÚMERO… --unused                 no se usa en esta red\n");
    return 2;
}

std::string_view said(const directory::EmergencyEntry& entry) {
    if (entry.is_shown) return "confirmado";
    if (!entry.decision) return "sin confirmar";
    if (*entry.decision == Decision::confirmed) return "vencido";
    return *entry.decision == Decision::unused ? "no se usa" : "retirado";
}

void list(const House& house) {
    for (const auto& entry : house.emergency.all(Language::es)) {
        fmt::print("{:<6} {:<30} {}{}\n", entry.number, entry.name, said(entry),
                   entry.is_shown ? " hasta " + to_text(*entry.expires_at) : "");
        fmt::print("       fuente: {}{}\n", entry.source, entry.as_of.empty() ? "" : ", " + entry.as_of);
    }
    fmt::print("\nEl público solo ve los confirmados. No llame de prueba al 131, 132 ni 133: pregunte a la central por otra vía.\n");
}

Result<> decide(House& house, const std::string& number, const Arguments& arguments, std::optional<Assurance> how) {
    HEBRA_TRY(const auto entry, house.emergency.one(number, Language::es));
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
