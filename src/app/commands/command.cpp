#include "app/commands/run.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "app/house.hpp"

namespace hebra::app {

bool Arguments::has(std::string_view option) const { return std::ranges::count(options, option) > 0; }

std::optional<std::string> Arguments::value(std::string_view option) const {
    for (const auto& given : options)
        if (given.size() > option.size() && given.starts_with(option) && given[option.size()] == '=')
            return given.substr(option.size() + 1);
    return std::nullopt;
}

int complain(const Refusal& refusal) {
    fmt::print(stderr, "hebra: {}\n", refusal.word.es);
    for (const auto& field : refusal.fields) fmt::print(stderr, "  {}: {}\n", field.pointer, field.word.es);
    return 1;
}

bool is_house(const Settings& settings) {
    // In PostgreSQL the rows are elsewhere, but never the key.
    const auto needed = settings.database.empty() ? database_place(settings).where : master_path(settings).string();
    if (std::filesystem::exists(needed)) return true;
    fmt::print(stderr, "hebra: en «{}» no hay una instalación de Hebra (falta {}). Revise --data; para crear una, use «hebra institution add» "
                       "o «hebra demo».\n",
               settings.data.string(), std::filesystem::path(needed).filename().string());
    return false;
}

std::unique_ptr<House> open_house(const Settings& settings, const Clock& clock) {
    if (!is_house(settings)) return nullptr;
    auto house = House::open(settings, clock);
    if (house) return *std::move(house);
    complain(house.error());
    return nullptr;
}

}  // namespace hebra::app
