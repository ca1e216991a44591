#include "app/demo/referrals.hpp"

#include <algorithm>
#include <fstream>

#include "app/demo/agenda.hpp"

namespace hebra::app {
namespace {

using referrals::Action;
using referrals::Kind;
using referrals::MoveRequest;
using referrals::Reason;
using referrals::Urgency;
using std::chrono::hours;

/// One step of a story: so long after the one before, by whom, and what they did. What gives or moves an hour names it; what
/// happened at an hour happens when it is over.
struct Step {
    hours after;
    std::string_view user;
    Action action;
    std::optional<Reason> code = {};
    std::string_view text = {};
    std::optional<DemoHour> hour = {};

    bool gives_hour() const { return hour && (action == Action::schedule || action == Action::reschedule); }
};

/// A try to ask the person in which nobody could, by phone, so long after what came before.
struct Sought {
    hours after;
    std::string_view user;
    referrals::TryResult result;
};

struct Story {
    std::string_view service;  ///< its code
    std::string_view topic;
    Kind kind;
    Urgency urgency;
    int age;
    std::string_view called;
    std::string_view what;
    std::string_view ask;
    std::string_view wish;
    hours began;  ///< before now
    std::vector<Step> steps;
    std::string_view restricted = {};  ///< for the person who takes it in at the OLN alone
    std::vector<Sought> sought = {};   ///< after the steps

