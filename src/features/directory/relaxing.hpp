// When nobody fits: which of the things asked for kept them out, each by itself.
#pragma once
#include "features/directory/match.hpp"

namespace hebra::directory {

/// What a question may do without. Never the age: lines for others' ages help nobody, and a child must not be led to them.
enum class QuestionPart { topic, area, text, comuna, region, channel, language, free, anonymous, moment, all };
BOOST_DESCRIBE_ENUM(QuestionPart, topic, area, text, comuna, region, channel, language, free, anonymous, moment, all)

/// The question without one of its conditions, and how many it would find.
struct Relaxation {
    QuestionPart part;  ///< `all`: everything but the age
    std::size_t match_total;
    std::size_t near_miss_total;  ///< 0 if the question as it was asked has near misses: more of them are not worth telling
};

/// Those that find somebody, the most first: to be asked for when there was no match. The subject (topic, area, words) only if no
/// condition alone brings anybody, and `all` only if nothing else does. In memory: one pass over the services the question means,
/// and one over others for each part of the subject.
std::vector<Relaxation> relaxations(const Catalogue& catalogue, const Question& question, const Answer& answer, Time now);

/// Whether the topic asked for, or what was written, is one in which somebody may be in danger.
bool speaks_of_danger(const Question& question);

}  // namespace hebra::directory
