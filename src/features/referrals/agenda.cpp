#include "features/referrals/agenda.hpp"

#include <algorithm>

#include "access/once/once.hpp"
#include "features/referrals/agenda_words.hpp"
#include "features/referrals/calendar_text.hpp"
#include "features/referrals/words.hpp"

namespace hebra::referrals {
namespace {

constexpr int k_usual_days = 7;
constexpr int k_most_days = 31;
constexpr std::size_t k_longest_place = 80;
constexpr auto k_furthest = std::chrono::days(400);
constexpr std::size_t k_asked_at_once = 50;  // commitments::open_of

constexpr std::size_t k_most_listed = 2'000;
constexpr int k_digits_of_somebody = 8;  // of a RUN or a telephone, however they are grouped; "Av. Independencia 1345, of. 204" has no such row

/// A place stands in the clear (SECURITY.md): it says where, never who.
bool tells_of_somebody(std::string_view place) {
    int in_a_row = 0;
    for (const char c : place) {
        const bool ends_a_run = (c == 'k' || c == 'K') && in_a_row == k_digits_of_somebody - 1;
        if (c == '@' || ends_a_run) return true;
        if (c >= '0' && c <= '9') ++in_a_row;
        else if (c != '.' && c != '-' && c != ' ') in_a_row = 0;
        if (in_a_row == k_digits_of_somebody) return true;
    }
    return false;
}

bool within(int value, int least, int most) { return value >= least && value <= most; }

Result<> check(const NewSlots& asked, Time now) {
    std::vector<FieldError> errors;
    if (asked.starts_at < now) errors.push_back({"/starts_at", words::k_at_past});
    if (asked.starts_at > now + k_furthest) errors.push_back({"/starts_at", words::k_slot_far});
    if (!within(asked.minutes, 10, 240)) errors.push_back({"/minutes", words::k_slot_minutes});
    if (!within(asked.count.value_or(1), 1, 20)) errors.push_back({"/count", words::k_slot_count});
    if (!within(asked.places.value_or(1), 1, 30)) errors.push_back({"/places", words::k_slot_places});
    if (asked.place && asked.place->size() > k_longest_place) errors.push_back({"/place", words::k_slot_place});
    else if (asked.place && tells_of_somebody(*asked.place)) errors.push_back({"/place", words::k_slot_place_tells});
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

std::vector<AgendaHoliday> holidays_of(const territory::Place& place, Date from) {
    const Date until(std::chrono::sys_days(from) + k_furthest);
    std::vector<AgendaHoliday> here;
    for (const auto& one : calendar::holidays())
        if (from <= one.date && one.date <= until && one.applies_in(place))
            here.push_back({one.date, one.name, one.name_en, one.is_to_confirm});
    return here;
}

std::vector<Slot> slots_of(const NewSlots& asked, Time now) {
    std::vector<Slot> slots;
    for (int n = 0; n < asked.count.value_or(1); ++n)
        slots.push_back({.id = SlotId::make(now),
                         .service_id = asked.service_id,
                         .starts_at = asked.starts_at + std::chrono::minutes(n * asked.minutes),
                         .minutes = asked.minutes,
                         .places = asked.places.value_or(1),
                         .held = 0,
                         .channel = asked.channel,
                         .place = asked.place.value_or(""),
                         .status = SlotStatus::offered,
                         .version = 1});
    return slots;
}

}  // namespace

territory::Place Agenda::place_of(InstitutionId institution) {
    const auto found = needs_.institutions.find(institution);
    return found ? territory::Place{.region = found->region, .comuna = found->comuna} : territory::Place{};
}

Result<SlotList> Agenda::offer(const Actor& actor, const NewSlots& asked) {
    auto list = write_offer(actor, asked);
    if (list) return list;
    // A repeat of hours that were offered may find the first of them begun, or their service gone.
    HEBRA_TRY(const auto first, access::done_before(needs_.database, actor, std::move(list).error()));
    return needs_.database.read([&](db::Reader& reader) { return SlotList{store::offered_with(reader, actor.institution, SlotId::parse(first).value())}; });
}

Result<SlotList> Agenda::write_offer(const Actor& actor, const NewSlots& asked) {
    const Time now = needs_.clock.now();
    const auto own = needs_.services_of(actor.institution);
    if (std::ranges::count(own, asked.service_id, &OwnService::id) == 0)
        return refuse_field("/service_id", words::k_not_own_service);
    HEBRA_CHECK(check(asked, now));
    SlotList list{slots_of(asked, now)};
    const auto until = list.items.back().starts_at + std::chrono::minutes(asked.minutes);
    HEBRA_CHECK(needs_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, list.items.front().id.text(), now));
        if (twice) {
            list.items = store::offered_with(tx, actor.institution, SlotId::parse(*twice).value());
            return {};
        }
        store::wait_for_other_offers(tx, actor.institution);
        const auto around = store::slots_between(tx, actor.institution, asked.starts_at - store::k_longest, until);
        const bool overlaps = std::ranges::any_of(around, [&](const Slot& one) {
            return one.service_id == asked.service_id && one.place == asked.place.value_or("") && one.channel == asked.channel &&
                   one.ends_at() > asked.starts_at;
        });
        if (overlaps) return refuse_field("/starts_at", words::k_slot_overlaps);
        const auto entry = needs_.audit.record(tx, actor, {.action = "agenda.offer", .subject = asked.service_id.value()});
        for (const auto& slot : list.items) store::add_slot(tx, actor.institution, slot, entry);
        return {};
    }));
    return list;
}

