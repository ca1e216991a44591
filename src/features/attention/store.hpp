// Every SQL statement about contacts. What was said is sealed before it comes here.
#pragma once
#include "access/audit/verify.hpp"
#include "features/attention/contact.hpp"
#include "platform/db/database.hpp"

namespace hebra::attention::store {

using SubjectId = Id<struct ContactSubjectTag>;  ///< whose key seals it: the person, or the contact itself

struct Row {
    ContactId id;
    ContactStatus status;
    ContactChannel channel;
    Direction direction;
    std::optional<directory::ServiceId> service_id;
    Time started_at;
    std::optional<Time> ended_at;
    Time entered_at;
    UserId agent_id;
    UserId entered_by;
    std::optional<PersonId> person_id;
    std::optional<std::string> thread_code;
    std::string topics;  ///< joined by commas
    std::optional<RiskLevel> risk;
    std::optional<Disposition> disposition;
    std::string form;
    forms::Version form_version;
    SubjectId subject_id;
    std::optional<Bytes> content;
    int version;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, status, channel, direction, service_id, started_at, ended_at, entered_at, agent_id, entered_by,
                                person_id, thread_code, topics, risk, disposition, form, form_version, subject_id, content, version))

void add(db::Tx& tx, InstitutionId institution, const Row& row, audit::EntryId audit_id);
Result<Row> find(db::Reader& reader, InstitutionId institution, ContactId id);
/// False when somebody changed it since `seen`.
bool save(db::Tx& tx, InstitutionId institution, const Row& row, int seen, audit::EntryId audit_id);

/// A contact, whom it is about, and their thread.
struct OnThread {
    ContactId id;
    std::optional<PersonId> person_id;
    std::optional<ThreadId> thread_id;
};
BOOST_DESCRIBE_STRUCT(OnThread, (), (id, person_id, thread_id))
/// What somebody attends, is open and was not erased; nobody else changes or erases it until this transaction ends.
std::vector<OnThread> hold_open_of(db::Tx& tx, InstitutionId institution, UserId agent);

/// Who attends in an institution.
struct Attending {
    InstitutionId institution_id;
    UserId agent_id;
};
BOOST_DESCRIBE_STRUCT(Attending, (), (institution_id, agent_id))
/// Whoever has open contacts, of any institution, about which nothing of a kind is promised.
std::vector<Attending> attending_alone(db::Reader& reader, std::string_view promise);

/// Everybody who attended a contact of an institution.
std::vector<UserId> agents(db::Reader& reader, InstitutionId institution);

void add_topics(db::Tx& tx, InstitutionId institution, const Row& row);
void remove_topics(db::Tx& tx, ContactId contact);

/// A version that a correction replaced.
struct Earlier {
    int version;
    Time replaced_at;
    UserId replaced_by;
    Bytes content;
};
BOOST_DESCRIBE_STRUCT(Earlier, (), (version, replaced_at, replaced_by, content))
void add_earlier(db::Tx& tx, ContactId contact, const Earlier& earlier);
/// The newest first.
std::vector<Earlier> earlier(db::Reader& reader, ContactId contact);
void save_earlier_content(db::Tx& tx, ContactId contact, int version, const Bytes& content);

extern const audit::Anchor k_anchor;

}  // namespace hebra::attention::store
