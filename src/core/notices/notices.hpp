// Reaching the staff: rooms tell notices inside their own transactions; a chore turns commitments' escalations into notices,
// another writes them by e-mail to whoever wants that.
#pragma once
#include <functional>
#include <span>

#include "access/users/users.hpp"
#include "core/commitments/commitments.hpp"
#include "core/notices/notice.hpp"
#include "platform/mail/outbox.hpp"

namespace hebra::notices {

/// Whose turn it is to know, when nobody is named.
using commitments::Audience;

/// Who coordinates the network between two institutions, being neither; nullopt: nobody.
using CoordinatorBetween = std::function<std::optional<InstitutionId>(InstitutionId, std::optional<InstitutionId>)>;

/// `attended`: somebody did what it was about, so they know. `past`: there is nothing to know any more.
enum class Settled { attended, past };

struct Preference {
    bool by_email;
};
BOOST_DESCRIBE_STRUCT(Preference, (), (by_email))

/// One to push to open pages.
struct Recent {
    NoticeId id;
    UserId user_id;
    InstitutionId institution_id;
};
BOOST_DESCRIBE_STRUCT(Recent, (), (id, user_id, institution_id))

struct Position {
    Time at;
    NoticeId id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (at, id))

class Notices {
  public:
    struct Needs {
        db::Database& database;
        audit::Audit& audit;
        access::Users& users;
        commitments::Commitments& commitments;
        mail::Outbox& outbox;
        std::string public_url;   ///< where the e-mails lead
        std::vector<Kind> kinds;  ///< of every room, those of this one too
        CoordinatorBetween coordinator_between = {};  ///< none: no step of a ladder leaves its institution
        const Clock& clock;
    };
    explicit Notices(Needs needs);

    // For other rooms, inside their transaction; no effect but through Tx. `cause` is the audit entry of what is told. Both
    // throw std::logic_error for a kind that is not listed.

    /// Tells one person. What the same person was told before about the same thing, and need not acknowledge, ends.
    /// Whatever the way of telling: what asks to be acknowledged is, for all who were told, once one of them does.
    void tell(db::Tx& tx, UserId user, const NewNotice& notice, const commitments::Cause& cause);
    /// Tells everybody of the institution whose turn it is: intake for `owner`, who coordinates, who heads; if it has none of
    /// these, the next nearest, at last everybody there; for `network` nobody but who coordinates. How many were told.
    int tell(db::Tx& tx, Audience audience, const NewNotice& notice, const commitments::Cause& cause);
    /// Tells everybody there who has any of some roles, except a few. How many were told.
    int tell(db::Tx& tx, std::span<const access::Role> roles, std::span<const UserId> but, const NewNotice& notice, const commitments::Cause& cause);
    /// What an institution was told about something of a record was attended to there, or is past: it ends for everybody, and
    /// nobody is asked to acknowledge it any more.
    void settle(db::Tx& tx, InstitutionId institution, RecordId subject, std::string_view about, Settled how, const commitments::Cause& cause);
    /// The same, wherever it was told.
    void settle(db::Tx& tx, RecordId subject, std::string_view about, Settled how, const commitments::Cause& cause);
    /// Whether somebody there is still asked to acknowledge something of a record.
    bool is_asked(db::Reader& reader, InstitutionId institution, RecordId subject, std::string_view about);

    /// Those not acknowledged, the newest first, for the institution acted for; those whose commitment ended are left out.
    std::vector<Notice> open_of(const Actor& actor, const Position& before, std::int64_t most);
    /// How many there are.
    std::int64_t count_open(const Actor& actor);
    /// Says that one knows, also of what one was only reminded of. Repeating it changes nothing. No: `not_found` if any is not one's own.
    Result<> acknowledge(const Actor& actor, std::span<const NoticeId> ids);

    Preference preference(const Actor& actor);
    Result<Preference> prefer(const Actor& actor, const Preference& preference);

    /// Turns what the commitments escalated into notices. How many steps were told.
    std::int64_t tell_escalations();
    /// Writes what was told and nobody acknowledged to those who want e-mail: one letter for all that is new to a person.
    /// How many letters.
    std::int64_t write_letters();
    /// Told since a moment, to everybody: for pages that are open.
    std::vector<Recent> since(Time moment);
    std::int64_t forget(db::Tx& tx, Time before);

  private:
    /// What one transaction of `write_letters` did.
    struct Piece {
        std::int64_t seen;
        std::int64_t letters;
    };
    Piece write_some(db::Tx& tx, Time now);
    int tell_all(db::Tx& tx, std::span<const UserId> users, NewNotice notice, const commitments::Cause& cause);
    CommitmentId ask(db::Tx& tx, std::span<const UserId> users, NoticeId first, const NewNotice& notice, const commitments::Cause& cause);
    void tell_step(db::Tx& tx, const commitments::Escalation& step);
    bool tell_network(db::Tx& tx, const commitments::Escalation& step, NewNotice notice, const commitments::Cause& cause);
    void check_kind(const Kind& kind) const;
    const Kind* kind_of(std::string_view name) const;

    Needs needs_;
};

}  // namespace hebra::notices
