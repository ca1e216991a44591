// The routes of what keeps the directory safe: emergency numbers, and how often rows are used.
#include "features/directory/api.hpp"
#include "features/directory/routes.hpp"
#include "features/directory/shown.hpp"
#include "features/directory/uses_table.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::directory {
namespace {

struct EmergencyNumbers {
    std::vector<EmergencyEntry> items;
};
BOOST_DESCRIBE_STRUCT(EmergencyNumbers, (), (items))

struct ShownEmergencyNumbers {
    std::vector<ShownEmergencyNumber> items;
};
BOOST_DESCRIBE_STRUCT(ShownEmergencyNumbers, (), (items))

struct EmergencyConfirmation {
    std::string number;
    Assurance how;
    int version;
};
BOOST_DESCRIBE_STRUCT(EmergencyConfirmation, (), (number, how, version))

enum class WithdrawalReason { withdrawn, unused };
BOOST_DESCRIBE_ENUM(WithdrawalReason, withdrawn, unused)

struct EmergencyWithdrawal {
    std::string number;
    WithdrawalReason reason;
    int version;
};
BOOST_DESCRIBE_STRUCT(EmergencyWithdrawal, (), (number, reason, version))

struct UseQuery {
    std::optional<Date> from;
    std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(UseQuery, (), (from, until))

struct ServiceUse : UseCount {
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ServiceUse, (UseCount), (code, name))

struct ServiceUses {
    Date from;
    Date until;
    std::vector<ServiceUse> items;
    std::vector<UseCell> by_institution_and_topic;
};
BOOST_DESCRIBE_STRUCT(ServiceUses, (), (from, until, items, by_institution_and_topic))

constexpr std::chrono::days k_usual_span{90};

/// The days asked for; the last 90 if not told otherwise.
std::pair<Date, Date> span_of(const UseQuery& query, Time now) {
    const Date until = query.until.value_or(calendar::local_time(calendar::Zone::santiago(), now).date);
    return {query.from.value_or(Date(std::chrono::sys_days(until) - k_usual_span)), until};
}

}  // namespace

void add_emergency_routes(http::Router& router, EmergencyList& emergency) {
    router.get("/api/v1/emergency-numbers")
        .open("whoever is in danger may ask; only confirmed numbers are told")
        .summary("Emergency numbers that may be shown and dialled now")
        .handle([&](const http::Call& call) -> Result<ShownEmergencyNumbers> {
            return ShownEmergencyNumbers{shown(emergency.shown(call.language()))};
        });

    router.get("/api/v1/directory/emergency-numbers")
        .allow(k_directory_read)
        .summary("The whole emergency list, each with its source and what was decided of it")
        .handle([&](const http::Call& call) -> Result<EmergencyNumbers> { return EmergencyNumbers{emergency.all(call.language())}; });

    router.post("/api/v1/directory/emergency-numbers/confirmations")
        .allow(k_emergency_keep)
        .summary("Somebody made sure of this number: it may be shown for 90 days")
        .handle<EmergencyConfirmation>([&](const http::Call& call, const EmergencyConfirmation& body) -> Result<EmergencyEntry> {
            HEBRA_CHECK(emergency.confirm(call.actor(), body.number, body.how, body.version));
            return emergency.one(body.number, call.language());
        });

    router.post("/api/v1/directory/emergency-numbers/withdrawals")
        .allow(k_emergency_keep)
        .summary("This number is shown no more, at once: it is wrong, or not used here")
        .handle<EmergencyWithdrawal>([&](const http::Call& call, const EmergencyWithdrawal& body) -> Result<EmergencyEntry> {
            const auto reason = body.reason == WithdrawalReason::unused ? Decision::unused : Decision::withdrawn;
            HEBRA_CHECK(emergency.withdraw(call.actor(), body.number, reason, body.version));
            return emergency.one(body.number, call.language());
        });
}

void add_use_routes(http::Router& router, Directory& directory, Uses& uses) {
    router.post("/api/v1/directory/services/{id}/taps")
        .allow(k_directory_read)
        .summary("Somebody was given, or dialled, this service's contact: counted, of nobody")
        .handle([&](const http::Call& call) -> Result<> {
            HEBRA_TRY(const auto id, call.path<ServiceId>("id"));
            const auto catalogue = directory.catalogue();
            if (catalogue->find(id) == nullptr) return not_found();
            uses.tapped(id);
            return {};
        });

    router.get("/api/v1/directory/uses")
        .allow(k_directory_read)
        .summary("How often each row was shown, tapped and said to be wrong, by days; 90 days if not told otherwise")
        .handle<UseQuery>([&](const http::Call&, const UseQuery& query) -> Result<ServiceUses> {
            uses.flush();
            const auto catalogue = directory.catalogue();
            const auto [from, until] = span_of(query, directory.now());
            const auto counts = uses.between(from, until);
            ServiceUses told{from, until, {}, by_institution_and_topic(*catalogue, counts)};
            for (const auto& count : counts) {
                const auto* service = catalogue->find(count.service_id);
                if (service != nullptr) told.items.push_back({count, service->code, service->name});
            }
            return told;
        });

    router.get("/api/v1/directory/uses.csv")
        .allow(k_directory_read)
        .summary("What was shown and taken, by institution and topic, for a spreadsheet; counts from 1 to 4 as <5")
        .produces("text/csv")
        .handle<UseQuery>([&](const http::Call& call, const UseQuery& query) -> Result<http::Response> {
            uses.flush();
            const auto [from, until] = span_of(query, directory.now());
            http::Response response;
            response.headers.add("Content-Type", "text/csv; charset=utf-8");
            response.headers.add("Content-Disposition",
                                 fmt::format("attachment; filename=\"uso-{}-{}.csv\"", to_text(from), to_text(until)));
            response.headers.add("Cache-Control", "no-store");
            const auto catalogue = directory.catalogue();
            response.body = uses_csv(by_institution_and_topic(*catalogue, uses.between(from, until)), call.language());
            return response;
        });
}

}  // namespace hebra::directory
