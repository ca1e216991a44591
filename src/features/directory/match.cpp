#include "features/directory/match.hpp"

#include <bit>

#include "features/directory/candidates.hpp"
#include "features/directory/cells.hpp"
#include "features/directory/reasons.hpp"
#include "features/directory/weights.hpp"
#include "platform/calendar/holidays.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::directory {
namespace {

constexpr int k_most_results = 100;
constexpr std::size_t k_most_text = 200;
constexpr std::chrono::minutes k_may_have_passed{5};

/// Best first; equals in the catalogue's order.
bool is_better(const Evaluation& a, const Evaluation& b) {
    return a.score != b.score ? a.score > b.score : a.service < b.service;
}

/// Keeps the best few of many.
class Best {
  public:
    explicit Best(int limit) : limit_(static_cast<std::size_t>(limit)) { kept_.reserve(limit_ + 1); }

    void count() { ++total_; }

    /// Whether it would be kept.
    bool wants(const Evaluation& evaluation) const { return kept_.size() < limit_ || is_better(evaluation, kept_.front()); }

    void offer(const Evaluation& evaluation) {
        if (!wants(evaluation)) return;
        kept_.push_back(evaluation);
        std::push_heap(kept_.begin(), kept_.end(), is_better);  // the worst kept is at the front
        if (kept_.size() <= limit_) return;
        std::pop_heap(kept_.begin(), kept_.end(), is_better);
        kept_.pop_back();
    }

    std::vector<Evaluation> sorted() const {
        auto all = kept_;
        std::sort(all.begin(), all.end(), is_better);
        return all;
    }
    std::size_t total() const { return total_; }

  private:
    std::size_t limit_;
    std::size_t total_ = 0;
    std::vector<Evaluation> kept_;
};

constexpr std::size_t k_misses = boost::mp11::mp_size<boost::describe::describe_enumerators<Miss>>::value;

/// Puts the question to every service that could be meant, and sorts them into the three heaps.
class Round {
  public:
    Round(const Catalogue& catalogue, const Question& question, Time now)
        : catalogue_(catalogue),
          question_(question),
          now_(now),
          examiner_(catalogue, question, now),
          matches_(question.limit),
          near_(question.limit) {}

    Answer answer() {
        each_candidate(catalogue_, question_, examiner_, [this](std::uint32_t service, int text_score) { look_at(service, text_score); });
        const Explainer explainer(catalogue_, question_, examiner_, now_);
        Answer answer{.match_total = matches_.total(), .near_miss_total = near_.total(), .other_total = others_};
        for (const auto& each : matches_.sorted()) {
            answer.matches.push_back({.service = &catalogue_.services()[each.service],
                                      .fits = explainer.fits(each),
                                      .cautions = explainer.cautions(each),
                                      .state = each.state,
                                      .closes_at = explainer.closes_at(each.service),
                                      .opens_at = opens_at(each),
                                      .score = each.score});
        }
        for (const auto& each : near_.sorted()) {
            answer.near_misses.push_back({.service = &catalogue_.services()[each.service],
                                          .why = explainer.why_not(each),
                                          .cautions = explainer.cautions(each),
                                          .state = each.state,
                                          .opens_at = opens_at(each),
                                          .score = each.score});
        }
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Miss>>([&](auto each) {
            if (const auto count = by_why_[static_cast<std::size_t>(each.value)])
                answer.near_misses_by_why[each.name] = count;
        });
        return answer;
    }

  private:
    void look_at(std::uint32_t service, int text_score) {
        Evaluation evaluation = examiner_.examine(service, text_score);
        if (evaluation.misses == 0) {
            matches_.count();
            return matches_.offer(evaluation);
        }
        if (!is_near(evaluation.misses)) {
            ++others_;
            return;
        }
        near_.count();
        ++by_why_[static_cast<std::size_t>(std::countr_zero(evaluation.misses))];
        // Waiting only takes away: who is not wanted without it is not wanted.
        if (!near_.wants(evaluation)) return;
        if (evaluation.lacks(Miss::opens_at)) evaluation.score += examiner_.waiting_score(service);
        near_.offer(evaluation);
    }

    std::optional<Time> opens_at(const Evaluation& evaluation) const {
        if (evaluation.state != calendar::State::closed) return std::nullopt;
        return examiner_.opens_at(catalogue_.facts()[evaluation.service]);
    }

    const Catalogue& catalogue_;
    const Question& question_;
    Time now_;
    Examiner examiner_;
    Best matches_;
    Best near_;
    std::size_t others_ = 0;
    std::array<std::size_t, k_misses> by_why_{};
};

}  // namespace

bool is_in_calendar(Time at) {
    return calendar::local_time(calendar::Zone::santiago(), at).date.year() <= calendar::holidays().back().date.year();
}

Result<> check(const Question& question, Time now) {
    std::vector<FieldError> errors;
    if (question.age && (*question.age < 0 || *question.age > 120)) errors.push_back({"?age", words::k_question_age});
    if (question.limit < 1 || question.limit > k_most_results) errors.push_back({"?limit", words::k_question_limit});
    if (question.q.size() > k_most_text) errors.push_back({"?q", words::k_question_text});
    if (question.at && *question.at + k_may_have_passed < now) errors.push_back({"?at", words::k_question_past});
    else if (question.at && !is_in_calendar(*question.at)) errors.push_back({"?at", words::k_question_far});
    const auto& place = question.place;
    if (place.comuna && place.region && place.comuna->region() != *place.region)
        errors.push_back({"?comuna", words::k_question_place});
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

Answer match(const Catalogue& catalogue, const Question& question, Time now) {
    return Round(catalogue, question, now).answer();
}

}  // namespace hebra::directory
