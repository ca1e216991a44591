#include "features/referrals/agenda.hpp"
#include "features/referrals/api.hpp"
#include "features/referrals/routes.hpp"

template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Urgency> = "ReferralUrgency";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Kind> = "ReferralKind";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Status> = "ReferralStatus";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Action> = "ReferralAction";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Slot> = "AgendaSlot";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::SlotStatus> = "AgendaSlotStatus";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::SlotList> = "AgendaSlotList";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::NewSlots> = "NewAgendaSlots";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Reminder> = "AppointmentReminder";

namespace hebra::referrals {

void add_agenda_routes(http::Router& router, Agenda& agenda) {
    router.get("/api/v1/agenda")
        .allow(k_referral_read)
        .summary("Hours offered and given, from a day on (days of the institution's place); by code, never by name")
        .handle<AgendaQuery>([&](const http::Call& call, const AgendaQuery& query) { return agenda.days(call.actor(), query); });

    router.get("/api/v1/agenda.ics")
        .allow(k_referral_read)
        .summary("The booked hours of the next 31 days for a calendar program, without names")
        .produces("text/calendar")
        .respond([&](const http::Call& call) -> Result<http::Response> {
            http::Response response;
            HEBRA_TRY(response.body, agenda.calendar(call.actor(), {.from = {}, .days = 31}));
            response.headers.add("Content-Type", "text/calendar; charset=utf-8");
            response.headers.add("Content-Disposition", "attachment; filename=\"hebra-agenda.ics\"");
            response.headers.add("Cache-Control", "no-store");
            return response;
        });

    router.post("/api/v1/agenda/slots")
        .allow(k_referral_move)
        .summary("Offer hours of one's own service")
        .handle<NewSlots>([&](const http::Call& call, const NewSlots& body) { return agenda.offer(call.actor(), body); });

    router.remove("/api/v1/agenda/slots/{id}")
        .allow(k_referral_move)
        .summary("Take back an hour that nobody holds")
        .versioned()
        .handle([&](const http::Call& call) -> Result<> {
            HEBRA_TRY(const auto id, call.path<SlotId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            return agenda.withdraw(call.actor(), id, seen);
        });
}

}  // namespace hebra::referrals
