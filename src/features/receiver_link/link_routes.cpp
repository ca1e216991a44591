#include "features/receiver_link/routes.hpp"

// Other rooms have types of these names too.
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::receiver_link::Link> = "ReferralLink";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::receiver_link::LinkList> = "ReferralLinkList";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::receiver_link::LinkState> = "ReferralLinkState";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::receiver_link::NewLink> = "NewReferralLink";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::receiver_link::Act> = "ReferralLinkAct";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::receiver_link::Visited> = "ReferralLinkVisit";

namespace hebra::receiver_link {

void add_link_routes(http::Router& router, Links& links) {
    router.post("/api/v1/referrals/{id}/links")
        .allow(referrals::k_referral_write)
        .summary("Make the receiver's one-case link; its path and code are told this once")
        .handle<NewLink>([&](const http::Call& call, const NewLink& body) -> Result<http::Created<Link>> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            HEBRA_TRY(auto link, links.create(call.actor(), id, body));
            return http::Created<Link>{std::move(link), fmt::format("/api/v1/referrals/{}/links", id.text())};
        });

    router.get("/api/v1/referrals/{id}/links")
        .allow(referrals::k_referral_read)
        .summary("The origin's links of a referral, and what was done with each")
        .handle([&](const http::Call& call) -> Result<LinkList> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            return links.list(call.actor(), id);
        });

    router.remove("/api/v1/referrals/{id}/links/{link}")
        .allow(referrals::k_referral_write)
        .summary("Revoke a link: closed at once")
        .handle([&](const http::Call& call) -> Result<> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            HEBRA_TRY(const auto link, call.path<ReferralLinkId>("link"));
            return links.revoke(call.actor(), id, link);
        });
}

}  // namespace hebra::receiver_link
