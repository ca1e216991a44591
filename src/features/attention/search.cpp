#include "features/attention/search.hpp"

#include "core/people/store.hpp"
#include "features/attention/event.hpp"
#include "features/attention/list_store.hpp"
#include "features/attention/sealing.hpp"
#include "platform/crypto/code.hpp"

namespace hebra::attention {
namespace {

constexpr std::size_t k_a_page = 25;

/// Names of what was asked, and how many were shown; the codes themselves are not people's.
std::vector<std::string> described(const ContactQuery& query, std::size_t shown) {
    std::vector<std::string> fields;
    const auto note = [&](const char* name, bool asked) {
        if (asked) fields.emplace_back(name);
    };
    note("person_id", query.person_id.has_value());
    note("thread_code", query.thread_code.has_value());
    note("topic", query.topic.has_value());
    note("from", query.from.has_value());
    note("until", query.until.has_value());
    note("agent_id", query.agent_id.has_value());
    note("disposition", query.disposition.has_value());
    note("status", query.status.has_value());
    fields.push_back(fmt::format("found={}", shown));
    return fields;
}

ContactItem told(const store::ListRow& row, access::Users& users) {
    return {.id = row.id,
            .status = row.status,
            .channel = row.channel,
            .direction = row.direction,
            .started_at = row.started_at,
            .ended_at = row.ended_at,
            .entered_at = row.entered_at,
            .late = row.entered_at - row.ended_at.value_or(row.started_at) > k_late_after,
            .agent_id = row.agent_id,
            .agent_name = users.name_of(row.agent_id),
            .person_id = row.person_id,
            .thread_code = row.thread_code,
            .topics = split_topics(row.topics),
            .risk = row.risk,
            .disposition = row.disposition,
            .version = row.version};
}

bool asks_nothing(const ContactQuery& query) {
    return !query.topic && !query.from && !query.until && !query.agent_id && !query.disposition && !query.status;
}

}  // namespace

/// Leafing through the list, or through one person's, is one look a minute; each search is told by itself.
void Search::record_look(const Actor& actor, const ContactQuery& query, const std::optional<PersonId>& person, std::size_t shown) {
    const audit::Act act{.action = asks_nothing(query) ? "contact.list" : "contact.search",
                         .subject = uuid_of(person).value_or(Uuid{}),
                         .person = uuid_of(person),
                         .fields = described(query, shown)};
    if (asks_nothing(query)) return audit_.record_view(database_, actor, act);
    (void)database_.write([&](db::Tx& tx) -> Result<> {
        audit_.record(tx, actor, act);
        return {};
    });
}

Result<http::Page<ContactItem>> Search::run(const Actor& actor, const ContactQuery& query) {
    if (query.from && query.until && *query.until < *query.from) return refuse_field("/until", words::k_until_before_from);
    store::Position from{query.until.value_or(Time::max()), {}};
    if (query.cursor) {
        HEBRA_TRY(from, http::read_cursor<store::Position>(*query.cursor));
    }
    std::optional<std::string> code;
    if (query.thread_code) {
        const auto parsed = crypto::ThreadCode::parse(*query.thread_code);
        if (!parsed) return refuse_field("/thread_code", parsed.error().word);
        code = parsed->text();
    }
    auto asked = query;
    auto rows = database_.read([&](db::Reader& reader) -> std::vector<store::ListRow> {
        if (code) {
            const auto person = people::store::find_by_thread_code(reader, actor.institution, *code);
            if (!person || (query.person_id && query.person_id != person)) return {};
            asked.person_id = person;
        }
        return store::list(reader, actor.institution, asked, from, k_a_page + 1);
    });
    http::Page<ContactItem> page;
    if (rows.size() > k_a_page) {
        rows.resize(k_a_page);
        page.next_cursor = http::cursor_of(store::Position{rows.back().started_at, rows.back().id});
    }
    record_look(actor, query, asked.person_id, rows.size());
    for (const auto& row : rows) page.items.push_back(told(row, users_));
    return page;
}

}  // namespace hebra::attention
