// The guard table of referrals. It follows `data/workflows/referral_moves.csv`, the network's own list; a test compares them.
#include <algorithm>
#include <array>

#include "features/referrals/referral.hpp"

namespace hebra::referrals {
namespace {

using calendar::Allowance;
constexpr Allowance hours(int n) { return {n, calendar::Unit::hours}; }
constexpr Allowance days(int n) { return {n, calendar::Unit::days}; }
constexpr Allowance business(int n) { return {n, calendar::Unit::business_days}; }

constexpr ClockRule k_acknowledge{"referral.acknowledge", k_destination, business(1), hours(8), hours(2)};
constexpr ClockRule k_ask_person{"referral.ask_person", k_origin, days(7), days(3), hours(24), true};
constexpr ClockRule k_refer_again{"referral.refer_again", k_origin, business(2), business(1), hours(4)};
constexpr ClockRule k_answer{"referral.answer", k_destination, business(5), business(2), hours(24)};
constexpr ClockRule k_answer_again{"referral.answer", k_destination, business(2), business(1), hours(12)};
constexpr ClockRule k_answer_disputed{"referral.answer", k_destination, business(2), business(1), hours(4)};
constexpr ClockRule k_answer_question{"referral.answer_question", k_origin, business(2), business(1), hours(4)};
constexpr ClockRule k_first_contact{"referral.first_contact", k_destination, business(10), business(3), hours(24), true};
constexpr ClockRule k_first_contact_at{"referral.first_contact", k_destination};  // the appointment
constexpr ClockRule k_contact_again{"referral.first_contact", k_destination, business(5), business(2), hours(24)};
constexpr ClockRule k_contact_denied{"referral.first_contact", k_destination, business(2), business(1), hours(8)};
constexpr ClockRule k_review{"referral.review", k_destination, days(30), days(14)};
constexpr ClockRule k_decide{"referral.decide", k_origin, business(2), business(1), hours(4)};
constexpr ClockRule k_decide_expired{"referral.decide", k_origin, business(1), hours(4), hours(1)};
constexpr ClockRule k_decide_contested{"referral.decide_contested", k_coordinator, business(2), business(1), hours(4)};
constexpr ClockRule k_start{"referral.start_or_report", k_destination, business(10), business(5), hours(48)};
constexpr ClockRule k_report{"referral.next_report", k_destination, days(90), days(30), days(7)};
constexpr ClockRule k_resume{"referral.resume", k_destination};  // the date given
constexpr ClockRule k_close{"referral.close", k_origin, days(10), days(5), hours(48), true};

using enum Status;
using A = Action;

constexpr auto k_moves = std::to_array<Move>({
    {k_connects, draft, A::send, sent, k_origin, k_acknowledge},
    {k_informs, draft, A::give, given, k_origin, k_ask_person},
    {k_informs, given, A::person_confirms, closed_verified, k_origin | k_person},
    {k_informs, given, A::person_not_reached, closed_unverified, k_origin | k_person, k_refer_again},
    {k_informs, given, A::time_out, closed_unverified, k_system},
    {k_any_kind, draft, A::discard, cancelled, k_origin},
    {k_connects, sent, A::acknowledge, acknowledged, k_destination, k_answer},
    {k_connects, acknowledged, A::ask, info_requested, k_destination, k_answer_question, Running::pause},
    {k_connects, info_requested, A::reply, acknowledged, k_origin, {}, Running::resume},
    {k_connects, acknowledged, A::accept, accepted, k_destination, k_first_contact},
    {k_connects, acknowledged, A::waitlist, waitlisted, k_destination, k_review},
    {k_connects, waitlisted, A::redirect, redirected, k_origin},
    {k_connects, waitlisted, A::accept, accepted, k_destination, k_first_contact},
    {k_connects, waitlisted, A::review, waitlisted, k_destination, k_review},
    {k_connects, waitlisted, A::decline, declined, k_destination, k_decide},
    {k_connects, acknowledged, A::decline, declined, k_destination, k_decide},
    {k_connects, declined, A::redirect, redirected, k_origin},
    {k_connects, declined, A::contest, decline_contested, k_origin, k_decide_contested},
    {k_connects, decline_contested, A::send_back, acknowledged, k_coordinator, k_answer_again},
    {k_connects, decline_contested, A::uphold, declined, k_coordinator, k_decide},
    {k_connects, declined, A::close_declined, closed_unverified, k_origin},
    {k_connects, accepted, A::schedule, scheduled, k_destination, k_first_contact_at},
    {k_connects, scheduled, A::reschedule, scheduled, k_destination | k_person, k_first_contact_at, Running::restart},
    {k_connects, scheduled, A::no_show, accepted, k_destination, k_contact_again},
    {k_connects, accepted, A::confirm_first_contact, first_contact, k_destination | k_person, k_start},
    {k_connects, scheduled, A::confirm_first_contact, first_contact, k_destination | k_person, k_start},
    {k_connects, first_contact, A::person_denies, accepted, k_person | k_origin, k_contact_denied},
    {k_connects, first_contact, A::start_service, in_service, k_destination, k_report},
    {k_connects, in_service, A::hold, on_hold, k_destination, k_resume},
    {k_connects, on_hold, A::resume, in_service, k_destination, k_report},
    {k_connects, first_contact, A::report_outcome, outcome_reported, k_destination, k_close},
    {k_connects, in_service, A::report_outcome, outcome_reported, k_destination, k_close},
    {k_connects, on_hold, A::report_outcome, outcome_reported, k_destination, k_close},
    {k_connects, outcome_reported, A::close_verified, closed_verified, k_origin},
    {k_connects, outcome_reported, A::time_out, closed_unverified, k_system},
    {k_connects, outcome_reported, A::dispute, acknowledged, k_origin, k_answer_disputed},
    {k_connects, sent, A::cancel, cancelled, k_origin},
    {k_connects, acknowledged, A::cancel, cancelled, k_origin},
    {k_connects, info_requested, A::cancel, cancelled, k_origin},
    {k_connects, waitlisted, A::cancel, cancelled, k_origin},
    {k_connects, accepted, A::cancel, cancelled, k_origin},
    {k_connects, scheduled, A::cancel, cancelled, k_origin},
    {k_connects, sent, A::expire, expired, k_system, k_decide_expired},
    {k_connects, acknowledged, A::expire, expired, k_system, k_decide_expired},
    {k_connects, info_requested, A::expire, expired, k_system, k_decide_expired},
    {k_connects, waitlisted, A::expire, expired, k_system, k_decide_expired},
    {k_connects, accepted, A::fail, failed, k_destination, k_decide},
    {k_connects, scheduled, A::fail, failed, k_destination, k_decide},
    {k_connects, first_contact, A::fail, failed, k_destination, k_decide},
    {k_connects, in_service, A::fail, failed, k_destination, k_decide},
    {k_connects, on_hold, A::fail, failed, k_destination, k_decide},
    // Three of ours beyond the network's list (docs/adr/0008, 0012): the origin told the person, or nobody decides any more, and no
    // thread stays loose for ever.
    {k_connects, expired, A::close_declined, closed_unverified, k_origin},
    {k_connects, failed, A::close_declined, closed_unverified, k_origin},
    {k_connects, decline_contested, A::let_stand, declined, k_system, k_decide},
    // And one more (docs/adr/0015): nobody could ask the person, and why is said; the list only lets the term pass.
    {k_informs, given, A::close_unasked, closed_unverified, k_origin},
    {k_connects, outcome_reported, A::close_unasked, closed_unverified, k_origin},
    {k_any_kind, draft, A::mark_error, entered_in_error, k_supervisor},
    {k_informs, given, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, sent, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, acknowledged, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, info_requested, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, waitlisted, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, accepted, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, scheduled, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, first_contact, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, in_service, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, on_hold, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, outcome_reported, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, declined, A::mark_error, entered_in_error, k_supervisor},
    {k_connects, decline_contested, A::mark_error, entered_in_error, k_supervisor},
});

/// Who may make it, when the caller may not.
Word whose(Sides sides) {
    if (sides == 0) return words::k_impossible_move;
    if ((sides & k_supervisor) != 0) return words::k_supervisors_move;
    if ((sides & k_coordinator) != 0) return words::k_coordinators_move;
    return sides == k_system ? words::k_systems_move : words::k_not_your_side;
}

constexpr KindSet set_of(Kind kind) { return kind == Kind::information ? k_informs : k_connects; }

}  // namespace

std::span<const Move> moves() { return k_moves; }

const ClockRule& decision() { return k_decide; }

bool is_terminal(Status status) {
    return status == redirected || status == closed_verified || status == closed_unverified || status == cancelled ||
           status == expired || status == failed || status == entered_in_error;
}

bool may_be_left(Status status) { return status == declined || status == waitlisted; }

bool may_be_followed(Status status) {
    return status == declined || status == redirected || status == closed_unverified || status == cancelled || status == expired ||
           status == failed;
}

Stage stage_of(Status status, Side side) {
    switch (status) {
        case draft: return Stage::draft;
        case sent: case acknowledged: return Stage::to_answer;
        case info_requested: return side == k_origin ? Stage::to_close : Stage::to_answer;
        case waitlisted: return Stage::waiting;
        case accepted: case scheduled: case first_contact: case in_service: case on_hold: return Stage::held;
        case given: case declined: case decline_contested: case outcome_reported: case expired: case failed: return Stage::to_close;
        default: return Stage::ended;
    }
}

Side holder(Status status) {
    switch (status) {
        case first_contact: case in_service: case on_hold: case outcome_reported: return k_destination;
        default: return k_origin;
    }
}

bool is_persons_answer(Action action) {
    return action == A::person_confirms || action == A::person_not_reached || action == A::person_denies || action == A::close_verified ||
           action == A::dispute;
}

bool asks_person(Kind kind, Status status) { return std::ranges::any_of(possible(kind, status, k_origin), is_persons_answer); }

std::optional<Disputed> disputed_after(const Move& move, std::optional<Disputed> before) {
    if (move.action == A::dispute) return Disputed::outcome;
    if (move.action == A::person_denies) return Disputed::arrival;
    const bool is_awaited = move.to == acknowledged || move.to == info_requested || move.to == waitlisted || move.to == accepted ||
                            move.to == scheduled || move.to == declined || move.to == decline_contested;
    return is_awaited ? before : std::nullopt;
}

Quota quota(Status status) {
    switch (status) {
        case sent: case acknowledged: case info_requested: return Quota::soft;
        case accepted: case scheduled: case first_contact: case in_service: case on_hold: return Quota::firm;
        default: return Quota::none;
    }
}

Result<const Move*> find_move(Kind kind, Status from, Action action, Sides caller) {
    Sides others = 0;
    for (const auto& move : k_moves) {
        if (move.from != from || move.action != action || (move.kinds & set_of(kind)) == 0) continue;
        if ((move.sides & caller) != 0) return &move;
        others |= move.sides;
    }
    return refuse(Refused::conflict, whose(others));
}

std::vector<Action> possible(Kind kind, Status from, Sides caller) {
    std::vector<Action> actions;
    for (const auto& move : k_moves)
        if (move.from == from && (move.kinds & set_of(kind)) != 0 && (move.sides & caller) != 0) actions.push_back(move.action);
    return actions;
}

std::optional<Allowance> allowance(const ClockRule& clock, Urgency urgency) {
    switch (urgency) {
        case Urgency::routine: return clock.routine;
        case Urgency::priority: return clock.priority;
        case Urgency::urgent: return clock.urgent;
    }
    return {};
}

}  // namespace hebra::referrals
