#include "features/directory/uses.hpp"

#include "platform/calendar/zone.hpp"

namespace hebra::directory {

void Uses::add(ServiceId service, const Counts& counts) {
    auto& gathered = gathered_[service];
    gathered.shown += counts.shown;
    gathered.tapped += counts.tapped;
    gathered.reported += counts.reported;
}

void Uses::shown(const Answer& answer) {
    const std::scoped_lock lock(mutex_);
    for (const auto& match : answer.matches) add(match.service->id, {.shown = 1});
    for (const auto& miss : answer.near_misses) add(miss.service->id, {.shown = 1});
}

void Uses::shown(ServiceId service) {
    const std::scoped_lock lock(mutex_);
    add(service, {.shown = 1});
}

void Uses::tapped(ServiceId service) {
    const std::scoped_lock lock(mutex_);
    add(service, {.tapped = 1});
}

void Uses::reported(ServiceId service) {
    const std::scoped_lock lock(mutex_);
    add(service, {.reported = 1});
}

void Uses::flush() {
    std::unordered_map<ServiceId, Counts> taken;
    {
        const std::scoped_lock lock(mutex_);
        taken.swap(gathered_);
    }
    if (taken.empty()) return;
    const Date day = calendar::local_time(calendar::Zone::santiago(), clock_.now()).date;
    try {
        (void)database_.write(
            [&](db::Tx& tx) -> Result<> {
                for (const auto& [service, counts] : taken) {
                    const std::array args = {db::arg("service", service), db::arg("day", day), db::arg("shown", counts.shown),
                                             db::arg("tapped", counts.tapped), db::arg("reported", counts.reported)};
                    tx.add(R"sql(
                        INSERT INTO service_use (service_id, day, shown, tapped, reported)
                        VALUES (:service, :day, :shown, :tapped, :reported)
                        ON CONFLICT (service_id, day) DO UPDATE
                           SET shown = service_use.shown + excluded.shown, tapped = service_use.tapped + excluded.tapped,
                               reported = service_use.reported + excluded.reported
                    )sql", args);
                }
                return {};
            },
            db::Urgency::bulk);
    } catch (...) {
        const std::scoped_lock lock(mutex_);
        for (const auto& [service, counts] : taken) add(service, counts);
        throw;
    }
}

std::vector<UseCount> Uses::between(Date first, Date last) {
    const std::array args = {db::arg("first", first), db::arg("last", last)};
    return database_.read([&](db::Reader& reader) {
        return reader.all<UseCount>(R"sql(
            SELECT service_id, SUM(shown) AS shown, SUM(tapped) AS tapped,
                   SUM(reported) AS reported
              FROM service_use
             WHERE day BETWEEN :first AND :last
             GROUP BY service_id
             ORDER BY service_id
        )sql", args);
    });
}

}  // namespace hebra::directory
