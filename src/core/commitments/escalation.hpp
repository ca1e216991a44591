// A step of a ladder that was taken, waiting for somebody to be told.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "core/commitments/commitment.hpp"
#include "platform/db/database.hpp"

namespace hebra::commitments {

using EscalationId = Id<struct EscalationTag>;

/// `reminder`: not due yet. `overdue`: due, or past it. `renegotiated`: its date was moved for the third time.
enum class EscalationReason { reminder, overdue, renegotiated };
BOOST_DESCRIBE_ENUM(EscalationReason, reminder, overdue, renegotiated)

/// What a notice needs to know: code and act, never a name or a topic.
struct Escalation {
    EscalationId id;
    CommitmentId commitment_id;
    InstitutionId institution_id;
    std::optional<InstitutionId> requested_by;  ///< who waits for it
    int step;                       ///< of the ladder, from 1
    Audience audience;
    std::optional<UserId> user_id;  ///< the owner then; for `owner` without one, whoever receives for the institution
    EscalationReason reason;
    Time at;
    std::string kind;
    RecordId subject_id;
    std::optional<ThreadId> thread_id;
    Danger danger;
    Time due_at;
    bool is_open;  ///< still open: whoever did it need not be told
    audit::EntryId audit_id;  ///< that tells the step
};
BOOST_DESCRIBE_STRUCT(Escalation, (), (id, commitment_id, institution_id, requested_by, step, audience, user_id, reason, at, kind,
                                       subject_id, thread_id, danger, due_at, is_open, audit_id))

/// Turns an escalation into notices, inside the transaction that marks it as told: once, or not at all. No effect but
/// through Tx.
using Tell = std::function<void(db::Tx&, const Escalation&)>;

}  // namespace hebra::commitments
