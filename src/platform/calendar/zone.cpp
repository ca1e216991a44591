#include "platform/calendar/zone.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace hebra::calendar {
namespace {

using Table = std::array<const date::time_zone*, Zone::k_count>;

Table load() {
    Table table;
    const auto load_one = [&](Zone zone, std::string_view name) { table[zone.index()] = date::locate_zone(name); };
    load_one(Zone::santiago(), Zone::santiago().text());
    load_one(Zone::punta_arenas(), Zone::punta_arenas().text());
    load_one(Zone::easter(), Zone::easter().text());
    try {
        load_one(Zone::coyhaique(), Zone::coyhaique().text());
    } catch (const std::runtime_error&) {
        // A tzdata older than 2025b does not have Aysén's own time, which since then is that of Magallanes.
        load_one(Zone::coyhaique(), Zone::punta_arenas().text());
    }
    return table;
}

const date::time_zone& rules_of(Zone zone) {
    static const Table table = load();
    return *table[zone.index()];
}

constexpr int k_isla_de_pascua = 5201;
constexpr int k_aysen = 11;
constexpr int k_magallanes = 12;

}  // namespace

Result<Zone> Zone::parse(std::string_view text) {
    for (std::uint8_t i = 0; i < k_count; ++i) {
        if (k_names[i] == text) return Zone(i);
    }
    return refuse(Refused::invalid, words::k_unknown_zone);
}

Zone zone_of(const territory::Place& place) {
    if (place.comuna && place.comuna->number() == k_isla_de_pascua) return Zone::easter();
    switch (place.in_region().number()) {
        case k_aysen: return Zone::coyhaique();
        case k_magallanes: return Zone::punta_arenas();
        default: return Zone::santiago();
    }
}

LocalTime local_time(Zone zone, Time time) {
    const auto local = time.time_since_epoch() + rules_of(zone).get_info(time).offset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return {Date(std::chrono::sys_days(day)), local - day};
}

Time instant(Zone zone, Date date, std::chrono::minutes after_midnight) {
    const auto day = std::chrono::sys_days(date).time_since_epoch();
    const date::local_time<std::chrono::minutes> local(day + after_midnight);
    const auto info = rules_of(zone).get_info(local);
    if (info.result == date::local_info::nonexistent) return Time(info.second.begin.time_since_epoch());
    return Time(local.time_since_epoch() - info.first.offset);
}

}  // namespace hebra::calendar
