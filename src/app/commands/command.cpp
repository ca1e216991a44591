#include "app/commands/run.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "app/house.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::app {

bool Arguments::has(std::string_view option) const {
    return std::ranges::count(options, option) > 0;
}

std::optional<std::string> Arguments::value(std::string_view option) const {
    for (const auto& given : options)
        if (given.size() > option.size() && given.starts_with(option) && given[option.size()] == '=')
            return given.substr(option.size() + 1);
    return std::nullopt;
}

namespace {

std::optional<Language> chosen;

/// The first of these that is set decides, as for every program (POSIX).
Language language_of_environment() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto* value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("en") ? Language::en : Language::es;
    return Language::es;
}

}  // namespace

Language console_language() {
    return chosen ? *chosen : language_of_environment();
}

void speak(Language language) {
    chosen = language;
}

std::string told_time(Time time) {
    const auto zone = calendar::Zone::santiago();
    return fmt::format("{} {} {}", to_text(calendar::local_time(zone, time).date), calendar::clock_text(time, zone),
                       console_language() == Language::en ? "(Chilean time)" : "(hora de Chile)");
}

int complain(const Refusal& refusal) {
    const auto language = console_language();
    fmt::print(stderr, "hebra: {}\n", say(refusal.word, language));
    for (const auto& field : refusal.fields)
        if (field.word != refusal.word) fmt::print(stderr, "  {}: {}\n", field.pointer, say(field.word, language));
    return 1;
}

bool is_house(const Settings& settings) {
    // In PostgreSQL the rows are elsewhere, but never the key.
    const auto needed = settings.database.empty() ? database_place(settings).where : master_path(settings).string();
    if (std::filesystem::exists(needed)) return true;
    tell(stderr,
         "hebra: en «{}» no hay una instalación de Hebra (falta {}). Revise --data; para crear una, use «hebra institution "
         "add» o «hebra "
         "demo».\n",
         "hebra: there is no installation of Hebra in “{}” ({} is missing). Check --data; to make one, use “hebra "
         "institution add” or “hebra "
         "demo”.\n",
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
