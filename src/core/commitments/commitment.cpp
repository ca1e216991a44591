#include "core/commitments/commitment.hpp"

#include <stdexcept>

namespace hebra::commitments {
namespace {

/// What whoever is told last has before the ladder ends: as long as between the nearest steps of the usual ladders.
constexpr auto k_while_urgent = std::chrono::minutes(30);
constexpr calendar::Allowance k_while{4, calendar::Unit::hours};

}  // namespace

Time loose_from(const Commitment& commitment, Time unowned_since) {
    if (commitment.paused_at) return k_never;
    if (commitment.demands_owner && !commitment.owner_id) return std::min(unowned_since, commitment.due_at);
    return commitment.due_at;
}

Time next_step_at(const Commitment& commitment, const calendar::BusinessCalendar& calendar, Time now) {
    const auto& steps = commitment.ladder.steps();
    const auto next = static_cast<std::size_t>(commitment.step);
    if (commitment.paused_at || steps.empty() || next > steps.size()) return k_never;
    if (next < steps.size()) return moment_of(steps[next], commitment.clock(), calendar);
    return is_around_the_clock(commitment.calendar) ? now + k_while_urgent : calendar::due_after(now, k_while, {.hours = calendar.hours});
}

void start_clock(Commitment& commitment, const Term& term, const calendar::BusinessCalendar& calendar, Time now) {
    if (term.allowance.has_value() == term.moment.has_value()) throw std::logic_error("a term is an allowance or a moment");
    commitment.started_at = now;
    commitment.allowance = term.allowance;
    commitment.calendar = term.calendar;
    commitment.holidays = holidays_edition();
    commitment.paused_at.reset();
    commitment.pauses = {};
    commitment.due_at = term.moment.value_or(now);
    commitment.due_at = due(commitment.clock(), calendar);
    commitment.loose_at = loose_from(commitment, now);
    commitment.step = 0;
    commitment.escalates_at = next_step_at(commitment, calendar, now);
}

Commitment begun(const NewCommitment& given, const calendar::BusinessCalendar& calendar, Time now) {
    const auto& usual = ladder_of(is_around_the_clock(given.term.calendar) ? Usual::urgent : Usual::unhurried);
    Commitment commitment{.id = CommitmentId::make(now),
                          .institution_id = given.institution,
                          .owner_id = given.owner,
                          .requested_by = given.requested_by,
                          .thread_id = given.thread,
                          .person_id = given.person,
                          .subject_id = given.subject,
                          .kind = std::string(given.kind.name),
                          .danger = given.danger,
                          .demands_owner = given.kind.demands_owner,
                          .by_hand = given.kind.by_hand,
                          .negotiable = given.kind.negotiable,
                          .opened_at = now,
                          .started_at = now,
                          .allowance = {},
                          .calendar = given.term.calendar,
                          .holidays = {},
                          .due_at = now,
                          .loose_at = now,
                          .paused_at = {},
                          .pauses = {},
                          .fulfilled_at = {},
                          .cancelled_at = {},
                          .ladder = given.ladder.value_or(usual),
                          .step = 0,
                          .escalates_at = k_never,
                          .renegotiations = 0,
                          .version = 1};
    start_clock(commitment, given.term, calendar, now);
    return commitment;
}

void end_pause(Commitment& commitment, const calendar::BusinessCalendar& calendar, Time now) {
    const Time paused_at = *commitment.paused_at;
    const bool was_over = commitment.due_at <= paused_at;
    commitment.paused_at.reset();
    if (!was_over) {
        commitment.pauses.add(paused_at, now);
        if (!commitment.allowance) commitment.due_at += now - paused_at;
        commitment.due_at = due(commitment.clock(), calendar);
    }
    commitment.loose_at = loose_from(commitment, now);
    commitment.escalates_at = next_step_at(commitment, calendar, now);
}

void recompute(Commitment& commitment, const calendar::BusinessCalendar& calendar, Time now) {
    const Time unowned_since = commitment.loose_at;
    commitment.holidays = holidays_edition();
    commitment.due_at = due(commitment.clock(), calendar);
    commitment.loose_at = loose_from(commitment, unowned_since);
    commitment.escalates_at = next_step_at(commitment, calendar, now);
}

std::string holidays_edition() { return fmt::format("{:016x}", calendar::holidays_edition()); }

}  // namespace hebra::commitments
