#include "features/directory/match.hpp"

#include <bit>

#include "features/directory/cells.hpp"
#include "features/directory/reasons.hpp"
#include "features/directory/weights.hpp"

namespace hebra::directory {
namespace {

constexpr int k_most_results = 100;
constexpr std::size_t k_most_text = 200;

struct Scored {
    std::uint32_t service;
    Evaluation evaluation;
};

/// Best first; equals in the catalogue's order.
bool is_better(const Scored& a, const Scored& b) {
    return a.evaluation.score != b.evaluation.score ? a.evaluation.score > b.evaluation.score : a.service < b.service;
}

/// Keeps the best few of many.
class Best {
  public:
    explicit Best(std::size_t limit) : limit_(limit) { kept_.reserve(limit + 1); }

    void offer(std::uint32_t service, const Evaluation& evaluation) {
        ++total_;
        const Scored scored{service, evaluation};
        if (kept_.size() == limit_ && !is_better(scored, kept_.front())) return;
        kept_.push_back(scored);
        std::push_heap(kept_.begin(), kept_.end(), is_better);  // the worst kept is at the front
        if (kept_.size() <= limit_) return;
        std::pop_heap(kept_.begin(), kept_.end(), is_better);
        kept_.pop_back();
    }

    std::vector<Scored> sorted() const {
        auto all = kept_;
        std::sort(all.begin(), all.end(), is_better);
        return all;
    }
    std::size_t total() const { return total_; }

  private:
    std::size_t limit_;
    std::size_t total_ = 0;
    std::vector<Scored> kept_;
};

constexpr std::size_t k_misses = boost::mp11::mp_size<boost::describe::describe_enumerators<Miss>>::value;

/// Puts the question to every service that could be meant, and sorts them into the three heaps.
class Round {
  public:
    Round(const Catalogue& catalogue, const Question& question, Time now)
        : catalogue_(catalogue), question_(question), now_(now), examiner_(catalogue, question, now),
          matches_(static_cast<std::size_t>(question.limit)), near_(static_cast<std::size_t>(question.limit)) {}

    Answer answer() {
        look_at_all();
        const Explainer explainer(catalogue_, question_, examiner_, now_);
        Answer answer{.match_total = matches_.total(), .near_miss_total = near_.total(), .other_total = others_};
        for (const auto& [service, evaluation] : matches_.sorted()) {
            answer.matches.push_back({.service = &catalogue_.services()[service],
                                      .fits = explainer.fits(service, evaluation),
                                      .cautions = explainer.cautions(service, evaluation),
                                      .state = evaluation.state,
                                      .closes_at = explainer.closes_at(service),
                                      .opens_at = opens_at(service, evaluation),
                                      .score = evaluation.score});
        }
        for (const auto& [service, evaluation] : near_.sorted()) {
            answer.near_misses.push_back({.service = &catalogue_.services()[service],
                                          .why = explainer.why_not(service, evaluation),
                                          .cautions = explainer.cautions(service, evaluation),
                                          .state = evaluation.state,
                                          .opens_at = opens_at(service, evaluation),
                                          .score = evaluation.score});
        }
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Miss>>([&](auto each) {
            if (const auto count = by_why_[static_cast<std::size_t>(each.value)]) answer.near_misses_by_why[each.name] = count;
        });
        return answer;
    }

  private:
    void look_at_all() {
        std::vector<TextHit> hits;
        if (!question_.q.empty() && catalogue_.search().search(question_.q, hits)) {
            look_at_hits(hits);
        } else if (question_.topic) {
            for (const auto service : catalogue_.near_topic(*question_.topic)) look_at(service, 0);
        } else {
            for (std::uint32_t service = 0; service < catalogue_.services().size(); ++service) look_at(service, 0);
        }
    }

    void look_at_hits(const std::vector<TextHit>& hits) {
        for (const auto& hit : hits) {
            if (examiner_.is_of_topic(hit.service)) look_at(hit.service, hit.score);
        }
        // Whatever else was written, lines for a crisis it speaks of are never left out for a word they lack.
        std::vector<std::uint32_t> lines;
        for (const auto crisis : crises_in(question_.q)) {
            for (const auto service : catalogue_.near_topic(crisis)) {
                if (examiner_.is_crisis_line(catalogue_.facts()[service])) lines.push_back(service);
            }
        }
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        for (const auto service : lines) {
            const auto hit = std::lower_bound(hits.begin(), hits.end(), service,
                                              [](const TextHit& each, std::uint32_t wanted) { return each.service < wanted; });
            const bool is_looked_at = hit != hits.end() && hit->service == service && examiner_.is_of_topic(service);
            if (!is_looked_at) look_at(service, 0);
        }
    }

    void look_at(std::uint32_t service, int text_score) {
        const Evaluation evaluation = examiner_.examine(service, text_score);
        const int misses = std::popcount(evaluation.misses);
        if (misses == 0) return matches_.offer(service, evaluation);
        if (misses > weights::k_most_misses) {
            ++others_;
            return;
        }
        near_.offer(service, evaluation);
        ++by_why_[static_cast<std::size_t>(std::countr_zero(evaluation.misses))];
    }

    std::optional<Time> opens_at(std::uint32_t service, const Evaluation& evaluation) const {
        if (evaluation.state != calendar::State::closed) return std::nullopt;
        return examiner_.opens_at(catalogue_.facts()[service]);
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

Result<> check(const Question& question) {
    std::vector<FieldError> errors;
    if (question.age && (*question.age < 0 || *question.age > 120)) errors.push_back({"?age", words::k_question_age});
    if (question.limit < 1 || question.limit > k_most_results) errors.push_back({"?limit", words::k_question_limit});
    if (question.q.size() > k_most_text) errors.push_back({"?q", words::k_question_text});
    const auto& place = question.place;
    if (place.comuna && place.region && place.comuna->region() != *place.region) errors.push_back({"?comuna", words::k_question_place});
    if (errors.empty()) return {};
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

Answer match(const Catalogue& catalogue, const Question& question, Time now) {
    return Round(catalogue, question, now).answer();
}

}  // namespace hebra::directory
