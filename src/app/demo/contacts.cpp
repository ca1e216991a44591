#include "app/demo/contacts.hpp"

#include "app/demo/dice.hpp"
#include "platform/json/json.hpp"

namespace hebra::app {
namespace {

using namespace attention;

/// What people write about, out of a hundred, and a write-up of it. No methods, no detail that hurts.
struct Theme {
    std::uint32_t share;
    std::string_view topic;
    std::string_view problem;
    std::string_view concern;
    std::string_view protects;
    std::string_view step;
    std::string_view together;
};

constexpr Theme k_themes[] = {
    {42, "mood_anxiety", "Duerme mal hace un mes y le cuesta levantarse. Los exámenes la angustian.", "Duerme tres horas", "Pidió ayuda por su cuenta",
     "Pedir hora en el CESFAM esta semana", "Estoy cansada, no soy floja. Esta semana pido la hora y el domingo descanso."},
    {17, "family", "Discute con su mamá desde que se separaron. No quiere volver a la casa en la noche.", "Discusiones todas las semanas",
     "Su tía la recibe", "Hablar con su tía el viernes", "En mi casa se grita mucho y yo quiero calma. Primero hablo con mi tía."},
    {9, "suicide_risk", "Dice que a veces preferiría no estar. Se le preguntó directamente y contó cómo se siente.", "Se siente una carga",
     "Tiene a su hermano cerca", "Su hermano la acompaña hoy y pide hora mañana", "Hoy no me quedo sola. Mi hermano va conmigo y ustedes me llaman."},
    {5, "self_harm", "Cuenta que se ha hecho daño cuando discute en la casa. Quiere dejar de hacerlo.", "Le pasa cuando está sola",
     "Quiere parar", "Avisar a la orientadora del liceo", "Me hago daño cuando no aguanto la pena. Le voy a contar a la orientadora."},
    {9, "violence", "Su pololo le revisa el teléfono y no la deja ver a sus amigas.", "La controla", "Una amiga sabe lo que pasa",
     "Guardar el número de orientación con otro nombre", "No es mi culpa y no estoy sola. Mi amiga sabe y tengo a quién llamar."},
    {8, "sexuality", "Quiere hacerse un examen y no sabe dónde la atienden sin contarle a su familia.", "Teme que se enteren",
     "Sabe lo que quiere preguntar", "Ir al espacio amigable del CESFAM", "Quiero que me atiendan en confianza. Voy el martes al espacio amigable."},
    {5, "substance_use", "Toma todos los fines de semana y esta vez faltó al trabajo.", "Ha faltado al trabajo", "Su polola lo apoya",
     "Llamar a la línea de drogas y alcohol", "Me preocupa lo que estoy tomando. Hoy llamo a la línea y ella me acompaña."},
    {5, "bullying", "La molestan en un grupo del curso y dejó de ir a educación física.", "Ha dejado de ir a clases", "Su profesora jefe la escucha",
     "Mostrarle los mensajes a la profesora jefe", "No exagero: me están molestando. Mañana hablo con mi profesora."},
};

constexpr Disposition k_no_counselling[] = {Disposition::silent, Disposition::hung_up, Disposition::wrong_number, Disposition::prank,
                                            Disposition::number_request};
constexpr ContactChannel k_channels[] = {ContactChannel::phone, ContactChannel::phone, ContactChannel::chat, ContactChannel::chat,
                                         ContactChannel::whatsapp};

template <class T>
json::Change<T> said(T value) {
    return json::Change<T>::set(std::move(value));
}

json::Change<Private> text_of(std::string_view text) { return said(Private(std::string(text))); }

const Theme& theme_of(Dice& dice) {
    auto left = dice.below(100);
    for (const auto& theme : k_themes) {
        if (left < theme.share) return theme;
        left -= theme.share;
    }
    return k_themes[0];
}

RiskLevel risk_of(Dice& dice) {
    const auto roll = dice.below(100);
    return roll < 78 ? RiskLevel::none : roll < 91 ? RiskLevel::low : roll < 97 ? RiskLevel::medium : RiskLevel::high;
}

std::string answers_of(const Theme& theme) {
    json::Writer out;
    const auto line = [&](std::string_view group, std::string_view name, std::string_view text) {
        out.key(group);
        out.begin_list();
        out.begin_object();
        out.key(name);
        out.text(text);
        if (group == "plan_steps") {
            out.key("step_owner");
            out.text("person");
        }
        out.end_object();
        out.end_list();
    };
    out.begin_object();
    out.key("problem");
    out.text(theme.problem);
    line("risk_factors", "risk_factor", theme.concern);
    line("protective_factors", "protective_factor", theme.protects);
    line("plan_steps", "step", theme.step);
    out.end_object();
    return out.take();
}

void write_up(NewContact& contact, const Theme& theme, Dice& dice) {
    contact.topics = {std::string(theme.topic)};
    contact.moments = {{Moment::welcome, {}}, {Moment::problem, {}}, {Moment::resources_and_networks, {}},
                       {Moment::risk_and_protection, {}}, {Moment::problem, {}}, {Moment::action_plan, {}}, {Moment::closing, {}}};
    contact.answers = json::Raw{answers_of(theme)};
    contact.summary = text_of(theme.problem);
    contact.joint_summary = text_of(theme.together);
    const auto risk = theme.topic == "suicide_risk" ? RiskLevel::medium : risk_of(dice);
    contact.risk = said(risk);
    if (risk >= RiskLevel::medium) contact.risk_reason = text_of("Lo que cuenta y cómo lo cuenta. Se conversó con supervisión.");
}

/// Some never say who they are; some leave a name to be called by.
std::optional<people::NewPerson> caller_of(Dice& dice) {
    if (dice.percent(55)) return std::nullopt;
    people::NewPerson person;
    person.identity = dice.percent(60) ? people::IdentityLevel::anonymous : people::IdentityLevel::pseudonymous;
    if (person.identity == people::IdentityLevel::pseudonymous) person.alias = Private(dice.percent(70) ? "Dani" : "Cami");
    if (auto age = people::Age::from_number(15 + static_cast<int>(dice.below(14)))) person.age_stated = *age;
    return person;
}

/// Within the line's hours in Chile (UTC-3 in spring), most of them from 19:00 on, up to yesterday.
Time start_of(Dice& dice, Time until) {
    const auto day = std::chrono::floor<std::chrono::days>(until) - std::chrono::days(1 + dice.below(13));
    const auto hour = dice.percent(45) ? 19 + dice.below(3) : 10 + dice.below(9);
    return day + std::chrono::hours(hour + 3) + std::chrono::minutes(dice.below(60));
}

/// Written as it ends, or hours later by whoever remembers.
NewContact contact_of(Dice& dice, Time until) {
    NewContact contact;
    contact.channel = k_channels[dice.below(std::size(k_channels))];
    contact.started_at = std::min(start_of(dice, until), until - std::chrono::hours(1));
    contact.ended_at = said(*contact.started_at + std::chrono::minutes(2 + dice.below(50)));
    if (dice.percent(25)) {
        contact.disposition = said(k_no_counselling[dice.below(std::size(k_no_counselling))]);
        contact.ended_at = said(*contact.started_at + std::chrono::seconds(5 + dice.below(80)));
        return contact;
    }
    write_up(contact, theme_of(dice), dice);
    contact.person = caller_of(dice);
    const auto roll = dice.below(10);
    if (roll < 9) contact.disposition = said(roll < 4 ? Disposition::plan_made : roll < 7 ? Disposition::listened : Disposition::oriented);
    return contact;
}

class Writer {
  public:
    Writer(House& house, FixedClock& clock, Time until) : house_(house), clock_(clock), until_(until) {}

