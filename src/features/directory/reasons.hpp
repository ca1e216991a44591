// The reasons of an answer, for programs and for people. Only `match` includes it.
#pragma once
#include "features/directory/evaluation.hpp"

namespace hebra::directory {

/// Tells why services fit one question, or do not. Sentences are plain Spanish and English; moments are told in the time
/// of the place asked about.
class Explainer {
  public:
    Explainer(const Catalogue& catalogue, const Question& question, const Examiner& examiner, Time now)
        : catalogue_(catalogue), question_(question), examiner_(examiner), now_(now) {}

    std::vector<Reason> fits(const Evaluation& evaluation) const;
    std::vector<Reason> why_not(const Evaluation& evaluation) const;
    std::vector<Reason> cautions(const Evaluation& evaluation) const;
    /// When it closes, of the channels that count and are open: the latest.
    std::optional<Time> closes_at(std::uint32_t service) const;

  private:
    Reason fit_of_topic(const Service& service) const;
    Reason fit_of_age(const Service& service) const;
    Reason fit_of_place(const Service& service) const;
    Reason fit_of_hours(const Evaluation& evaluation) const;
    Reason why_lacking(Miss miss, std::uint32_t service) const;
    Reason why_closed(std::uint32_t service) const;
    std::string spoken(Time time, Language language) const;
    calendar::Zone zone() const { return calendar::zone_of(question_.place); }

    const Catalogue& catalogue_;
    const Question& question_;
    const Examiner& examiner_;
    Time now_;
};

}  // namespace hebra::directory
