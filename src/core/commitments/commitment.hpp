// What a commitment is: something one institution must do, by a moment, for somebody. Pure: no SQL, no HTTP, no clock.
#pragma once
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "access/audit/entry.hpp"
#include "core/commitments/ids.hpp"
#include "core/commitments/term.hpp"
#include "core/people/ids.hpp"
#include "core/thread/ids.hpp"

namespace hebra::commitments {

/// Most dangerous first: the order of every home page.
enum class Danger { imminent, high, normal };
BOOST_DESCRIBE_ENUM(Danger, imminent, high, normal)

/// What is promised. A constant of the room that opens it; the web says it in words under `commitment.<name>`.
struct Kind {
    std::string_view name;       ///< "referral.acknowledge": the record it is about, and what must be done
    bool demands_owner = false;  ///< while nobody took it, it is loose
    bool by_hand = false;        ///< whoever holds it says that it is done; otherwise only an act of its room ends it
    bool negotiable = false;     ///< its holder may set another date, with a reason
};

struct NewCommitment {
    Kind kind;
    RecordId subject;
    InstitutionId institution;  ///< the one accountable
    std::optional<UserId> owner = {};
    std::optional<InstitutionId> requested_by = {};
    std::optional<ThreadId> thread = {};
    std::optional<PersonId> person = {};  ///< the accountable institution's own row
    Danger danger = Danger::normal;
    Term term;
    std::optional<Ladder> ladder = {};  ///< none: the usual one for its calendar
};

/// Whom a commitment is about: the accountable institution's own row, and their thread.
struct About {
    std::optional<PersonId> person;
    std::optional<ThreadId> thread;
};

/// What an act of another room did: when, and the audit entry that tells it. The commitment's row keeps that entry.
struct Cause {
    Time at;
    audit::EntryId entry;
};

/// Why a date was moved. Codes only: a commitment never holds text about a person.
enum class Reason { waiting_for_person, waiting_for_institution, no_capacity, more_time_needed };
BOOST_DESCRIBE_ENUM(Reason, waiting_for_person, waiting_for_institution, no_capacity, more_time_needed)

/// What is never: the end of time, so that columns in cursors are NOT NULL.
inline constexpr Time k_never = Time::max();

/// A row as stored.
struct Commitment {
    CommitmentId id;
    InstitutionId institution_id;
    std::optional<UserId> owner_id;
    std::optional<InstitutionId> requested_by;
    std::optional<ThreadId> thread_id;
    std::optional<PersonId> person_id;
    RecordId subject_id;
    std::string kind;
    Danger danger;
    bool demands_owner;
    bool by_hand;
    bool negotiable;
    Time opened_at;
    Time started_at;
    std::optional<calendar::Allowance> allowance;
    CalendarKind calendar;
    std::string holidays;  ///< the edition its moments were computed with
    Time due_at;
    Time loose_at;         ///< from then on nobody holds it, unless something happens
    std::optional<Time> paused_at;
    Pauses pauses;
    std::optional<Time> fulfilled_at;
    std::optional<Time> cancelled_at;
    Ladder ladder;
    int step;              ///< how many steps of the ladder were taken
    Time escalates_at;     ///< when the next one is
    int renegotiations;
    int version;

    bool is_open() const { return !fulfilled_at && !cancelled_at; }
    bool is_loose(Time now) const { return is_open() && loose_at <= now; }
    Running clock() const { return {started_at, allowance, due_at, pauses}; }
};
BOOST_DESCRIBE_STRUCT(Commitment, (), (id, institution_id, owner_id, requested_by, thread_id, person_id, subject_id, kind,
                                       danger, demands_owner, by_hand, negotiable, opened_at, started_at, allowance,
                                       calendar, holidays, due_at, loose_at, paused_at, pauses, fulfilled_at, cancelled_at,
                                       ladder, step, escalates_at, renegotiations, version))

/// A commitment as it begins, its clock running from `now`.
Commitment begun(const NewCommitment& commitment, const calendar::BusinessCalendar& calendar, Time now);

/// The same promise with a new clock from `now`: nothing of the old one counts. It keeps its owner.
void start_clock(Commitment& commitment, const Term& term, const calendar::BusinessCalendar& calendar, Time now);
/// What was left when it was paused is left now (workflows.md §1). Precondition: paused.
void end_pause(Commitment& commitment, const calendar::BusinessCalendar& calendar, Time now);
/// Every moment anew from what is stored: after a change of holidays or of hours.
void recompute(Commitment& commitment, const calendar::BusinessCalendar& calendar, Time now);

/// When it becomes loose: when due; if it demands an owner and has none, since `unowned_since`; never while it stands.
Time loose_from(const Commitment& commitment, Time unowned_since);
/// When its next step is. After the last one, when the ladder ends: whoever is told last, `now`, has a while to act, also when
/// all of them were told at once because the program was down. Never while it stands, nor once the ladder has ended.
Time next_step_at(const Commitment& commitment, const calendar::BusinessCalendar& calendar, Time now);

/// The holidays the moments of today's commitments are computed with.
std::string holidays_edition();

}  // namespace hebra::commitments
