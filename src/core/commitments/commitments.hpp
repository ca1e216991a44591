// The one engine of commitments: other rooms open and end them inside their own transactions; people take them, hand them
// over and set new dates; the ladder is climbed by a chore.
#pragma once
#include "access/audit/audit.hpp"
#include "core/commitments/calendars.hpp"
#include "core/commitments/escalation.hpp"
#include "core/commitments/holders.hpp"
#include "core/commitments/list.hpp"

namespace hebra::commitments {

namespace words {
inline constexpr Word k_ended{"commitment_ended", "Este compromiso ya terminó. Vuelva a la lista para ver lo que sigue.",
                              "This commitment has already ended. Go back to the list to see what comes next."};
inline constexpr Word k_held_by_other{
    "held_by_other", "Ya la sostiene otra persona. Pídale que se la entregue, o que la supervisión la reasigne.",
    "Someone else already holds it. Ask them to hand it over, or the supervisor to reassign it."};
inline constexpr Word k_take_it_first{"take_it_first", "Primero tome el compromiso: nadie lo sostiene.",
                                      "Take the commitment first: nobody holds it."};
inline constexpr Word k_only_its_act{"only_its_act",
                                     "Esto se cumple al hacer lo que pide, en su propia página; no se marca a mano.",
                                     "This is fulfilled by doing what it asks, on its own page; it is not ticked by hand."};
inline constexpr Word k_not_negotiable{
    "not_negotiable", "Este plazo viene del protocolo y no se cambia. Si no se alcanza, avise a quien coordina.",
    "This time comes from the protocol and is not changed. If it cannot be met, tell the coordinator."};
inline constexpr Word k_clock_stands{"clock_stands", "Su reloj está en pausa: no hay plazo que cambiar hasta que siga.",
                                     "Its clock is paused: there is no date to change until it goes on."};
inline constexpr Word k_person_needed{"person_needed", "Diga a quién se lo entrega.", "Say whom you hand it over to."};
inline constexpr Word k_not_staff_here{"not_staff_here", "Esa persona no atiende hoy en su institución. Elija a otra.",
                                       "That person does not work in your institution today. Choose someone else."};
inline constexpr Word k_not_your_work{"not_your_work", "Esto lo sostiene quien puede hacer lo que pide, y su rol no lo hace. Pídale a quien atiende que lo tome.",
                                      "Whoever can do what this asks holds it, and your role does not. Ask someone who attends to take it."};
inline constexpr Word k_not_their_work{"not_their_work", "Esa persona no puede hacer lo que esto pide: su rol no lo permite. Elija a otra.",
                                       "That person cannot do what this asks: their role does not allow it. Choose someone else."};
inline constexpr Word k_date_needed{"date_needed", "Escriba la nueva fecha y hora.", "Write the new date and time."};
inline constexpr Word k_date_out_of_reach{"date_out_of_reach", "La nueva fecha debe ser futura y dentro de 400 días.",
                                          "The new date must be in the future and within 400 days."};
inline constexpr Word k_reason_needed{"reason_needed", "Elija por qué cambia la fecha.", "Choose why the date changes."};
}  // namespace words

enum class Action { take, release, hand_over, renegotiate, fulfil };
BOOST_DESCRIBE_ENUM(Action, take, release, hand_over, renegotiate, fulfil)

struct Move {
    Action action;
    int version;                             ///< the one the caller saw
    std::optional<UserId> to = {};           ///< hand_over
    std::optional<Time> due_at = {};         ///< renegotiate
    std::optional<Reason> reason = {};       ///< renegotiate
    std::optional<RecordId> evidence_id = {};  ///< fulfil
};
BOOST_DESCRIBE_STRUCT(Move, (), (action, version, to, due_at, reason, evidence_id))

/// Whether the caller moves only what is theirs or unheld, or (a supervisor) whatever the institution holds.
enum class Authority { own, any };

class Commitments {
  public:
    Commitments(db::Database& database, audit::Audit& audit, Calendars& calendars, const Clock& clock, Holders holders = {})
        : database_(database), audit_(audit), calendars_(calendars), clock_(clock), holders_(std::move(holders)) {}

