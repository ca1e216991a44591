// hebra audit verify
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"

namespace hebra::app {

int run_audit(const Arguments& arguments) {
    if (arguments.words != std::vector<std::string>{"verify"}) {
        fmt::print(stderr, "hebra: use «hebra audit verify».\n");
        return 2;
    }
    const SystemClock clock;
    const auto house = open_house(arguments.settings, clock);
    if (!house) return 1;
    const auto result = house->verify_audit();
    for (const auto& finding : result.findings)
        fmt::print("  {}: {} (institución {})\n", finding.what, finding.entry, finding.institution.text());
    fmt::print("{} instituciones, {} asientos en cadena, {} por encadenar, {} firmas: {}\n", result.institutions, result.entries,
               result.waiting, result.checkpoints,
               result.sound() ? "todo como se escribió" : fmt::format("{} hallazgos", result.findings.size()));
    return result.sound() ? 0 : 1;
}

}  // namespace hebra::app
