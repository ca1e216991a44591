// A person's thread as one institution may see it.
#pragma once
#include "access/audit/audit.hpp"
#include "access/users/users.hpp"
#include "core/institutions/institutions.hpp"
#include "core/thread/thread.hpp"
#include "platform/http/page.hpp"
#include "platform/json/schema.hpp"

namespace hebra::home {

/// A lane of the drawing.
struct InstitutionSummary {
    InstitutionId id;
    std::string name;
    institutions::Sector sector;
};
BOOST_DESCRIBE_STRUCT(InstitutionSummary, (), (id, name, sector))

struct ThreadEvent {
    EventId id;
    thread::EventKind kind;  ///< the web has its words and its knot
    InstitutionSummary institution;
    Time event_at;
    Time entered_at;
    bool entered_late;
    RecordId subject_id;
    std::optional<Private> user_name;  ///< of one's own institution only
    bool mine;                         ///< of the institution acted for
    bool party;                        ///< its own, or shared with it by name: what it is about may be opened
};
BOOST_DESCRIBE_STRUCT(ThreadEvent, (), (id, kind, institution, event_at, entered_at, entered_late, subject_id, user_name,
                                        mine, party))

class Timelines {
  public:
    Timelines(db::Database& database, audit::Audit& audit, access::Users& users, institutions::Institutions& institutions,
              const Clock& clock)
        : database_(database), audit_(audit), users_(users), institutions_(institutions), clock_(clock) {}

    /// The newest first, 100 a page; the look is recorded before it is returned. `not_found` for another's person.
    Result<http::Page<ThreadEvent>> of(const Actor& actor, PersonId person, const std::optional<std::string>& cursor);

  private:
    ThreadEvent told(const Actor& actor, const thread::Event& event);

    db::Database& database_;
    audit::Audit& audit_;
    access::Users& users_;
    institutions::Institutions& institutions_;
    const Clock& clock_;
};

}  // namespace hebra::home

template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::thread::EventKind> = "ThreadEventKind";