    bool has_hours() const { return std::ranges::any_of(steps, [](const Step& step) { return step.hour.has_value(); }); }
};

constexpr std::string_view k_agent = "agente@linea.demo";
constexpr std::string_view k_intake = "recepcion@cesfam.demo";
constexpr std::string_view k_supervisor = "supervisora@linea.demo";
constexpr std::string_view k_oln = "coordinadora@oln.demo";
constexpr std::string_view k_town = "familia@municipio.demo";

/// The service of an institution where nobody has an account: it answers by its link.
constexpr std::string_view k_unserved = "D06";

/// When the agenda was opened, long enough ago for every hour of it.
constexpr auto k_agenda_began = std::chrono::days(14);

const std::vector<Story>& stories() {
    static const std::vector<Story> k_stories = {
        {"D01", "mood_anxiety", Kind::warm, Urgency::urgent, 17, "Constanza", "Ánimo bajo hace dos meses. Riesgo medio, con plan de cuidado.",
         "Hora con psicóloga esta semana, después de las 16:00.", "Dormir bien y poder hablar con mi mamá sin pelear.", hours(2),
         {{hours(0), k_agent, Action::send}}},
        {"D01", "family", Kind::warm, Urgency::urgent, 28, "Paulina", "Pidió apoyo hoy: no tiene con quién dejar a su hijo y no duerme.",
         "Que la llamen hoy.", "Que alguien me acompañe esta semana.", hours(0),
         {{hours(0), k_agent, Action::send}}},
        {"D01", "mood_anxiety", Kind::formal, Urgency::priority, 24, "Nicolás", "Crisis de angustia repetida, tres en un mes.",
         "Evaluación en salud mental.", "Entender qué me pasa.", hours(30),
         {{hours(0), k_agent, Action::send}, {hours(3), k_intake, Action::acknowledge}}},
        {"D02", "rights_violation", Kind::formal, Urgency::urgent, 13, "Ayelén", "Cuenta que pasa las noches sola y falta al liceo.",
         "Orientación y primera entrevista.", "Que alguien hable con mi papá.", hours(72),
         {{hours(0), k_agent, Action::send}}},
        {"D01", "mental_health", Kind::warm, Urgency::routine, 21, "Javiera", "Duelo reciente, pidió apoyo en su consultorio.",
         "Primera hora.", "Hablar con alguien que no me conozca.", hours(240),
         {{hours(0), k_agent, Action::send}, {hours(5), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::accept},
          {hours(70), k_intake, Action::confirm_first_contact}, {hours(2), k_intake, Action::start_service}}},
        {"D05", "family", Kind::warm, Urgency::routine, 34, "Rosario", "Cuida a su madre sola y duerme mal.",
         "Visita de apoyo familiar.", "Un descanso a la semana.", hours(200),
         {{hours(0), k_agent, Action::send}, {hours(10), k_town, Action::acknowledge},
          {hours(30), k_town, Action::decline, Reason::no_places, "Sin cupo hasta el próximo mes."}}},
        {"D01", "self_harm", Kind::formal, Urgency::priority, 19, "Tomás", "Pidió ayuda por autolesiones; está acompañado.",
         "Evaluación en dos días hábiles.", "Que no me juzguen.", hours(60),
         {{hours(0), k_agent, Action::send}, {hours(6), k_intake, Action::acknowledge}, {hours(12), k_intake, Action::ask}}},
        {"D02", "child_protection", Kind::warm, Urgency::routine, 16, "Millaray", "Su tía, que la cuida, pide orientación.",
         "Entrevista con su tía.", "Quedarme con mi tía.", hours(500),
         {{hours(0), k_supervisor, Action::send}, {hours(5), k_oln, Action::acknowledge}, {hours(20), k_oln, Action::accept},
          {hours(90), k_oln, Action::confirm_first_contact}, {hours(5), k_oln, Action::start_service},
          {hours(200), k_oln, Action::report_outcome, Reason::completed, "Tuvo tres entrevistas y cerró de acuerdo con su tía."}},
         "Quien avisó fue una vecina del mismo piso. Pide que la familia no lo sepa.",
         {{hours(20), k_supervisor, referrals::TryResult::no_answer}, {hours(25), k_supervisor, referrals::TryResult::asked_to_call_later}}},
        {"D01", "mood_anxiety", Kind::formal, Urgency::routine, 15, "Benjamín", "No duerme desde que cambió de liceo.",
         "Primera hora con psicóloga.", "Volver a dormir de corrido.", hours(300),
         {{hours(0), k_agent, Action::send}, {hours(4), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::accept},
          {hours(3), k_intake, Action::schedule, {}, {}, DemoHour{-2, 9, 0}}, {hours(0), k_intake, Action::no_show, {}, {}, DemoHour{-2, 9, 0}},
          {hours(2), k_intake, Action::schedule, {}, {}, DemoHour{2, 9, 45}}}},
        {"D01", "mental_health", Kind::warm, Urgency::routine, 42, "Marcela", "Duelo reciente; cuida sola a dos hijos.",
         "Primera hora por la mañana.", "Tener con quién hablarlo.", hours(280),
         {{hours(0), k_agent, Action::send}, {hours(4), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::accept},
          {hours(3), k_intake, Action::schedule, {}, {}, DemoHour{-1, 9, 45}},
          {hours(0), k_intake, Action::confirm_first_contact, {}, {}, DemoHour{-1, 9, 45}}}},
        {"D01", "mood_anxiety", Kind::formal, Urgency::priority, 27, "Ignacia", "Angustia al salir de la casa, hace tres semanas.",
         "Evaluación en salud mental.", "Volver a trabajar.", hours(70),
         {{hours(0), k_agent, Action::send}, {hours(4), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::accept},
          {hours(2), k_intake, Action::schedule, {}, {}, DemoHour{1, 10, 30}},
          {hours(20), k_intake, Action::reschedule, {}, "Esa mañana trabaja; pidió por teléfono.", DemoHour{3, 15, 30}}}},
        {"D01", "mental_health", Kind::warm, Urgency::priority, 22, "Renata", "Ansiedad antes de los exámenes; duerme poco.",
         "Primera hora con psicóloga.", "Terminar el semestre.", hours(48),
         {{hours(0), k_agent, Action::send}, {hours(4), k_intake, Action::acknowledge}, {hours(10), k_intake, Action::accept},
          {hours(4), k_intake, Action::schedule, {}, {}, DemoHour{1, 9, 0}}}},
        {"D01", "mood_anxiety", Kind::warm, Urgency::priority, 17, "Joaquín", "Se aisló de sus amigos este mes.",
         "Primera hora, ojalá por la tarde.", "Que no me obliguen a hablar.", hours(26),
         {{hours(0), k_agent, Action::send}, {hours(3), k_intake, Action::acknowledge}, {hours(12), k_intake, Action::accept}}},
        {"D01", "mental_health", Kind::formal, Urgency::routine, 63, "Elba", "Desde que enviudó come poco y no sale.",
         "Primera hora por la mañana.", "Compañía.", hours(50),
         {{hours(0), k_agent, Action::send}, {hours(3), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::accept}}},
        {"D01", "mental_health", Kind::formal, Urgency::routine, 58, "Hernán", "Quedó sin trabajo hace un mes y no duerme.",
         "Primera hora, por la tarde.", "Conversarlo con alguien.", hours(140),
         {{hours(0), k_agent, Action::send}, {hours(4), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::waitlist}}},
        {"D05", "parenting", Kind::formal, Urgency::priority, 29, "Carolina", "Vive con dos hijos chicos y una abuela enferma.",
         "Visita de apoyo familiar este mes.", "Que alguien me ayude a organizar la casa.", hours(120),
         {{hours(0), k_agent, Action::send}, {hours(5), k_town, Action::acknowledge},
          {hours(20), k_town, Action::decline, Reason::other_territory, "Su domicilio sería de otra comuna."},
          {hours(30), k_agent, Action::contest, {}, "Vive en la comuna desde marzo: tiene cuenta de luz a su nombre."}}},
        {"D01", "mental_health", Kind::warm, Urgency::routine, 25, "Francisco", "Pidió apoyo al terminar un tratamiento.",
         "Control en su consultorio.", "No volver atrás.", hours(330),
         {{hours(0), k_agent, Action::send}, {hours(4), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::accept},
          {hours(200), k_intake, Action::fail, Reason::unreachable, "Cinco llamadas en días y horas distintas, sin respuesta."}}},
        {"D05", "family", Kind::formal, Urgency::routine, 46, "Ximena", "Discute cada noche con su hijo mayor.",
         "Talleres para la familia.", "Volver a conversar con mi hijo.", hours(400),
         {{hours(0), k_agent, Action::send}, {hours(8), k_town, Action::acknowledge},
          {hours(24), k_town, Action::decline, Reason::closed_list, "La lista abre en marzo."},
          {hours(30), k_agent, Action::close_declined, {}, "Prefiere esperar a marzo y volver a llamar."}}},
        {"D01", "mood_anxiety", Kind::formal, Urgency::routine, 31, "Gabriela", "Anotada dos veces el mismo día.",
         "Primera hora.", "Que me llamen una sola vez.", hours(160),
         {{hours(0), k_agent, Action::send}, {hours(3), k_supervisor, Action::mark_error, {}, "Es la misma de las 10:00: se envió dos veces."}}},
        {"D01", "mood_anxiety", Kind::warm, Urgency::priority, 20, "Matías", "Volvió a la universidad y no logra concentrarse.",
         "Primera hora con psicóloga.", "Que me expliquen qué sigue.", hours(190),
         {{hours(0), k_agent, Action::send}, {hours(4), k_intake, Action::acknowledge}, {hours(20), k_intake, Action::accept},
          {hours(60), k_intake, Action::confirm_first_contact},
          {hours(40), k_intake, Action::report_outcome, Reason::completed, "Primera hora hecha; sigue con su consultorio."},
          {hours(28), k_agent, Action::dispute, {}, "Dice que la hora se anuló esa mañana y nadie lo volvió a llamar."}}},
        {k_unserved, "mood_anxiety", Kind::formal, Urgency::priority, 24, "Maite",
         "Crisis de angustia repetida. Sin riesgo inmediato.", "Primera entrevista en dos semanas, por la tarde.",
         "Volver a tomar la micro sin miedo.", hours(4), {{hours(0), k_agent, Action::send}}},
    };
    return k_stories;
}

Private text(std::string_view words) { return Private(std::string(words)); }

class Teller {
  public:
    Teller(House& house, FixedClock& clock, Time until) : house_(house), clock_(clock), until_(until) {}

