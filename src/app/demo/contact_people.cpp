#include "app/demo/contact_people.hpp"

namespace hebra::app {
namespace {

struct DemoContact {
    std::string_view institution, name, post, phone, email, hours;  ///< of numbers and addresses that nobody has (synthetic-data.md)
};

constexpr DemoContact k_contacts[] = {
    {"Línea Demo Joven", "Verónica Lagos", "Supervisora de turno", "+56 9 0000 0061", "supervisora@linea.demo", "Lunes a viernes, de 9 a 18"},
    {"Línea Demo Joven", "Antonia Reyes", "Agente de enlace con la red", "+56 9 0000 0062", "agente@linea.demo", "Martes y jueves, de 15 a 20"},
    {"CESFAM Demo Norte", "Marisol Tapia", "Encargada de derivaciones", "+56 9 0000 0063", "recepcion@cesfam.demo", "Lunes a jueves, de 8 a 17; viernes hasta las 16"},
    {"CESFAM Demo Norte", "Jorge Catalán", "Director", "", "direccion@cesfam.demo", ""},
    {"OLN Comuna Demo", "Paula Vera", "Coordinadora", "+56 9 0000 0064", "coordinadora@oln.demo", "Lunes a viernes, de 9 a 17"},
    {"Hospital Demo", "Rosa Huenchumilla", "Contactabilidad de listas de espera", "+56 9 0000 0065", "contacto@hospital.demo", "Lunes a viernes, de 8 a 16"},
    {"Municipalidad Demo", "Daniela Cárcamo", "Apoyo familiar", "+56 9 0000 0066", "familia@municipio.demo", "Lunes a viernes, de 9 a 14"},
    {"Red Demo", "Nadia Farías", "Coordinación de la red", "+56 9 0000 0067", "region@red.demo", "Lunes a viernes, de 9 a 18"},
    {"ONG Puente Demo", "Elisa Manríquez", "Encargada de talleres", "+56 9 0000 0068", "", "Miércoles, de 10 a 13"},
};

std::optional<Private> said(std::string_view text) { return text.empty() ? std::nullopt : std::optional(Private(std::string(text))); }

}  // namespace

Result<> add_demo_contact_people(House& house) {
    for (const auto& institution : house.institutions.all()) {
        std::vector<institutions::ContactPerson> people;
        for (const auto& demo : k_contacts)
            if (demo.institution == institution.name)
                people.push_back({Private(std::string(demo.name)), Private(std::string(demo.post)), said(demo.phone), said(demo.email), said(demo.hours)});
        if (people.empty()) continue;
        HEBRA_CHECK(house.contact_people.name(house.system(), institution.id, std::move(people), 0));
    }
    return {};
}

}  // namespace hebra::app
