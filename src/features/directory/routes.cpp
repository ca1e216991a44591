#include "features/directory/routes.hpp"

#include "features/directory/api.hpp"
#include "features/directory/shown.hpp"

// Other rooms have types of these names too.
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::directory::Identity> = "IdentityAsked";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::directory::Reason> = "MatchReason";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::directory::Channel> = "DirectoryChannel";
template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::directory::Entry> = "DirectoryEntry";

namespace hebra::directory {
namespace {

struct MatchQuery {
    std::optional<int> age;
    std::optional<territory::Comuna> comuna;
    std::optional<territory::Region> region;
    std::optional<directory::Topic> topic;
    std::optional<directory::ChannelKind> channel;
    std::optional<directory::SpokenLanguage> language;
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::optional<Time> at;
    std::optional<bool> any_time;
    std::optional<std::string> q;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(MatchQuery, (), (age, comuna, region, topic, channel, language, free, anonymous, at, any_time, q, limit))

directory::Question question_of(const MatchQuery& query) {
    return {.age = query.age,
            .place = {query.region, query.comuna},
            .topic = query.topic,
            .channel = query.channel,
            .language = query.language,
            .free_only = query.free.value_or(false),
            .anonymous = query.anonymous.value_or(false),
            .at = query.at,
            .at_any_time = query.any_time.value_or(false),
            .q = query.q.value_or(""),
            .limit = query.limit.value_or(20)};
}

struct TopicItem {
    std::string code;
    std::string name;
    std::optional<std::string> parent;
    bool is_crisis;
};
BOOST_DESCRIBE_STRUCT(TopicItem, (), (code, name, parent, is_crisis))

struct TopicList {
    std::vector<TopicItem> items;
};
BOOST_DESCRIBE_STRUCT(TopicList, (), (items))

struct ChannelMark {
    int channel;  ///< its place in the row, from 0
};
BOOST_DESCRIBE_STRUCT(ChannelMark, (), (channel))

struct Confirmed : ChannelMark {
    int version;
};
BOOST_DESCRIBE_STRUCT(Confirmed, (ChannelMark), (version))

void add_asking(http::Router& router, const Rooms& rooms) {
    router.get("/api/v1/directory/match")
        .open("the directory is public; only confirmed contacts are told")
        .summary("Who can help, now: matches with their reasons, near misses with why not")
        .handle<MatchQuery>([rooms](const http::Call& call, const MatchQuery& query) -> Result<ShownAnswer> {
            const auto question = question_of(query);
            HEBRA_CHECK(directory::check(question));
            const auto catalogue = rooms.directory.catalogue();
            const Time now = rooms.clock.now();
            const auto answer = directory::match(*catalogue, question, now);
            rooms.uses.shown(answer);
            return shown(answer, now, call.language(), rooms.dials);
        });

    router.get("/api/v1/topics").open("a public list").summary("What people seek help for").handle([](const http::Call& call) -> Result<TopicList> {
        TopicList list;
        for (const auto& topic : directory::Topic::all()) {
            const auto parent = topic.parent();
            list.items.push_back({std::string(topic.text()), std::string(topic.name(call.language())),
                                  parent ? std::optional(std::string(parent->text())) : std::nullopt, topic.is_crisis()});
        }
        return list;
    });
}

void add_keeping(http::Router& router, Directory& directory) {
    router.get("/api/v1/directory/services/{id}")
        .allow(k_directory_read)
        .summary("A row, whole, with every contact and its standing")
        .handle([&](const http::Call& call) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            return directory.open(id);
        });

    router.put("/api/v1/directory/services/{id}")
        .allow(k_directory_edit)
        .summary("Change a row; a contact typed anew is not confirmed thereby")
        .versioned()
        .handle<directory::Service>([&](const http::Call& call, const directory::Service& body) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            auto service = body;
            service.id = id;
            return directory.save(call.actor(), std::move(service), seen);
        });

    router.post("/api/v1/directory/services/{id}/confirmations")
        .allow(k_directory_edit)
        .summary("Somebody rang this channel and it is right")
        .handle<Confirmed>([&](const http::Call& call, const Confirmed& body) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            return directory.confirm(call.actor(), id, static_cast<std::size_t>(body.channel), body.version);
        });

    router.post("/api/v1/directory/services/{id}/doubts")
        .allow(k_directory_doubt)
        .summary("This number is wrong")
        .handle<ChannelMark>([&](const http::Call& call, const ChannelMark& body) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            return directory.doubt(call.actor(), id, static_cast<std::size_t>(body.channel));
        });
}

}  // namespace

void add_directory_routes(http::Router& router, const Rooms& rooms) {
    add_asking(router, rooms);
    add_keeping(router, rooms.directory);
    add_emergency_routes(router, rooms.emergency);
    add_use_routes(router, rooms.directory, rooms.uses);
}

}  // namespace hebra::directory