    Result<> offer_hours() {
        set(until_ - k_agenda_began);
        HEBRA_TRY(const auto intake, actor(k_intake));
        const auto catalogue = house_.directory.catalogue();
        const auto* service = catalogue->find_code("D01");
        if (service == nullptr) return not_found();
        return offer_demo_hours(house_, intake, *service, until_);
    }

    Result<> tell(const Story& story) {
        set(until_ - story.began);
        HEBRA_TRY(const auto agent, actor(story.restricted.empty() ? k_agent : k_supervisor));
        HEBRA_TRY(auto referral, write(agent, story));
        for (const auto& step : story.steps) {
            const bool at_its_hour = step.hour && !step.gives_hour();
            set(at_its_hour ? time_of(*step.hour, until_) + hours(1) : clock_.now() + step.after);
            HEBRA_TRY(const auto who, actor(step.user));
            auto move = request(step, referral.version);
            if (step.gives_hour()) {
                HEBRA_TRY(move.slot_id, demo_slot(house_, who, time_of(*step.hour, until_)));
            }
            HEBRA_TRY(referral, house_.referrals.move(who, referral.id, move));
        }
        for (const auto& one : story.sought) {
            set(clock_.now() + one.after);
            HEBRA_TRY(const auto who, actor(one.user));
            HEBRA_CHECK(house_.referrals.note_try(who, referral.id, {people::ContactKind::phone, clock_.now(), one.result}));
        }
        if (story.service == k_unserved) HEBRA_CHECK(keep_link(agent, referral.id));
        return {};
    }

