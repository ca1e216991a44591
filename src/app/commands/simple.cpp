// Commands that print something and end.
#include <cstdio>

#include "app/commands/run.hpp"
#include "app/house.hpp"
#include "app/migrations.hpp"
#include "app/pages.hpp"

namespace hebra::app {
namespace {

/// A house on an empty database in memory of this process only: enough to ask it what its routes are.
Result<std::unique_ptr<House>> empty_house(const Clock& clock) {
    char folder[] = "/tmp/hebra-XXXXXX";
    if (mkdtemp(folder) == nullptr) throw std::runtime_error("no temporary folder can be made");
    Settings settings;
    settings.data = folder;
    return House::open(settings, clock);
}

template <class Print>
int with_router(Print print) {
    const SystemClock clock;
    auto house = empty_house(clock);
    if (!house) return complain(house.error());
    http::Metrics metrics;
    const auto router = make_router(**house, metrics);
    print(*router);
    const auto folder = (*house)->settings.data;
    house->reset();
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace

int run_openapi(const Arguments&) {
    return with_router([](const http::Router& router) { fmt::print("{}\n", openapi(router)); });
}

int run_routes(const Arguments&) {
    return with_router([](const http::Router& router) { fmt::print("{}", router.routes_text()); });
}

int run_roles(const Arguments&) {
    fmt::print("{}", role_table().text());
    return 0;
}

int run_config(const Arguments& arguments) {
    fmt::print("{}", config::to_toml(arguments.settings));
    return 0;
}

int run_version(const Arguments&) {
    fmt::print("hebra {}\n", HEBRA_VERSION);
    return 0;
}

int run_migrate(const Arguments& arguments) {
    std::filesystem::create_directories(arguments.settings.data);
    const auto database = open_database(arguments.settings);
    db::migrate(*database, migrations());
    tell(stdout, "El esquema está al día: {} migraciones.\n", "The schema is up to date: {} migrations.\n", migrations().size());
    return 0;
}

int run_schema(const Arguments& arguments) {
    std::filesystem::create_directories(arguments.settings.data);
    const auto database = open_database(arguments.settings);
    db::migrate(*database, migrations());
    fmt::print("{}", db::schema_text(*database));
    return 0;
}

}  // namespace hebra::app
