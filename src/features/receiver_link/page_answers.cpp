// What a receiver may answer: four answers, and later that the person arrived. Each is a disclosure with its own form.
#include <algorithm>

#include "features/receiver_link/page_parts.hpp"

namespace hebra::receiver_link {
namespace {

using referrals::Action;
using referrals::Reason;

constexpr Say k_group{"Su respuesta", "Your answer"};
constexpr Say k_accept{"La recibimos", "We receive them"};
constexpr Say k_accept_hint{"con fecha", "with a date"};
constexpr Say k_ask{"Nos falta un dato", "We need to know more"};
constexpr Say k_ask_hint{"pausa el reloj", "pauses the clock"};
constexpr Say k_wait{"A lista de espera", "To the waiting list"};
constexpr Say k_wait_hint{"con fecha de revisión", "with a review date"};
constexpr Say k_decline{"No podemos", "We cannot"};
constexpr Say k_decline_hint{"con motivo", "with a reason"};

constexpr Say k_arrived{"La persona llegó", "The person arrived"};
constexpr Say k_arrived_hint{"primera atención", "first contact"};

constexpr Say k_when{"Cuándo fue. Si fue recién, déjelo en blanco.", "When it was. If it was just now, leave it empty."};
constexpr Say k_with_them{"Quién la atendió: nombre o cargo", "Who attended them: a name or an office"};
constexpr Say k_send_arrived{"Confirmar que llegó", "Confirm the arrival"};
constexpr Say k_if_any{"Si ya tiene hora, escríbala; si no, déjelo en blanco.", "If you already have an appointment, write it; otherwise leave it empty."};
constexpr Say k_day{"Fecha", "Date"};
constexpr Say k_hour{"Hora", "Time"};
constexpr Say k_by{"Cómo será", "How it will be"};
constexpr Say k_by_visit{"En persona", "In person"};
constexpr Say k_by_phone{"Por teléfono", "By telephone"};
constexpr Say k_by_video{"Por mensaje", "By message"};
constexpr Say k_place{"Dónde (si quiere)", "Where (if you like)"};
constexpr Say k_with{"Con quién (si quiere)", "With whom (if you like)"};
constexpr Say k_send_accept{"Recibir a la persona", "Receive the person"};
constexpr Say k_question{"¿Qué necesita saber?", "What do you need to know?"};
constexpr Say k_send_ask{"Preguntar", "Ask"};
constexpr Say k_position{"Lugar en la lista", "Place on the list"};
constexpr Say k_review{"Próxima revisión (antes de 30 días)", "Next review (within 30 days)"};
constexpr Say k_send_wait{"Poner en la lista", "Put on the list"};
constexpr Say k_reason{"Motivo", "Reason"};
constexpr Say k_choose{"Elija un motivo", "Choose a reason"};
constexpr Say k_other{"Quién podría recibirla, o qué más conviene saber (si quiere)", "Who could receive them, or what else should be known (if you like)"};
constexpr Say k_send_decline{"Responder que no podemos", "Answer that we cannot"};

constexpr std::pair<Reason, Say> k_reasons[] = {
    {Reason::no_places, {"No tenemos cupo", "We have no places"}},
    {Reason::out_of_age, {"No atendemos esa edad", "We do not attend that age"}},
    {Reason::other_territory, {"Es de otro territorio", "It belongs to another territory"}},
    {Reason::insufficient_data, {"Faltan datos para decidir", "There is not enough data to decide"}},
    {Reason::closed_list, {"La lista está cerrada", "The list is closed"}},
    {Reason::needs_court_order, {"Requiere orden de un tribunal", "It needs a court order"}},
    {Reason::already_attended, {"Ya la atendemos", "We already attend them"}},
    {Reason::other_level, {"Corresponde a otro nivel de atención", "It belongs to another level of care"}},
    {Reason::person_declines, {"La persona no quiere", "The person does not want it"}},
    {Reason::other, {"Otro motivo", "Another reason"}},
};

/// Why somebody is received though no place is left.
constexpr std::pair<Reason, Say> k_beyond_places[] = {
    {Reason::cannot_wait, {"No puede esperar", "They cannot wait"}},
    {Reason::place_soon, {"Un cupo se libera pronto", "A place comes free soon"}},
    {Reason::agreed_with_service, {"Se acordó antes con el servicio", "It was agreed with the service"}},
    {Reason::other, {"Otro motivo", "Another reason"}},
};
constexpr Say k_which_reason{"Si es otro motivo, cuál", "If it is another reason, which"};
constexpr Say k_full{"No quedan cupos. Por qué se recibe igual", "No places are left. Why they are received all the same"};

constexpr std::string_view k_icon_accept = "<path d=\"M20 6 9 17l-5-5\"/>";
constexpr std::string_view k_icon_arrived = "<circle cx=\"12\" cy=\"12\" r=\"10\"/><circle cx=\"12\" cy=\"12\" r=\"5\" fill=\"currentColor\" stroke=\"none\"/>";
constexpr std::string_view k_icon_ask = "<path d=\"M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 "
                                        "10 0 1 0-4.777-4.719\"/><path d=\"M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3\"/><path d=\"M12 17h.01\"/>";
constexpr std::string_view k_icon_wait = "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M12 6v6l4 2\"/>";
constexpr std::string_view k_icon_decline = "<path d=\"M20 20v-7a4 4 0 0 0-4-4H4\"/><path d=\"M9 14 4 9l5-5\"/>";

/// One answer's look and its fields.
struct Answer {
    Action action;
    Say title, hint;
    std::string_view icon;
    Say send;
};

constexpr Answer k_answers[] = {
    {Action::confirm_first_contact, k_arrived, k_arrived_hint, k_icon_arrived, k_send_arrived},
    {Action::accept, k_accept, k_accept_hint, k_icon_accept, k_send_accept},
    {Action::ask, k_ask, k_ask_hint, k_icon_ask, k_send_ask},
    {Action::waitlist, k_wait, k_wait_hint, k_icon_wait, k_send_wait},
    {Action::decline, k_decline, k_decline_hint, k_icon_decline, k_send_decline},
};

class Fields {
  public:
    Fields(Language language, const Typed& typed, std::string prefix) : language_(language), typed_(typed), prefix_(std::move(prefix)) {}

