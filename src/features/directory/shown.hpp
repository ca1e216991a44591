// The directory as it is told to people: services in words, with only the contacts that may be shown.
#pragma once
#include "features/directory/contact.hpp"
#include "features/directory/emergency_list.hpp"
#include "features/directory/relaxing.hpp"

namespace hebra::directory {

struct ShownChannel {
    directory::ChannelKind kind;
    directory::Standing standing;
    std::string contact;  ///< only when confirmed
    std::string uri;      ///< only when confirmed and it can be tapped
    std::string note;     ///< what stands in its place otherwise
};
BOOST_DESCRIBE_STRUCT(ShownChannel, (), (kind, standing, contact, uri, note))

struct ShownService {
    directory::ServiceId id;
    std::string code;
    std::string name;
    std::string institution;
    std::optional<InstitutionId> institution_id;
    std::optional<institutions::Sector> area;
    directory::LineKind kind;
    std::string kind_name;
    std::string population;
    std::optional<int> age_min;
    std::optional<int> age_max;
    std::vector<std::string> topics;
    std::vector<ShownChannel> channels;
    std::string hours;
    std::string entry_requirements;
    directory::Coverage coverage;
    directory::Identity identity;
    bool is_confidential;
    directory::Cost cost;
    std::vector<directory::SpokenLanguage> languages;
    directory::Capacity capacity;
    std::string source;
    std::string as_of;
    directory::Verified verified;
};
BOOST_DESCRIBE_STRUCT(ShownService, (), (id, code, name, institution, institution_id, area, kind, kind_name, population, age_min, age_max,
                                         topics, channels, hours, entry_requirements, coverage, identity, is_confidential, cost,
                                         languages, capacity, source, as_of, verified))

struct ShownMatch {
    ShownService service;
    std::vector<directory::Reason> fits;
    std::vector<directory::Reason> cautions;
    calendar::State state;
    std::optional<Time> closes_at;
    std::optional<Time> opens_at;
};
BOOST_DESCRIBE_STRUCT(ShownMatch, (), (service, fits, cautions, state, closes_at, opens_at))

struct ShownNearMiss {
    ShownService service;
    std::vector<directory::Reason> why;
    std::vector<directory::Reason> cautions;
    calendar::State state;
    std::optional<Time> opens_at;
};
BOOST_DESCRIBE_STRUCT(ShownNearMiss, (), (service, why, cautions, state, opens_at))

/// A number that may be shown: all that a page needs in a danger.
struct ShownEmergencyNumber {
    std::string number;
    std::string name;
    std::string use_when;
    std::string uri;  ///< what dials it; empty in a demo
};
BOOST_DESCRIBE_STRUCT(ShownEmergencyNumber, (), (number, name, use_when, uri))

/// Without that part of the question, this many would be found.
struct ShownRelaxation {
    QuestionPart part;
    std::int64_t match_total;
    std::int64_t near_miss_total;
};
BOOST_DESCRIBE_STRUCT(ShownRelaxation, (), (part, match_total, near_miss_total))

struct ShownAnswer {
    std::vector<ShownMatch> matches;
    std::vector<ShownNearMiss> near_misses;
    std::int64_t match_total;
    std::int64_t near_miss_total;
    std::vector<ShownRelaxation> relaxations;               ///< when nothing matches: what to leave out, the most first
    std::vector<ShownEmergencyNumber> emergency_numbers;  ///< where there may be danger, and where nothing matches
};
BOOST_DESCRIBE_STRUCT(ShownAnswer, (), (matches, near_misses, match_total, near_miss_total, relaxations, emergency_numbers))

/// @param dials false in a demo: nothing can be tapped
ShownService shown(const directory::Service& service, Time now, Language language, bool dials);
ShownAnswer shown(const directory::Answer& answer, Time now, Language language, bool dials);

std::vector<ShownEmergencyNumber> shown(std::vector<EmergencyEntry> entries);

}  // namespace hebra::directory
