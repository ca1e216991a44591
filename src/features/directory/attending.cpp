#include "features/directory/attending.hpp"

#include <algorithm>

namespace hebra::directory {
namespace {

using calendar::Hours;
using calendar::OnHolidays;
using calendar::Schedule;

bool is_known(const Schedule& hours, Date today) {
    const bool begun = !hours.valid_from || *hours.valid_from <= today;
    const bool over = hours.valid_until && *hours.valid_until < today;
    return hours.hours != Hours::unknown && begun && !over;
}

template <class T>
void add_new(std::vector<T>& all, const std::vector<T>& more) {
    for (const auto& one : more)
        if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

/// Whoever attends on holidays decides for all; "closed" says less than "nobody has said" only when everybody says it.
OnHolidays both(OnHolidays one, OnHolidays other) {
    for (const auto stronger : {OnHolidays::as_usual, OnHolidays::own_hours, OnHolidays::unknown})
        if (one == stronger || other == stronger) return stronger;
    return OnHolidays::closed;
}

}  // namespace

Schedule attending(std::span<const Service> services, InstitutionId institution, const territory::Place& place, Date today) {
    std::optional<Schedule> all;
    for (const auto& service : services) {
        if (!service.is_active || service.institution_id != institution || !is_known(service.hours, today)) continue;
        if (service.hours.hours == Hours::always) return Schedule::always(place);
        if (!all) {
            all = Schedule{.hours = Hours::weekly, .on_holidays = service.hours.on_holidays, .place = place};
        } else {
            all->on_holidays = both(all->on_holidays, service.hours.on_holidays);
        }
        add_new(all->openings, service.hours.openings);
        if (service.hours.on_holidays == OnHolidays::own_hours) add_new(all->holiday_hours, service.hours.holiday_hours);
    }
    if (!all) {
        auto unknown = Schedule::unknown();
        unknown.place = place;
        return unknown;
    }
    if (all->on_holidays != OnHolidays::own_hours) all->holiday_hours.clear();
    return *all;
}

}  // namespace hebra::directory
