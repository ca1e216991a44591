#include "features/referrals/telling.hpp"

namespace hebra::referrals {

Telling telling_of(const directory::Service& service, Time now, const std::function<bool(UserId)>& is_colleague) {
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
                                .confirmed_at = known ? std::optional(known->at) : std::nullopt,
                                .expires = known ? std::optional(known->expires) : std::nullopt,
                                .colleague_id = known && known->by && is_colleague(*known->by) ? known->by : std::nullopt,
                                .colleague_name = {}});
    }
    return telling;
}

}  // namespace hebra::referrals
