// What is known of a service, in the words of the page.
#include "features/directory/page/parts.hpp"
#include "features/directory/page/service_words.hpp"

namespace hebra::directory {
namespace {

/// As the shipped lines have it.
constexpr std::string_view k_nothing_asked = "Ninguno";

}  // namespace

std::string ages_said(const Sheet& sheet, const Service& service) {
    if (service.age_min && service.age_max) return sheet.filled(words::k_between_ages, *service.age_min, *service.age_max);
    if (service.age_min && *service.age_min > 0) return sheet.filled(words::k_from_age, *service.age_min);
    if (service.age_max) return sheet.filled(words::k_to_age, *service.age_max);
    return std::string(sheet.say(words::k_any_age_served));
}

std::string identity_said(const Sheet& sheet, const Service& service) {
    switch (service.identity) {
        case Identity::anonymous: return std::string(sheet.say(words::k_name_anonymous));
        case Identity::optional: return std::string(sheet.say(words::k_name_optional));
        case Identity::required: return std::string(sheet.say(words::k_name_required));
        case Identity::unknown: break;
    }
    return std::string(sheet.say(words::k_name_unknown));
}

std::string cost_said(const Sheet& sheet, const Service& service) {
    switch (service.cost) {
        case Cost::free: return std::string(sheet.say(words::k_cost_free));
        case Cost::local_call: return std::string(sheet.say(words::k_cost_call));
        case Cost::paid: return std::string(sheet.say(words::k_cost_paid));
        case Cost::unknown: break;
    }
    return std::string(sheet.say(words::k_cost_unknown));
}

std::string topics_said(const Sheet& sheet, const Service& service) {
    std::string text;
    for (const auto& topic : service.topics) {
        if (!text.empty()) text += " · ";
        text += topic.name(sheet.asked.language);
    }
    return text;
}

std::string requirements_said(const Sheet& sheet, const Service& service) {
    if (service.entry_requirements.empty()) return std::string(sheet.say(words::k_no_requirements));
    if (service.entry_requirements == k_nothing_asked) return std::string(sheet.say(words::k_asks_nothing));
    return service.entry_requirements;
}

std::string source_said(const Sheet& sheet, const Service& service) {
    // Sources that already say when they are of need no date behind.
    const bool is_dated = service.as_of.empty() || service.source.find(service.as_of) != std::string::npos;
    return sheet.filled(words::k_according_to, is_dated ? service.source : fmt::format("{} ({})", service.source, service.as_of));
}

std::string check_said(const Sheet& sheet, const Service& service) {
    if (!service.checked_on) return std::string(sheet.say(words::k_never_checked));
    return sheet.filled(words::k_checked_on, day_said(*service.checked_on, sheet.asked.language));
}

std::string service_path(const Service& service) { return fmt::format("{}/{}", k_directory_path, path_part(service.code)); }

}  // namespace hebra::directory
