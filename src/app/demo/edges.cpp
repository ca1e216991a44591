#include "app/demo/edges.hpp"

#include "app/demo/life.hpp"
#include "platform/pdf/sheet.hpp"

namespace hebra::app {
namespace {

using people::IdentityLevel;
using people::NewPerson;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::string_view k_agent = "agente@linea.demo";
constexpr std::string_view k_supervisor = "supervisora@linea.demo";

Result<NewPerson> named(std::string_view given, std::string_view first, std::string_view second, Date born, int phone_number) {
    NewPerson person;
    person.identity = IdentityLevel::identified;
    person.given_names = said(given);
    person.first_surname = said(first);
    person.second_surname = said(second);
    HEBRA_TRY(person.birth_date, people::BirthDate::parse(to_text(born)));
    HEBRA_TRY(person.phone, chile::Phone::parse(fmt::format("+5690000{:04}", phone_number)));
    HEBRA_TRY(person.comuna, territory::Comuna::parse("13104"));
    return person;
}

/// So many years before a day that comes soon; who was born on 29 February has their birthday on the 28th here.
Date years_before(Time until, days from_now, int years) {
    const Date day(std::chrono::floor<days>(until) + from_now);
    const Date born = day - std::chrono::years(years);
    return born.ok() ? born : born.year() / born.month() / std::chrono::last;
}

/// The same name but one, the same day, the same telephone: only their RUN and their own words tell them apart.
Result<> twins(House& house, const Actor& agent) {
    const Date born = std::chrono::year(2011) / 5 / 2;
    HEBRA_TRY(auto one, named("Amanda Paz", "Ñancupil", "Rojas", born, 831));
    HEBRA_TRY(one.run, chile::Run::parse("43100021-0"));
    HEBRA_TRY(auto other, named("Emilia Paz", "Ñancupil", "Rojas", born, 831));
    HEBRA_TRY(other.run, chile::Run::parse("43100022-9"));
    HEBRA_CHECK(house.people.create(agent, one));
    HEBRA_CHECK(house.people.create(agent, other));
    return {};
}

/// The same person written down twice, by two of the line, with different telephones.
Result<> written_twice(House& house, const Actor& agent, const Actor& supervisor) {
    const Date born = std::chrono::year(2003) / 9 / 30;
    HEBRA_TRY(auto once, named("Lautaro Andrés", "Mamani", "Yáñez", born, 832));
    HEBRA_TRY(once.run, chile::Run::parse("41700300-2"));
    HEBRA_TRY(auto again, named("Lautaro", "Mamani", "Yáñez", born, 833));
    again.run = once.run;
    HEBRA_CHECK(house.people.create(agent, once));
    HEBRA_CHECK(house.people.create(supervisor, again));
    return {};
}

/// Within days they are of the age at which they consent, are asked, or decide by themselves.
Result<> birthdays(House& house, const Actor& agent, Time until) {
    HEBRA_TRY(const auto fourteen, named("Josefa Belén", "Espinoza", "Tapia", years_before(until, days(3), 14), 834));
    HEBRA_TRY(const auto sixteen, named("Amaru", "Choque", "Vásquez", years_before(until, days(5), 16), 835));
    HEBRA_TRY(const auto eighteen, named("Trinidad Luz", "Araya", "Cáceres", years_before(until, days(1), 18), 836));
    for (const auto* person : {&fourteen, &sixteen, &eighteen}) HEBRA_CHECK(house.people.create(agent, *person));
    return {};
}

/// Who has no RUN, or not yet; and what they say of themselves, in their words.
Result<> without_a_run(House& house, const Actor& agent) {
    HEBRA_TRY(auto abroad, named("Yuliana", "Rondón", "Marcano", std::chrono::year(1994) / 2 / 17, 837));
    HEBRA_TRY(abroad.document, chile::ForeignDocument::parse("passport:VEN:D0000147"));
    abroad.nationality = said("Venezolana");
    HEBRA_TRY(auto at_school, named("Widlene", "Jean-Baptiste", "Pierre", std::chrono::year(2012) / 11 / 8, 838));
    HEBRA_TRY(at_school.document, chile::ForeignDocument::parse("ipe::100000147"));
    at_school.nationality = said("Haitiana");
    at_school.language = said("Creole; entiende castellano");
    HEBRA_TRY(auto rooted, named("Rayén Antonia", "Huenchumilla", "Catrileo", std::chrono::year(1999) / 6 / 24, 839));
    rooted.pueblo = said("Mapuche");
    rooted.language = said("Castellano y mapudungun");
    rooted.disability = said("Escucha poco por el oído izquierdo: prefiere escribir");
    for (const auto* person : {&abroad, &at_school, &rooted}) HEBRA_CHECK(house.people.create(agent, *person));
    return {};
}

/// He told another name first, and later the one he goes by.
Result<> changed_name(House& house, const Actor& agent) {
    HEBRA_TRY(const auto person, named("Fernanda Isidora", "Sepúlveda", "Díaz", std::chrono::year(2007) / 1 / 12, 840));
    HEBRA_TRY(const auto recorded, house.people.create(agent, person));
    people::PersonChange change;
    change.social_name = json::Change<people::Name>::set(said("Fer"));
    change.gender = json::Change<people::OwnWords>::set(said("No binarie"));
    HEBRA_CHECK(house.people.change(agent, recorded.id, change, recorded.version));
    return {};
}

/// The plan they made together, on a sheet she took with her.
Result<> kept_a_file(House& house, const Actor& agent) {
    HEBRA_TRY(const auto person, nicknamed("Antonella", 25, 841));
    attention::NewContact contact;
    contact.channel = attention::ContactChannel::walk_in;
    contact.person = person;
    contact.started_at = house.clock.now() - std::chrono::hours(1);
    contact.ended_at = json::Change<Time>::set(*contact.started_at + std::chrono::minutes(40));
    contact.topics = {"mood_anxiety"};
    contact.disposition = json::Change<attention::Disposition>::set(attention::Disposition::plan_made);
    contact.joint_summary = json::Change<Private>::set(said("Hicimos un plan y me lo llevo en una hoja."));
    HEBRA_TRY(const auto written, house.contacts.create(agent, contact));
    const pdf::Sheet sheet{.title = "Plan",
                           .producer = "Línea Demo Joven",
                           .at = *contact.started_at,
                           .heading = "Lo que acordamos",
                           .subheading = "Datos de muestra",
                           .first = {{"Primero", said("Salir a caminar con mi hermana el martes y el jueves.")},
                                     {"Si empeora", said("Llamo a la línea, o a *4141 a cualquier hora.")}},
                           .sections = {},
                           .foot_code = "",
                           .foot_proof = "",
                           .mark = {}};
    const auto file = pdf::write(sheet);
    HEBRA_CHECK(house.attachments.add(agent, written.id, "plan.pdf", bytes_of(file)));
    return {};
}

/// Nobody answered under that number: its keeper is to ring, and meanwhile nobody is shown it.
Result<> found_wrong(House& house, const Actor& agent) {
    const auto catalogue = house.directory.catalogue();
    const auto* service = catalogue->find_code("D10");
    if (service == nullptr) return not_found();
    const auto phone = std::ranges::find(service->channels, directory::ChannelKind::phone, &directory::Channel::kind);
    if (phone == service->channels.end()) return not_found();
    HEBRA_CHECK(house.directory.doubt(agent, service->id, static_cast<std::size_t>(phone - service->channels.begin())));
    return {};
}

}  // namespace

Result<> add_demo_edges(House& house, FixedClock& clock, Time until) {
    Life life(house, clock, until);
    clock.advance(life.at({2, 12}) - clock.now());
    HEBRA_TRY(const auto agent, life.actor(k_agent));
    HEBRA_TRY(const auto supervisor, life.actor(k_supervisor));
    HEBRA_CHECK(twins(house, agent));
    HEBRA_CHECK(written_twice(house, agent, supervisor));
    HEBRA_CHECK(birthdays(house, agent, until));
    HEBRA_CHECK(without_a_run(house, agent));
    HEBRA_CHECK(changed_name(house, agent));
    HEBRA_CHECK(kept_a_file(house, agent));
    HEBRA_CHECK(found_wrong(house, agent));
    clock.advance(until - clock.now());
    return {};
}

}  // namespace hebra::app