Result<> Agenda::withdraw(const Actor& actor, SlotId id, int seen) {
    return needs_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), needs_.clock.now()));
        if (twice) return {};
        HEBRA_TRY(const auto slot, store::find_slot(tx, actor.institution, id));
        if (slot.held > 0) return refuse(Refused::conflict, words::k_slot_held);
        const auto entry = needs_.audit.record(tx, actor, {.action = "agenda.withdraw", .subject = id.value()});
        if (!store::withdraw_slot(tx, actor.institution, id, seen, entry)) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        return {};
    });
}

void Agenda::add_reminders(db::Reader& reader, const Actor& actor, std::vector<Appointment>& appointments) const {
    std::vector<RecordId> subjects;
    for (const auto& one : appointments)
        if (one.status == AppointmentStatus::booked) subjects.emplace_back(one.id.value());
    for (std::size_t from = 0; from < subjects.size(); from += k_asked_at_once) {
        const auto some = std::span(subjects).subspan(from, std::min(k_asked_at_once, subjects.size() - from));
        for (const auto& open : needs_.commitments.open_of(reader, some)) {
            const auto found = std::ranges::find_if(appointments, [&](const Appointment& one) { return one.id.value() == open.subject_id.value(); });
            if (found != appointments.end())
                found->reminder = Reminder{open.id, open.version, open.due_at, !actor.user.is_nil() && open.owner_id == actor.user};
        }
    }
}

Result<AgendaDays> Agenda::read(const Actor& actor, const AgendaQuery& query) {
    const auto place = place_of(actor.institution);
    const auto zone = calendar::zone_of(place);
    AgendaDays agenda{.from = query.from.value_or(calendar::local_time(zone, needs_.clock.now()).date),
                      .days = query.days.value_or(k_usual_days),
                      .zone = zone,
                      .services = needs_.services_of(actor.institution),
                      .slots = {},
                      .appointments = {},
                      .holidays = {}};
    if (!within(agenda.days, 1, k_most_days)) return refuse_field("?days", words::k_agenda_days);
    HEBRA_CHECK(needs_.database.read([&](db::Reader& reader) -> Result<> {
        if (query.appointment) {
            HEBRA_TRY(const auto starts_at, store::starts_at(reader, actor.institution, *query.appointment));
            agenda.from = calendar::local_time(zone, starts_at).date;
        }
        agenda.holidays = holidays_of(place, agenda.from);
        const Time from = calendar::instant(zone, agenda.from, std::chrono::minutes(0));
        const Date after(std::chrono::sys_days(agenda.from) + std::chrono::days(agenda.days));
        const Time until = calendar::instant(zone, after, std::chrono::minutes(0));
        agenda.slots = store::slots_between(reader, actor.institution, from, until);
        for (auto& row : store::appointments_between(reader, actor.institution, from, until, needs_.clock.now())) {
            const bool booked = row.status == AppointmentStatus::booked;
            auto moves = booked ? possible(row.kind, row.referral_status, k_destination) : std::vector<Action>{};
            agenda.appointments.push_back({{std::move(row)}, std::move(moves), {}});
        }
        if (std::max(agenda.slots.size(), agenda.appointments.size()) > k_most_listed) return refuse_field("?days", words::k_agenda_many);
        add_reminders(reader, actor, agenda.appointments);
        return {};
    }));
    return agenda;
}

namespace {

audit::Act look(std::string_view action, const Actor& actor, const AgendaDays& agenda) {
    return {.action = action, .subject = actor.institution.value(), .fields = {to_text(agenda.from), fmt::format("days={}", agenda.days)}};
}

}  // namespace

Result<AgendaDays> Agenda::days(const Actor& actor, const AgendaQuery& query) {
    HEBRA_TRY(auto agenda, read(actor, query));
    needs_.audit.record_list(needs_.database, actor, look("agenda.view", actor, agenda), agenda.appointments.size());
    return agenda;
}

Result<std::string> Agenda::calendar(const Actor& actor, const AgendaQuery& query) {
    HEBRA_TRY(const auto agenda, read(actor, query));
    // It leaves Hebra: each time is an act of its own, whatever page was open beside it.
    HEBRA_CHECK(needs_.database.write([&](db::Tx& tx) -> Result<> {
        needs_.audit.record(tx, actor, look("agenda.export", actor, agenda));
        return {};
    }));
    std::vector<CalendarEntry> entries;
    for (const auto& one : agenda.appointments)
        if (one.status == AppointmentStatus::booked)
            entries.push_back({one.id.text(), one.starts_at, one.minutes, "Hebra " + one.thread_code, one.place});
    return calendar_text(entries, needs_.clock.now());
}

}  // namespace hebra::referrals
