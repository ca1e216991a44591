#include "features/directory/relaxing.hpp"

#include <deque>

#include "features/directory/candidates.hpp"

namespace hebra::directory {
namespace {

/// Nothing if the question does not say it.
std::optional<Question> without(QuestionPart part, Question question) {
    switch (part) {
        case QuestionPart::topic:
            if (!std::exchange(question.topic, std::nullopt)) return std::nullopt;
            return question;
        case QuestionPart::area:
            if (!std::exchange(question.area, std::nullopt)) return std::nullopt;
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

std::uint32_t bits(std::initializer_list<Miss> misses) {
    std::uint32_t sum = 0;
    for (const auto miss : misses) sum |= 1U << static_cast<int>(miss);
    return sum;
}

/// What leaving a condition out can take away from what a service lacks; whoever lacks anything else lacks it still. Nothing for
/// the subject and for `all`, without which other services are meant.
std::uint32_t may_take_away(QuestionPart part) {
    switch (part) {
        case QuestionPart::comuna:
        case QuestionPart::region: return bits({Miss::other_territory});
        case QuestionPart::channel:
            return bits({Miss::channel_missing, Miss::no_contact, Miss::number_doubted, Miss::hours_unknown, Miss::opens_at});
        case QuestionPart::language: return bits({Miss::language_missing});
        case QuestionPart::free: return bits({Miss::not_free, Miss::cost_unknown});
        case QuestionPart::anonymous: return bits({Miss::needs_identification, Miss::identification_unknown});
        case QuestionPart::moment: return bits({Miss::opens_at, Miss::hours_unknown});
        case QuestionPart::topic:
        case QuestionPart::area:
        case QuestionPart::text:
        case QuestionPart::all: break;
    }
    return 0;
}

template <class F>
void each_part(F&& look) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<QuestionPart>>([&](auto each) { look(each.value); });
}

/// The question without one of its conditions, and who then fits of the services it means anyway.
struct Trial {
    Trial(const Catalogue& catalogue, QuestionPart part, Question without_it, Time now)
        : question(std::move(without_it)), examiner(catalogue, question, now), taken_away(may_take_away(part)), found{part, 0, 0} {}
    Trial(const Trial&) = delete;

    Question question;
    Examiner examiner;
    std::uint32_t taken_away;
    Relaxation found;
};

/// Both questions are put to few: only to whom leaving the condition out could help.
std::vector<Relaxation> without_a_condition(const Catalogue& catalogue, const Question& question, bool has_near, Time now) {
    std::deque<Trial> trials;
    each_part([&](QuestionPart part) {
        if (may_take_away(part) == 0) return;
        if (auto relaxed = without(part, question)) trials.emplace_back(catalogue, part, *std::move(relaxed), now);
    });
    if (trials.empty()) return {};
    const Examiner examiner(catalogue, question, now);
    each_candidate(catalogue, question, examiner, [&](std::uint32_t service, int text_score) {
        const auto misses = examiner.examine(service, text_score).misses;
        for (auto& trial : trials) {
            const auto left = misses & ~trial.taken_away;
            if (has_near ? left != 0 : !is_near(left)) continue;
            const auto then = trial.examiner.examine(service, text_score).misses;
            trial.found.match_total += then == 0;
            trial.found.near_miss_total += !has_near && then != 0 && is_near(then);
        }
    });
    std::vector<Relaxation> all;
    for (const auto& trial : trials) all.push_back(trial.found);
    return all;
}

Relaxation without_its_subject(const Catalogue& catalogue, QuestionPart part, Question relaxed, bool has_near, Time now) {
    relaxed.limit = 1;  // only how many there are is wanted
    const auto would_be = match(catalogue, relaxed, now);
    return {part, would_be.match_total, has_near ? 0 : would_be.near_miss_total};
}

}  // namespace

std::vector<Relaxation> relaxations(const Catalogue& catalogue, const Question& question, const Answer& answer, Time now) {
    const bool has_near = answer.near_miss_total > 0;
    const auto finds_nobody = [](const Relaxation& each) { return each.match_total + each.near_miss_total == 0; };
    auto found = without_a_condition(catalogue, question, has_near, now);
    std::erase_if(found, finds_nobody);
    const auto try_without = [&](QuestionPart part) {
        if (auto relaxed = without(part, question))
            found.push_back(without_its_subject(catalogue, part, *std::move(relaxed), has_near, now));
    };
    if (found.empty()) {
        try_without(QuestionPart::topic);
        try_without(QuestionPart::area);
        try_without(QuestionPart::text);
        std::erase_if(found, finds_nobody);
    }
    if (found.empty()) {
        try_without(QuestionPart::all);
        std::erase_if(found, finds_nobody);
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return std::tuple(b.match_total, b.near_miss_total, a.part) < std::tuple(a.match_total, a.near_miss_total, b.part);
    });
    return found;
}

bool speaks_of_danger(const Question& question) {
    return (question.topic && question.topic->is_crisis()) || !crises_in(question.q).empty();
}

}  // namespace hebra::directory
