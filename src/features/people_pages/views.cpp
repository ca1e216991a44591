#include "features/people_pages/views.hpp"

#include "access/audit/store.hpp"
#include "core/people/store.hpp"

namespace hebra::people_pages {
namespace {

constexpr std::size_t k_a_page = 50;

struct Position {
    Time at;
    audit::EntryId id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (at, id))

constexpr Time k_end_of_time = Time::max();

std::vector<std::string> names_in(const std::string& joined) {
    std::vector<std::string> names;
    for (std::size_t start = 0; start < joined.size();) {
        const auto end = std::min(joined.find(',', start), joined.size());
        names.push_back(joined.substr(start, end - start));
        start = end + 1;
    }
    return names;
}

}  // namespace

View Views::told(const Actor& actor, const audit::Entry& entry) {
    const auto institution = institutions_.find(entry.acting_for);
    return {.at = entry.at,
            .actor_name = users_.name_of(entry.user_id),
            .institution_name = institution ? institution->name : "Hebra",
            .action = entry.action,
            .fields = names_in(entry.fields),
            .mine = entry.user_id == actor.user,
            .subject_id = entry.subject_id.empty() ? std::nullopt : std::optional(entry.subject_id)};
}

Result<http::Page<View>> Views::of(const Actor& actor, PersonId person, const std::optional<std::string>& cursor) {
    Position from{k_end_of_time, {}};
    if (cursor) {
        HEBRA_TRY(from, http::read_cursor<Position>(*cursor));
    }
    HEBRA_TRY(auto entries, database_.read([&](db::Reader& reader) -> Result<std::vector<audit::Entry>> {
        HEBRA_CHECK(people::store::find(reader, actor.institution, person));
        return audit::store::about_person(reader, actor.institution, person.value(), from.at, from.id, k_a_page + 1);
    }));
    http::Page<View> page;
    if (entries.size() > k_a_page) {
        entries.resize(k_a_page);
        page.next_cursor = http::cursor_of(Position{entries.back().at, entries.back().id});
    }
    for (const auto& entry : entries) page.items.push_back(told(actor, entry));
    return page;
}

}  // namespace hebra::people_pages
