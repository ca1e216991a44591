#include "features/receiver_link/page.hpp"

#include <algorithm>

#include "features/receiver_link/page_parts.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::receiver_link {
namespace {

using referrals::Status;

constexpr Say k_brand{"Una derivación para ustedes", "A referral for you"};
constexpr Say k_skip{"Ir al contenido", "Skip to content"};
constexpr Say k_sample{"Datos ficticios", "Fictitious data"};
constexpr Say k_gate_title{"Una institución le envió una derivación", "An institution sent you a referral"};
constexpr Say k_gate_lead{"Para leerla, escriba el código que le dieron por teléfono o en otro correo. Abrir esta página no gasta el enlace.",
                          "To read it, write the code you were given by telephone or in another message. Opening this page does not use up the link."};
constexpr Say k_code{"Código de la derivación", "Code of the referral"};
constexpr Say k_code_help{"Doce letras y números. Da lo mismo con o sin guiones, en mayúsculas o minúsculas.",
                          "Twelve letters and numbers. Hyphens and capitals make no difference."};
constexpr Say k_open{"Leer la derivación", "Read the referral"};
constexpr Say k_gate_note{"Queda escrito que se abrió y a qué hora, y lo ve la institución que la envió.",
                          "It is recorded that it was opened and when, and the institution that sent it sees it."};
constexpr Say k_not_for_us{"No es para nosotros: devolver sin abrir", "It is not for us: return unopened"};
constexpr Say k_closed_title{"Este enlace ya no se puede usar", "This link can no longer be used"};
constexpr Say k_closed_help{"Si alguien está en peligro ahora, pida ayuda de emergencia.", "If someone is in danger now, ask for emergency help."};
constexpr Say k_typed{"Lo que usted escribió", "What you wrote"};
constexpr Say k_asks{"le pide recibir a una persona", "asks you to receive a person"};
constexpr Say k_answer_by{"Su plazo para responder vence", "Your answer is due"};
constexpr Say k_next_by{"El siguiente paso vence", "The next step is due"};
constexpr Say k_was_due{"Debía responderse", "An answer was due"};
constexpr Say k_paused{"Su reloj está en pausa: le toca responder a quien envió.", "Your clock is paused: it is the sender's turn to answer."};
constexpr Say k_one_case{"Este enlace sirve solo para este caso.", "This link is for this case only."};
constexpr Say k_who{"Quién", "Who"};
constexpr Say k_what{"Qué pasa", "What is happening"};
constexpr Say k_ask{"Qué se pide", "What is asked"};
constexpr Say k_summary{"Resumen", "Summary"};
constexpr Say k_urgent{"Urgente.", "Urgent."};
constexpr Say k_thanks{"Su respuesta quedó guardada y la institución ya la ve.", "Your answer is kept and the institution can see it now."};
constexpr Say k_foot{"Usted entró con el código de esta derivación. Queda escrito quién abrió y a qué hora. Puede volver a leerla hasta",
                     "You came in with the code of this referral. Who opened it, and when, is recorded. You can read it again; the link closes"};

std::string line(Say label, const Private& value, Language language) {
    return fmt::format("<li><span>{}</span>{}</li>", label.in(language), escaped(value));
}

/// The share of the time that is left, as yarn; drawn for the eye only, the words beside say it.
std::string yarn(double left) {
    const int end = 3 + static_cast<int>(77.0 * std::clamp(left, 0.0, 1.0));
    return fmt::format("<svg width=\"84\" height=\"18\" viewBox=\"0 -9 84 18\" aria-hidden=\"true\"><path class=\"left\" d=\"M3 0H80\"/>"
                       "<path class=\"yarn\" d=\"M3 0H{0}\"/><path class=\"twist\" d=\"M3 0H{0}\"/><circle cx=\"78\" cy=\"0\" r=\"4.5\"/></svg>",
                       end);
}

std::string clock_part(const Frame& frame, const Letter& letter) {
    const auto& referral = letter.referral;
    const auto language = frame.language;
    if (referral.paused) return fmt::format("<p class=\"clock\">{}</p>", k_paused.in(language));
    if (!referral.due_at || !referral.mine_to_act) return fmt::format("<p class=\"clock\">{}</p>", k_one_case.in(language));
    const auto due = *referral.due_at;
    const bool answering = referral.status == Status::sent || referral.status == Status::acknowledged;
    const auto label = due < letter.now ? k_was_due : answering ? k_answer_by : k_next_by;
    const auto whole = std::chrono::duration<double>(due - referral.sent_at.value_or(letter.now)).count();
    const auto left = std::chrono::duration<double>(due - letter.now).count();
    return fmt::format("<div class=\"clock\">{}<p>{} <b>{}.</b> {}</p></div>", yarn(whole > 0 ? left / whole : 0), label.in(language),
                       escaped(calendar::spoken(due, letter.now, letter.zone, language)), k_one_case.in(language));
}

constexpr std::pair<Status, Say> k_states[] = {
    {Status::accepted, {"La reciben. Lo que sigue es el primer contacto con la persona.", "Received. Next comes the first contact with the person."}},
    {Status::scheduled, {"La reciben, y ya tiene hora.", "Received, with an appointment."}},
    {Status::info_requested, {"Preguntaron a quien envió. Cuando responda, lo verán aquí.", "You asked the sender. The answer will show here."}},
    {Status::waitlisted, {"Está en su lista de espera.", "It is on your waiting list."}},
    {Status::declined, {"Dijeron que no pueden recibirla. Quien envió busca otro lugar.", "You said you cannot receive it. The sender looks for another place."}},
    {Status::decline_contested, {"Quien envió pidió revisar la respuesta. Decide la coordinación de la red.", "The sender asked for a review. The network's coordinator decides."}},
    {Status::redirected, {"La persona va a otro lugar. No tienen que hacer nada.", "The person goes elsewhere. There is nothing for you to do."}},
    {Status::first_contact, {"La persona llegó.", "The person arrived."}},
    {Status::expired, {"Nadie respondió a tiempo. Quien envió decide qué sigue.", "Nobody answered in time. The sender decides what comes next."}},
    {Status::failed, {"Se informó que no fue posible. Quien envió decide qué sigue.", "It was reported as not possible. The sender decides what comes next."}},
};

std::string state_part(const Frame& frame, const Letter& letter) {
    std::string part;
    if (letter.was_answered) part += fmt::format("<p class=\"note\" role=\"status\">{}</p>", k_thanks.in(frame.language));
    const auto found = std::ranges::find(k_states, letter.referral.status, &std::pair<Status, Say>::first);
    if (found != std::end(k_states)) part += fmt::format("<p class=\"state\">{}</p>", found->second.in(frame.language));
    return part;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += c;
        }
    }
    return safe;
}

