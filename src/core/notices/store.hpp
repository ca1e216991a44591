// Every SQL statement about notices.
#pragma once
#include "core/notices/audience.hpp"
#include "core/notices/notices.hpp"

namespace hebra::notices::store {

/// Who is active in an institution, and as what.
std::vector<Post> posts(db::Reader& reader, InstitutionId institution);

void add(db::Tx& tx, NoticeId id, UserId user, const NewNotice& notice, const commitments::Cause& cause);
/// What was told before about the same thing, need not be acknowledged, and is not `but`.
void end_earlier(db::Tx& tx, UserId user, const NewNotice& notice, Time now, audit::EntryId audit_id);
/// Told to anybody of an institution about something of a record.
void end_about(db::Tx& tx, InstitutionId institution, RecordId subject, std::string_view about, Time now, audit::EntryId audit_id);

/// Which institutions were told something of a record that nobody attended to yet.
std::vector<InstitutionId> told_about(db::Reader& reader, RecordId subject, std::string_view about);

/// What asks to be acknowledged: the commitment, and the notice it was opened with.
struct Asked {
    CommitmentId commitment_id;
    RecordId subject_id;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (commitment_id, subject_id))
/// By a notice, or by one that reminds of it, whoever it was told to; nullopt when it asks for nothing.
std::optional<Asked> asked_by(db::Reader& reader, NoticeId id);
/// By what an institution was told about something of a record.
std::vector<Asked> asked_about(db::Reader& reader, InstitutionId institution, RecordId subject, std::string_view about);
/// Everything that was told of a notice's record because of a commitment.
void end_with(db::Tx& tx, NoticeId id, CommitmentId commitment, Time now, audit::EntryId audit_id);

/// What a notice is about.
struct What {
    RecordId subject_id;
    std::string about;
};
BOOST_DESCRIBE_STRUCT(What, (), (subject_id, about))
std::optional<What> what(db::Reader& reader, NoticeId id);

std::vector<Notice> open_of(db::Reader& reader, UserId user, InstitutionId institution, const Position& before, std::int64_t most);
std::int64_t count_open(db::Reader& reader, UserId user, InstitutionId institution);

enum class Acknowledged { now, before, not_found };
Acknowledged acknowledge(db::Tx& tx, UserId user, InstitutionId institution, NoticeId id, Time now, audit::EntryId audit_id);

bool by_email(db::Reader& reader, UserId user);
void prefer(db::Tx& tx, UserId user, bool by_email, audit::EntryId audit_id);

/// One that nobody has written of, with whom to write to.
struct Unmailed {
    NoticeId id;
    UserId user_id;
    InstitutionId institution_id;
    std::string kind;
    std::optional<std::string> thread_code;
    std::optional<Time> due_at;
    std::optional<territory::Region> region;
    std::optional<territory::Comuna> comuna;
    bool is_wanted;  ///< still open, and its reader active and willing
    Bytes profile;
    access::UserLanguage language;
    audit::EntryId audit_id;
};
BOOST_DESCRIBE_STRUCT(Unmailed, (), (id, user_id, institution_id, kind, thread_code, due_at, region, comuna, is_wanted, profile,
                                     language, audit_id))

/// Told since a moment, the oldest first, locked against other nodes.
std::vector<Unmailed> unmailed(db::Tx& tx, Time since, std::int64_t most);
void mark_mailed(db::Tx& tx, NoticeId id, Time now);

std::vector<Recent> since(db::Reader& reader, Time moment, std::int64_t most);
std::int64_t forget(db::Tx& tx, Time before);

extern const audit::Anchor k_anchor;
extern const audit::Anchor k_preference_anchor;

}  // namespace hebra::notices::store
