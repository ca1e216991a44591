// Contacts of one's own institution, the newest first: by code, person, date, agent. Never by what was said.
#pragma once
#include "access/audit/audit.hpp"
#include "access/users/users.hpp"
#include "features/attention/contact.hpp"
#include "platform/db/database.hpp"
#include "platform/http/page.hpp"

namespace hebra::attention {

namespace words {
inline constexpr Word k_until_before_from{"until_before_from", "El final es anterior al comienzo. Corrija una de las dos fechas.",
                                          "The end is before the beginning. Correct one of the two dates."};
}  // namespace words

struct ContactQuery {
    std::optional<PersonId> person_id;
    std::optional<std::string> thread_code;
    std::optional<std::string> topic;
    std::optional<Time> from;  ///< of when it happened, inclusive
    std::optional<Time> until;  ///< exclusive
    std::optional<UserId> agent_id;
    std::optional<Disposition> disposition;
    std::optional<ContactStatus> status;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ContactQuery, (), (person_id, thread_code, topic, from, until, agent_id, disposition, status, cursor))

/// One line of a list: no word of what was said.
struct ContactItem {
    ContactId id;
    ContactStatus status;
    ContactChannel channel;
    Direction direction;
    Time started_at;
    std::optional<Time> ended_at;
    Time entered_at;
    bool late;
    UserId agent_id;
    Private agent_name;
    std::optional<PersonId> person_id;
    std::optional<std::string> thread_code;
    std::vector<std::string> topics;
    std::optional<RiskLevel> risk;
    std::optional<Disposition> disposition;
    int version;
};
BOOST_DESCRIBE_STRUCT(ContactItem, (), (id, status, channel, direction, started_at, ended_at, entered_at, late, agent_id, agent_name,
                                        person_id, thread_code, topics, risk, disposition, version))

class Search {
  public:
    Search(db::Database& database, audit::Audit& audit, access::Users& users)
        : database_(database), audit_(audit), users_(users) {}

    /// 25 a page. One read, whatever is asked; recorded as one look with the names of what was asked and the count.
    /// No: `bad_cursor`; `code_wrong` for a thread's code that cannot be; `until_before_from`.
    Result<http::Page<ContactItem>> run(const Actor& actor, const ContactQuery& query);

  private:
    void record_look(const Actor& actor, const ContactQuery& query, const std::optional<PersonId>& person, std::size_t shown);

    db::Database& database_;
    audit::Audit& audit_;
    access::Users& users_;
};

}  // namespace hebra::attention