std::string escaped(const Private& text) { return escaped(text.reveal()); }

std::string document(const Frame& frame, std::string_view title, const std::string& main) {
    const bool english = frame.language == Language::en;
    const auto sample = frame.is_demo ? fmt::format("<span class=\"sample\">{}</span>", k_sample.in(frame.language)) : std::string();
    return fmt::format(
        "<!doctype html>\n<html lang=\"{0}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\"><meta name=\"robots\" content=\"noindex, nofollow\"><meta name=\"color-scheme\" content=\"light dark\">"
        "<title>{1} · Hebra</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/receiver-link.css\"></head>\n<body><a class=\"skip\" "
        "href=\"#main\">{2}</a><div class=\"sheet\"><header><span class=\"brand\"><svg width=\"26\" height=\"20\" viewBox=\"0 0 30 24\" "
        "fill=\"none\" aria-hidden=\"true\"><path d=\"M1 20C7 20 6 4 12 4s4 14 10 14c3 0 4-2 7-2\" stroke=\"currentColor\" "
        "stroke-width=\"3.2\" stroke-linecap=\"round\"/><circle cx=\"12\" cy=\"4\" r=\"3.4\" fill=\"currentColor\"/></svg>Hebra</span>"
        "{3}</header>\n<main id=\"main\">{4}</main>\n<footer><a href=\"{5}?lang={6}\" lang=\"{6}\" hreflang=\"{6}\">{7}</a></footer>"
        "</div></body></html>\n",
        english ? "en" : "es-CL", escaped(title), k_skip.in(frame.language), sample, main, escaped(frame.path), english ? "es" : "en",
        english ? "En español" : "In English");
}

std::string refusal_part(const Frame& frame, const Refusal& refusal) {
    std::string part = "<div class=\"note\" role=\"alert\" id=\"refusal\">";
    part += fmt::format("<p>{}</p>", escaped(say(refusal.word, frame.language)));
    for (const auto& field : refusal.fields)
        if (field.word != refusal.word) part += fmt::format("<p>{}</p>", escaped(say(field.word, frame.language)));
    return part + "</div>";
}

namespace {

/// What was typed, carried through a form that asks for something else.
std::string carried(const Typed& kept) {
    std::string part;
    for (const auto& [name, text] : kept)
        if (name != "code" && name != "lang")
            part += fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">", escaped(name), escaped(text));
    return part;
}

