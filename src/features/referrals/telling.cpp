#include "features/referrals/telling.hpp"

namespace hebra::referrals {

Telling telling_of(const directory::Service& service, Time now) {
    Telling telling{.service_id = service.id,
                    .service_code = service.code,
                    .service_name = service.name,
                    .institution = service.institution,
                    .hours = service.hours_said,
                    .ways = {}};
    for (const auto& channel : service.channels) {
        const auto& known = channel.confirmation;
        // What nobody confirmed is not said to a person: the page that gives information does not show it either.
        auto shown = directory::dialable(channel, now);
        telling.ways.push_back({.kind = channel.kind,
                                .contact = std::move(shown.contact),
                                .standing = shown.standing,
                                .confirmed_by = known ? std::optional(known->by) : std::nullopt,
                                .confirmed_at = known ? std::optional(known->at) : std::nullopt,
                                .expires = known ? std::optional(known->expires) : std::nullopt,
                                .confirmed_by_name = {}});
    }
    return telling;
}

}  // namespace hebra::referrals
