#pragma once
#include "features/referrals/referrals.hpp"
#include "platform/http/router.hpp"

namespace hebra::referrals {

void add_referral_routes(http::Router& router, Referrals& referrals);

}  // namespace hebra::referrals
