#pragma once
#include "features/referrals/agenda.hpp"
#include "platform/http/router.hpp"

namespace hebra::referrals {

void add_referral_routes(http::Router& router, Referrals& referrals);
void add_agenda_routes(http::Router& router, Agenda& agenda);

}  // namespace hebra::referrals
