#include "platform/calendar/holidays.hpp"

#include <stdexcept>

#include "platform/csv/csv.hpp"

namespace hebra::embedded {
extern const std::string_view holidays_csv;
}

namespace hebra::calendar {
namespace {

using std::chrono::sys_days;

[[noreturn]] void fail(std::string_view cell) {
    throw std::logic_error(fmt::format("embedded holidays: '{}' cannot be read", cell));
}

template <class Enum>
Enum enum_of(std::string_view cell) {
    std::optional<Enum> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
        if (cell == each.name) found = each.value;
    });
    if (!found) fail(cell);
    return *found;
}

template <class Place>
std::vector<Place> places_of(std::string_view cell) {
    std::vector<Place> places;
    while (!cell.empty()) {
        const auto end = std::min(cell.find(';'), cell.size());
        const auto place = Place::parse(cell.substr(0, end));
        if (!place) fail(cell);
        places.push_back(*place);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return places;
}

Holiday read_holiday(const csv::Row& row) {
    if (row.broken || row.cells.size() != 10) fail(fmt::format("line {}", row.line));
    const auto& cells = row.cells;
    const auto date = parse_date(cells[0]);
    if (!date) fail(cells[0]);
    const auto scope = enum_of<HolidayScope>(cells[3]);
    using Regions = std::vector<territory::Region>;
    using Comunas = std::vector<territory::Comuna>;
    return {
        .date = *date,
        .name = std::string(cells[1]),
        .name_en = std::string(cells[2]),
        .scope = scope,
        .regions = scope == HolidayScope::region ? places_of<territory::Region>(cells[4]) : Regions(),
        .comunas = scope == HolidayScope::comuna ? places_of<territory::Comuna>(cells[4]) : Comunas(),
        .kind = enum_of<HolidayKind>(cells[5]),
        .retail_rest = cells[6].empty() ? RetailRest::none : enum_of<RetailRest>(cells[6]),
        .law = std::string(cells[7]),
        .is_to_confirm = cells[8] == "to_confirm",
        .note = std::string(cells[9]),
    };
}

/// The holidays, and for each day of the years covered where its own begin.
struct Calendar {
    std::vector<Holiday> holidays;
    sys_days first;
    std::vector<std::uint16_t> first_of_day;  // one more than there are days

    Calendar() {
        auto reader = csv::Reader::open(embedded::holidays_csv).value();
        csv::Row row;
        reader.next(row);  // titles
        while (reader.next(row)) holidays.push_back(read_holiday(row));
        const auto earlier = [](const Holiday& a, const Holiday& b) { return a.date < b.date; };
        if (!std::is_sorted(holidays.begin(), holidays.end(), earlier)) fail("the order of dates");
        first = sys_days(holidays.front().date.year() / 1 / 1);
        const auto end = sys_days((holidays.back().date.year() + std::chrono::years(1)) / 1 / 1);
        std::uint16_t at = 0;
        for (auto day = first; day <= end; day += std::chrono::days(1)) {
            while (at < holidays.size() && sys_days(holidays[at].date) < day) ++at;
            first_of_day.push_back(at);
        }
    }
};

const Calendar& calendar() {
    static const Calendar calendar;
    return calendar;
}

/// The day's place in `first_of_day`; nullopt outside the years covered.
std::optional<std::size_t> position(Date date) {
    const auto days = (sys_days(date) - calendar().first).count();
    if (days < 0 || days + 1 >= static_cast<std::int64_t>(calendar().first_of_day.size())) return std::nullopt;
    return static_cast<std::size_t>(days);
}

}  // namespace

bool Holiday::applies_in(const territory::Place& place) const {
    const auto contains = [](const auto& list, const auto& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    };
    switch (scope) {
        case HolidayScope::national: return true;
        case HolidayScope::region: return contains(regions, place.in_region());
        case HolidayScope::comuna: return place.comuna && contains(comunas, *place.comuna);
    }
    return false;
}

std::span<const Holiday> holidays() {
    return calendar().holidays;
}

std::span<const Holiday> holidays_on(Date date) {
    const auto at = position(date);
    if (!at) return {};
    const auto begin = calendar().first_of_day[*at];
    return holidays().subspan(begin, calendar().first_of_day[*at + 1] - begin);
}

DayKind day_kind(Date date, const territory::Place& place) {
    if (!position(date)) return DayKind::unsure;
    DayKind kind = DayKind::working;
    for (const auto& holiday : holidays_on(date)) {
        if (!holiday.applies_in(place)) continue;
        if (!holiday.is_to_confirm) return DayKind::holiday;
        kind = DayKind::unsure;
    }
    return kind;
}

std::uint64_t holidays_edition() {
    static const auto edition = [] {
        std::uint64_t hash = 14695981039346656037U;  // FNV-1a
        for (const char c : embedded::holidays_csv) hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211U;
        return hash;
    }();
    return edition;
}

}  // namespace hebra::calendar
