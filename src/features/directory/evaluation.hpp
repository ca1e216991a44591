// How one service does with one question: quick, in numbers. Only `match` and `reasons` include it.
#pragma once
#include "features/directory/catalogue.hpp"
#include "features/directory/question.hpp"

namespace hebra::directory {

/// What a service lacks for a question, the weightiest first: the order in which they are told.
enum class Miss {
    out_of_age, other_territory, no_contact, needs_identification, language_missing, no_places, number_doubted, hours_unknown,
    channel_missing, not_free, ask_local_office, opens_at, identification_unknown, cost_unknown
};
BOOST_DESCRIBE_ENUM(Miss, out_of_age, other_territory, no_contact, needs_identification, language_missing, no_places,
                    number_doubted, hours_unknown, channel_missing, not_free, ask_local_office, opens_at,
                    identification_unknown, cost_unknown)

struct Evaluation {
    std::uint32_t misses = 0;  ///< bits of Miss
    int score = 0;
    calendar::State state = calendar::State::unknown;
    bool age_to_confirm = false;
    bool place_to_confirm = false;
    bool is_expired = false;

    bool lacks(Miss miss) const { return misses & (1U << static_cast<int>(miss)); }
};

/// A question worked out once for all the services it is put to.
class Examiner {
  public:
    Examiner(const Catalogue& catalogue, const Question& question, Time now);

    /// @param text_score what the search found, or 0
    Evaluation examine(std::uint32_t service, int text_score) const;

    /// Whether it is a line for a crisis that the question speaks of.
    bool is_crisis_line(const Facts& facts) const {
        return (facts.topics & crises_) && (facts.kind == LineKind::crisis || facts.kind == LineKind::emergency);
    }
    /// Whether the topic asked is near one of the service's, or none was asked.
    bool is_of_topic(std::uint32_t service) const;

    Time at() const { return at_; }
    /// Over the channels that count for the question.
    calendar::State state_of(const Facts& facts) const;
    std::optional<Time> opens_at(const Facts& facts) const;

  private:
    /// The channel asked for, if the service has it; else all of them.
    bool counts(const Slot& slot, const Facts& facts) const {
        return !(facts.channels & channel_bit_) || slot.channel == *question_.channel;
    }
    void examine_topic(const Facts& facts, Evaluation& evaluation) const;
    void examine_age(const Facts& facts, Evaluation& evaluation) const;
    void examine_place(const Facts& facts, Evaluation& evaluation) const;
    void examine_terms(const Facts& facts, Evaluation& evaluation) const;
    void examine_contact(const Facts& facts, Evaluation& evaluation) const;
    void examine_hours(const Facts& facts, Evaluation& evaluation) const;
    void examine_freshness(const Facts& facts, Evaluation& evaluation) const;

    const Catalogue& catalogue_;
    const Question& question_;
    Time now_;
    Time at_;
    std::int32_t today_;
    std::optional<TopicFamily> family_;
    std::uint64_t crises_ = 0;  ///< topics asked for or spoken of in which somebody may be in danger
    std::uint32_t region_bit_ = 0;
    std::uint16_t comuna_ = 0;
    std::uint16_t channel_bit_ = 0;
    std::uint32_t language_bit_ = 1;
    mutable std::vector<std::uint8_t> states_;  ///< of each schedule, once asked for
};

}  // namespace hebra::directory
