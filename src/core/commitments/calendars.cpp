#include "core/commitments/calendars.hpp"

#include "core/institutions/store.hpp"

namespace hebra::commitments {
namespace {

constexpr auto k_remembered_for = std::chrono::minutes(1);

}  // namespace

calendar::Schedule hours_of_place(db::Reader& reader, InstitutionId institution) {
    auto schedule = calendar::Schedule::unknown();
    if (const auto found = institutions::store::find(reader, institution))
        schedule.place = {.region = found->region, .comuna = found->comuna};
    return schedule;
}

std::optional<calendar::Schedule> safe_hours(const people::SafeContact& card, territory::Place place) {
    calendar::Schedule schedule{
        .hours = calendar::Hours::weekly, .on_holidays = calendar::OnHolidays::as_usual, .place = place};
    for (const auto& span : card.hours)
        for (const auto day : span.days)
            schedule.openings.push_back({day, span.from, span.to});
    if (schedule.openings.empty()) return std::nullopt;
    return schedule;
}

calendar::Schedule Calendars::hours(db::Reader& reader, InstitutionId institution) {
    const Time now = clock_.now();
    {
        const std::scoped_lock lock(mutex_);
        const auto found = remembered_.find(institution);
        if (found != remembered_.end() && now < found->second.until) return found->second.hours;
    }
    auto hours = hours_of_(reader, institution);
    const std::scoped_lock lock(mutex_);
    remembered_[institution] = {hours, now + k_remembered_for};
    return hours;
}

calendar::BusinessCalendar Calendars::of(db::Reader& reader, CalendarKind kind, InstitutionId institution,
                                         std::optional<PersonId> person) {
    if (kind == CalendarKind::around_the_clock) return calendar::BusinessCalendar::around_the_clock();
    const auto attends = hours(reader, institution);
    auto calendar = is_around_the_clock(kind) ? calendar::BusinessCalendar::around_the_clock(attends.place)
                                              : calendar::BusinessCalendar::institution(attends);
    if (!is_safe(kind) || !person) return calendar;
    const auto opened = people_.opened(reader, institution, *person);
    if (!opened || !opened->safe_contact) return calendar;
    const auto place = opened->comuna ? territory::Place{.region = {}, .comuna = opened->comuna} : calendar.hours.place;
    calendar.safe_hours = safe_hours(*opened->safe_contact, place);
    return calendar;
}

}  // namespace hebra::commitments
