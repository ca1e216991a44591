// hebra audit verify
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"

namespace hebra::app {

int run_audit(const Arguments& arguments) {
    if (arguments.words != std::vector<std::string>{"verify"}) {
        tell(stderr, "hebra: use «hebra audit verify».\n", "hebra: use “hebra audit verify”.\n");
        return 2;
    }
    const SystemClock clock;
    const auto house = open_house(arguments.settings, clock);
    if (!house) return 1;
    const auto result = house->verify_audit();
    for (const auto& finding : result.findings)
        tell(stdout, "  {}: {} (institución {})\n", "  {}: {} (institution {})\n", say(finding.what, console_language()), finding.entry,
             finding.institution.text());
    tell(stdout, "{} instituciones, {} asientos en cadena, {} por encadenar, {} firmas: ",
         "{} institutions, {} entries in the chain, {} to be chained, {} signatures: ", result.institutions, result.entries,
         result.waiting, result.checkpoints);
    if (result.sound()) tell(stdout, "todo como se escribió\n", "all as it was written\n");
    else tell(stdout, "{} hallazgos\n", "{} findings\n", result.findings.size());
    return result.sound() ? 0 : 1;
}

}  // namespace hebra::app
