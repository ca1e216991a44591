// What a notice is: something a member of the staff is told, by its code and its act. Never a name, a topic or a line of what
// was said (interface.md §6). Pure: no SQL, no HTTP, no clock.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/audit/entry.hpp"
#include "base/word.hpp"
#include "core/commitments/commitment.hpp"
#include "core/notices/ids.hpp"
#include "core/people/ids.hpp"

namespace hebra::notices {

/// What is told. A constant of the room that tells it, listed in `app/compose`; the web says it under `notice.<name>`.
struct Kind {
    std::string_view name;  ///< "commitment.overdue"
    Word act;               ///< as an e-mail says it after the code: "una tarea venció"; never more than code and act
    /// How long whoever is told has to say that they know. Until one of them does it is a commitment of theirs, whose ladder
    /// tells others. The act is then followed by until when: it ends in "a más tardar".
    std::optional<std::chrono::hours> acknowledge_within = {};
};

/// A notice as another room tells it, inside its own transaction.
struct NewNotice {
    Kind kind;
    InstitutionId institution;  ///< the one for which it is told
    RecordId subject;           ///< the record it leads to
    std::string about = {};     ///< a code of the subject's room, such as a commitment's kind; never text
    std::optional<ThreadId> thread = {};
    std::optional<CommitmentId> commitment = {};  ///< it is of no use once this one has ended; what asks to be acknowledged has its own
    std::optional<Time> due_at = {};
};

/// A notice as its reader sees it.
struct Notice {
    NoticeId id;
    std::string kind;
    std::string about;
    std::optional<std::string> thread_code;
    RecordId subject_id;
    std::optional<CommitmentId> commitment_id;
    std::optional<PersonId> person_id;  ///< whose row the commitment is about, so that the page can lead there
    std::optional<Time> due_at;
    Time at;
    bool must_acknowledge;  ///< it asks for it, or reminds of one that does
};
BOOST_DESCRIBE_STRUCT(Notice, (), (id, kind, about, thread_code, subject_id, commitment_id, person_id, due_at, at,
                                   must_acknowledge))

namespace words {
inline constexpr Word k_act_reminder{"act_reminder", "una tarea vence", "a task falls due"};
inline constexpr Word k_act_overdue{"act_overdue", "una tarea venció", "a task is overdue"};
inline constexpr Word k_act_renegotiated{"act_renegotiated", "una tarea cambió de fecha por tercera vez; ahora vence",
                                         "a task changed its date for the third time; it now falls due"};
inline constexpr Word k_act_unseen{"act_unseen", "nadie ha dicho que vio un aviso que lo pide", "nobody has said that they saw a notice that asks for it"};
inline constexpr Word k_act_unanswered{"act_unanswered", "una institución no ha respondido a otra; el plazo era",
                                       "an institution has not answered another; it was due"};
}  // namespace words

inline constexpr Kind k_reminder{"commitment.reminder", words::k_act_reminder};
inline constexpr Kind k_overdue{"commitment.overdue", words::k_act_overdue};
inline constexpr Kind k_renegotiated{"commitment.renegotiated", words::k_act_renegotiated};
/// Nobody acknowledged what asks for it: told of the record itself.
inline constexpr Kind k_unseen{"notice.unseen", words::k_act_unseen};
/// For whoever coordinates the network: between which institutions, their list says.
inline constexpr Kind k_unanswered{"commitment.unanswered", words::k_act_unanswered};

/// This room's own.
inline std::vector<Kind> own_kinds() { return {k_reminder, k_overdue, k_renegotiated, k_unseen, k_unanswered}; }

/// What a notice that must be acknowledged promises; fulfilled by acknowledging it.
inline constexpr commitments::Kind k_acknowledge{.name = "notice.acknowledge"};

}  // namespace hebra::notices
