#include "app/demo/services.hpp"

#include "features/directory/import.hpp"

namespace hebra::app {
namespace {

using directory::Service;

/// What may be the matter with a row when the demo is shown.
enum class Trouble { none, stale, full, gone };

struct DemoService {
    std::string_view code, name, institution;
    directory::LineKind kind;
    int age_min, age_max;
    std::vector<std::string_view> topics;
    std::string_view comuna;  ///< empty: the whole country
    int places, places_free;  ///< when the demo begins; what its referrals hold comes on top
    std::string_view phone = {};  ///< of numbers that nobody has (synthetic-data.md)
    std::string_view chat = {};
    Trouble trouble = Trouble::none;
};

using enum directory::LineKind;
constexpr auto k_no_limit = 120;
constexpr std::chrono::days k_forgotten{200};  // without a check, when the demo begins

const std::vector<DemoService>& services() {
    static const std::vector<DemoService> k_services = {
        {"D01", "Salud mental, CESFAM Demo Norte", "CESFAM Demo Norte", specialised, 15, k_no_limit,
         {"mental_health", "mood_anxiety", "self_harm"}, "13104", 400, 380, "+56 9 0000 0041"},
        {"D02", "Entrada de la OLN Comuna Demo", "OLN Comuna Demo", specialised, 0, 17, {"rights_violation", "child_protection"}, "13104", 12, 8, "+56 9 0000 0042"},
        {"D03", "Psiquiatría infantojuvenil, Hospital Demo", "Hospital Demo", specialised, 6, 19, {"mental_health", "suicide_risk"}, "13101", 5, 1},
        {"D04", "Chat de la Línea Demo Joven", "Línea Demo Joven", counselling, 15, 29, {"mental_health", "emotional_crisis", "family"}, "", 24, 20, "", "https://chat.example.org/linea-demo-joven"},
        {"D05", "Apoyo familiar, Municipalidad Demo", "Municipalidad Demo", specialised, 0, k_no_limit, {"family", "parenting"}, "13104", 7, 3, "+56 9 0000 0045"},
        {"D06", "Talleres y primera acogida, ONG Puente Demo", "ONG Puente Demo", specialised, 14, 35, {"mood_anxiety", "family"}, "13104", 9, 5},
        {"D07", "Ronda rural, Hospital Demo", "Hospital Demo", specialised, 0, k_no_limit, {"mental_health"}, "13101", 10, 4, "+56 9 0000 0047", "", Trouble::stale},
        {"D08", "Casa de acogida, Municipalidad Demo", "Municipalidad Demo", specialised, 18, k_no_limit, {"violence"}, "13104", 6, 0, "+56 9 0000 0048", "", Trouble::full},
        {"D09", "Teléfono de los sábados, Línea Demo Joven", "Línea Demo Joven", counselling, 15, 29, {"family"}, "", 4, 4, "+56 9 0000 0049", "", Trouble::gone},
        {"D10", "Talleres para cuidadoras, OLN Comuna Demo", "OLN Comuna Demo", specialised, 18, k_no_limit, {"parenting", "family"}, "13104", 15, 9, "+56 9 0000 0050"},
    };
    return k_services;
}

calendar::Schedule weekdays() {
    calendar::Schedule schedule{.hours = calendar::Hours::weekly, .on_holidays = calendar::OnHolidays::closed};
    for (const auto day : {calendar::Weekday::mon, calendar::Weekday::tue, calendar::Weekday::wed, calendar::Weekday::thu, calendar::Weekday::fri})
        schedule.openings.push_back({day, calendar::TimeOfDay::parse("09:00").value(), calendar::TimeOfDay::parse("18:00").value()});
    return schedule;
}

Result<Service> made(House& house, const DemoService& demo, Date today, int scale) {
    Service service;
    service.code = demo.code;
    service.name = demo.name;
    service.institution = demo.institution;
    for (const auto& institution : house.institutions.all())
        if (institution.name == demo.institution) service.institution_id = institution.id;
    service.kind = demo.kind;
    service.age_min = demo.age_min;
    if (demo.age_max < k_no_limit) service.age_max = demo.age_max;
    for (const auto code : demo.topics) {
        HEBRA_TRY(const auto topic, directory::Topic::parse(code));
        service.topics.push_back(topic);
    }
    service.channels = {{.kind = directory::ChannelKind::by_referral, .contact = "Derivación por Hebra"}};
    if (!demo.phone.empty()) service.channels.push_back({.kind = directory::ChannelKind::phone, .contact = std::string(demo.phone)});
    if (!demo.chat.empty()) service.channels.push_back({.kind = directory::ChannelKind::chat, .contact = std::string(demo.chat)});
    for (auto& channel : service.channels) channel.confirmation = directory::Confirmation{{}, house.clock.now(), house.clock.now() + directory::k_check_holds};
    service.hours = weekdays();
    service.hours_said = "Lunes a viernes, 9:00 a 18:00";
    service.entry_requirements = "Derivación por Hebra";
    if (!demo.comuna.empty()) {
        HEBRA_TRY(const auto comuna, territory::Comuna::parse(demo.comuna));
        service.coverage = {.reach = directory::Reach::places, .comunas = {comuna}};
    }
    service.identity = directory::Identity::optional;
    service.is_confidential = true;
    service.cost = directory::Cost::free;
    service.capacity = {.places = demo.places * scale, .places_free = demo.places_free * scale, .updated = today};
    service.source = "Datos de muestra: esta institución es inventada";
    service.verified = directory::Verified::by_editor;
    service.checked_on = today;
    service.checker.known_as = "Red Demo";
    if (demo.trouble == Trouble::gone) service.is_active = false;
    if (demo.trouble == Trouble::stale) {
        service.checked_on = Date(std::chrono::sys_days(today) - k_forgotten);
        for (auto& channel : service.channels) channel.confirmation.reset();
    }
    return service;
}

/// As an operator would on the first day; 147 and 149 wait. A demo shows them and dials none.
Result<> confirm_demo_emergency_numbers(House& house) {
    for (const auto* number : {"131", "*4141", "133", "132"})
        HEBRA_CHECK(house.emergency.confirm(house.system(), number, directory::Assurance::official_notice, 0));
    return {};
}

}  // namespace

Result<> add_demo_directory(House& house, int scale) {
    HEBRA_TRY(auto plan, directory::plan_import(directory::shipped_csv(), {}));
    if (!plan.refused.empty()) return refuse(Refused::invalid, plan.refused.front().word);
    const Date today(std::chrono::floor<std::chrono::days>(house.clock.now()));
    for (const auto& demo : services()) {
        HEBRA_TRY(auto service, made(house, demo, today, scale));
        plan.added.push_back(std::move(service));
    }
    HEBRA_CHECK(house.directory.apply(house.system(), plan));
    return confirm_demo_emergency_numbers(house);
}

}  // namespace hebra::app
