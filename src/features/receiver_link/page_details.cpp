// What travelled, folded.
#include <algorithm>

#include "features/receiver_link/page_parts.hpp"

namespace hebra::receiver_link {
namespace {

constexpr Say k_contact{"Contacto seguro, nombre y edad", "Safe contact, name and age"};
constexpr Say k_no_contact{"No se envió nombre ni contacto. Pregunte a quien envió cómo ubicar a la persona.",
                           "No name or contact was sent. Ask the sender how to reach the person."};
constexpr Say k_done{"Lo que ya se hizo", "What was already done"};
constexpr Say k_travels{"Qué viajó y con qué permiso", "What travelled, and by what right"};
constexpr Say k_see_health{"Ver lo de salud (queda escrito)", "See health data (it is recorded)"};
constexpr Say k_health{"Salud", "Health"};
constexpr Say k_print{"Ver o imprimir la ficha (PDF)", "See or print the form (PDF)"};
constexpr Say k_answers{"Respuestas a lo que preguntaron", "Answers to what you asked"};

std::string rows(const std::vector<pdf::Field>& all) {
    std::string part = "<dl>";
    for (const auto& row : all) part += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", escaped(row.label), escaped(row.text));
    return part + "</dl>";
}

std::vector<pdf::Field> joined(std::vector<pdf::Field> first, std::vector<pdf::Field> then) {
    std::ranges::move(then, std::back_inserter(first));
    return first;
}

std::string folded(Say title, Language language, const std::string& inside, bool is_open = false) {
    return fmt::format("<details class=\"folded\"{}><summary>{}</summary>{}</details>", is_open ? " open" : "", title.in(language), inside);
}

}  // namespace

std::string details_part(const Frame& frame, const Letter& letter) {
    const auto language = frame.language;
    const auto& package = *letter.referral.package;
    std::string part;
    if (!package.additions.empty()) part += folded(k_answers, language, rows(referrals::addition_fields(package, language)), true);
    const auto contact = referrals::contact_fields(package, language);
    const auto nothing = contact.empty() ? fmt::format("<p>{}</p>", k_no_contact.in(language)) : "";
    part += folded(k_contact, language, nothing + rows(joined({referrals::age_field(package, language)}, contact)));
    if (const auto wish = referrals::wish_fields(package, language); !wish.empty()) part += rows(wish);
    if (const auto done = referrals::background_fields(package, language); !done.empty()) part += folded(k_done, language, rows(done));
    const auto health = referrals::health_fields(package);
    if (!health.empty() && letter.with_health) part += folded(k_health, language, rows(health), true);
    if (!health.empty() && !letter.with_health)
        part += fmt::format("<p><a class=\"row\" href=\"{}?show=health\">{}</a></p>", escaped(frame.path), k_see_health.in(language));
    if (const auto restricted = referrals::restricted_fields(package, language); !restricted.empty()) part += rows(restricted);
    part += folded(k_travels, language, rows(joined(referrals::travel_fields(package, language),
                                                   referrals::frame_fields(package, letter.referral.package_hash, language))));
    part += fmt::format("<p><a class=\"row\" href=\"{}/ficha.pdf\">{}</a></p>", escaped(frame.path), k_print.in(language));
    return part;
}

}  // namespace hebra::receiver_link
