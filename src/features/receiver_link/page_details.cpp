// What travelled, folded.
#include <algorithm>

#include "features/receiver_link/page_parts.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::receiver_link {
namespace {

using referrals::Package;

constexpr Say k_contact{"Contacto seguro y nombre", "Safe contact and name"};
constexpr Say k_no_contact{"No se envió nombre ni contacto. Pregunte a quien envió cómo ubicar a la persona.",
                           "No name or contact was sent. Ask the sender how to reach the person."};
constexpr Say k_done{"Lo que ya se hizo", "What was already done"};
constexpr Say k_travels{"Qué viajó y con qué permiso", "What travelled, and by what right"};
constexpr Say k_see_health{"Ver lo de salud y reservado (queda escrito)", "See health and restricted data (it is recorded)"};
constexpr Say k_health{"Salud y reservado", "Health and restricted"};
constexpr Say k_added{"Se agregó el", "Added on"};
constexpr Say k_answers{"Respuestas a lo que preguntaron", "Answers to what you asked"};
constexpr Say k_for{"Solo para", "Only for"};

struct Row {
    std::string label;
    std::string value;  ///< escaped
};

std::string rows(const std::vector<Row>& all) {
    std::string part = "<dl>";
    for (const auto& row : all) part += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", row.label, row.value);
    return part + "</dl>";
}

std::string folded(Say title, Language language, const std::string& inside, bool is_open = false) {
    return fmt::format("<details class=\"folded\"{}><summary>{}</summary>{}</details>", is_open ? " open" : "", title.in(language), inside);
}

constexpr std::pair<std::string_view, Say> k_item_names[] = {
    {"wish", {"Lo que la persona quiere", "What the person wants"}},
    {"done", {"Ya se hizo", "Already done"}},
    {"social", {"Lo social", "Social"}},
};

std::string named(const std::pair<std::string_view, Say>* begin, const std::pair<std::string_view, Say>* end, std::string_view key, Language language) {
    const auto found = std::find_if(begin, end, [&](const auto& row) { return row.first == key; });
    return std::string(found == end ? key : found->second.in(language));
}

std::vector<Row> identity_rows(const Package& package, Language language) {
    const auto& who = package.identity;
    std::vector<Row> all;
    const auto add = [&](Say label, std::string value) {
        if (!value.empty()) all.push_back({std::string(label.in(language)), std::move(value)});
    };
    add({"Cómo se le dice", "What they are called"}, escaped(package.called));
    std::string name;
    for (const auto* part : {&who.given_names, &who.first_surname, &who.second_surname})
        if (*part) name += (name.empty() ? "" : " ") + (*part)->reveal();
    add({"Nombre", "Name"}, escaped(name));
    if (who.run) add({"RUN", "RUN"}, escaped(who.run->text()));
    if (who.birth_date) add({"Fecha de nacimiento", "Date of birth"}, escaped(who.birth_date->text()));
    if (who.phone) add({"Teléfono", "Telephone"}, escaped(who.phone->text()));
    if (who.email) add({"Correo", "E-mail"}, escaped(who.email->text()));
    return all;
}

constexpr std::pair<people::Weekday, Say> k_days[] = {
    {people::Weekday::mon, {"lun", "Mon"}}, {people::Weekday::tue, {"mar", "Tue"}}, {people::Weekday::wed, {"mié", "Wed"}},
    {people::Weekday::thu, {"jue", "Thu"}}, {people::Weekday::fri, {"vie", "Fri"}}, {people::Weekday::sat, {"sáb", "Sat"}},
    {people::Weekday::sun, {"dom", "Sun"}}};

constexpr std::pair<people::ContactKind, Say> k_kinds[] = {
    {people::ContactKind::phone, {"Teléfono", "Telephone"}}, {people::ContactKind::chat, {"Chat", "Chat"}},
    {people::ContactKind::whatsapp, {"WhatsApp", "WhatsApp"}}, {people::ContactKind::sms, {"Mensaje de texto", "Text message"}},
    {people::ContactKind::email, {"Correo", "E-mail"}}, {people::ContactKind::visit, {"Visita", "Visit"}}};

template <class Key, std::size_t n>
std::string_view word_of(const std::pair<Key, Say> (&all)[n], Key key, Language language) {
    for (const auto& [known, words] : all)
        if (known == key) return words.in(language);
    return {};
}

std::vector<Row> safe_rows(const people::SafeContact& card, Language language) {
    std::vector<Row> all;
    const auto add = [&](Say label, std::string value) {
        if (!value.empty()) all.push_back({std::string(label.in(language)), std::move(value)});
    };
    std::vector<std::string> ways;
    for (const auto& channel : card.channels) {
        auto way = std::string(word_of(k_kinds, channel.kind, language));
        if (channel.value) way += " " + escaped(*channel.value);
        if (channel.label) way += ", " + escaped(*channel.label);
        ways.push_back(std::move(way));
    }
    add({"Por dónde", "By what means"}, fmt::format("{}", fmt::join(ways, "\n")));
    std::vector<std::string> hours;
    for (const auto& span : card.hours) {
        std::vector<std::string_view> days;
        for (const auto day : span.days) days.push_back(word_of(k_days, day, language));
        hours.push_back(fmt::format("{} {}–{}", fmt::join(days, " "), span.from.text(), span.to.text()));
    }
    add({"A qué hora", "At what hours"}, fmt::format("{}", fmt::join(hours, "\n")));
    constexpr Say k_voicemail{"Buzón de voz", "Voicemail"};
    if (card.voicemail) {
        constexpr Say k_said[] = {{"No dejar mensajes", "Leave no messages"}, {"Solo neutro", "Neutral only"}, {"Sí", "Yes"}};
        add(k_voicemail, std::string(k_said[static_cast<std::size_t>(*card.voicemail)].in(language)));
    }
    if (card.voicemail_words) add({"Palabras para el buzón", "Words for the voicemail"}, escaped(*card.voicemail_words));
    if (card.do_not_say) add({"No decir", "Do not say"}, escaped(*card.do_not_say));
    if (card.may_answer) add({"Puede contestar", "May answer"}, escaped(*card.may_answer));
    if (card.must_not_tell) add({"Cuidado", "Beware"}, escaped(*card.must_not_tell));
    if (card.if_other_answers) add({"Si contesta otra persona", "If someone else answers"}, escaped(*card.if_other_answers));
    return all;
}

constexpr std::pair<disclosure::BasisKind, Say> k_bases[] = {
    {disclosure::BasisKind::consent, {"La persona consintió", "The person consented"}},
    {disclosure::BasisKind::vital_interest, {"Interés vital", "Vital interest"}},
    {disclosure::BasisKind::legal_duty, {"Deber legal", "Legal duty"}},
    {disclosure::BasisKind::public_function, {"Función pública", "Public function"}}};

constexpr Say k_classes[] = {{"logística", "logistics"}, {"identidad y contacto", "identity and contact"}, {"social", "social"},
                             {"salud", "health"}, {"reservado", "restricted"}};

std::string travels(const Package& package, Language language, const std::optional<std::string>& hash) {
    std::vector<std::string> classes;
    for (const int one : referrals::classes_of(package))
        if (one >= 0 && one <= disclosure::k_highest_class) classes.push_back(fmt::format("{} ({})", one, k_classes[one].in(language)));
    std::vector<Row> all;
    all.push_back({std::string(Say{"Clases de datos", "Data classes"}.in(language)), fmt::format("{}", fmt::join(classes, ", "))});
    all.push_back({std::string(Say{"Permiso", "Right"}.in(language)), std::string(word_of(k_bases, package.basis, language))});
    all.push_back({std::string(Say{"Servicio", "Service"}.in(language)), escaped(package.to_service)});
    all.push_back({std::string(Say{"Código del hilo", "Code of the thread"}.in(language)), escaped(package.thread_code)});
    if (hash) all.push_back({std::string(Say{"Huella de lo enviado", "Fingerprint of what was sent"}.in(language)), escaped(hash->substr(0, 16))});
    return rows(all);
}

}  // namespace

