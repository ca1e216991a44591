// "Quién lo vio": who looked at or changed what a person's record holds. The person may read the same list.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/audit/audit.hpp"
#include "access/users/users.hpp"
#include "core/institutions/institutions.hpp"
#include "core/people/people.hpp"
#include "features/people_pages/purpose.hpp"

namespace hebra::people_pages {

struct View {
    Time at;
    Private actor_name;
    std::string institution_name;
    std::string action;               ///< "person.view"; the page says it in words
    std::vector<std::string> fields;  ///< names only
    bool mine;
    std::optional<std::string> subject_id;  ///< of what was opened or changed: the person, a referral…
    Purpose purpose;
    bool refused;  ///< they tried, and could not
    bool outside;  ///< acting for another institution
};
BOOST_DESCRIBE_STRUCT(View, (), (at, actor_name, institution_name, action, fields, mine, subject_id, purpose, refused, outside))

enum class ViewsOnly { outside, refused };
BOOST_DESCRIBE_ENUM(ViewsOnly, outside, refused)

struct ViewsQuery {
    std::optional<std::string> cursor;
    std::optional<ViewsOnly> only;
};
BOOST_DESCRIBE_STRUCT(ViewsQuery, (), (cursor, only))

/// A page of them, and whose they are: by the code, for whoever may not open the record.
struct ViewsPage {
    std::string thread_code;
    std::vector<View> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ViewsPage, (), (thread_code, items, next_cursor))

struct CodeQuery {
    std::string thread_code;
};
BOOST_DESCRIBE_STRUCT(CodeQuery, (), (thread_code))

/// One's institution's person behind a code, and nothing else about them.
struct PersonOfCode {
    PersonId person_id;
    std::string thread_code;
};
BOOST_DESCRIBE_STRUCT(PersonOfCode, (), (person_id, thread_code))

namespace words {
inline constexpr Word k_code_of_nobody{"thread_code_of_nobody", "Ese código de hebra no es de nadie de su institución. Revíselo.",
                                       "That thread code is nobody's in your institution. Check it."};
}  // namespace words

class Views {
  public:
    Views(db::Database& database, audit::Audit& audit, access::Users& users, institutions::Institutions& institutions)
        : database_(database), audit_(audit), users_(users), institutions_(institutions) {}

    /// The newest first, 50 a page; reading it is recorded too. `not_found` for another institution's person.
    Result<ViewsPage> of(const Actor& actor, PersonId person, const ViewsQuery& query = {});
    /// `thread_code_of_nobody`, also for another institution's.
    Result<PersonOfCode> find(const Actor& actor, const CodeQuery& query);

  private:
    View told(const Actor& actor, const audit::Entry& entry, std::span<const audit::Entry> around);

    db::Database& database_;
    audit::Audit& audit_;
    access::Users& users_;
    institutions::Institutions& institutions_;
};

}  // namespace hebra::people_pages
