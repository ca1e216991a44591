// How one service does with one question: quick, in numbers. Only `match`, `relaxing` and `reasons` include it.
#pragma once
#include "features/directory/catalogue.hpp"
#include "features/directory/question.hpp"
#include "features/directory/weights.hpp"

namespace hebra::directory {

/// What a service lacks for a question, the weightiest first: the order in which they are told.
enum class Miss {
    out_of_age,
    other_territory,
    no_contact,
    needs_identification,
    language_missing,
    no_places,
    number_doubted,
    hours_unknown,
    channel_missing,
    not_free,
    ask_local_office,
    opens_at,
    identification_unknown,
    cost_unknown
};
BOOST_DESCRIBE_ENUM(Miss, out_of_age, other_territory, no_contact, needs_identification, language_missing, no_places,
                    number_doubted, hours_unknown, channel_missing, not_free, ask_local_office, opens_at,
                    identification_unknown, cost_unknown)

/// What makes a service uncertain without keeping it from fitting.
enum class Doubt { age_to_confirm, place_to_confirm, check_expired };

/// Whole words, and too many for registers: members written one by one and read together cost more than all the rest.
struct Evaluation {
    std::uint32_t service = 0;
    std::uint32_t misses = 0;  ///< bits of Miss
    std::uint32_t doubts = 0;  ///< bits of Doubt
    int score = 0;
    calendar::State state = calendar::State::unknown;

    bool lacks(Miss miss) const { return misses & (1U << static_cast<int>(miss)); }
    bool has(Doubt doubt) const { return doubts & (1U << static_cast<int>(doubt)); }
};

/// Whether no more bits of Miss are set than a near miss may have.
inline bool is_near(std::uint32_t misses) {
    for (int i = 0; i < weights::k_most_misses; ++i) misses &= misses - 1;  // each takes the lowest bit away
    return misses == 0;
}

/// A question worked out once for all the services it is put to.
class Examiner {
  public:
    Examiner(const Catalogue& catalogue, const Question& question, Time now);

    /// All but the waiting of what is closed.
    /// @param text_score what the search found, or 0
    Evaluation examine(std::uint32_t service, int text_score) const;

    /// What waiting for it to open takes from the score. Apart, because few of those that are closed get so far.
    int waiting_score(std::uint32_t service) const;

    /// Whether it is a line for a crisis that the question speaks of.
    bool is_crisis_line(const Facts& facts) const { return (facts.topics & crises_) && facts.is_for_crises; }
    /// Whether an editor's confirmation of one of its contacts holds, to the minute.
    bool is_confirmed(const Facts& facts) const { return now_minute_ <= facts.confirmed_until; }
    /// Whether the topic asked is near one of the service's, or none was asked.
    bool is_of_topic(std::uint32_t service) const;

    Time at() const { return at_; }
    /// Whether a channel counts for the question: the one asked for, if the service has it; else all of them.
    bool counts(const Slot& slot, const Facts& facts) const {
        return !(facts.channels & channel_bit_) || slot.channel == *question_.channel;
    }
    /// Of the channels that count for the question, the first to open.
    std::optional<Time> opens_at(const Facts& facts) const;

  private:
    struct Contact {
        calendar::State state;
        bool is_known;  ///< somebody knows how to reach it
        bool is_sound;  ///< and by something that nobody reported wrong
    };

    Contact contact_of(const Facts& facts) const;
    void examine_place(const Facts& facts, Evaluation& evaluation) const;

    const Catalogue& catalogue_;
    const Question& question_;
    Time at_;
    std::int32_t now_minute_;
    int today_;  ///< day_number
    bool is_topic_asked_ = false;
    TopicFamily family_{};
    std::uint64_t crises_ = 0;  ///< topics asked for or spoken of in which somebody may be in danger
    bool is_age_known_ = false;
    int age_least_ = 0;  ///< the ages the person may have, in doubt those of a minor
    int age_most_ = 0;
    std::uint32_t region_bit_ = 0;
    std::uint16_t comuna_ = 0;
    std::uint16_t channel_bit_ = 0;
    std::uint16_t language_bit_ = 1;
    std::vector<std::uint8_t> states_;  ///< of each schedule at that moment
};

}  // namespace hebra::directory
