// "Quién lo vio": who looked at or changed what a person's record holds. The person may read the same list.
#pragma once
#include <optional>
#include <string>

#include "access/audit/audit.hpp"
#include "access/users/users.hpp"
#include "core/institutions/institutions.hpp"
#include "core/people/people.hpp"
#include "platform/http/page.hpp"

namespace hebra::people_pages {

struct View {
    Time at;
    Private actor_name;
    std::string institution_name;
    std::string action;               ///< "person.view"; the page says it in words
    std::vector<std::string> fields;  ///< names only
    bool mine;
    std::optional<std::string> subject_id;  ///< of what was opened or changed: the person, a referral…
};
BOOST_DESCRIBE_STRUCT(View, (), (at, actor_name, institution_name, action, fields, mine, subject_id))

struct ViewsQuery {
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ViewsQuery, (), (cursor))

class Views {
  public:
    Views(db::Database& database, access::Users& users, institutions::Institutions& institutions)
        : database_(database), users_(users), institutions_(institutions) {}

    /// The newest first, 50 a page. `not_found` for another institution's person.
    Result<http::Page<View>> of(const Actor& actor, PersonId person, const std::optional<std::string>& cursor);

  private:
    View told(const Actor& actor, const audit::Entry& entry);

    db::Database& database_;
    access::Users& users_;
    institutions::Institutions& institutions_;
};

}  // namespace hebra::people_pages
