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

forms::Field asked(std::string_view id, forms::FieldType type, forms::Label label) {
    forms::Field field;
    field.id = id;
    field.type = type;
    field.label = std::move(label);
    field.data_class = 2;
    field.offline_allowed = false;
    field.printable = true;
    return field;
}

/// How somebody arrived, asked of everybody from now on.
forms::Field arrival() {
    auto field = asked("heard_of", forms::FieldType::choice, {"Cómo supo de nosotros", "How they heard of us"});
    field.options = std::vector<forms::Option>{{"school", {"En su establecimiento", "At school"}, {}},
                                               {"health", {"En un centro de salud", "At a health centre"}, {}},
                                               {"known", {"Por alguien que conoce", "From somebody they know"}, {}},
                                               {"network", {"Por redes sociales", "On social networks"}, {}}};
    return field;
}

/// Only when somebody they know told them.
forms::Field by_whom() {
    auto field = asked("heard_from", forms::FieldType::text, {"Qué relación tienen", "How they are related"});
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

Result<> add_demo_forms(House& house, InstitutionId institution) {
    HEBRA_TRY(const auto admin, house.users.find_by_email(Private("admin@red.demo")));
    const Actor keeper{.user = admin.id, .institution = institution, .session = {}, .permissions = {}};
    HEBRA_TRY(const auto shipped, house.forms.current(keeper.institution, k_form));
    auto definition = shipped->definition();
    definition.sections.front().fields.push_back(arrival());
    HEBRA_CHECK(keep(house, keeper, definition, "1.1.0"));
    HEBRA_CHECK(house.forms.move(keeper, k_form, definition.version, forms::FormAction::publish));
    auto& questions = definition.sections.front().fields;
    questions.back().required_at = "closed";
    questions.back().options->back().disabled = true;
    questions.push_back(by_whom());
    if (auto* problem = question(definition, "problem")) problem->label = {"Qué está pasando hoy", "What is happening today"};
    return keep(house, keeper, definition, "1.2.0");
}

}  // namespace hebra::app
