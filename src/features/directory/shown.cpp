#include "features/directory/shown.hpp"

namespace hebra::directory {

ShownService shown(const directory::Service& service, Time now, Language language, bool dials) {
    ShownService told{.id = service.id,
                      .code = service.code,
                      .name = service.name,
                      .institution = service.institution,
                      .institution_id = service.institution_id,
                      .area = service.area,
                      .kind = service.kind,
                      .kind_name = std::string(say(directory::word_of(service.kind), language)),
                      .population = service.population,
                      .age_min = service.age_min,
                      .age_max = service.age_max,
                      .topics = {},
                      .channels = {},
                      .hours = service.hours_said,
                      .entry_requirements = service.entry_requirements,
                      .coverage = service.coverage,
                      .identity = service.identity,
                      .is_confidential = service.is_confidential,
                      .cost = service.cost,
                      .languages = service.languages,
                      .capacity = service.capacity,
                      .source = service.source,
                      .as_of = service.as_of,
                      .verified = service.verified};
    for (const auto& topic : service.topics) told.topics.emplace_back(topic.name(language));
    for (const auto& channel : service.channels) {
        const auto rule = directory::dialable(channel, now);
        told.channels.push_back({channel.kind, rule.standing, rule.contact, dials ? rule.uri : "", std::string(say(rule.word, language))});
    }
    return told;
}

ShownAnswer shown(const directory::Answer& answer, Time now, Language language, bool dials) {
    ShownAnswer told{.matches = {},
                     .near_misses = {},
                     .match_total = static_cast<std::int64_t>(answer.match_total),
                     .near_miss_total = static_cast<std::int64_t>(answer.near_miss_total),
                     .relaxations = {},
                     .emergency_numbers = {}};
    for (const auto& match : answer.matches)
        told.matches.push_back({shown(*match.service, now, language, dials), match.fits, match.cautions, match.state, match.closes_at,
                                match.opens_at});
    for (const auto& miss : answer.near_misses)
        told.near_misses.push_back({shown(*miss.service, now, language, dials), miss.why, miss.cautions, miss.state, miss.opens_at});
    return told;
}

std::vector<ShownEmergencyNumber> shown(std::vector<EmergencyEntry> entries) {
    std::vector<ShownEmergencyNumber> told;
    for (auto& entry : entries)
        told.push_back({std::move(entry.number), std::move(entry.name), std::move(entry.use_when), std::move(entry.uri)});
    return told;
}

}  // namespace hebra::directory
