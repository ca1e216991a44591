#include "features/home/timelines.hpp"

#include "core/people/store.hpp"

namespace hebra::home {
namespace {

constexpr std::size_t k_a_page = 100;

struct Position {
    Time event_at;
    EventId id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (event_at, id))

}  // namespace

ThreadEvent Timelines::told(const Actor& actor, const thread::Event& event) {
    const auto institution = institutions_.find(event.institution_id);
    if (!institution) throw std::runtime_error("an event in no institution");
    const bool mine = event.institution_id == actor.institution;
    return {.id = event.id,
            .kind = event.kind,
            .institution = {institution->id, institution->name, institution->sector},
            .event_at = event.event_at,
            .entered_at = event.entered_at,
            .entered_late = thread::is_late(event),
            .subject_id = event.subject_id,
            .user_name = mine && !event.user_id.is_nil() ? std::optional(users_.name_of(event.user_id)) : std::nullopt,
            .mine = mine,
            .party = event.party};
}

Result<http::Page<ThreadEvent>> Timelines::of(const Actor& actor, PersonId person,
                                              const std::optional<std::string>& cursor) {
    thread::Position before = thread::k_newest;
    if (cursor) {
        HEBRA_TRY(const auto position, http::read_cursor<Position>(*cursor));
        before = {position.event_at, position.id};
    }
    const Time now = clock_.now();
    HEBRA_TRY(auto events, database_.read([&](db::Reader& reader) -> Result<std::vector<thread::Event>> {
        HEBRA_TRY(const auto row, people::store::find(reader, actor.institution, person));
        return thread::timeline(reader, actor.institution, row.thread_id, now, before, k_a_page + 1);
    }));
    http::Page<ThreadEvent> page;
    if (events.size() > k_a_page) {
        events.resize(k_a_page);
        page.next_cursor = http::cursor_of(Position{events.back().event_at, events.back().id});
    }
    for (const auto& event : events) page.items.push_back(told(actor, event));
    audit_.record_view(database_, actor, {.action = "thread.view", .subject = person.value(), .person = person.value()});
    return page;
}

}  // namespace hebra::home
