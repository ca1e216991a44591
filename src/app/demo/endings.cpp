#include "app/demo/endings.hpp"

#include "app/demo/life.hpp"

namespace hebra::app {
namespace {

using referrals::Action;
using referrals::Kind;
using referrals::Reason;
using referrals::TryResult;
using referrals::Urgency;

constexpr std::string_view k_line = "agente@linea.demo";
constexpr std::string_view k_centre = "recepcion@cesfam.demo";

/// Written this morning, while she thinks it over.
Result<> not_sent_yet(Life& life) {
    HEBRA_TRY(const auto person, nicknamed("Catalina", 28, 821));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_CHECK(life.draft({0, 0, 10}, k_line, {.service = "D01", .topic = "mood_anxiety", .kind = Kind::formal, .urgency = Urgency::routine,
        .what = "Se angustia los domingos, antes de volver al trabajo.", .ask = "Primera hora por la tarde.", .wish = "Pensarlo hasta mañana."}));
    return {};
}

/// Nobody ever answered. Time closes it, and it stays in the reports as a gap.
Result<> nobody_answered(House& house, FixedClock& clock, Life& life) {
    HEBRA_TRY(const auto person, nicknamed("Ismael", 37, 822));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_CHECK(life.refer({45, 11}, k_line, {.service = "D05", .topic = "parenting", .kind = Kind::formal, .urgency = Urgency::routine,
        .what = "Cría solo a dos hijos y no tiene con quién dejarlos.", .ask = "Visita de apoyo familiar.", .wish = "Ir a trabajar tranquilo."}));
    // As a server does while time passes: whoever owes the answer is told, then those above them, and in the end it expires.
    for (const int days_ago : {42, 40, 37, 34, 32}) {
        clock.advance(life.at({days_ago, 12}) - clock.now());
        house.commitments.escalate();
    }
    house.referrals.let_time_pass();
    return {};
}

/// She was told where to go, and says that it helped.
Result<> it_helped(Life& life) {
    HEBRA_TRY(const auto person, nicknamed("Rocío", 31, 823));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_TRY(const auto told, life.refer({20, 16}, k_line, {.service = "D05", .topic = "family", .kind = Kind::information, .urgency = Urgency::routine,
        .what = "Quiere conversar con otras mamás.", .ask = "Talleres para familias."}));
    HEBRA_CHECK(life.seek({14, 11}, k_line, told, TryResult::asked_to_call_later));
    return life.move({14, 19}, k_line, told, Action::person_confirms, "Fui al taller y me quedé. Somos siete.");
}

/// He was told where to go, and could not get through: the next time somebody goes with him.
Result<> it_did_not_help(Life& life) {
    HEBRA_TRY(const auto person, nicknamed("Kevin", 26, 824));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_TRY(const auto told, life.refer({9, 18}, k_line, {.service = "D05", .topic = "family", .kind = Kind::information, .urgency = Urgency::priority,
        .what = "Vuelve a vivir con su papá después de años.", .ask = "Apoyo para la familia."}));
    return life.move({3, 18}, k_line, told, Action::person_not_reached, "Llamó tres veces y nadie contestó.");
}

/// What was done is told; nobody could ask her whether it was so.
Result<> nobody_could_ask(Life& life) {
    HEBRA_TRY(const auto person, nicknamed("Sonia", 52, 825));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_TRY(const auto id, life.refer({50, 11}, k_line, {.service = "D01", .topic = "mental_health", .kind = Kind::formal, .urgency = Urgency::routine,
        .what = "Cuida a su marido enfermo y no duerme.", .ask = "Primera hora.", .wish = "Una mañana para mí."}));
    HEBRA_CHECK(life.move({49, 10}, k_centre, id, Action::acknowledge));
    HEBRA_CHECK(life.move({48, 10}, k_centre, id, Action::accept));
    HEBRA_CHECK(life.move({43, 10}, k_centre, id, Action::confirm_first_contact));
    HEBRA_CHECK(life.move({42, 10}, k_centre, id, Action::start_service));
    HEBRA_CHECK(life.move({21, 12}, k_centre, id, with(Action::report_outcome, "Tres controles; sigue en su consultorio.", Reason::partly)));
    HEBRA_CHECK(life.seek({19, 10}, k_line, id, TryResult::no_answer));
    HEBRA_CHECK(life.seek({18, 18}, k_line, id, TryResult::no_answer));
    HEBRA_CHECK(life.seek({16, 20}, k_line, id, TryResult::someone_else_answered));
    return life.move({15, 12}, k_line, id, with(Action::close_unasked, "Cambió de teléfono; no dejó otro.", Reason::unreachable));
}

/// She found help by herself: what was sent is called back, and nobody reads it any more.
Result<> found_elsewhere(Life& life) {
    HEBRA_TRY(const auto person, nicknamed("Pía", 18, 826));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_TRY(const auto id, life.refer({12, 20}, k_line, {.service = "D01", .topic = "mood_anxiety", .kind = Kind::formal, .urgency = Urgency::priority,
        .what = "Angustia antes de dar la prueba.", .ask = "Primera hora este mes.", .wish = "Dormir la noche antes."}));
    HEBRA_CHECK(life.move({11, 10}, k_centre, id, Action::acknowledge));
    return life.move({10, 20}, k_line, id, with(Action::cancel, "La atiende la psicóloga de su liceo.", Reason::found_elsewhere));
}

/// He died before his first hour: nobody is to ring the house again.
Result<> died_meanwhile(Life& life) {
    HEBRA_TRY(const auto person, nicknamed("Arturo", 79, 827));
    HEBRA_CHECK(life.record(k_line, person));
    HEBRA_TRY(const auto id, life.refer({30, 11}, k_line, {.service = "D01", .topic = "mental_health", .kind = Kind::formal, .urgency = Urgency::routine,
        .what = "Vive solo desde que enviudó.", .ask = "Visita de salud mental.", .wish = "Que me vengan a ver."}));
    HEBRA_CHECK(life.move({29, 10}, k_centre, id, Action::acknowledge));
    HEBRA_CHECK(life.move({28, 10}, k_centre, id, Action::accept));
    return life.move({24, 11}, k_centre, id, with(Action::fail, "Su hija avisó que falleció. No volver a llamar.", Reason::deceased));
}

}  // namespace

Result<> add_demo_endings(House& house, FixedClock& clock, Time until) {
    Life first(house, clock, until);
    HEBRA_CHECK(nobody_answered(house, clock, first));
    for (const auto tell : {nobody_could_ask, died_meanwhile, it_helped, found_elsewhere, it_did_not_help, not_sent_yet}) {
        Life life(house, clock, until);
        HEBRA_CHECK(tell(life));
    }
    clock.advance(until - clock.now());
    return {};
}

}  // namespace hebra::app
