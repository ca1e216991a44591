#include "app/demo/forms.hpp"

#include <algorithm>

#include "platform/json/json.hpp"

namespace hebra::app {
namespace {

constexpr std::string_view k_form = "contact_writeup";

forms::Field* question(forms::Definition& definition, std::string_view id) {
    for (auto& section : definition.sections)
        if (const auto found = std::ranges::find(section.fields, id, &forms::Field::id); found != section.fields.end()) return &*found;
    return nullptr;
}

/// How somebody arrived, asked of everybody from now on.
forms::Field arrival() {
    forms::Field field{.id = "heard_of", .type = forms::FieldType::choice, .label = {"Cómo supo de nosotros", "How they heard of us"},
                       .data_class = 2, .offline_allowed = false, .printable = true};
    field.options = std::vector<forms::Option>{{"school", {"En su establecimiento", "At school"}, {}},
                                               {"health", {"En un centro de salud", "At a health centre"}, {}},
                                               {"known", {"Por alguien que conoce", "From somebody they know"}, {}},
                                               {"network", {"Por redes sociales", "On social networks"}, {}}};
    return field;
}

/// Only when somebody they know told them.
forms::Field by_whom() {
    forms::Field field{.id = "heard_from", .type = forms::FieldType::text, .label = {"Qué relación tienen", "How they are related"},
                       .data_class = 2, .offline_allowed = false, .printable = true};
    field.shown_when = json::Raw{R"({"op":"eq","field":"heard_of","value":"known"})"};
    field.required_at = "closed";
    return field;
}

Result<> keep(House& house, const Actor& actor, forms::Definition& definition, std::string_view version) {
    HEBRA_TRY(definition.version, forms::Version::parse(version));
    HEBRA_CHECK(house.forms.import(actor, json::write(definition), false));
    return {};
}

}  // namespace

Result<> add_demo_forms(House& house) {
    HEBRA_TRY(const auto admin, house.users.find_by_email(Private("admin@red.demo")));
    const Actor keeper{.user = admin.id, .institution = admin.memberships.front().institution_id, .session = {}, .permissions = {}};
    HEBRA_TRY(const auto shipped, house.forms.current(keeper.institution, k_form));
    auto definition = shipped->definition();
    definition.sections.front().fields.push_back(arrival());
    HEBRA_CHECK(keep(house, keeper, definition, "1.1.0"));
    HEBRA_CHECK(house.forms.move(keeper, k_form, definition.version, forms::FormAction::publish));
    auto& asked = definition.sections.front().fields;
    asked.back().required_at = "closed";
    asked.back().options->back().disabled = true;
    asked.push_back(by_whom());
    if (auto* problem = question(definition, "problem")) problem->label = {"Qué está pasando hoy", "What is happening today"};
    return keep(house, keeper, definition, "1.2.0");
}

}  // namespace hebra::app
