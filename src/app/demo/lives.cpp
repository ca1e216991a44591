#include "app/demo/lives.hpp"

#include "app/demo/life.hpp"

namespace hebra::app {
namespace {

using attention::ContactChannel;
using referrals::Action;
using referrals::Kind;
using referrals::MoveRequest;
using referrals::Reason;
using referrals::Urgency;

constexpr std::string_view k_line = "agente@linea.demo";
constexpr std::string_view k_centre = "recepcion@cesfam.demo";
constexpr std::string_view k_office = "coordinadora@oln.demo";
constexpr std::string_view k_hospital = "contacto@hospital.demo";
constexpr std::string_view k_town = "familia@municipio.demo";

MoveRequest until(Action action, std::string_view text, Date day) {
    auto request = with(action, text);
    request.until = day;
    return request;
}

MoveRequest question(std::string_view asked) {
    auto request = with(Action::ask, {});
    request.questions = {said(asked)};
    return request;
}

MoveRequest hour(Time at) {
    auto request = with(Action::schedule, {});
    request.at = at;
    request.channel = people::ContactKind::visit;
    return request;
}

people::NewRelationship relative(people::Kinship kinship, std::string_view name, people::Closeness closeness, bool together,
                                 std::string_view note = {}) {
    people::NewRelationship relation;
    relation.kinship = kinship;
    relation.name = said(name);
    relation.closeness = closeness;
    relation.lives_together = together;
    if (!note.empty()) relation.note = said(note);
    return relation;
}

Result<people::NewPerson> young(std::string_view called, int age, int number, std::string_view gender) {
    HEBRA_TRY(auto person, nicknamed(called, age, number));
    person.gender = said(gender);
    return person;
}

/// The thread of the mockups: attended, held by a health centre, a week without anybody, taken up again, held by another.
Result<> martina(House& house, Life& life) {
    people::PersonQuery query;
    query.text = Private("Martina Catrileo");
    HEBRA_TRY(const auto agent, house.users.find_by_email(said(k_line)));
    Actor actor = house.system();
    actor.user = agent.id;
    actor.institution = house.users.memberships(agent.id).front().institution_id;
    HEBRA_TRY(const auto found, house.people.search(actor, query));
    if (found.items.empty()) return not_found();
    life.is(k_line, found.items.front().id);

    HEBRA_CHECK(life.attend({48, 21, 40}, k_line, ContactChannel::chat, "mood_anxiety", "No sé a quién decirle esto. ¿Le van a contar a mi mamá?"));
    HEBRA_TRY(const auto health, life.refer({48, 22, 20}, k_line, {.service = "D01", .topic = "mood_anxiety", .kind = Kind::warm, .urgency = Urgency::priority,
        .what = "Duerme mal hace dos meses y dejó de ir al liceo. Riesgo medio, con plan de cuidado.", .ask = "Hora con psicóloga, después de las 16:00.",
        .wish = "Que me escuchen sin contarle a mi mamá."}));
    HEBRA_CHECK(life.move({47, 9, 30}, k_centre, health, Action::acknowledge));
    HEBRA_CHECK(life.attend({47, 22}, k_line, ContactChannel::chat, "mood_anxiety", "Hoy dormí un poco más."));
    HEBRA_CHECK(life.move({46, 9, 10}, k_centre, health, Action::accept));
    HEBRA_CHECK(life.move({43, 15}, k_centre, health, Action::confirm_first_contact));
    HEBRA_CHECK(life.move({43, 15, 30}, k_centre, health, Action::start_service));
    HEBRA_CHECK(life.attend({36, 16}, k_centre, ContactChannel::visit, "mood_anxiety", "Cuando dibujo se me pasa."));
    HEBRA_CHECK(life.attend({29, 16}, k_centre, ContactChannel::visit, "mood_anxiety", "La próxima vez quiero venir con mi tía."));
    HEBRA_CHECK(life.move({27, 12}, k_centre, health, until(Action::hold, "La psicóloga está con licencia. Vuelve en una semana.", life.day(20))));
    // Nobody took it up on that day: a week later she calls.
    HEBRA_CHECK(life.attend({13, 20, 15}, k_line, ContactChannel::phone, "mood_anxiety", "Me dijeron que llamarían y nadie me llamó."));
    HEBRA_CHECK(life.move({12, 9, 30}, k_centre, health, Action::resume));
    HEBRA_TRY(const auto office, life.refer({12, 18}, k_line, {.service = "D02", .topic = "child_protection", .kind = Kind::warm, .urgency = Urgency::priority,
        .what = "Quiere volver al liceo y no la acompañan en la casa.", .ask = "Entrevista con ella y con su tía.", .wish = "Volver al liceo, pero no sola."}));
    HEBRA_CHECK(life.move({11, 9, 20}, k_office, office, Action::acknowledge));
    HEBRA_CHECK(life.move({11, 11}, k_office, office, question("¿Quién la puede acompañar a la entrevista?")));
    HEBRA_CHECK(life.move({10, 10}, k_line, office, Action::reply, "Su tía Rosa, los martes y jueves en la tarde."));
    HEBRA_CHECK(life.move({10, 12}, k_office, office, Action::accept));
    HEBRA_CHECK(life.move({7, 16}, k_office, office, Action::confirm_first_contact));
    HEBRA_CHECK(life.move({7, 17}, k_office, office, Action::start_service));
    HEBRA_CHECK(life.attend({5, 17}, k_office, ContactChannel::visit, "family", "Con mi tía me siento tranquila."));
    HEBRA_CHECK(life.move({4, 12}, k_centre, health, until(Action::hold, "Se busca otra profesional para darle hora.", life.day(1))));
    HEBRA_CHECK(life.refer({2, 19}, k_line, {.service = "D05", .topic = "family", .kind = Kind::information, .urgency = Urgency::routine,
        .what = "Su tía pregunta por apoyo para la familia.", .ask = "Información de los talleres."}));
    HEBRA_CHECK(life.tell_relation(k_line, relative(people::Kinship::mother, "Su mamá", people::Closeness::conflict, true, "No sabe que llama.")));
    HEBRA_CHECK(life.tell_relation(k_line, relative(people::Kinship::aunt_uncle, "Tía Rosa", people::Closeness::close, false, "Puede acompañarla.")));
    return life.tell_relation(k_line, relative(people::Kinship::sibling, "Su hermano chico", people::Closeness::ordinary, true));
}

/// Sent back with an alternative that was followed, missed an hour, arrived; now asked for again, and not answered yet.
Result<> benja(Life& life) {
    HEBRA_TRY(const auto person, young("Benja", 15, 811, "Hombre"));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_CHECK(life.attend({44, 19, 10}, k_line, ContactChannel::whatsapp, "family", "En mi casa todos gritan y yo me encierro."));
    HEBRA_TRY(const auto town, life.refer({43, 10}, k_line, {.service = "D05", .topic = "family", .kind = Kind::formal, .urgency = Urgency::routine,
        .what = "Discusiones en la casa todas las semanas.", .ask = "Apoyo para la familia.", .wish = "Que dejen de gritar."}));
    HEBRA_CHECK(life.move({37, 11}, k_town, town, Action::acknowledge));
    auto declined = with(Action::decline, "Sin cupo este semestre. La OLN sí puede recibirlo.", Reason::no_places);
    HEBRA_CHECK(life.move({36, 12}, k_town, town, std::move(declined)));
    HEBRA_TRY(const auto office, life.refer({36, 16, 30}, k_line, {.service = "D02", .topic = "child_protection", .kind = Kind::warm, .urgency = Urgency::priority,
        .what = "Discusiones en la casa; duerme donde su abuela.", .ask = "Entrevista con él y con su abuela.", .wish = "Quedarme con mi abuela un tiempo.", .follows = town}));
    HEBRA_CHECK(life.move({35, 10}, k_office, office, Action::acknowledge));
    HEBRA_CHECK(life.move({34, 10}, k_office, office, Action::accept));
    HEBRA_CHECK(life.move({34, 11}, k_office, office, hour(life.at({31, 16}))));
    HEBRA_CHECK(life.move({31, 17}, k_office, office, Action::no_show));
    HEBRA_CHECK(life.attend({30, 20}, k_line, ContactChannel::phone, "family", "Me dio vergüenza ir solo."));
    HEBRA_CHECK(life.move({29, 10}, k_office, office, hour(life.at({27, 16}))));
    HEBRA_CHECK(life.move({27, 16, 40}, k_office, office, Action::confirm_first_contact));
    HEBRA_CHECK(life.move({27, 17}, k_office, office, Action::start_service));
    HEBRA_CHECK(life.attend({20, 16}, k_office, ContactChannel::visit, "family", "Mi abuela dijo que me quede con ella."));
    HEBRA_CHECK(life.attend({14, 16}, k_office, ContactChannel::visit, "family", "Esta semana no discutimos."));
    HEBRA_CHECK(life.move({9, 12}, k_office, office, with(Action::report_outcome, "Vive con su abuela; acuerdos con su mamá por escrito.", Reason::completed)));
    HEBRA_CHECK(life.seek({8, 17}, k_line, office, referrals::TryResult::no_answer));
    HEBRA_CHECK(life.seek({7, 18}, k_line, office, referrals::TryResult::asked_to_call_later));
    HEBRA_CHECK(life.move({6, 19}, k_line, office, Action::close_verified, "Sí me sirvió. Ahora duermo tranquilo."));
    HEBRA_CHECK(life.attend({1, 20, 30}, k_line, ContactChannel::chat, "mood_anxiety", "Estoy mejor, pero me da pena en la noche."));
    HEBRA_CHECK(life.refer({0, 0, 20}, k_line, {.service = "D01", .topic = "mood_anxiety", .kind = Kind::warm, .urgency = Urgency::priority,
        .what = "Pena en las noches desde que cambió de casa. Sin riesgo.", .ask = "Primera hora con psicóloga.", .wish = "Hablar con alguien que sepa."}));
    HEBRA_CHECK(life.tell_relation(k_line, relative(people::Kinship::grandparent, "Su abuela Luz", people::Closeness::close, true)));
    return life.tell_relation(k_line, relative(people::Kinship::mother, "Su mamá", people::Closeness::conflict, false));
}

/// Begun by the children's office, waited in a line at the hospital; what the health centre should have told is overdue.
Result<> ayun(Life& life) {
    HEBRA_TRY(const auto person, young("Ayün", 17, 812, "Mujer"));
    HEBRA_CHECK(life.record(k_office, person));
    HEBRA_CHECK(life.attend({55, 11}, k_office, ContactChannel::walk_in, "family", "Vine porque mi profesora me dijo que acá ayudaban."));
    HEBRA_TRY(const auto centre, life.refer({54, 10}, k_office, {.service = "D01", .topic = "mental_health", .kind = Kind::formal, .urgency = Urgency::priority,
        .what = "Crisis de pena en el liceo, tres este mes.", .ask = "Evaluación en salud mental.", .wish = "Saber qué me pasa."}));
    HEBRA_CHECK(life.move({54, 16}, k_centre, centre, Action::acknowledge));
    HEBRA_CHECK(life.move({53, 12}, k_centre, centre, question("¿Puede venir en la mañana?")));
    HEBRA_CHECK(life.move({52, 16}, k_office, centre, Action::reply, "Sí, con permiso del liceo."));
    HEBRA_CHECK(life.move({50, 10}, k_centre, centre, Action::accept));
    HEBRA_CHECK(life.move({47, 11}, k_centre, centre, Action::confirm_first_contact));
    HEBRA_CHECK(life.move({46, 9}, k_centre, centre, Action::start_service));
    HEBRA_CHECK(life.attend({40, 11}, k_centre, ContactChannel::visit, "mood_anxiety", "Me cuesta explicarlo, pero aquí me esperan."));
    HEBRA_TRY(const auto hospital, life.refer({33, 12}, k_centre, {.service = "D03", .topic = "mental_health", .kind = Kind::formal, .urgency = Urgency::priority,
        .what = "Crisis repetidas pese al tratamiento de tres semanas.", .ask = "Evaluación por psiquiatría.", .wish = "Que no me cambien de psicóloga.", .despite = "Es la única psiquiatría infantojuvenil de la red."}));
    HEBRA_CHECK(life.move({28, 10}, k_hospital, hospital, Action::acknowledge));
    auto waits = until(Action::waitlist, "Cuarta en la lista.", life.day(20));
    waits.position = 4;
    HEBRA_CHECK(life.move({27, 10}, k_hospital, hospital, std::move(waits)));
    HEBRA_CHECK(life.attend({19, 11}, k_centre, ContactChannel::visit, "mood_anxiety", "Esperar se me hace largo."));
    HEBRA_CHECK(life.move({13, 10}, k_hospital, hospital, Action::accept));
    HEBRA_CHECK(life.move({9, 9, 30}, k_hospital, hospital, Action::confirm_first_contact));
    HEBRA_CHECK(life.move({9, 11}, k_hospital, hospital, Action::start_service));
    HEBRA_CHECK(life.attend({3, 10}, k_hospital, ContactChannel::visit, "mood_anxiety", "El doctor me habló a mí y no a mi mamá."));
    HEBRA_CHECK(life.tell_relation(k_office, relative(people::Kinship::caregiver, "Su tía Inés", people::Closeness::close, true, "La cuida desde los ocho años.")));
    return life.tell_relation(k_office, relative(people::Kinship::professional, "Su profesora jefe", people::Closeness::close, false));
}

}  // namespace

Result<> add_demo_lives(House& house, FixedClock& clock, Time until) {
    Life first(house, clock, until);
    HEBRA_CHECK(martina(house, first));
    Life second(house, clock, until);
    HEBRA_CHECK(benja(second));
    Life third(house, clock, until);
    HEBRA_CHECK(ayun(third));
    clock.advance(until - clock.now());
    return {};
}

}  // namespace hebra::app
