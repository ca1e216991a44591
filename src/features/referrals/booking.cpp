// The hour that a move gives, moves, or ends: kept with the move, or not at all.
#include "features/referrals/move.hpp"
#include "features/referrals/words.hpp"

namespace hebra::referrals {
namespace {

constexpr int k_usual_minutes = 45;
constexpr int k_shortest = 10;
constexpr int k_longest = 240;
constexpr auto k_remind_before = std::chrono::hours(24);
constexpr int k_most_days_off = 10;
constexpr commitments::Kind k_remind{.name = "appointment.remind", .by_hand = true};

bool is_worked(Date date, const territory::Place& place) {
    const auto weekday = calendar::weekday_of(date);
    return weekday != calendar::Weekday::sat && weekday != calendar::Weekday::sun &&
           calendar::day_kind(date, place) != calendar::DayKind::holiday;
}

}  // namespace

Result<> Mover::read_slot(db::Reader& reader) {
    const auto slot = store::find_slot(reader, actor_.institution, *request_.slot_id);
    if (!slot) return refuse_field("/slot_id", words::k_unknown_slot);
    if (slot->service_id != seen_.row.service_id) return refuse_field("/slot_id", words::k_slot_other_service);
    request_.at = slot->starts_at;
    request_.minutes = slot->minutes;
    request_.channel = slot->channel;
    if (!slot->place.empty()) request_.place = Private(slot->place);
    return {};
}

Result<> Mover::check_tries() const {
    const int missed = seen_.row.no_shows;
    if (request_.action == Action::schedule && missed >= k_no_shows_until_decision && (!request_.text || request_.text->empty()))
        return refuse_field("/text", words::k_fourth_hour);
    const bool gives_hour = request_.action == Action::schedule || request_.action == Action::reschedule;
    if (gives_hour && request_.minutes && (*request_.minutes < k_shortest || *request_.minutes > k_longest))
        return refuse_field("/minutes", words::k_slot_minutes);
    if (request_.action != Action::no_show) return {};
    if (booked_ && booked_->starts_at > now_) return refuse(Refused::conflict, words::k_hour_to_come);
    const bool two_ways = request_.channel && request_.other_channel && *request_.channel != *request_.other_channel;
    if (missed + 1 >= k_no_shows_until_decision && !two_ways) return refuse_field("/other_channel", words::k_two_channels);
    return {};
}

Result<> Mover::keep_appointment(db::Tx& tx, audit::EntryId entry) {
    using enum AppointmentStatus;
    switch (request_.action) {
        case Action::schedule: return book(tx, entry);
        case Action::reschedule: end_appointment(tx, moved, entry); return book(tx, entry);
        case Action::no_show: end_appointment(tx, missed, entry); break;
        case Action::confirm_first_contact: end_appointment(tx, came_before() ? cancelled : kept, entry); break;
        case Action::cancel: case Action::fail: case Action::mark_error: end_appointment(tx, cancelled, entry); break;
        default: break;
    }
    return {};
}

/// Attended on a day before that of the hour they had: others may have it.
bool Mover::came_before() const {
    const auto day_of = [](Time time) { return calendar::local_time(calendar::Zone::santiago(), time).date; };
    return booked_ && request_.at && day_of(*request_.at) < day_of(booked_->starts_at);
}

void Mover::end_appointment(db::Tx& tx, AppointmentStatus status, audit::EntryId entry) {
    const auto booked = store::booked_of(tx, id_);
    if (!booked) return;
    store::end_appointment(tx, booked->id, status, entry);
    // A missed hour is spent; so is one that the person came to. Others may have what was moved or cancelled.
    const bool is_free_again = status == AppointmentStatus::moved || status == AppointmentStatus::cancelled;
    if (booked->slot_id && is_free_again) store::free_slot(tx, *booked->slot_id);
    ground_.commitments.cancel_all(tx, RecordId(booked->id.value()), {now_, entry});
}

Result<> Mover::book(db::Tx& tx, audit::EntryId entry) {
    const auto& row = seen_.row;
    if (!row.destination_id) return {};  // nobody there has an agenda
    if (request_.slot_id && !store::take_slot(tx, *row.destination_id, *request_.slot_id, now_))
        return refuse(Refused::conflict, words::k_slot_taken);
    const auto id = AppointmentId::make(now_);
    store::add_appointment(tx, {.id = id,
                                .institution_id = *row.destination_id,
                                .referral_id = id_,
                                .slot_id = request_.slot_id,
                                .starts_at = *request_.at,
                                .minutes = request_.minutes.value_or(k_usual_minutes),
                                .channel = request_.channel.value_or(people::ContactKind::visit),
                                .try_number = row.no_shows + 1},
                           entry);
    remind(tx, id, entry);
    return {};
}

/// Whoever gives the hour reminds of it the day before; when it is nearer, the person was told just now.
void Mover::remind(db::Tx& tx, AppointmentId id, audit::EntryId entry) {
    const auto& row = seen_.row;
    if (*request_.at - k_remind_before <= now_) return;
    ground_.commitments.open(tx, {.kind = k_remind,
                                  .subject = RecordId(id.value()),
                                  .institution = *row.destination_id,
                                  .owner = actor_.user.is_nil() ? std::nullopt : std::optional(actor_.user),
                                  .requested_by = {},
                                  .thread = row.thread_id,
                                  .person = row.destination_person_id,
                                  .danger = commitments::Danger::normal,
                                  .term = commitments::Term::at(reminder_before(*request_.at))},
                             {now_, entry});
}

/// A day before; before a Monday or after a holiday, at that hour of the last working day, if that is still to come.
Time Mover::reminder_before(Time appointment) const {
    const auto found = ground_.institutions.find(*seen_.row.destination_id);
    const auto place = found ? territory::Place{.region = found->region, .comuna = found->comuna} : territory::Place{};
    const auto zone = calendar::zone_of(place);
    const auto local = calendar::local_time(zone, appointment - k_remind_before);
    for (int back = 0; back < k_most_days_off; ++back) {
        const Date date(std::chrono::sys_days(local.date) - std::chrono::days(back));
        if (!is_worked(date, place)) continue;
        const Time at = calendar::instant(zone, date, local.minute());
        if (at > now_) return at;
        break;
    }
    return appointment - k_remind_before;
}

}  // namespace hebra::referrals