    // For other rooms, inside their transaction; repeating one changes nothing. `kind` is the name of a Kind. The bools say
    // whether there was an open one to change; `…_all` is about every kind that is open on a record.

    /// Begins the clock. Nothing happens while one of this subject and kind is open: to give that another clock, `restart`.
    /// @return the one that begins
    CommitmentId open(db::Tx& tx, const NewCommitment& commitment, const Cause& cause);
    bool fulfil(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause,
                std::optional<RecordId> evidence = {});
    void fulfil_all(db::Tx& tx, RecordId subject, const Cause& cause);
    bool cancel(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause);
    void cancel_all(db::Tx& tx, RecordId subject, const Cause& cause);
    /// Everything open about a person who is erased.
    void cancel_about(db::Tx& tx, InstitutionId institution, PersonId person, const Cause& cause);
    /// The clock stands while another institution must act; what stands is not loose.
    bool pause(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause);
    void pause_all(db::Tx& tx, RecordId subject, const Cause& cause);
    /// The clock goes on with what was left, on the same calendar.
    bool resume(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause);
    void resume_all(db::Tx& tx, RecordId subject, const Cause& cause);
    /// A new clock from now for what is open (an appointment made, or moved).
    bool restart(db::Tx& tx, RecordId subject, std::string_view kind, const Term& term, const Cause& cause);
    /// What is open is about somebody else by now, or (none) about nobody known: its record was attached to a person, or taken
    /// from one. Whoever holds it, and its clock, stay.
    bool change_person(db::Tx& tx, RecordId subject, std::string_view kind, const About& about, const Cause& cause);
    /// The open ones about some records (at most 50), in one statement: whose turn it is, until when. Whoever asks answers
    /// for the records being theirs to see.
    std::vector<Commitment> open_of(db::Reader& reader, std::span<const RecordId> subjects) const;
    /// What a user held goes back to the institution: they were disabled, or (with one) left it. How many.
    std::int64_t take_from(db::Tx& tx, UserId user, std::optional<InstitutionId> institution, const Cause& cause);

    /// What is held by somebody who may not hold it goes back to its institution: taken at the very moment in which they lost
    /// the role, unseen by who took it (`let_go`). For a chore; how many.
    std::int64_t let_go_late();

    /// What people do with a commitment of their own institution. The third new date is told to the coordinator.
    /// @return it as it now stands; `not_found`; `conflict` with the reason; `invalid` with the field
    Result<Listed> move(const Actor& actor, CommitmentId id, const Move& move, Authority authority);

    const Holders& holders() const { return holders_; }

    /// Climbs every ladder whose next step is due, in pieces of a few milliseconds. How many steps were taken. Any number of
    /// nodes may do it at once.
    std::int64_t escalate();
    /// Tells what was escalated and nobody was told of; what was done meanwhile is left out. How many were told.
    std::int64_t tell(const Tell& tell);
    /// Counts again what was counted with other holidays than this program's. How many clocks were. For every start.
    std::int64_t recompute_clocks();

  private:
    calendar::BusinessCalendar calendar_of(db::Reader& reader, const Commitment& commitment);
    Result<> apply(db::Tx& tx, const Actor& actor, Commitment& commitment, const Move& move, const Cause& cause);
    Result<> give(db::Tx& tx, Commitment& commitment, UserId to) const;
    bool resume_some(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause);
    Result<> renegotiate(db::Tx& tx, const Actor& actor, Commitment& commitment, const Move& move, const Cause& cause);
    Result<> fulfil_by_hand(db::Tx& tx, const Actor& actor, const Commitment& commitment, const Move& move, const Cause& cause);
    bool climb(db::Tx& tx, CommitmentId id, Time now);
    bool end_ladder(db::Tx& tx, const Commitment& commitment);
    void add_escalation(db::Tx& tx, const Commitment& commitment, Audience audience, EscalationReason reason,
                        const Cause& cause);
    bool recompute_one(db::Tx& tx, CommitmentId id);

    db::Database& database_;
    audit::Audit& audit_;
    Calendars& calendars_;
    const Clock& clock_;
    Holders holders_;
};

}  // namespace hebra::commitments
