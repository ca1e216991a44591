#include "features/referrals/told.hpp"

#include "features/directory/api.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::referrals {
namespace {

using pdf::Field;

/// A word in both languages.
struct Say {
    std::string_view es, en;
    std::string_view in(Language language) const { return language == Language::en ? en : es; }
};

constexpr std::pair<std::string_view, Say> k_item_names[] = {
    {"wish", {"Lo que la persona quiere", "What the person wants"}},
    {"done", {"Ya se hizo", "Already done"}},
    {"social", {"Lo social", "Social"}},
};

std::vector<Field> fields_named(const Package& package, std::string_view wanted, Language language) {
    std::vector<Field> all;
    for (const auto& [key, label] : k_item_names)
        for (const auto& item : package.items)
            if (key == wanted && item.key == key) all.push_back({std::string(label.in(language)), item.value});
    return all;
}

constexpr std::pair<chile::DocumentKind, Say> k_documents[] = {
    {chile::DocumentKind::provisional_run, {"RUN provisorio", "Provisional RUN"}}, {chile::DocumentKind::ipe, {"IPE", "IPE"}},
    {chile::DocumentKind::passport, {"Pasaporte", "Passport"}}, {chile::DocumentKind::other, {"Otro documento", "Other document"}}};

template <class Key, std::size_t n>
std::string_view word_of(const std::pair<Key, Say> (&all)[n], Key key, Language language) {
    for (const auto& [known, words] : all)
        if (known == key) return words.in(language);
    return {};
}

/// "Pasaporte A1234567 (VEN)".
std::string document_text(const chile::ForeignDocument& document, Language language) {
    auto text = fmt::format("{} {}", word_of(k_documents, document.kind(), language), document.number());
    return document.country().empty() ? text : fmt::format("{} ({})", text, document.country());
}

std::vector<Field> identity_rows(const Package& package, Language language) {
    const auto& who = package.identity;
    std::vector<Field> all;
    const auto add = [&](Say label, std::string value) {
        if (!value.empty()) all.push_back({std::string(label.in(language)), Private(std::move(value))});
    };
    add({"Cómo se le dice", "What they are called"}, package.called.reveal());
    std::string name;
    for (const auto* part : {&who.given_names, &who.first_surname, &who.second_surname})
        if (*part) name += (name.empty() ? "" : " ") + (*part)->reveal();
    add({"Nombre", "Name"}, std::move(name));
    if (who.run) add({"RUN", "RUN"}, std::string(who.run->text()));
    if (who.document) add({"Documento", "Document"}, document_text(*who.document, language));
    if (who.birth_date) add({"Fecha de nacimiento", "Date of birth"}, std::string(who.birth_date->text()));
    if (who.phone) add({"Teléfono", "Telephone"}, std::string(who.phone->text()));
    if (who.email) add({"Correo", "E-mail"}, std::string(who.email->text()));
    if (who.comuna) add({"Comuna", "Comuna"}, std::string(who.comuna->name()));
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

std::vector<Field> safe_rows(const people::SafeContact& card, Language language) {
    std::vector<Field> all;
    const auto add = [&](Say label, std::string value) {
        if (!value.empty()) all.push_back({std::string(label.in(language)), Private(std::move(value))});
    };
    std::vector<std::string> ways;
    for (const auto& channel : card.channels) {
        auto way = std::string(word_of(k_kinds, channel.kind, language));
        if (channel.value) way += " " + channel.value->reveal();
        if (channel.label) way += ", " + channel.label->reveal();
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
    if (card.voicemail_words) add({"Palabras para el buzón", "Words for the voicemail"}, card.voicemail_words->reveal());
    if (card.do_not_say) add({"No decir", "Do not say"}, card.do_not_say->reveal());
    if (card.may_answer) add({"Puede contestar", "May answer"}, card.may_answer->reveal());
    if (card.must_not_tell) add({"Cuidado", "Beware"}, card.must_not_tell->reveal());
    if (card.if_other_answers) add({"Si contesta otra persona", "If someone else answers"}, card.if_other_answers->reveal());
    return all;
}

constexpr std::pair<disclosure::BasisKind, Say> k_bases[] = {
    {disclosure::BasisKind::consent, {"La persona consintió", "The person consented"}},
    {disclosure::BasisKind::vital_interest, {"Interés vital", "Vital interest"}},
    {disclosure::BasisKind::legal_duty, {"Deber legal", "Legal duty"}},
    {disclosure::BasisKind::public_function, {"Función pública", "Public function"}}};

constexpr std::pair<disclosure::Giver, Say> k_givers[] = {
    {disclosure::Giver::person, {"La persona consintió", "The person consented"}},
    {disclosure::Giver::guardian, {"Consintió quien la cuida", "Whoever cares for them consented"}},
    {disclosure::Giver::representative, {"Consintió su representante", "Their representative consented"}}};

constexpr std::pair<disclosure::ChildAssent, Say> k_assents[] = {
    {disclosure::ChildAssent::yes, {"; la persona también dijo que sí", "; they said yes too"}},
    {disclosure::ChildAssent::no, {"; la persona dijo que no", "; they said no"}},
    {disclosure::ChildAssent::not_asked, {"; a la persona no se le preguntó", "; they were not asked"}},
    {disclosure::ChildAssent::not_applicable, {"", ""}}};

std::string right_of(const Package& package, Language language) {
    if (!package.allowed) return std::string(word_of(k_bases, package.basis, language));
    // Whoever consents for themselves has said so: there is nobody else to ask.
    if (package.allowed->giver == disclosure::Giver::person) return std::string(word_of(k_givers, disclosure::Giver::person, language));
    return fmt::format("{}{}", word_of(k_givers, package.allowed->giver, language), word_of(k_assents, package.allowed->child_assent, language));
}

constexpr Say k_classes[] = {{"logística", "logistics"}, {"identidad y contacto", "identity and contact"}, {"social", "social"},
                             {"salud", "health"}, {"reservado", "restricted"}};

}  // namespace

std::string dated(Time time) {
    const auto local = calendar::local_time(calendar::Zone::santiago(), time);
    return fmt::format("{:02}-{:02}-{} {}", static_cast<unsigned>(local.date.day()), static_cast<unsigned>(local.date.month()),
                       static_cast<int>(local.date.year()), calendar::clock_text(time, calendar::Zone::santiago()));
}

Field age_field(const Package& package, Language language) {
    constexpr Say k_age{"Edad", "Age"};
    constexpr Say k_years{"años", "years old"};
    constexpr Say k_unknown{"No se sabe", "Not known"};
    auto text = package.age ? fmt::format("{} {}", *package.age, k_years.in(language)) : std::string(k_unknown.in(language));
    return {std::string(k_age.in(language)), Private(std::move(text))};
}

std::vector<Field> contact_fields(const Package& package, Language language) {
    auto all = identity_rows(package, language);
    if (package.safe_contact)
        for (auto& field : safe_rows(*package.safe_contact, language)) all.push_back(std::move(field));
    return all;
}

std::vector<Field> three_lines(const Package& package, Language language) {
    constexpr std::pair<std::string_view, Say> k_lines[] = {
        {"who", {"Quién", "Who"}}, {"what", {"Qué pasa", "What is happening"}}, {"ask", {"Qué se pide", "What is asked"}}};
    std::vector<Field> all;
    for (const auto& [key, label] : k_lines)
        for (const auto& item : package.items)
            if (item.key == key) all.push_back({std::string(label.in(language)), item.value});
    return all;
}

std::vector<Field> wish_fields(const Package& package, Language language) { return fields_named(package, "wish", language); }

std::vector<Field> background_fields(const Package& package, Language language) {
    auto all = fields_named(package, "done", language);
    for (auto& field : fields_named(package, "social", language)) all.push_back(std::move(field));
    return all;
}

std::vector<Field> health_fields(const Package& package) {
    std::vector<Field> all;
    for (const auto& item : package.items)
        if (item.data_class == 3) all.push_back({item.label, item.value});
    return all;
}

std::vector<Field> restricted_fields(const Package& package, Language language) {
    constexpr Say k_for{"Solo para", "Only for"};
    constexpr Say k_apart{"No va escrito aquí: esa persona lo abre en Hebra, con su cuenta.", "Not written here: that person opens it in Hebra, with their account."};
    std::vector<Field> all;
    for (const auto& item : package.items)
        if (item.data_class == 4) all.push_back({fmt::format("{} {}", k_for.in(language), item.label), Private(std::string(k_apart.in(language)))});
    return all;
}

std::vector<Field> addition_fields(const Package& package, Language language) {
    constexpr Say k_asked{"Se preguntó", "It was asked"};
    constexpr Say k_added{"Se agregó el", "Added on"};
    std::vector<Field> all;
    for (const auto& one : package.additions) {
        for (const auto& question : one.questions.value_or(std::vector<Private>{})) all.push_back({std::string(k_asked.in(language)), question});
        all.push_back({fmt::format("{} {}", k_added.in(language), dated(one.at)), one.text});
    }
    return all;
}

std::vector<Field> travel_fields(const Package& package, Language language) {
    std::vector<std::string> classes;
    for (const int one : classes_of(package))
        if (one >= 0 && one <= disclosure::k_highest_class) classes.push_back(fmt::format("{} ({})", one, k_classes[one].in(language)));
    std::vector<Field> all;
    const auto add = [&](Say label, std::string text) { all.push_back({std::string(label.in(language)), Private(std::move(text))}); };
    add({"Clases de datos", "Data classes"}, fmt::format("{}", fmt::join(classes, ", ")));
    add({"Permiso", "Right"}, right_of(package, language));
    for (const auto& item : package.items) {
        if (item.key != "topic") continue;
        if (const auto topic = directory::Topic::parse(item.value.reveal())) add({"Motivo", "Topic"}, std::string(topic->name(language)));
    }
    return all;
}

std::vector<Field> frame_fields(const Package& package, const std::optional<std::string>& hash, Language language) {
    std::vector<Field> all;
    const auto add = [&](Say label, std::string text) { all.push_back({std::string(label.in(language)), Private(std::move(text))}); };
    add({"Servicio", "Service"}, package.to_service);
    add({"Código del hilo", "Code of the thread"}, package.thread_code);
    if (hash) add({"Huella de lo enviado", "Fingerprint of what was sent"}, hash->substr(0, 16));
    return all;
}

}  // namespace hebra::referrals
