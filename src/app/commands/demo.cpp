// hebra demo: the network of fictitious people that ./start serves.
#include <charconv>
#include <cstdio>
#include <fstream>

#include "app/commands/run.hpp"
#include "app/demo/demo.hpp"

namespace hebra::app {

int run_demo(const Arguments& arguments) {
    int scale = 1;
    if (const auto given = arguments.value("--scale")) {
        const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), scale);
        if (error != std::errc() || end != given->data() + given->size() || scale < 1 || scale > 100'000) {
            tell(stderr, "hebra: --scale lleva un número entero, de 1 a 100000.\n", "hebra: --scale takes a whole number, from 1 to 100000.\n");
            return 2;
        }
    }
    FixedClock clock(SystemClock().now());
    auto house = House::open(arguments.settings, clock);
    if (!house) return complain(house.error());
    const auto progress = [told = std::chrono::steady_clock::now()](std::string_view what, std::int64_t made, std::int64_t of) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1)) return;
        told = now;
        tell(stderr, "Creando {}: {} de {}\n", "Making {}: {} of {}\n", what, made, of);
    };
    if (const auto loaded = load_demo(**house, clock, scale, progress); !loaded) return complain(loaded.error());
    tell(stdout, "Red de demostración lista: todas las personas son ficticias.\n", "The demonstration network is ready: everybody in it is fictitious.\n");
    std::string path, code;
    if (std::ifstream file(arguments.settings.data / "demo-receiver-link.txt"); std::getline(file, path) && std::getline(file, code))
        tell(stdout, "Enlace de una institución sin cuenta: {}{}, código {}\n", "Link of an institution without an account: {}{}, code {}\n",
             arguments.settings.public_url, path, code);
    return 0;
}

}  // namespace hebra::app