  private:
    void set(Time time) { clock_.advance(std::min(time, until_) - clock_.now()); }

    Result<Actor> actor(std::string_view email) {
        HEBRA_TRY(const auto user, house_.users.find_by_email(text(email)));
        const auto memberships = house_.users.memberships(user.id);
        std::vector<access::Role> roles;
        for (const auto& membership : memberships) roles.push_back(membership.role);
        return Actor{.user = user.id, .institution = memberships.front().institution_id, .session = {},
                     .permissions = house_.roles.permissions_of(roles, memberships.front().institution_id)};
    }

    Result<referrals::Opened> write(const Actor& agent, const Story& story) {
        people::NewPerson person;
        person.identity = people::IdentityLevel::pseudonymous;
        person.alias = text(story.called);
        HEBRA_TRY(person.age_stated, people::Age::from_number(story.age));
        HEBRA_TRY(person.comuna, territory::Comuna::parse(story.service == "D03" ? "13101" : "13104"));
        HEBRA_TRY(person.phone, chile::Phone::parse(fmt::format("+5690000{:04}", (700 + number_++) % 1'000)));
        const bool unserved = story.service == k_unserved;
        if (unserved) person.safe_contact = safe_contact();
        HEBRA_TRY(const auto known, house_.people.create(agent, person));
        const auto catalogue = house_.directory.catalogue();
        const auto* service = catalogue->find_code(story.service);
        if (service == nullptr) return not_found();
        const auto valid_until = Date(std::chrono::floor<std::chrono::days>(until_) + std::chrono::days(180));
        referrals::Content content{.who = text(fmt::format("{}, {} años, Comuna Demo.", story.called, story.age)),
                                   .what = text(story.what),
                                   .ask = text(story.ask),
                                   .wish = text(story.wish),
                                   .share = std::vector{referrals::Shared::phone, referrals::Shared::comuna},
                                   .basis = {.kind = disclosure::BasisKind::consent, .consent = consent(story.age, valid_until)},
                                   .unmet = {}};
        if (!story.restricted.empty())
            content.restricted = referrals::Restricted{text(story.restricted), text("Paula Vera, coordinadora"), text(k_oln)};
        if (unserved) {
            content.share->push_back(referrals::Shared::safe_contact);
            content.done = text("Tres conversaciones por chat y un plan para respirar cuando empieza.");
            content.beyond_agreement = std::vector{1, 2};  // the two only agreed to talk; the person wants them to have it
            content.health = {{"Atención en curso", text("Control médico normal en el último mes, sin remedios.")}};
        }
        return house_.referrals.create(agent, {.person_id = known.id,
                                               .service_id = service->id,
                                               .kind = story.kind,
                                               .urgency = story.urgency,
                                               .topic = std::string(story.topic),
                                               .contact_id = {},
                                               .follows_id = {},
                                               .content = std::move(content)});
    }

    /// The link of the demo is told beside its data, for whoever tries it; a real one is told to its origin alone, once.
    Result<> keep_link(const Actor& agent, ReferralId id) {
        HEBRA_TRY(const auto link, house_.links.create(agent, id, {.days = 30}));
        std::ofstream file(house_.settings.data / "demo-receiver-link.txt");
        file << link.path->reveal() << "\n" << link.code->reveal() << "\n";
        return {};
    }

    static people::SafeContact safe_contact() {
        people::SafeContact card;
        card.channels = {{people::ContactKind::whatsapp, text("+56900000708"), {}, true, false}};
        using enum people::Weekday;
        card.hours = {{{mon, tue, wed, thu, fri}, people::TimeOfDay::parse("18:00").value(), people::TimeOfDay::parse("21:00").value(), {}}};
        card.voicemail = people::Voicemail::no;
        card.do_not_say = text("De qué se trata, si contesta otra persona");
        return card;
    }

    static disclosure::Consent consent(int age, Date valid_until) {
        return {.giver = age < 14 ? disclosure::Giver::guardian : disclosure::Giver::person,
                .method = disclosure::Method::verbal,
                .child_assent = age < 18 ? disclosure::ChildAssent::yes : disclosure::ChildAssent::not_applicable,
                .valid_until = valid_until,
                .text_version = std::string(disclosure::k_text_version)};
    }

    MoveRequest request(const Step& step, int version) {
        MoveRequest request;
        request.action = step.action;
        request.version = version;
        request.code = step.code;
        if (!step.text.empty()) request.text = text(step.text);
        if (step.action == Action::waitlist) {
            request.position = 3;
            request.until = Date(std::chrono::floor<std::chrono::days>(until_) + std::chrono::days(12));
        }
        if (step.action == Action::ask) request.questions = {text("¿En qué horario la puede acompañar alguien?")};
        if (referrals::is_persons_answer(step.action))
            request.asked = referrals::Asked{people::ContactKind::phone, clock_.now(), disclosure::Giver::person};
        if (step.action == Action::confirm_first_contact) {
            request.at = clock_.now();
            request.with_whom = text("Profesional de turno");
        }
        return request;
    }

    House& house_;
    FixedClock& clock_;
    Time until_;
    int number_ = 1;
};

}  // namespace

Result<> add_demo_referrals(House& house, FixedClock& clock, Time until, int scale, const Made& tell) {
    std::vector<const Story*> by_age;
    for (const auto& story : stories()) by_age.push_back(&story);
    std::ranges::sort(by_age, std::greater{}, [](const Story* story) { return story->began; });
    Teller teller(house, clock, until);
    HEBRA_CHECK(teller.offer_hours());
    for (const auto* story : by_age) HEBRA_CHECK(teller.tell(*story));
    // The same stories of other people; only the first has a link beside the data, or an hour of the agenda.
    std::erase_if(by_age, [](const Story* story) { return story->service == k_unserved || story->has_hours(); });
    for (int times = 1; times < scale; ++times) {
        for (const auto* story : by_age) HEBRA_CHECK(teller.tell(*story));
        if (tell) tell("derivaciones", times * std::ssize(by_age), (scale - 1) * std::ssize(by_age));
    }
    clock.advance(until - clock.now());
    return {};
}

}  // namespace hebra::app
