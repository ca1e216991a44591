#include "features/people_pages/views.hpp"

#include "access/audit/store.hpp"
#include "core/people/store.hpp"
#include "platform/crypto/code.hpp"
#include "platform/http/page.hpp"

namespace hebra::people_pages {
namespace {

constexpr std::size_t k_a_page = 50;
constexpr auto k_around = std::chrono::minutes(30);
constexpr std::int64_t k_most_around = 1'000;

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

/// How another institution's staff are named outside it: "Marisol T.".
Private alias_of(const Private& name) {
    const auto& whole = name.reveal();
    const auto space = whole.find(' ');
    if (space == whole.npos || space + 1 == whole.size()) return name;
    auto end = space + 2;
    while (end < whole.size() && (static_cast<unsigned char>(whole[end]) & 0xC0U) == 0x80U) ++end;  // the whole letter
    return Private(whole.substr(0, end) + ".");
}

}  // namespace

View Views::told(const Actor& actor, const audit::Entry& entry, std::span<const audit::Entry> around) {
    const auto institution = institutions_.find(entry.acting_for);
    const bool outside = entry.acting_for != entry.institution_id;
    const bool refused = is_refused(entry);
    View view{.at = entry.at,
              .actor_name = {},
              .institution_name = institution ? institution->name : "Hebra",
              .action = entry.action,
              .fields = names_in(entry.fields),
              .mine = entry.user_id == actor.user,
              .subject_id = entry.subject_id.empty() ? std::nullopt : std::optional(entry.subject_id),
              .purpose = purpose_of(entry, around),
              .refused = refused,
              .outside = outside};
    if (entry.user_id.is_nil() || (outside && refused)) return view;  // the machine; or somebody who did not get in
    view.actor_name = outside ? alias_of(users_.name_of(entry.user_id)) : users_.name_of(entry.user_id);
    return view;
}

Result<ViewsPage> Views::of(const Actor& actor, PersonId person, const ViewsQuery& query) {
    Position from{k_end_of_time, {}};
    if (query.cursor) {
        HEBRA_TRY(from, http::read_cursor<Position>(*query.cursor));
    }
    const auto only = !query.only                          ? audit::store::Only::all
                      : *query.only == ViewsOnly::outside ? audit::store::Only::outside
                                                          : audit::store::Only::refused;
    struct Found {
        std::string thread_code;
        std::vector<audit::Entry> entries, around;
    };
    HEBRA_TRY(auto found, database_.read([&](db::Reader& reader) -> Result<Found> {
        HEBRA_TRY(auto row, people::store::find(reader, actor.institution, person));
        Found all{std::move(row.thread_code),
                  audit::store::about_person(reader, actor.institution, person.value(), from.at, from.id, k_a_page + 1, only),
                  {}};
        if (all.entries.empty()) return all;
        all.around = audit::store::about_person_between(reader, actor.institution, person.value(), all.entries.back().at - k_around,
                                                        all.entries.front().at + k_around, k_most_around);
        return all;
    }));
    audit_.record_view(database_, actor, {.action = "person.views", .subject = person.value(), .person = person.value()});
    ViewsPage page{std::move(found.thread_code), {}, {}};
    auto& entries = found.entries;
    if (entries.size() > k_a_page) {
        entries.resize(k_a_page);
        page.next_cursor = http::cursor_of(Position{entries.back().at, entries.back().id});
    }
    for (const auto& entry : entries) page.items.push_back(told(actor, entry, found.around));
    return page;
}

Result<PersonOfCode> Views::find(const Actor& actor, const CodeQuery& query) {
    const auto code = crypto::ThreadCode::parse(query.thread_code);
    if (!code) return refuse_field("/thread_code", code.error().word);
    const auto person = database_.read(
        [&](db::Reader& reader) { return people::store::find_by_thread_code(reader, actor.institution, code->text()); });
    if (!person) return refuse_field("/thread_code", words::k_code_of_nobody);
    return PersonOfCode{*person, code->text()};
}

}  // namespace hebra::people_pages
