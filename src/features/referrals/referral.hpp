// What a referral is, and the whole life it can have. Pure: no SQL, no HTTP, no clock.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "features/referrals/ids.hpp"
#include "platform/calendar/business.hpp"

namespace hebra::referrals {

/// L13: to give information, or to connect. Warm: somebody goes along until the other side answers; formal: by the ficha.
enum class Kind { information, warm, formal };
BOOST_DESCRIBE_ENUM(Kind, information, warm, formal)

enum class Urgency { routine, priority, urgent };
BOOST_DESCRIBE_ENUM(Urgency, routine, priority, urgent)

/// Spelled once: the C++ name, the JSON word, the database value and the UI key are the same.
enum class Status {
    draft, given, sent, acknowledged, info_requested, waitlisted, accepted, scheduled, first_contact, in_service, on_hold,
    outcome_reported, declined, decline_contested, redirected, closed_verified, closed_unverified, cancelled, expired, failed,
    entered_in_error
};
BOOST_DESCRIBE_ENUM(Status, draft, given, sent, acknowledged, info_requested, waitlisted, accepted, scheduled, first_contact,
                    in_service, on_hold, outcome_reported, declined, decline_contested, redirected, closed_verified,
                    closed_unverified, cancelled, expired, failed, entered_in_error)

/// Which list of a box a referral stands on: what still asks for something comes apart from what has ended.
enum class Stage { draft, to_answer, waiting, held, to_close, ended };
BOOST_DESCRIBE_ENUM(Stage, draft, to_answer, waiting, held, to_close, ended)

/// `send_back` is the CSV's "return", a word C++ keeps for itself; `let_stand` and `close_unasked` are
/// ours (docs/adr/0012, 0015).
enum class Action {
    send, give, discard, person_confirms, person_not_reached, time_out, acknowledge, ask, reply, accept, waitlist, review, decline,
    redirect, contest, send_back, uphold, let_stand, close_declined, schedule, reschedule, no_show, confirm_first_contact, person_denies,
    start_service, hold, resume, report_outcome, close_verified, close_unasked, dispute, cancel, expire, fail, mark_error
};
BOOST_DESCRIBE_ENUM(Action, send, give, discard, person_confirms, person_not_reached, time_out, acknowledge, ask, reply, accept,
                    waitlist, review, decline, redirect, contest, send_back, uphold, let_stand, close_declined, schedule, reschedule,
                    no_show, confirm_first_contact, person_denies, start_service, hold, resume, report_outcome, close_verified,
                    close_unasked, dispute, cancel, expire, fail, mark_error)

/// Who may make a move. A caller may stand on several sides (the supervisor of the origin is also the origin).
enum Side : std::uint8_t { k_origin = 1, k_destination = 2, k_person = 4, k_system = 8, k_coordinator = 16, k_supervisor = 32 };
using Sides = std::uint8_t;

/// Which kinds a row of the table speaks of.
enum KindSet : std::uint8_t { k_informs = 1, k_connects = 2, k_any_kind = 3 };

/// What the move makes somebody promise, and for when. The words are commitment kinds (core/commitments).
struct ClockRule {
    std::string_view kind = {};  ///< "referral.acknowledge"; empty: the move opens no clock
    Side accountable = k_destination;
    /// By urgency. None: the move itself says until when (the appointment, the date to resume).
    std::optional<calendar::Allowance> routine = {}, priority = {}, urgent = {};
    bool is_safe = false;  ///< it asks for a contact with the person: never over before they could be reached safely

    /// What nobody took is loose from the start: a referral that arrived, or one that was read and not answered.
    bool demands_owner() const { return kind == "referral.acknowledge" || kind == "referral.answer"; }
    /// Nobody answered: the ladder leaves the institution (workflows.md §1).
    bool reaches_network() const { return demands_owner(); }
};

/// What becomes of the clock that was running: fulfilled; paused while the other side answers; when it did, the paused one
/// runs on; or it starts anew (another hour for the same promise).
enum class Running : std::uint8_t { fulfil, pause, resume, restart };

/// One row of `data/workflows/referral_moves.csv`: what is not in the table cannot happen.
struct Move {
    KindSet kinds;
    Status from;
    Action action;
    Status to;
    Sides sides;
    ClockRule clock = {};
    Running running = Running::fulfil;
};

std::span<const Move> moves();
/// What the origin is asked when the person missed their hours: what a decline asks it too.
const ClockRule& decision();

/// Hours missed until the origin decides what follows (workflows.md §1).
inline constexpr int k_no_shows_until_decision = 3;

/// Nobody attends the person by it any more. Of an expired or failed one the origin may still say that the person was told.
bool is_terminal(Status status);
/// Returned, or still waiting in a list: sending the one that follows it ends it.
bool may_be_left(Status status);
/// Returned, or ended without the person being attended: another may take its place.
bool may_be_followed(Status status);
/// Neither: somebody is attending the person by it, or has to answer, and another would be a second one beside it.
inline bool goes_on(Status status) { return !may_be_left(status) && !may_be_followed(status); }
/// `to_close`: the origin has the last word on it, as of one that nobody answered in time (docs/adr/0008), or is asked for a
/// word before it goes on.
Stage stage_of(Status status, Side side);
/// The origin holds the baton until the first contact is confirmed; then the destination; nobody after the end.
Side holder(Status status);
/// What the person said when they were asked how it went: whoever writes it says how and when they asked.
bool is_persons_answer(Action action);
/// Whether there is something to ask them: the origin could write an answer of theirs.
bool asks_person(Kind kind, Status status);
/// What somebody says did not happen, or should not have: told in every list until it is answered.
enum class Disputed { arrival, outcome, decline };
BOOST_DESCRIBE_ENUM(Disputed, arrival, outcome, decline)
/// What is disputed once a move was made: what the person denied, until somebody confirms it anew or it ends.
std::optional<Disputed> disputed_after(const Move& move, std::optional<Disputed> before);

/// Whether a place at the service is held, softly (sent) or firmly (accepted and on).
enum class Quota : std::uint8_t { none, soft, firm };
Quota quota(Status status);

namespace words {
inline constexpr Word k_impossible_move{"impossible_move", "La derivación ya no está en un estado que permita eso. Ábrala de nuevo para ver cómo está.",
                                        "The referral is no longer in a state that allows that. Open it again to see how it stands."};
inline constexpr Word k_not_your_side{"not_your_side", "Ese paso le corresponde a la otra institución.", "That step belongs to the other institution."};
inline constexpr Word k_supervisors_move{"supervisors_move", "Ese paso lo da quien supervisa. Pídaselo.", "That step is taken by whoever supervises. Ask them."};
inline constexpr Word k_coordinators_move{"coordinators_move", "Ese paso le corresponde a quien coordina la red.",
                                          "That step belongs to whoever coordinates the network."};
inline constexpr Word k_systems_move{"systems_move", "Eso lo hace el plazo al vencer: nadie lo marca a mano.",
                                     "The deadline does that by itself: nobody marks it by hand."};
}  // namespace words

/// The row for this move; or `impossible_move`; or, when others may make it, who (`not_your_side`, `supervisors_move` …).
Result<const Move*> find_move(Kind kind, Status from, Action action, Sides caller);

/// The moves a caller may make now, in the table's order: what the page offers.
std::vector<Action> possible(Kind kind, Status from, Sides caller);

/// How long the move's clock runs at this urgency.
std::optional<calendar::Allowance> allowance(const ClockRule& clock, Urgency urgency);

}  // namespace hebra::referrals
