// hebra key rotate
#include <unistd.h>

#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"

namespace hebra::app {
namespace {

/// Says every second how far it is: on one line for a person, on lines of their own for a log.
access::Rotation::Tell progress() {
    return [told = std::chrono::steady_clock::now()](std::int64_t keys) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1)) return;
        told = now;
        tell(stderr, "Envolviendo de nuevo: {} llaves{}", "Wrapping again: {} keys{}", keys,
             ::isatty(STDERR_FILENO) ? "…\r" : "\n");
        std::fflush(stderr);
    };
}

}  // namespace

int run_key(const Arguments& arguments) {
    if (arguments.words != std::vector<std::string>{"rotate"}) {
        tell(stderr, "hebra: use «hebra key rotate».\n", "hebra: use “hebra key rotate”.\n");
        return 2;
    }
    const SystemClock clock;
    const auto house = open_house(arguments.settings, clock);
    if (!house) return 1;
    const auto done = house->rotation.rotate(progress());
    if (done.resumed > 0)
        tell(stdout, "Se terminó una renovación que había quedado a medias: {} instituciones.\n",
             "A renewal that was left halfway was finished: {} institutions.\n", done.resumed);
    if (done.begun > 0) tell(stdout, "Llaves nuevas: {} instituciones.\n", "New keys: {} institutions.\n", done.begun);
    tell(stdout,
         "{} llaves de personas y registros quedaron bajo la más nueva; lo que guardan no se tocó. Las anteriores se "
         "destruyen solas cuando "
         "ya ningún respaldo las necesite.\n",
         "{} keys of people and records are now under the newest; what they keep was not touched. The older ones are "
         "destroyed by themselves "
         "once no backup needs them.\n",
         done.rewrapped);
    return 0;
}

}  // namespace hebra::app