/// What was typed and has no form to go on in: somebody else answered first, or it can no longer be answered so.
std::string typed_part(const Frame& frame, const Typed& typed) {
    std::string part;
    for (const auto* name : {"text", "question", "with_whom", "place"})
        if (const auto found = typed.find(name); found != typed.end() && !found->second.empty()) part += fmt::format("<p>{}</p>", escaped(found->second));
    return part.empty() ? part : fmt::format("<div class=\"note\"><p><b>{}</b></p>{}</div>", k_typed.in(frame.language), part);
}

}  // namespace

std::string gate_page(const Frame& frame, const Refusal* refusal, std::string_view code, const Typed& kept) {
    const auto language = frame.language;
    const bool english = language == Language::en;
    std::string main = fmt::format("<h1>{}</h1>", k_gate_title.in(language));
    if (refusal != nullptr) main += refusal_part(frame, *refusal);
    main += fmt::format(
        "<p>{0}</p><form method=\"post\" action=\"{1}/code\"><input type=\"hidden\" name=\"lang\" value=\"{2}\">{11}"
        "<label for=\"code\">{3}</label><p class=\"help\" id=\"code-help\">{4}</p>"
        "<input id=\"code\" class=\"code\" name=\"code\" value=\"{10}\" required maxlength=\"30\" autocomplete=\"one-time-code\" autocapitalize=\"characters\" "
        "spellcheck=\"false\" aria-describedby=\"code-help{5}\"{6}><button class=\"first\">{7}</button></form>"
        "<p class=\"foot\">{8}</p><form method=\"post\" action=\"{1}/return\"><input type=\"hidden\" name=\"lang\" value=\"{2}\">"
        "<button class=\"plain\">{9}</button></form>",
        k_gate_lead.in(language), escaped(frame.path), english ? "en" : "es", k_code.in(language), k_code_help.in(language),
        refusal != nullptr ? " refusal" : "", refusal != nullptr ? " aria-invalid=\"true\"" : "", k_open.in(language),
        k_gate_note.in(language), k_not_for_us.in(language), escaped(code), carried(kept));
    return document(frame, k_brand.in(language), main);
}

std::string closed_page(const Frame& frame, const Word& why) {
    const auto main = fmt::format("<h1>{}</h1><p>{}</p><p class=\"foot\">{} {}</p>", k_closed_title.in(frame.language),
                                  escaped(say(why, frame.language)), k_closed_help.in(frame.language),
                                  escaped(fmt::format("{}", fmt::join(frame.emergency, " · "))));
    return document(frame, k_closed_title.in(frame.language), main);
}

bool goes_on(const referrals::Opened& referral, const Typed& typed) {
    const auto answer = typed.find("answer");
    referrals::Action action{};
    return answer != typed.end() && boost::describe::enum_from_string(answer->second.c_str(), action) &&
           std::ranges::count(referral.possible, action) > 0;
}

std::string letter_page(const Frame& frame, const Letter& letter) {
    const auto language = frame.language;
    const auto& referral = letter.referral;
    const auto& package = *referral.package;
    std::string main = fmt::format("<h1>{} {}</h1>", escaped(referral.origin.name), k_asks.in(language));
    if (letter.refusal != nullptr) main += refusal_part(frame, *letter.refusal);
    const bool has_form = letter.refusal == nullptr || (letter.refusal->kind != Refused::conflict && goes_on(referral, letter.typed));
    if (!has_form) main += typed_part(frame, letter.typed);
    main += state_part(frame, letter);
    main += clock_part(frame, letter);
    std::string lines;
    for (const auto& [key, label] : {std::pair{"who", k_who}, std::pair{"what", k_what}, std::pair{"ask", k_ask}})
        for (const auto& item : package.items)
            if (item.key == key) lines += line(label, item.value, language);
    if (package.urgency == referrals::Urgency::urgent) main += fmt::format("<p class=\"urgent\">{}</p>", k_urgent.in(language));
    main += fmt::format("<ol class=\"three\" aria-label=\"{}\">{}</ol>", k_summary.in(language), lines);
    main += answers_part(frame, letter);
    main += details_part(frame, letter);
    main += fmt::format("<p class=\"foot\">{} {}.</p>", k_foot.in(language),
                        escaped(calendar::spoken(letter.expires_at, letter.now, letter.zone, language)));
    return document(frame, k_brand.in(language), main);
}

}  // namespace hebra::receiver_link
