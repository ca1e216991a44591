// The second half of a move: kept whole, or not at all.
#include <algorithm>

#include "access/once/once.hpp"
#include "core/people/store.hpp"
#include "core/people/threads.hpp"
#include "core/thread/thread.hpp"
#include "features/referrals/move.hpp"
#include "features/referrals/words.hpp"

namespace hebra::referrals {
namespace {

constexpr Word k_two_threads{"two_threads", "Esa persona ya tiene un hilo compartido con la otra institución. Acéptela sin elegirla y luego una las fichas.",
                             "That person already has a thread shared with the other institution. Accept without choosing them, then merge the records."};

/// What the thread shows of a move; nullopt for moves between the two sides that are no event of the person's.
std::optional<thread::EventKind> event_of(Action action) {
    using Event = thread::EventKind;
    switch (action) {
        case Action::give: return Event::information_given;
        case Action::send: return Event::referral_sent;
        case Action::acknowledge: return Event::referral_acknowledged;
        case Action::accept: return Event::referral_accepted;
        case Action::waitlist: return Event::referral_waitlisted;
        case Action::decline: return Event::referral_declined;
        case Action::redirect: return Event::referral_redirected;
        case Action::schedule: case Action::reschedule: return Event::appointment;
        case Action::no_show: return Event::no_show;
        case Action::confirm_first_contact: return Event::arrived;
        case Action::person_denies: case Action::dispute: return Event::arrival_denied;
        case Action::start_service: return Event::service_started;
        case Action::hold: return Event::on_hold;
        case Action::resume: return Event::resumed;
        case Action::report_outcome: return Event::outcome;
        case Action::close_verified: case Action::close_unasked: case Action::close_declined: case Action::person_confirms:
        case Action::person_not_reached: case Action::time_out: return Event::closed;
        case Action::cancel: case Action::mark_error: return Event::referral_cancelled;
        case Action::expire: return Event::referral_expired;
        case Action::fail: return Event::referral_failed;
        default: return std::nullopt;
    }
}

constexpr auto k_by_noon = std::chrono::hours(15);  // of Chile, by its clocks of summer

constexpr std::string_view k_answered_by_referring_again[] = {"referral.decide", "referral.refer_again"};

/// What expired wrote its gap then; what failed is no gap of the network. A decline that was upheld has written its own.
bool writes_gap(const Move& move) {
    return move.action == Action::uphold || move.action == Action::expire ||
           (move.action == Action::close_declined && move.from == Status::declined);
}

/// It should not have been, or is no more: what was promised is not asked of anybody.
bool undoes(Status status) { return status == Status::cancelled || status == Status::entered_in_error; }

}  // namespace

bool ends_access(const Move& move) {
    using enum Status;
    return undoes(move.to) || move.to == redirected || move.to == expired || move.to == failed || move.action == Action::close_declined;
}

Result<> Mover::apply(db::Tx& tx) {
    const auto& row = seen_.row;
    HEBRA_TRY(const auto twice, access::claim_once(tx, actor_, id_.text(), now_));
    repeats_ = twice.has_value();
    if (repeats_) return {};
    settle_sender(tx);
    settle_receiver(tx);
    auto fields = freight_ ? freight_->fields : std::vector<std::string>{};
    fields.insert(fields.begin(), std::string(boost::describe::enum_to_string(request_.action, "")));
    const auto own_person = seen_.viewer == Viewer::destination ? (receiver_id_ ? receiver_id_ : row.destination_person_id)
                                                                : std::optional(row.origin_person_id);
    const auto entry = ground_.audit.record(tx, actor_, {.action = "referral.move",
                                                         .subject = id_.value(),
                                                         .person = own_person ? std::optional(own_person->value()) : std::nullopt,
                                                         .fields = std::move(fields)});
    HEBRA_CHECK(keep_receiver(tx));
    const bool first_sending = request_.action == Action::send || request_.action == Action::give;
    const store::Moved moved{.status = move_->to,
                             .package_version = freight_ ? freight_->package.version : row.package_version,
                             .no_shows = row.no_shows + (request_.action == Action::no_show ? 1 : 0),
                             .reschedules = row.reschedules + (request_.action == Action::reschedule ? 1 : 0),
                             .destination_person_id = receiver_id_ ? receiver_id_ : row.destination_person_id,
                             .sent_at = first_sending ? std::optional(now_) : row.sent_at,
                             .disputed = disputed_after(*move_, row.disputed)};
    if (!store::save_move(tx, id_, moved, row.version, now_, entry))
        return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    HEBRA_CHECK(keep_places(tx));
    HEBRA_CHECK(keep_appointment(tx, entry));
    if (freight_) keep_freight(tx, entry);
    if (first_sending) HEBRA_CHECK(keep_followed(tx, entry));
    const bool is_gap = writes_gap(*move_) && !store::was_made(tx, id_, Action::uphold);
    store::add_move(tx, id_, {.version = row.version + 1,
                              .action = request_.action,
                              .from_status = row.status,
                              .to_status = move_->to,
                              .institution_id = actor_.institution,
                              .user_id = actor_.user,
                              .at = now_,
                              .code = request_.code ? std::optional(std::string(boost::describe::enum_to_string(*request_.code, "")))
                                                    : std::nullopt,
                              .details = details_,
                              .told = told_});
    if (ends_access(*move_)) disclosure::revoke(tx, id_.text(), now_);
    keep_clocks(tx, entry);
    keep_event(tx, entry);
    if (is_gap) keep_gap(tx);
    keep_notice(tx, entry);
    return {};
}

/// Another referral of the same person may have been accepted since it was read: then that row is theirs.
void Mover::settle_receiver(db::Tx& tx) {
    if (!receiver_ || receiver_->on_new_thread) return;
    people::threads::hold(tx, seen_.row.thread_id);
    const auto own = people::store::find_by_thread_code(tx, actor_.institution, seen_.row.thread_code);
    receiver_id_ = own.value_or(receiver_->person.id);
}

Result<> Mover::keep_receiver(db::Tx& tx) {
    // Consent may have been taken back since the package was read: nothing of it is copied, and no thread is joined.
    const bool receives = request_.action == Action::accept && seen_.viewer == Viewer::destination;
    if (receives && !disclosure::in_force(tx, id_.text(), now_)) return refuse(Refused::conflict, words::k_package_closed);
    if (receiver_ && receiver_id_ == receiver_->person.id) ground_.people.keep(tx, actor_, *receiver_);
    return receiver_thread_ ? join_threads(tx, *receiver_thread_) : Result<>();
}

/// What two institutions knew apart becomes one thread: each that stands on either is told by whom, in its own record of acts.
Result<> Mover::join_threads(db::Tx& tx, ThreadId own) {
    // Either may have become part of another since it was read, or becomes so at this instant.
    const auto two = people::threads::hold(tx, {.kept = seen_.row.thread_id, .gone = own});
    if (two.kept == two.gone) return {};
    const auto told = people::threads::rows_on(tx, two);
    if (!people::threads::join(tx, two, now_)) return refuse_field("/person_id", k_two_threads);
    for (const auto& row : told)
        ground_.audit.record_in(tx, row.institution_id, actor_, {.action = "thread.join", .subject = two.kept.value(), .person = row.id.value()});
    return {};
}

Result<> Mover::keep_places(db::Tx& tx) {
    const auto& row = seen_.row;
    const auto before = quota(row.status);
    const auto after = quota(move_->to);
    if (after == Quota::none) {
        if (before != Quota::none) store::release_place(tx, id_);
        return {};
    }
    const bool held = after == Quota::firm ? before == Quota::firm || store::firm_place(tx, row.service_id, id_)
                                           : before == Quota::soft || store::take_place(tx, row.service_id, id_, false);
    // Only who adds somebody is stopped: a referral that comes back, or is disputed, was let in before.
    const bool adds = request_.action == Action::send || request_.action == Action::accept;
    if (held || !adds || request_.code) return {};
    return Refuse(Refusal{Refused::conflict, words::k_no_places, {{"/code", words::k_no_places}}});
}

/// Referring again answers what was asked of the origin when the earlier one came back or ended; nothing else of it.
Result<> Mover::keep_followed(db::Tx& tx, audit::EntryId entry) {
    const auto& follows = seen_.row.follows_id;
    if (!follows) return {};
    if (redirect_) return redirect_->apply(tx);
    for (const auto kind : k_answered_by_referring_again) ground_.commitments.fulfil(tx, RecordId(follows->value()), kind, {now_, entry});
    return {};
}

void Mover::keep_freight(db::Tx& tx, audit::EntryId entry) {
    const auto& row = seen_.row;
    for (const auto& key : freight_->keys) ground_.vault.keep(tx, key);
    store::add_package(tx, id_, freight_->package);
    if (freight_->directive) {
        disclosure::add_directive(tx, row.origin_id, *freight_->directive, entry);
        // That they allowed it is a fact of theirs, before what it allowed.
        thread::add(tx, {.thread_id = row.thread_id,
                         .institution_id = row.origin_id,
                         .event_at = freight_->directive->given_at,
                         .entered_at = now_,
                         .kind = thread::EventKind::permission,
                         .data_class = 0,
                         .visibility = thread::Visibility::agreement,
                         .shared_with = row.destination_id,
                         .subject_id = RecordId(id_.value()),
                         .user_id = actor_.user,
                         .audit_id = entry});
    }
    if (freight_->disclosure) disclosure::add_disclosure(tx, row.origin_id, *freight_->disclosure, entry);
}

InstitutionId Mover::accountable(const ClockRule& rule) const {
    const auto& row = seen_.row;
    if (rule.accountable == k_destination && row.destination_id) return *row.destination_id;
    if (rule.accountable == k_coordinator && coordinator_) return *coordinator_;
    return row.origin_id;
}

/// The moment a move promises: an appointment, the date to resume; a review on the day that was said, at most as late as
/// its rule lets it be.
std::optional<Time> Mover::promised(const ClockRule& rule) const {
    const auto allowed = allowance(rule, seen_.row.urgency);
    const auto day = request_.until ? std::optional(Time(std::chrono::sys_days(*request_.until)) + k_by_noon) : std::nullopt;
    if (!allowed) return request_.at ? request_.at : day.value_or(now_);
    const bool has_own_day = request_.action == Action::waitlist || request_.action == Action::review;
    if (!has_own_day || !day) return std::nullopt;
    return std::clamp<Time>(*day, now_, now_ + std::chrono::days(allowed->count()));
}

commitments::NewCommitment Mover::clock_of(const ClockRule& rule) const {
    using enum commitments::CalendarKind;
    const auto& row = seen_.row;
    const auto calendar = row.urgency == Urgency::urgent ? (rule.is_safe ? safe_around_the_clock : around_the_clock)
                                                         : (rule.is_safe ? safe_institution_hours : institution_hours);
    const auto moment = promised(rule);
    const auto institution = accountable(rule);
    const bool is_origin = institution == row.origin_id;
    // Whoever opens or takes a referral holds what follows from it, until they hand it over; what is asked of the origin is for
    // whoever wrote it, while they work there.
    const bool receives = rule.accountable == k_destination && (move_->sides & seen_.sides & k_destination) != 0;
    const bool mine = institution == actor_.institution && !actor_.user.is_nil() && receives;
    const bool of_sender = rule.accountable == k_origin && sender_;
    return {.kind = {.name = rule.kind, .demands_owner = rule.demands_owner()},
            .subject = RecordId(id_.value()),
            .institution = institution,
            .owner = mine ? std::optional(actor_.user) : of_sender ? sender_ : std::nullopt,
            .requested_by = is_origin ? row.destination_id : std::optional(row.origin_id),
            .thread = row.thread_id,
            .person = is_origin ? std::optional(row.origin_person_id) : receiver_id_ ? receiver_id_ : row.destination_person_id,
            .danger = row.urgency == Urgency::urgent ? commitments::Danger::high : commitments::Danger::normal,
            .term = moment ? commitments::Term::at(*moment, calendar)
                           : commitments::Term::of(*allowance(rule, row.urgency), calendar),
            .ladder = ladder_of(rule)};
}

std::optional<commitments::Ladder> Mover::ladder_of(const ClockRule& rule) const {
    using enum commitments::Usual;
    if (!rule.reaches_network()) return std::nullopt;
    return commitments::ladder_of(seen_.row.urgency == Urgency::urgent ? unanswered_urgent : unanswered);
}

void Mover::keep_clocks(db::Tx& tx, audit::EntryId entry) {
    const RecordId subject(id_.value());
    const commitments::Cause cause{now_, entry};
    switch (move_->running) {
        case Running::pause: ground_.commitments.pause_all(tx, subject, cause); break;
        case Running::resume: ground_.commitments.fulfil(tx, subject, "referral.answer_question", cause);
                              ground_.commitments.resume_all(tx, subject, cause); break;
        case Running::restart:
            if (ground_.commitments.restart(tx, subject, move_->clock.kind, clock_of(move_->clock).term, cause)) return;
            break;  // none was open: it begins below
        case Running::fulfil:
            fulfil_answered(tx, cause);
            break;
    }
    if (!move_->clock.kind.empty()) ground_.commitments.open(tx, clock_of(move_->clock), cause);
    if (request_.action == Action::no_show && seen_.row.no_shows + 1 >= k_no_shows_until_decision) {
        auto decide = clock_of(decision());
        decide.kind.by_hand = true;  // the origin says what was agreed; the referral itself stays with its receiver
        ground_.commitments.open(tx, decide, cause);
    }
}

/// A move answers what its state asked. What the origin is asked after three missed hours is not answered by giving another
/// one; it is no more asked once the person came, or nobody waits for them.
void Mover::fulfil_answered(db::Tx& tx, const commitments::Cause& cause) {
    const RecordId subject(id_.value());
    if (undoes(move_->to)) return ground_.commitments.cancel_all(tx, subject, cause);
    const auto awaits = [](Status status) { return status == Status::accepted || status == Status::scheduled; };
    if (awaits(seen_.row.status) && awaits(move_->to)) {
        ground_.commitments.fulfil(tx, subject, "referral.first_contact", cause);
        return;
    }
    if (awaits(seen_.row.status)) ground_.commitments.cancel(tx, subject, decision().kind, cause);
    ground_.commitments.fulfil_all(tx, subject, cause);
}

void Mover::keep_event(db::Tx& tx, audit::EntryId entry) {
    const auto& row = seen_.row;
    const auto kind = event_of(request_.action);
    const bool was_told = request_.action != Action::mark_error || row.sent_at;
    if (!kind || !was_told) return;
    const bool by_origin = actor_.institution == row.origin_id;
    thread::add(tx, {.thread_id = row.thread_id,
                     .institution_id = actor_.institution,
                     .event_at = request_.action == Action::confirm_first_contact ? std::min(request_.at.value_or(now_), now_) : now_,
                     .entered_at = now_,
                     .kind = *kind,
                     .data_class = 0,
                     .visibility = thread::Visibility::agreement,
                     .shared_with = by_origin ? row.destination_id : std::optional(row.origin_id),
                     .subject_id = RecordId(id_.value()),
                     .user_id = actor_.user,
                     .audit_id = entry});
}

void Mover::keep_gap(db::Tx& tx) {
    const auto reason = request_.action == Action::expire ? std::string("expired") : std::string("declined");
    store::add_gap(tx, seen_.row, reason, person_ ? person_->comuna : std::nullopt, now_);
}

}  // namespace hebra::referrals
