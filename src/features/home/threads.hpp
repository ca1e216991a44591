// A person's thread besides its events: what others owe on it, when nobody acted in time, what the person said; and the way
// to it from its code.
#pragma once
#include "access/keys/vault.hpp"
#include "core/commitments/on_thread.hpp"
#include "features/home/timelines.hpp"
#include "features/referrals/api.hpp"

namespace hebra::home {

/// What another institution owes on a thread: its state and its clock, never who holds it there.
struct OwedOnThread {
    CommitmentId id;
    std::string kind;
    std::string title_key;
    InstitutionSummary institution;
    RecordId subject_id;
    commitments::Danger danger;
    Time opened_at;
    Time due_at;
    bool paused;
    bool overdue;
    bool asked;  ///< by one's own institution
};
BOOST_DESCRIBE_STRUCT(OwedOnThread, (), (id, kind, title_key, institution, subject_id, danger, opened_at, due_at, paused,
                                         overdue, asked))

/// A time in which something was due and nobody acted.
struct Lapse {
    std::string kind;
    std::string title_key;
    InstitutionSummary institution;
    RecordId subject_id;
    Time from;
    Time until;
    bool mine;
};
BOOST_DESCRIBE_STRUCT(Lapse, (), (kind, title_key, institution, subject_id, from, until, mine))

struct ThreadPromises {
    std::vector<OwedOnThread> owed;  ///< the first due first
    std::vector<Lapse> lapses;       ///< in time order
};
BOOST_DESCRIBE_STRUCT(ThreadPromises, (), (owed, lapses))

/// What the person said, beside the event at which it was heard.
struct Saying {
    thread::EventKind event;
    RecordId subject_id;
    Time at;
    std::string institution_name;
    Private words;
    std::optional<referrals::Asked> asked = {};  ///< how, when it answers what they were asked about a referral
};
BOOST_DESCRIBE_STRUCT(Saying, (), (event, subject_id, at, institution_name, words, asked))

struct SayingList {
    std::vector<Saying> items;
};
BOOST_DESCRIBE_STRUCT(SayingList, (), (items))

/// Where a thread is, for one institution: its own person, and the newest referral it has a part in.
struct ThreadPlace {
    std::string thread_code;
    std::optional<PersonId> person_id;
    std::optional<ReferralId> referral_id;
};
BOOST_DESCRIBE_STRUCT(ThreadPlace, (), (thread_code, person_id, referral_id))

class Threads {
  public:
    Threads(db::Database& database, access::Vault& vault, audit::Audit& audit, institutions::Institutions& institutions,
            const Clock& clock)
        : database_(database), vault_(vault), audit_(audit), institutions_(institutions), clock_(clock) {}

    /// Which of them one sees: core/commitments/on_thread.hpp. The look is the thread's, recorded before it is returned.
    Result<ThreadPromises> promises(const Actor& actor, PersonId person);
    /// The newest first: summaries made together, wishes that travelled, answers when asked. Class 3: always recorded.
    Result<SayingList> sayings(const Actor& actor, PersonId person);
    /// `not_found` for a code that nobody has, that is written wrong, or of a thread the institution has no part in.
    Result<ThreadPlace> place(const Actor& actor, const std::string& typed);

  private:
    InstitutionSummary summary_of(InstitutionId id) const;

    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    institutions::Institutions& institutions_;
    const Clock& clock_;
};

}  // namespace hebra::home

template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::referrals::Asked> = "ReferralAsked";
