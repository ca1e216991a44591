#include "features/directory/relaxing.hpp"

namespace hebra::directory {
namespace {

/// Nothing if the question does not say it.
std::optional<Question> without(QuestionPart part, Question question) {
    switch (part) {
        case QuestionPart::topic:
            if (!std::exchange(question.topic, std::nullopt)) return std::nullopt;
            return question;
        case QuestionPart::text:
            if (std::exchange(question.q, "").empty()) return std::nullopt;
            return question;
        case QuestionPart::comuna:
            if (!std::exchange(question.place.comuna, std::nullopt)) return std::nullopt;
            return question;
        case QuestionPart::region:
            if (question.place.comuna || !std::exchange(question.place.region, std::nullopt)) return std::nullopt;
            return question;
        case QuestionPart::channel:
            if (!std::exchange(question.channel, std::nullopt)) return std::nullopt;
            return question;
        case QuestionPart::language:
            if (!std::exchange(question.language, std::nullopt)) return std::nullopt;
            return question;
        case QuestionPart::free:
            if (!std::exchange(question.free_only, false)) return std::nullopt;
            return question;
        case QuestionPart::anonymous:
            if (!std::exchange(question.anonymous, false)) return std::nullopt;
            return question;
        case QuestionPart::moment:
            if (std::exchange(question.at_any_time, true)) return std::nullopt;
            question.at.reset();
            return question;
        case QuestionPart::all: return Question{.age = question.age, .at_any_time = true, .q = {}};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Relaxation> relaxations(const Catalogue& catalogue, const Question& question, const Answer& answer, Time now) {
    const bool has_near = answer.near_miss_total > 0;
    std::vector<Relaxation> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<QuestionPart>>([&](auto each) {
        if (each.value == QuestionPart::all && !found.empty()) return;
        auto relaxed = without(each.value, question);
        if (!relaxed) return;
        relaxed->limit = 1;  // only how many there are is wanted
        const auto would_be = match(catalogue, *relaxed, now);
        if (would_be.match_total > 0 || (!has_near && would_be.near_miss_total > 0))
            found.push_back({each.value, would_be.match_total, would_be.near_miss_total});
    });
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return std::tuple(b.match_total, b.near_miss_total, a.part) < std::tuple(a.match_total, a.near_miss_total, b.part);
    });
    return found;
}

bool speaks_of_danger(const Question& question) {
    return (question.topic && question.topic->is_crisis()) || !crises_in(question.q).empty();
}

}  // namespace hebra::directory
