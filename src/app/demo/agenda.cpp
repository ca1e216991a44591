#include "app/demo/agenda.hpp"

#include <algorithm>
#include <cstdlib>

namespace hebra::app {
namespace {

constexpr int k_days_back = 4;
constexpr int k_days_ahead = 8;

bool is_worked(std::chrono::sys_days day) {
    return std::chrono::weekday(day).iso_encoding() <= 5 && calendar::day_kind(Date(day), {}) != calendar::DayKind::holiday;
}

Date workday(int count, Time shown) {
    std::chrono::sys_days day(calendar::local_time(calendar::Zone::santiago(), shown).date);
    const auto step = std::chrono::days(count < 0 ? -1 : 1);
    for (int left = std::abs(count); left > 0;) {
        day += step;
        if (is_worked(day)) --left;
    }
    return Date(day);
}

}  // namespace

Time time_of(const DemoHour& hour, Time shown) {
    return calendar::instant(calendar::Zone::santiago(), workday(hour.workday, shown), std::chrono::minutes(hour.hour * 60 + hour.minute));
}

Result<> offer_demo_hours(House& house, const Actor& intake, const directory::Service& service, Time shown) {
    for (int day = -k_days_back; day <= k_days_ahead; ++day) {
        if (day == 0) continue;
        const bool by_phone = day % 2 != 0;
        HEBRA_CHECK(house.agenda.offer(intake, {.service_id = service.id,
                                                .starts_at = time_of({day, 9, 0}, shown),
                                                .minutes = 45,
                                                .count = by_phone ? 3 : 4,
                                                .places = {},
                                                .channel = people::ContactKind::visit,
                                                .place = "Box 3, segundo piso"}));
        if (!by_phone) continue;
        HEBRA_CHECK(house.agenda.offer(intake, {.service_id = service.id,
                                                .starts_at = time_of({day, 15, 30}, shown),
                                                .minutes = 30,
                                                .count = 2,
                                                .places = {},
                                                .channel = people::ContactKind::phone,
                                                .place = {}}));
    }
    return {};
}

Result<SlotId> demo_slot(House& house, const Actor& intake, Time starts_at) {
    const auto day = calendar::local_time(calendar::Zone::santiago(), starts_at).date;
    HEBRA_TRY(const auto agenda, house.agenda.days(intake, {.from = day, .days = 1}));
    const auto found = std::ranges::find(agenda.slots, starts_at, &referrals::Slot::starts_at);
    if (found == agenda.slots.end()) return not_found();
    return found->id;
}

}  // namespace hebra::app
