#include "features/receiver_link/code_letter.hpp"

#include <fmt/format.h>

#include "platform/calendar/spoken.hpp"

namespace hebra::receiver_link {

std::optional<std::string> registered_mail(const directory::Service& service, Time now) {
    for (const auto& channel : service.channels) {
        const bool is_sure = directory::standing_of(channel, now) == directory::Standing::confirmed;
        if (channel.kind == directory::ChannelKind::email && is_sure && mail::is_address(channel.contact)) return channel.contact;
    }
    return std::nullopt;
}

mail::Letter code_letter(const std::string& to, const std::string& code, Time expires_at, Time now, calendar::Zone zone) {
    const auto until = [&](Language language) { return calendar::spoken(expires_at, now, zone, language); };
    return {Private(to), "Hebra: código para leer una derivación",
            Private(fmt::format("Código: {0}\n\nAbre la derivación del enlace que su institución recibió por otra vía. Sirve hasta {1}.\n"
                                "No reenvíe este correo junto con el enlace. Si no esperaba una derivación, no haga nada.\n\n"
                                "Code: {0}\n\nIt opens the referral of the link that your institution was given by another way. It ends "
                                "{2}.\nDo not forward this message together with the link. If you expected no referral, do nothing.\n",
                                code, until(Language::es), until(Language::en)))};
}

}  // namespace hebra::receiver_link
