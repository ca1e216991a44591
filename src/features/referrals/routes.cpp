#include "features/referrals/routes.hpp"

#include "features/referrals/api.hpp"

// Other rooms have types of these names too.
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Kind> = "ReferralKind";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Urgency> = "ReferralUrgency";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Status> = "ReferralStatus";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Stage> = "ReferralStage";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Action> = "ReferralAction";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Reason> = "ReferralReason";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Content> = "ReferralContent";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Item> = "PackageItem";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Listed> = "ReferralListed";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Opened> = "Referral";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Party> = "ReferralParty";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Made> = "ReferralMoveMade";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::MoveRequest> = "ReferralMoveRequest";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Viewer> = "ReferralViewer";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Warnings> = "ReferralWarnings";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Addition> = "PackageAddition";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Shared> = "PackageShared";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Package> = "ReferralPackage";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Asked> = "ReferralAsked";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Try> = "NewReferralTry";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Tried> = "ReferralTry";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::TryResult> = "ReferralTryResult";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Disputed> = "ReferralDisputed";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::DraftChange> = "ReferralDraftChange";

namespace hebra::referrals {
namespace {

http::Response pdf_response(Printed printed) {
    http::Response response;
    response.headers.add("Content-Type", "application/pdf");
    response.headers.add("Content-Disposition", fmt::format("inline; filename=\"{}.pdf\"", printed.thread_code));
    response.headers.add("Cache-Control", "no-store");
    response.body = std::move(printed.bytes);
    return response;
}

}  // namespace

void add_referral_routes(http::Router& router, Referrals& referrals) {
    router.post("/api/v1/referrals")
        .allow(k_referral_write)
        .summary("Write a referral; nothing travels before it is sent")
        .handle<NewReferral>([&](const http::Call& call, const NewReferral& body) -> Result<http::Created<Opened>> {
            HEBRA_TRY(auto referral, referrals.create(call.actor(), body));
            const auto location = "/api/v1/referrals/" + referral.id.text();
            return http::Created<Opened>{std::move(referral), location};
        });

    router.get("/api/v1/referrals")
        .allow(k_referral_read)
        .summary("Received (box=inbox) or sent (box=sent), the newest change first")
        .handle<ListQuery>([&](const http::Call& call, const ListQuery& query) { return referrals.list(call.actor(), query); });

    router.get("/api/v1/referrals/coordination")
        .allow(k_referral_coordinate)
        .summary("For whoever coordinates: contested declines, and what nobody answered; code, act, institutions and clock")
        .handle<CoordinationQuery>([&](const http::Call& call, const CoordinationQuery& query) { return referrals.to_coordinate(call.actor(), query); });

    router.get("/api/v1/referrals/{id}")
        .allow(k_referral_read)
        .summary("Open a referral; the receiver sees the package, the origin its own writing too")
        .handle([&](const http::Call& call) -> Result<Opened> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            return referrals.open(call.actor(), id);
        });

    router.patch("/api/v1/referrals/{id}")
        .allow(k_referral_write)
        .summary("Change a draft")
        .handle<DraftChange>([&](const http::Call& call, const DraftChange& body) -> Result<Opened> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            return referrals.change(call.actor(), id, body, seen);
        });

    router.get("/api/v1/referrals/{id}/warnings")
        .allow(k_referral_write)
        .summary("Before sending: unmet criteria and similar referrals")
        .handle([&](const http::Call& call) -> Result<Warnings> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            return referrals.warnings(call.actor(), id);
        });

    router.get("/api/v1/referrals/{id}/preview")
        .allow(k_referral_write)
        .summary("The package as it would be frozen if it were sent now")
        .handle([&](const http::Call& call) -> Result<Package> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            return referrals.preview(call.actor(), id);
        });

    router.get("/api/v1/referrals/{id}/restricted")
        .allow(k_referral_read)
        .summary("Open what is restricted (class 4): the person it names, or whoever supervises at the origin; recorded for both")
        .handle([&](const http::Call& call) -> Result<RestrictedPart> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            return referrals.open_restricted(call.actor(), id);
        });

    router.get("/api/v1/referrals/{id}/ficha.pdf")
        .allow(k_referral_read)
        .summary("The ficha on paper; the print is recorded")
        .produces("application/pdf")
        .respond([&](const http::Call& call) -> Result<http::Response> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            HEBRA_TRY(auto printed, referrals.print(call.actor(), id, call.language()));
            return pdf_response(std::move(printed));
        });

    router.get("/api/v1/people/{id}/disclosures")
        .allow(k_disclosure_read)
        .summary("What travelled about one's own person: to whom, which data, by what right")
        .handle([&](const http::Call& call) -> Result<DisclosureList> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            return referrals.disclosures(call.actor(), id);
        });

    router.post("/api/v1/people/{id}/directives/{directive}/withdrawal")
        .allow(k_referral_write)
        .summary("The person takes a consent back: access ends at once")
        .handle<Withdrawal>([&](const http::Call& call, const Withdrawal& body) -> Result<DisclosureList> {
            HEBRA_TRY(const auto id, call.path<PersonId>("id"));
            HEBRA_TRY(const auto directive, call.path<disclosure::DirectiveId>("directive"));
            return referrals.withdraw(call.actor(), id, directive, body);
        });

    router.post("/api/v1/referrals/{id}/moves")
        .allow(k_referral_move)
        .summary("Move a referral along its life")
        .handle<MoveRequest>([&](const http::Call& call, const MoveRequest& body) -> Result<Opened> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            return referrals.move(call.actor(), id, body);
        });

    router.post("/api/v1/referrals/{id}/tries")
        .allow(k_referral_move)
        .summary("Note a try to ask the person in which nobody could; it closes nothing and moves nothing")
        .handle<Try>([&](const http::Call& call, const Try& body) -> Result<Opened> {
            HEBRA_TRY(const auto id, call.path<ReferralId>("id"));
            return referrals.note_try(call.actor(), id, body);
        });
}

}  // namespace hebra::referrals
