// Everybody's home page: what must be done, most dangerous first, in the words the API has for it.
#pragma once
#include "access/audit/audit.hpp"
#include "access/users/users.hpp"
#include "core/commitments/commitments.hpp"
#include "core/institutions/institutions.hpp"
#include "platform/http/page.hpp"
#include "platform/json/schema.hpp"

namespace hebra::home {

enum class State { open, fulfilled, cancelled };
BOOST_DESCRIBE_ENUM(State, open, fulfilled, cancelled)

/// A commitment of the institution acted for. What it is about stays in the record it names: no text about a person.
struct CommitmentItem {
    CommitmentId id;
    std::string kind;       ///< "referral.acknowledge"
    std::string title_key;  ///< under which the web has its words
    std::optional<std::string> thread_code;
    std::optional<PersonId> person_id;
    RecordId subject_id;
    std::string institution_name;
    std::optional<std::string> requested_by_name;
    commitments::Danger danger;
    State state;
    Time opened_at;
    Time due_at;
    bool paused;
    bool loose;
    std::optional<Time> loose_since;
    std::optional<Private> owner_name;
    bool mine;
    std::vector<commitments::Action> actions;  ///< what the caller may do with it now
    std::optional<int> tries = {};             ///< to ask the person, in vain, when that is what is to be done
    int version;
};
BOOST_DESCRIBE_STRUCT(CommitmentItem, (), (id, kind, title_key, thread_code, person_id, subject_id, institution_name,
                                           requested_by_name, danger, state, opened_at, due_at, paused, loose, loose_since,
                                           owner_name, mine, actions, tries, version))

struct CommitmentList {
    std::vector<CommitmentItem> items;
    std::optional<std::string> next_cursor;
    std::int64_t loose_count;  ///< of all that was asked about, not of this page
};
BOOST_DESCRIBE_STRUCT(CommitmentList, (), (items, next_cursor, loose_count))

/// What another institution owes this one: its state and no more.
struct RequestedItem {
    CommitmentId id;
    std::string kind;
    std::string title_key;
    std::optional<std::string> thread_code;
    RecordId subject_id;
    std::string institution_name;
    commitments::Danger danger;
    Time due_at;
    bool paused;
    bool overdue;
};
BOOST_DESCRIBE_STRUCT(RequestedItem, (), (id, kind, title_key, thread_code, subject_id, institution_name, danger, due_at,
                                          paused, overdue))

struct CommitmentQuery {
    commitments::Which state;
    std::optional<bool> mine;            ///< only what I hold
    std::optional<PersonId> person_id;   ///< only what is about a person
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(CommitmentQuery, (), (state, mine, person_id, cursor))

struct CursorQuery {
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(CursorQuery, (), (cursor))

class Home {
  public:
    Home(db::Database& database, commitments::Commitments& commitments, access::Users& users,
         institutions::Institutions& institutions, audit::Audit& audit, const Clock& clock)
        : database_(database), commitments_(commitments), users_(users), institutions_(institutions), audit_(audit), clock_(clock) {}

    /// 50 a page, in the order of `core/commitments/list.hpp`. The look is recorded before they are returned.
    Result<CommitmentList> list(const Actor& actor, const CommitmentQuery& query);
    /// What other institutions owe the one acted for, by due date, 50 a page.
    Result<http::Page<RequestedItem>> requested(const Actor& actor, const std::optional<std::string>& cursor);
    Result<CommitmentItem> find(const Actor& actor, CommitmentId id);
    Result<CommitmentItem> move(const Actor& actor, CommitmentId id, const commitments::Move& move);

  private:
    CommitmentItem told(const Actor& actor, const commitments::Listed& listed, Time now);
    /// To those that ask a person, how often they were sought in vain.
    void tell_tries(const Actor& actor, std::span<CommitmentItem> items);
    void record_look(const Actor& actor, const CommitmentQuery& query, const commitments::Position& after, std::size_t found);
    std::string name_of(InstitutionId id);

    db::Database& database_;
    commitments::Commitments& commitments_;
    access::Users& users_;
    institutions::Institutions& institutions_;
    audit::Audit& audit_;
    const Clock& clock_;
};

}  // namespace hebra::home

template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::home::CommitmentItem> = "Commitment";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::home::RequestedItem> = "RequestedCommitment";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::home::State> = "CommitmentState";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::commitments::Which> = "CommitmentsAskedFor";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::commitments::Action> = "CommitmentAction";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::commitments::Move> = "CommitmentMove";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::commitments::Reason> = "NewDateReason";
