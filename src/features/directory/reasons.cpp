#include "features/directory/reasons.hpp"

#include "features/directory/cells.hpp"
#include "features/directory/contact.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::directory {
namespace {

using calendar::State;

struct AgeWords {
    std::string es;
    std::string en;
};

/// "de 15 a 29 años", "desde 18 años", "hasta 17 años", "toda edad".
AgeWords ages_of(const Service& service) {
    if (service.age_min && service.age_max)
        return {fmt::format("de {} a {} años", *service.age_min, *service.age_max),
                fmt::format("aged {} to {}", *service.age_min, *service.age_max)};
    if (service.age_min)
        return {fmt::format("desde {} años", *service.age_min), fmt::format("aged {} and over", *service.age_min)};
    if (service.age_max)
        return {fmt::format("hasta {} años", *service.age_max), fmt::format("up to the age of {}", *service.age_max)};
    return {"de toda edad", "of every age"};
}

std::map<std::string, std::string> age_params(const Service& service, const std::optional<int>& age) {
    std::map<std::string, std::string> params;
    if (service.age_min) params["age_min"] = fmt::format("{}", *service.age_min);
    if (service.age_max) params["age_max"] = fmt::format("{}", *service.age_max);
    if (age) params["age"] = fmt::format("{}", *age);
    return params;
}

std::string places_text(const Coverage& coverage) {
    std::string text;
    const auto add = [&](std::string_view name) {
        if (!text.empty()) text += ", ";
        text += name;
    };
    for (const auto region : coverage.regions) add(region.full_name());
    for (const auto comuna : coverage.comunas) add(comuna.name());
    return text;
}

std::string channels_text(const Service& service, Language language) {
    std::string text;
    for (const auto& channel : service.channels) {
        const auto word = say(word_of(channel.kind), language);
        if (text.find(word) != std::string::npos) continue;
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

/// How old what is known is: checked once, and that ran out; or never checked by anybody.
Reason caution_of_check(const Service& service) {
    const auto known = known_on(service);
    const std::string on = known ? to_text(*known) : "";
    if (!known)
        return {"not_checked",
                {{"known_on", ""}},
                "Sin comprobar: no se sabe de cuándo es el dato",
                "Not checked: it is not known from when the data is"};
    if (!service.checked_on)
        return {"not_checked",
                {{"known_on", on}},
                fmt::format("Sin comprobar: dato de {}", service.as_of),
                fmt::format("Not checked: known from {}", service.as_of)};
    return {"check_expired",
            {{"known_on", on}},
            fmt::format("Su comprobación está vencida: dato de {}", on),
            fmt::format("Its check has expired: known from {}", on)};
}

/// The topic of the service that answers the one asked: itself, a child, the parent.
Topic answering(const Service& service, Topic asked) {
    for (const auto topic : service.topics) {
        if (topic == asked) return topic;
    }
    for (const auto topic : service.topics) {
        if (topic.parent() == asked) return topic;
    }
    return asked.parent().value_or(asked);
}

}  // namespace

std::string Explainer::spoken(Time time, Language language) const {
    return calendar::spoken(time, now_, zone(), language);
}

std::vector<Reason> Explainer::fits(const Evaluation& evaluation) const {
    const Service& service = catalogue_.services()[evaluation.service];
    std::vector<Reason> reasons;
    if (question_.topic) reasons.push_back(fit_of_topic(service));
    if (examiner_.is_crisis_line(catalogue_.facts()[evaluation.service]) && service.kind == LineKind::crisis)
        reasons.push_back({"crisis_line", {}, "Línea para personas en crisis", "Line for people in crisis"});
    if (!question_.q.empty())
        reasons.push_back({"text_found", {{"q", question_.q}}, "Coincide con lo buscado", "It agrees with the search"});
    reasons.push_back(fit_of_hours(evaluation));
    if (!evaluation.has(Doubt::age_to_confirm)) reasons.push_back(fit_of_age(service));
    if (!evaluation.has(Doubt::place_to_confirm)) reasons.push_back(fit_of_place(service));
    if (question_.channel) {
        const auto word = word_of(*question_.channel);
        reasons.push_back({"channel",
                           {{"channel", std::string(word.code)}},
                           fmt::format("Por {}", word.es),
                           fmt::format("By {}", word.en)});
    }
    if (question_.language && !question_.language->is_spanish())
        reasons.push_back({"language",
                           {{"language", std::string(question_.language->text())}},
                           fmt::format("En {}", question_.language->name(Language::es)),
                           fmt::format("In {}", question_.language->name(Language::en))});
    if (service.cost == Cost::free) reasons.push_back({"free", {}, "Gratuito", "Free of charge"});
    if (service.identity == Identity::anonymous || service.identity == Identity::optional)
        reasons.push_back({"anonymous", {}, "Sin dar el nombre", "Without giving one's name"});
    if (const auto places = service.capacity.places_free.value_or(0); places > 0)
        reasons.push_back({"places",
                           {{"places", fmt::format("{}", places)}},
                           fmt::format("{} cupo{}", places, places == 1 ? "" : "s"),
                           fmt::format("{} place{}", places, places == 1 ? "" : "s")});
    return reasons;
}

Reason Explainer::fit_of_topic(const Service& service) const {
    const Topic topic = answering(service, *question_.topic);
    const bool is_exact = topic == *question_.topic;
    return {is_exact ? "topic" : "topic_related",
            {{"topic", std::string(topic.text())}},
            fmt::format("Atiende {}", topic.name(Language::es)),
            fmt::format("Attends to {}", topic.name(Language::en))};
}

Reason Explainer::fit_of_age(const Service& service) const {
    if (!service.age_min && !service.age_max)
        return {"every_age", {}, "Atiende a personas de toda edad", "Attends people of every age"};
    const auto ages = ages_of(service);
    return {"age", age_params(service, question_.age), fmt::format("Atiende a personas {}", ages.es),
            fmt::format("Attends people {}", ages.en)};
}

Reason Explainer::fit_of_place(const Service& service) const {
    if (service.coverage.reach == Reach::national)
        return {"national", {}, "Atiende en todo Chile", "Attends in all of Chile"};
    const auto comuna = question_.place.comuna;
    const auto& comunas = service.coverage.comunas;
    if (comuna && std::find(comunas.begin(), comunas.end(), *comuna) != comunas.end())
        return {"comuna",
                {{"comuna", comuna->text()}},
                fmt::format("Atiende en {}", comuna->name()),
                fmt::format("Attends in {}", comuna->name())};
    const auto region = question_.place.in_region();
    return {"region",
            {{"region", region.text()}},
            fmt::format("Atiende en la {}", region.full_name()),
            fmt::format("Attends in the {}", region.full_name())};
}

std::optional<Time> Explainer::closes_at(std::uint32_t place) const {
    const Facts& facts = catalogue_.facts()[place];
    std::optional<Time> latest;
    for (auto i = facts.first_slot; i < facts.first_slot + facts.slot_count; ++i) {
        const Slot& slot = catalogue_.slots()[i];
        if (!examiner_.counts(slot, facts)) continue;
        const auto& schedule = catalogue_.timelines().schedule(slot.schedule);
        if (calendar::state_at(schedule, examiner_.at()) != State::open) continue;
        const auto closes = calendar::closes_at(schedule, examiner_.at());
        if (!closes) return std::nullopt;  // one that does not close
        if (!latest || *latest < *closes) latest = closes;
    }
    return latest;
}

Reason Explainer::fit_of_hours(const Evaluation& evaluation) const {
    if (evaluation.state == State::closed) return why_closed(evaluation.service);
    const bool is_now = examiner_.at() == now_;
    const auto closes = closes_at(evaluation.service);
    if (!closes)
        return {"open_day_and_night",
                {},
                is_now ? "Abierto, día y noche" : "Atiende día y noche",
                is_now ? "Open, day and night" : "Attends day and night"};
    const auto clock = calendar::clock_text(*closes, zone());
    if (is_now)
        return {"open_now",
                {{"closes_at", to_text(*closes)}},
                fmt::format("Abierto, cierra a las {}", clock),
                fmt::format("Open, closes at {}", clock)};
    return {"open_then",
            {{"at", to_text(examiner_.at())}, {"closes_at", to_text(*closes)}},
            fmt::format("Atiende {}, hasta las {}", spoken(examiner_.at(), Language::es), clock),
            fmt::format("Attends {}, until {}", spoken(examiner_.at(), Language::en), clock)};
}

std::vector<Reason> Explainer::why_not(const Evaluation& evaluation) const {
    std::vector<Reason> reasons;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Miss>>([&](auto each) {
        if (evaluation.lacks(each.value)) reasons.push_back(why_lacking(each.value, evaluation.service));
    });
    return reasons;
}

Reason Explainer::why_closed(std::uint32_t place) const {
    const auto opens = examiner_.opens_at(catalogue_.facts()[place]);
    if (!opens) return {"opens_at", {}, "Cerrado; no se sabe cuándo abre", "Closed; it is not known when it opens"};
    return {"opens_at",
            {{"opens_at", to_text(*opens)}},
            fmt::format("Abre {}", spoken(*opens, Language::es)),
            fmt::format("Opens {}", spoken(*opens, Language::en))};
}

Reason Explainer::why_lacking(Miss miss, std::uint32_t place) const {
    const Service& service = catalogue_.services()[place];
    const auto reason = [&](std::map<std::string, std::string> params, std::string es, std::string en) {
        return Reason{std::string(name_of(miss)), std::move(params), std::move(es), std::move(en)};
    };
    switch (miss) {
        case Miss::out_of_age: {
            const auto ages = ages_of(service);
            const bool unknown = !question_.age;
            return reason(
                age_params(service, question_.age),
                fmt::format("Atiende a personas {}{}", ages.es, unknown ? "; sin saber la edad, se cuenta como menor" : ""),
                fmt::format("Attends people {}{}", ages.en, unknown ? "; an unknown age counts as a minor" : ""));
        }
        case Miss::other_territory: {
            const auto where = places_text(service.coverage);
            return reason({{"where", where}}, fmt::format("Atiende solo en {}", where),
                          fmt::format("Attends only in {}", where));
        }
        case Miss::ask_local_office:
            return reason({}, "Hay una en cada territorio; la que corresponde aún no está cargada",
                          "There is one in each territory; the right one is not loaded yet");
        case Miss::no_contact: return reason({}, "No se sabe cómo contactarla", "It is not known how to contact it");
        case Miss::needs_identification: return reason({}, "Pide identificarse", "It asks for identification");
        case Miss::identification_unknown:
            return reason({}, "No se sabe si pide identificarse", "It is not known whether it asks for identification");
        case Miss::language_missing:
            return reason({{"language", std::string(question_.language->text())}},
                          fmt::format("No consta que atienda en {}", question_.language->name(Language::es)),
                          fmt::format("It has not said that it attends in {}", question_.language->name(Language::en)));
        case Miss::no_places: {
            const auto updated = service.capacity.updated ? to_text(*service.capacity.updated) : "";
            return reason({{"updated", updated}},
                          updated.empty() ? "Sin cupos" : fmt::format("Sin cupos, dato del {}", updated),
                          updated.empty() ? "No places" : fmt::format("No places, as of {}", updated));
        }
        case Miss::number_doubted:
            return reason({}, "Su número está marcado malo: no se llama", "Its number was reported wrong: do not call");
        case Miss::hours_unknown:
            return reason({{"hours_said", service.hours_said}}, "Horario por confirmar", "Hours to be confirmed");
        case Miss::channel_missing:
            return reason({{"channel", std::string(name_of(*question_.channel))}},
                          fmt::format("No atiende por {}; sí por {}", word_of(*question_.channel).es,
                                      channels_text(service, Language::es)),
                          fmt::format("Does not attend by {}; it does by {}", word_of(*question_.channel).en,
                                      channels_text(service, Language::en)));
        case Miss::not_free: {
            const bool local = service.cost == Cost::local_call;
            return reason({{"cost", std::string(name_of(service.cost))}}, local ? "Cobra como llamada local" : "Tiene costo",
                          local ? "Costs a local call" : "It costs money");
        }
        case Miss::cost_unknown: return reason({}, "No se sabe si es gratuita", "It is not known whether it is free");
        case Miss::opens_at: return why_closed(place);
    }
    return {};
}

std::vector<Reason> Explainer::cautions(const Evaluation& evaluation) const {
    const Service& service = catalogue_.services()[evaluation.service];
    std::vector<Reason> reasons;
    if (evaluation.has(Doubt::age_to_confirm)) {
        const auto ages = ages_of(service);
        reasons.push_back({"age_to_confirm", age_params(service, std::nullopt),
                           fmt::format("Atiende a personas {}: confirme la edad", ages.es),
                           fmt::format("Attends people {}: confirm the age", ages.en)});
    }
    if (evaluation.has(Doubt::place_to_confirm)) {
        const auto where = places_text(service.coverage);
        reasons.push_back({"place_to_confirm",
                           {{"where", where}},
                           fmt::format("Atiende solo en {}: confirme dónde vive", where),
                           fmt::format("Attends only in {}: confirm where the person lives", where)});
    }
    if (evaluation.has(Doubt::check_expired)) reasons.push_back(caution_of_check(service));
    if (!service.channels.empty() && !examiner_.is_confirmed(catalogue_.facts()[evaluation.service]))
        reasons.push_back({"contact_unconfirmed",
                           {{"source", service.source}},
                           fmt::format("Contacto por confirmar. Fuente: {}", service.source),
                           fmt::format("Contact to be confirmed. Source: {}", service.source)});
    return reasons;
}

}  // namespace hebra::directory
