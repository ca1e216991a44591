#include "features/directory/places.hpp"

#include "platform/calendar/zone.hpp"

namespace hebra::directory {

void tell_places(Service& service, const Places& places, Time now) {
    if (service.capacity.places_free == places.left()) return;
    service.capacity.places_free = static_cast<int>(places.left());
    service.capacity.updated = calendar::local_time(calendar::Zone::santiago(), now).date;
}

namespace store {
namespace {

/// The quota of a service that said how many places it has, and says so no more. What is held goes on being counted, in case
/// it says it again.
constexpr std::int64_t k_uncounted = -1;

}  // namespace

void declare_places(db::Tx& tx, ServiceId service, const Capacity& before, const Capacity& said) {
    if (said.places == before.places && said.places_free == before.places_free && said.updated == before.updated) return;
    if (said.places_free)
        return tx.add(R"sql(
            INSERT INTO service_places (service_id, quota, held)
            VALUES (:service, :free, 0)
            ON CONFLICT (service_id) DO UPDATE SET quota = service_places.held + excluded.quota
        )sql", {db::arg("service", service), db::arg("free", *said.places_free)});
    if (said.places)
        return tx.add(R"sql(
            INSERT INTO service_places (service_id, quota, held)
            VALUES (:service, :places, 0)
            ON CONFLICT (service_id) DO UPDATE SET quota = excluded.quota
        )sql", {db::arg("service", service), db::arg("places", *said.places)});
    tx.add("UPDATE service_places SET quota = :uncounted WHERE service_id = :service",
           {db::arg("uncounted", k_uncounted), db::arg("service", service)});
}

Taking take_place(db::Tx& tx, ServiceId service) {
    const std::array args = {db::arg("service", service)};
    if (!tx.maybe<ServiceId>("SELECT service_id FROM service_places WHERE service_id = :service", args)) return Taking::not_counted;
    const auto taken = tx.run("UPDATE service_places SET held = held + 1 WHERE service_id = :service AND (held < quota OR quota < 0)", args);
    return taken == 1 ? Taking::taken : Taking::none_left;
}

void give_place_back(db::Tx& tx, ServiceId service) {
    tx.add("UPDATE service_places SET held = held - 1 WHERE service_id = :service AND held > 0", {db::arg("service", service)});
}

std::optional<Places> places_of(db::Reader& reader, ServiceId service) {
    return reader.maybe<Places>("SELECT service_id, quota, held FROM service_places WHERE service_id = :service AND quota >= 0",
                                {db::arg("service", service)});
}

std::vector<Places> counted_places(db::Reader& reader) {
    return reader.all<Places>("SELECT service_id, quota, held FROM service_places WHERE quota >= 0 ORDER BY service_id", {});
}

}  // namespace store
}  // namespace hebra::directory