    Result<Contact> write(const Actor& actor, const NewContact& contact, Micros later = {}) {
        const Time ended = contact.ended_at.is_set() ? contact.ended_at.value() : *contact.started_at;
        clock_.advance(std::min(ended + later, until_) - clock_.now());
        return house_.contacts.create(actor, contact);
    }
    Result<> hand_over(const Actor& from, const Contact& contact, UserId colleague) {
        ContactMove move;
        move.action = ContactAction::hand_over;
        move.version = contact.version;
        move.colleague_id = colleague;
        HEBRA_CHECK(house_.contacts.move(from, contact.id, move));
        return {};
    }

  private:
    House& house_;
    FixedClock& clock_;
    Time until_;
};

/// The person of the mockups: a first call noted late, and a conversation that is still open.
Result<> write_of_martina(House& house, Writer& writer, const Actor& agent, Time until, Dice& dice) {
    people::PersonQuery query;
    query.text = Private("Martina Catrileo");
    HEBRA_TRY(const auto found, house.people.search(agent, query));
    if (found.items.empty()) return {};
    NewContact call;
    call.person_id = found.items.front().id;
    call.started_at = until - std::chrono::hours(24 * 9 + 4);
    call.ended_at = said(*call.started_at + std::chrono::minutes(31));
    write_up(call, k_themes[7], dice);
    call.disposition = said(Disposition::plan_and_referral);
    HEBRA_CHECK(writer.write(agent, call, std::chrono::hours(5)));
    NewContact chat;
    chat.channel = ContactChannel::chat;
    chat.person_id = call.person_id;
    chat.started_at = until - std::chrono::minutes(6);
    chat.topics = {"mood_anxiety", "bullying"};
    chat.moments = {{Moment::welcome, until - std::chrono::minutes(6)}, {Moment::problem, until - std::chrono::minutes(4)}};
    chat.answers = json::Raw{R"({"problem":"Cuenta que habló con su profesora jefe. Duerme mejor, pero no quiere volver al curso."})"};
    HEBRA_CHECK(writer.write(agent, chat));
    return {};
}

/// What a shift leaves to the next one: the supervisor had to go, and Antonia follows.
Result<> leave_open(Writer& writer, const Actor& supervisor, UserId agent, Time until) {
    NewContact chat;
    chat.channel = ContactChannel::chat;
    chat.started_at = until - std::chrono::minutes(95);
    chat.topics = {"family"};
    chat.moments = {{Moment::welcome, until - std::chrono::minutes(95)}};
    chat.answers = json::Raw{R"({"problem":"Se cortó la conexión cuando contaba cómo están las cosas en su casa. Dijo que volvería hoy."})"};
    people::NewPerson person;
    person.identity = people::IdentityLevel::pseudonymous;
    person.alias = Private("Dani");
    chat.person = person;
    HEBRA_TRY(const auto left, writer.write(supervisor, chat));
    return writer.hand_over(supervisor, left, agent);
}

Result<Actor> staff_of(House& house, std::string_view email) {
    HEBRA_TRY(const auto user, house.users.find_by_email(Private(std::string(email))));
    Actor actor = house.system();
    actor.user = user.id;
    actor.institution = house.users.memberships(user.id).front().institution_id;
    return actor;
}

}  // namespace

Result<> add_demo_contacts(House& house, FixedClock& clock, Time until, int scale, const Made& tell) {
    Dice dice(20261122);
    Writer writer(house, clock, until);
    HEBRA_TRY(const auto agent, staff_of(house, "agente@linea.demo"));
    HEBRA_TRY(const auto supervisor, staff_of(house, "supervisora@linea.demo"));
    HEBRA_TRY(const auto other_line, staff_of(house, "agente@otra.demo"));
    HEBRA_CHECK(write_of_martina(house, writer, agent, until, dice));
    HEBRA_CHECK(leave_open(writer, supervisor, agent.user, until));
    for (int i = 0; i < 28 * scale; ++i) {
        auto contact = contact_of(dice, until);
        const bool by_another = i % 9 == 4;
        if (by_another) contact.on_behalf_of = agent.user;
        HEBRA_CHECK(writer.write(by_another ? supervisor : agent, contact, by_another ? std::chrono::hours(3) : std::chrono::hours(0)));
        if (tell) tell("atenciones", i + 1, 28 * scale);
    }
    for (int i = 0; i < 3 * scale; ++i) HEBRA_CHECK(writer.write(other_line, contact_of(dice, until)));
    return {};
}

}  // namespace hebra::app
