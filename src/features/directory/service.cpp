#include "features/directory/service.hpp"

#include <algorithm>

namespace hebra::directory {

std::optional<Date> earliest(std::string_view as_of) {
    if (as_of.size() == 4) return parse_date(std::string(as_of) + "-01-01");
    if (as_of.size() == 7) return parse_date(std::string(as_of) + "-01");
    return parse_date(as_of);
}

std::optional<Date> known_on(const Service& service) {
    return service.checked_on ? service.checked_on : earliest(service.as_of);
}

std::optional<Date> good_until(const Service& service) {
    if (service.expires_on) return service.expires_on;
    const auto known = known_on(service);
    if (!known) return std::nullopt;
    return Date(std::chrono::sys_days(*known) + k_check_holds);
}

std::optional<InstitutionId> keeper_of(const Service& service) {
    if (service.institution_id) return service.institution_id;
    const Confirmation* last = nullptr;
    for (const auto& channel : service.channels)
        if (channel.confirmation && (last == nullptr || last->at < channel.confirmation->at)) last = &*channel.confirmation;
    return last != nullptr ? last->institution_id : std::nullopt;
}

bool has_doubts(const Service& service) {
    return std::ranges::any_of(service.channels, [](const Channel& channel) { return channel.doubted_at || channel.reported_at; });
}

bool needs_check(const Service& service, Time now) {
    const auto rung = [](const Channel& channel) { return channel.confirmation.has_value(); };
    const auto ran_out = [&](const Channel& channel) { return rung(channel) && channel.confirmation->expires <= now; };
    if (std::ranges::any_of(service.channels, rung)) return std::ranges::any_of(service.channels, ran_out);
    const auto until = good_until(service);
    return until && now >= Time(std::chrono::sys_days(*until) + std::chrono::days(1));
}

Word word_of(LineKind kind) {
    switch (kind) {
        case LineKind::crisis: return {"crisis", "En crisis", "Crisis"};
        case LineKind::specialised: return {"specialised", "Especializada", "Specialised"};
        case LineKind::counselling: return {"counselling", "Consejería", "Counselling"};
        case LineKind::general: return {"general", "No especializada", "General"};
        case LineKind::emergency: return {"emergency", "Emergencia", "Emergency"};
        case LineKind::reporting: return {"reporting", "Denuncia", "Reporting"};
        case LineKind::information: return {"information", "Información", "Information"};
    }
    return {};
}

Word word_of(ChannelKind kind) {
    switch (kind) {
        case ChannelKind::phone: return {"phone", "teléfono", "telephone"};
        case ChannelKind::whatsapp: return {"whatsapp", "WhatsApp", "WhatsApp"};
        case ChannelKind::sms: return {"sms", "mensaje de texto", "text message"};
        case ChannelKind::chat: return {"chat", "chat", "chat"};
        case ChannelKind::email: return {"email", "correo", "e-mail"};
        case ChannelKind::web: return {"web", "página web", "web page"};
        case ChannelKind::video: return {"video", "videollamada", "video call"};
        case ChannelKind::in_person: return {"in_person", "atención presencial", "in person"};
        case ChannelKind::by_referral: return {"by_referral", "derivación", "referral"};
    }
    return {};
}

territory::Place place_of(const Coverage& coverage) {
    if (coverage.reach != Reach::places) return {};
    if (coverage.comunas.size() == 1 && coverage.regions.empty()) return {.comuna = coverage.comunas.front()};
    if (coverage.regions.size() == 1 && coverage.comunas.empty()) return {.region = coverage.regions.front()};
    return {};
}

}  // namespace hebra::directory
