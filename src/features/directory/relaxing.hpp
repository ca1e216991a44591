// When nobody fits: which of the things asked for kept them out, each by itself.
#pragma once
#include "features/directory/match.hpp"

namespace hebra::directory {

/// What a question may do without. Never the age: lines for others' ages help nobody, and a child must not be led to them.
enum class QuestionPart { topic, text, comuna, region, channel, language, free, anonymous, moment, all };
BOOST_DESCRIBE_ENUM(QuestionPart, topic, text, comuna, region, channel, language, free, anonymous, moment, all)

/// The question without one of its conditions, and how many it would find.
struct Relaxation {
    QuestionPart part;  ///< `all`: everything but the age
    std::size_t match_total;
    std::size_t near_miss_total;
};

/// Those that find somebody, the most first; `all` only if no other does. In memory, one pass of `match` for each condition: to
/// be asked for when there was no match. If there were near misses, only those that bring matches are worth telling.
std::vector<Relaxation> relaxations(const Catalogue& catalogue, const Question& question, const Answer& answer, Time now);

/// Whether the topic asked for, or what was written, is one in which somebody may be in danger.
bool speaks_of_danger(const Question& question);

}  // namespace hebra::directory
