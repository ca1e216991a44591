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
            fmt::print(stderr, "hebra: --scale lleva un número entero, de 1 a 100000.\n");
            return 2;
        }
    }
    FixedClock clock(SystemClock().now());
    auto house = House::open(arguments.settings, clock);
    if (!house) return complain(house.error());
    const auto tell = [told = std::chrono::steady_clock::now()](std::string_view what, std::int64_t made, std::int64_t of) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - told < std::chrono::seconds(1)) return;
        told = now;
        fmt::print(stderr, "Creando {}: {} de {}\n", what, made, of);
    };
    if (const auto loaded = load_demo(**house, clock, scale, tell); !loaded) return complain(loaded.error());
    fmt::print("Red de demostración lista: todas las personas son ficticias.\n");
    std::string path, code;
    if (std::ifstream file(arguments.settings.data / "demo-receiver-link.txt"); std::getline(file, path) && std::getline(file, code))
        fmt::print("Enlace de una institución sin cuenta: {}{}, código {}\n", arguments.settings.public_url, path, code);
    return 0;
}

}  // namespace hebra::app