    std::string input(std::string_view name, Say label, std::string_view attributes) const {
        return fmt::format("<div><label for=\"{0}-{1}\">{2}</label><input id=\"{0}-{1}\" name=\"{1}\" value=\"{3}\" {4}></div>", prefix_, name,
                           label.in(language_), escaped(typed(name)), attributes);
    }
    std::string area(std::string_view name, Say label, bool required) const {
        return fmt::format("<div><label for=\"{0}-{1}\">{2}</label><textarea id=\"{0}-{1}\" name=\"{1}\" maxlength=\"2000\"{4}>{3}</textarea></div>",
                           prefix_, name, label.in(language_), escaped(typed(name)), required ? " required" : "");
    }
    std::string choice(std::string_view name, Say label, const std::vector<std::pair<std::string, std::string_view>>& options) const {
        std::string part = fmt::format("<div><label for=\"{0}-{1}\">{2}</label><select id=\"{0}-{1}\" name=\"{1}\" required>", prefix_, name,
                                       label.in(language_));
        for (const auto& [value, text] : options)
            part += fmt::format("<option value=\"{}\"{}>{}</option>", value, typed(name) == value ? " selected" : "", text);
        return part + "</select></div>";
    }
    std::string_view in(Say words) const { return words.in(language_); }

  private:
    std::string_view typed(std::string_view name) const {
        const auto found = typed_.find(name);
        return found == typed_.end() ? std::string_view() : std::string_view(found->second);
    }
    Language language_;
    const Typed& typed_;
    std::string prefix_;
};

template <std::size_t count>
std::string reasons(const Fields& fields, Say label, const std::pair<Reason, Say> (&known)[count]) {
    std::vector<std::pair<std::string, std::string_view>> choices = {{"", fields.in(k_choose)}};
    for (const auto& [reason, words] : known) choices.emplace_back(boost::describe::enum_to_string(reason, ""), fields.in(words));
    return fields.choice("reason", label, choices);
}

std::string fields_of(Action action, const Fields& fields, const referrals::Opened& referral) {
    switch (action) {
        case Action::accept:
            return (is_full(referral) ? reasons(fields, k_full, k_beyond_places) + fields.area("text", k_which_reason, false) : "") +
                   fmt::format("<fieldset><legend>{}</legend><div class=\"two\">{}{}</div></fieldset>{}{}{}", fields.in(k_if_any),
                               fields.input("date", k_day, "type=\"date\""), fields.input("time", k_hour, "type=\"time\""),
                               fields.choice("channel", k_by, {{"visit", fields.in(k_by_visit)}, {"phone", fields.in(k_by_phone)},
                                                               {"chat", fields.in(k_by_video)}}),
                               fields.input("place", k_place, "maxlength=\"200\""), fields.input("with_whom", k_with, "maxlength=\"200\""));
        case Action::confirm_first_contact:
            return fmt::format("<fieldset><legend>{}</legend><div class=\"two\">{}{}</div></fieldset>{}", fields.in(k_when),
                               fields.input("date", k_day, "type=\"date\""), fields.input("time", k_hour, "type=\"time\""),
                               fields.input("with_whom", k_with_them, "maxlength=\"200\" required"));
        case Action::ask: return fields.area("question", k_question, true);
        case Action::waitlist:
            return fmt::format("<div class=\"two\">{}{}</div>", fields.input("position", k_position, "type=\"number\" min=\"1\" max=\"9999\" inputmode=\"numeric\" required"),
                               fields.input("until", k_review, "type=\"date\" required"));
        default: return reasons(fields, k_reason, k_reasons) + fields.area("text", k_other, false);
    }
}

bool is_possible(const Letter& letter, Action action) {
    const bool urgent_waits = action == Action::waitlist && letter.referral.urgency == referrals::Urgency::urgent;
    return !urgent_waits && std::ranges::count(letter.referral.possible, action) > 0;
}

}  // namespace

std::string answers_part(const Frame& frame, const Letter& letter) {
    const auto language = frame.language;
    const auto chosen = letter.typed.find("answer");
    std::string part;
    bool is_first = true;
    for (const auto& answer : k_answers) {
        if (!is_possible(letter, answer.action)) continue;
        const std::string name = boost::describe::enum_to_string(answer.action, "");
        const bool is_open = letter.refusal != nullptr && chosen != letter.typed.end() && chosen->second == name;
        part += fmt::format(
            "<details name=\"answer\"{0}{1}><summary><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">{2}</svg>{3}<small>{4}</small></summary>"
            "<form method=\"post\" action=\"{5}/answer\"><input type=\"hidden\" name=\"lang\" value=\"{6}\"><input type=\"hidden\" name=\"answer\" "
            "value=\"{7}\"><input type=\"hidden\" name=\"version\" value=\"{8}\">{9}<button>{10}</button></form></details>",
            is_first ? " class=\"first\"" : "", is_open ? " open" : "", answer.icon, answer.title.in(language), answer.hint.in(language),
            escaped(frame.path), language == Language::en ? "en" : "es", name, letter.referral.version,
            fields_of(answer.action, Fields(language, is_open ? letter.typed : Typed(), name), letter.referral), answer.send.in(language));
        is_first = false;
    }
    if (part.empty()) return part;
    return fmt::format("<div class=\"answers\" role=\"group\" aria-label=\"{}\">{}</div>", k_group.in(language), part);
}

}  // namespace hebra::receiver_link
