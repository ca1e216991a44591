#include "access/staff/letters.hpp"

#include <fmt/format.h>

#include "platform/calendar/spoken.hpp"

namespace hebra::access {
namespace {

struct Texts {
    std::string_view subject;
    std::string_view opening;
    std::string_view until;
    std::string_view if_not_you;
};

constexpr Texts k_invitation_es{
    "Hebra: le invitan a trabajar", "Le invitan a trabajar en Hebra. Abra este enlace para aceptar:",
    "Sirve una vez, hasta", "Si no esperaba esta invitación, no haga nada."};
constexpr Texts k_invitation_en{"Hebra: you are invited to work", "You are invited to work in Hebra. Open this link to accept:",
                                "It serves once, and ends", "If you did not expect this invitation, do nothing."};
constexpr Texts k_reset_es{"Hebra: elija una clave nueva", "Alguien pidió una clave nueva para su cuenta. Si fue usted, abra este enlace:",
                           "Sirve una vez, hasta", "Si no fue usted, no haga nada: su clave sigue igual."};
constexpr Texts k_reset_en{"Hebra: choose a new password",
                           "Somebody asked for a new password for your account. If it was you, open this link:",
                           "It serves once, and ends", "If it was not you, do nothing: your password stays as it is."};

mail::Letter letter(const Private& to, const Texts& texts, Language language, const std::string& link, Time expires_at, Time now) {
    const auto until = calendar::spoken(expires_at, now, calendar::Zone::santiago(), language);
    return {to, std::string(texts.subject),
            Private(fmt::format("{}\n\n{}\n\n{} {}.\n{}\n", texts.opening, link, texts.until, until, texts.if_not_you))};
}

}  // namespace

mail::Letter invitation_letter(const Private& to, UserLanguage language, const std::string& link, Time expires_at, Time now) {
    return language == UserLanguage::en ? letter(to, k_invitation_en, Language::en, link, expires_at, now)
                                        : letter(to, k_invitation_es, Language::es, link, expires_at, now);
}

mail::Letter reset_letter(const Private& to, UserLanguage language, const std::string& link, Time expires_at, Time now) {
    return language == UserLanguage::en ? letter(to, k_reset_en, Language::en, link, expires_at, now)
                                        : letter(to, k_reset_es, Language::es, link, expires_at, now);
}

}  // namespace hebra::access