std::string details_part(const Frame& frame, const Letter& letter) {
    const auto language = frame.language;
    const auto& package = *letter.referral.package;
    std::string part;
    if (!package.additions.empty()) {
        std::vector<Row> added;
        for (const auto& one : package.additions)
            added.push_back({fmt::format("{} {}", k_added.in(language), calendar::spoken(one.at, letter.now, calendar::Zone::santiago(), language)),
                             escaped(one.text)});
        part += folded(k_answers, language, rows(added), true);
    }
    auto contact = identity_rows(package, language);
    if (package.safe_contact)
        for (auto& row : safe_rows(*package.safe_contact, language)) contact.push_back(std::move(row));
    part += folded(k_contact, language, contact.empty() ? fmt::format("<p>{}</p>", k_no_contact.in(language)) : rows(contact));

    std::vector<Row> done, health;
    for (const auto& item : package.items) {
        const bool is_line = item.key == "who" || item.key == "what" || item.key == "ask";
        if (item.data_class <= disclosure::k_default_limit && !is_line)
            done.push_back({named(std::begin(k_item_names), std::end(k_item_names), item.key, language), escaped(item.value)});
        if (item.data_class == 3) health.push_back({escaped(item.label), escaped(item.value)});
        if (item.data_class == 4) health.push_back({fmt::format("{} {}", k_for.in(language), escaped(item.label)), escaped(item.value)});
    }
    if (!done.empty()) part += folded(k_done, language, rows(done));
    if (!health.empty() && letter.with_health) part += folded(k_health, language, rows(health), true);
    if (!health.empty() && !letter.with_health)
        part += fmt::format("<p><a class=\"row\" href=\"{}?show=health\">{}</a></p>", escaped(frame.path), k_see_health.in(language));
    part += folded(k_travels, language, travels(package, language, letter.referral.package_hash));
    return part;
}

}  // namespace hebra::receiver_link
