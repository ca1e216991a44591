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
    std::optional<institutions::Sector> area;
    std::optional<directory::ChannelKind> channel;
    std::optional<directory::SpokenLanguage> language;
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::optional<Time> at;
    std::optional<bool> any_time;
    std::optional<std::string> q;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(MatchQuery, (), (age, comuna, region, topic, area, channel, language, free, anonymous, at, any_time, q, limit))

directory::Question question_of(const MatchQuery& query) {
    return {.age = query.age,
            .place = {query.region, query.comuna},
            .topic = query.topic,
            .area = query.area,
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

struct LanguageItem {
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(LanguageItem, (), (code, name))

struct LanguageList {
    std::vector<LanguageItem> items;
};
BOOST_DESCRIBE_STRUCT(LanguageList, (), (items))

struct ChannelMark {
    int channel;  ///< its place in the row, from 0
};
BOOST_DESCRIBE_STRUCT(ChannelMark, (), (channel))

struct DoubtedChannel : ChannelMark {
    std::optional<std::string> contact;  ///< as it was read, so that no other is struck for it
};
BOOST_DESCRIBE_STRUCT(DoubtedChannel, (ChannelMark), (contact))

struct Confirmed : ChannelMark {
    int version;
};
BOOST_DESCRIBE_STRUCT(Confirmed, (ChannelMark), (version))

struct RowCheck {
    std::vector<int> channels;  ///< that were answered, by their place in the row from 0; none: nobody answered
    std::optional<std::vector<SixData>> unsure;  ///< what they did not know; while there is any, the row is not checked
    int version;
};
BOOST_DESCRIBE_STRUCT(RowCheck, (), (channels, unsure, version))

/// A row that was not there: what somebody knows of it, and who answers for it.
struct NewService {
    bool is_own;                             ///< of the caller's institution
    std::optional<std::string> institution;  ///< whose it is, when it is not
    std::optional<institutions::Sector> area;  ///< of that institution
    std::string name;
    LineKind kind;
    std::optional<std::string> population;
    std::optional<int> age_min;
    std::optional<int> age_max;
    std::vector<Topic> topics;
    std::vector<Channel> channels;
    std::optional<calendar::Schedule> hours;
    std::optional<std::string> hours_said;
    std::optional<std::string> entry_requirements;
    std::optional<Coverage> coverage;
    std::optional<Identity> identity;
    std::optional<Cost> cost;
    std::optional<Capacity> capacity;
    std::optional<std::string> source;  ///< how it is known; the caller's institution says so unless told
    std::optional<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(NewService, (), (is_own, institution, area, name, kind, population, age_min, age_max, topics, channels, hours, hours_said,
                                       entry_requirements, coverage, identity, cost, capacity, source, notes))

Service service_of(const NewService& given) {
    return {.id = {},
            .code = {},
            .name = given.name,
            .institution = given.institution.value_or(""),
            .area = given.area,
            .kind = given.kind,
            .population = given.population.value_or(""),
            .age_min = given.age_min,
            .age_max = given.age_max,
            .topics = given.topics,
            .channels = given.channels,
            .hours = given.hours.value_or(calendar::Schedule()),
            .hours_said = given.hours_said.value_or(""),
            .entry_requirements = given.entry_requirements.value_or(""),
            .coverage = given.coverage.value_or(Coverage()),
            .identity = given.identity.value_or(Identity::unknown),
            .cost = given.cost.value_or(Cost::unknown),
            .capacity = given.capacity.value_or(Capacity()),
            .source = given.source.value_or(""),
            .notes = given.notes.value_or("")};
}

/// The row as this reader may know it: who of their own institution checked, rang or confirmed it stands there, the others do not.
Result<Entry> told(const Rooms& rooms, const http::Call& call, Result<Entry> entry) {
    if (!entry) return entry;
    const auto own = call.actor().institution;
    const auto name = [&](Caller& who, std::string& into) {
        if (who.institution_id != own) who.by.reset();
        if (!who.by) return;
        if (auto known = rooms.user_name(*who.by); !known.empty()) into = std::move(known);
    };
    name(entry->checker, entry->checked_by);
    name(entry->caller, entry->rung_by);
    for (auto& channel : entry->channels)
        if (channel.confirmation && channel.confirmation->institution_id != own) channel.confirmation->by.reset();
    return entry;
}

void add_asking(http::Router& router, const Rooms& rooms) {
    router.get("/api/v1/directory/match")
        .open("the directory is public; only confirmed contacts are told")
        .summary("Who can help, now: matches with their reasons, near misses with why not; if nothing matches, what to leave out")
        .handle<MatchQuery>([rooms](const http::Call& call, const MatchQuery& query) -> Result<ShownAnswer> {
            const auto question = question_of(query);
            const Time now = rooms.clock.now();
            HEBRA_CHECK(directory::check(question, now));
            const auto catalogue = rooms.directory.catalogue();
            const auto answer = directory::match(*catalogue, question, now);
            rooms.uses.shown(answer);
            auto told = shown(answer, now, call.language(), rooms.dials);
            if (answer.match_total == 0)
                for (const auto& each : relaxations(*catalogue, question, answer, now))
                    told.relaxations.push_back({each.part, static_cast<std::int64_t>(each.match_total),
                                                static_cast<std::int64_t>(each.near_miss_total)});
            if (answer.match_total == 0 || speaks_of_danger(question))
                told.emergency_numbers = shown(rooms.emergency.shown(call.language()));
            return told;
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

    router.get("/api/v1/languages")
        .open("a public list")
        .summary("The languages that a service may attend in, Spanish first")
        .handle([](const http::Call& call) -> Result<LanguageList> {
            LanguageList list;
            for (const auto language : SpokenLanguage::all())
                list.items.push_back({std::string(language.text()), std::string(language.name(call.language()))});
            return list;
        });
}

void add_keeping(http::Router& router, const Rooms& rooms) {
    router.post("/api/v1/directory/services")
        .allow(k_directory_edit)
        .summary("A row that was not there; nobody has rung it yet")
        .handle<NewService>([rooms](const http::Call& call, const NewService& body) -> Result<http::Created<Entry>> {
            HEBRA_TRY(const auto own, rooms.institution_name(call.actor().institution));
            HEBRA_TRY(auto entry, told(rooms, call, rooms.directory.add(call.actor(), service_of(body), own, body.is_own)));
            const auto location = "/api/v1/directory/services/" + entry.id.text();
            return http::Created<Entry>{std::move(entry), location};
        });

    router.get("/api/v1/directory/services/{id}")
        .allow(k_directory_read)
        .summary("A row, whole, with every contact and its standing")
        .handle([rooms](const http::Call& call) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            return told(rooms, call, rooms.directory.open(id));
        });

    router.put("/api/v1/directory/services/{id}")
        .allow(k_directory_edit)
        .summary("Change what a row says; how well it is known, and by whom, stays as it was")
        .versioned()
        .handle<directory::Service>([rooms](const http::Call& call, const directory::Service& body) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            HEBRA_TRY(const int seen, call.if_match());
            auto service = body;
            service.id = id;
            return told(rooms, call, rooms.directory.save(call.actor(), std::move(service), seen));
        });

    router.post("/api/v1/directory/services/{id}/confirmations")
        .allow(k_directory_edit)
        .summary("Somebody rang this channel and it is right")
        .handle<Confirmed>([rooms](const http::Call& call, const Confirmed& body) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            return told(rooms, call, rooms.directory.confirm(call.actor(), id, static_cast<std::size_t>(body.channel), body.version));
        });

    router.post("/api/v1/directory/services/{id}/checks")
        .allow(k_directory_edit)
        .summary("Somebody rang the row's keepers: what answered is confirmed for 90 days and, if they knew all six data, the row was checked")
        .handle<RowCheck>([rooms](const http::Call& call, const RowCheck& body) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            return told(rooms, call,
                        rooms.directory.rang(call.actor(), id, {body.channels, body.unsure.value_or(std::vector<SixData>{})}, body.version));
        });

    router.post("/api/v1/directory/services/{id}/doubts")
        .allow(k_directory_doubt)
        .summary("This number is wrong")
        .handle<DoubtedChannel>([rooms](const http::Call& call, const DoubtedChannel& body) -> Result<Entry> {
            HEBRA_TRY(const auto id, call.path<directory::ServiceId>("id"));
            return told(rooms, call, rooms.directory.doubt(call.actor(), id, static_cast<std::size_t>(body.channel), body.contact));
        });
}

}  // namespace

void add_directory_routes(http::Router& router, const Rooms& rooms) {
    add_asking(router, rooms);
    add_keeping(router, rooms);
    add_emergency_routes(router, rooms.emergency);
    add_use_routes(router, rooms.directory, rooms.uses);
}

}  // namespace hebra::directory
