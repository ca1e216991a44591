// Who is told when a commitment goes unanswered: reminders first, then one person after another. Data, not code.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "platform/calendar/business.hpp"

namespace hebra::commitments {

/// `owner`: whoever holds it, or the institution's intake while nobody does; `coordinator` and `head`: of that institution;
/// `network`: whoever coordinates the network in which it owes this to another.
enum class Audience { owner, coordinator, head, network };
BOOST_DESCRIBE_ENUM(Audience, owner, coordinator, head, network)

namespace words {
inline constexpr Word k_bad_ladder{
    "bad_ladder", "Escriba los avisos como \"50% owner, 100% owner, 4 h coordinator, 1 business day head\".",
    "Write the steps like \"50% owner, 100% owner, 4 h coordinator, 1 business day head\"."};
}  // namespace words

/// One rung: at a share of the time allowed (100 is when it falls due), or some time after that.
struct Step {
    int percent = 100;  ///< 1 to 100; when `after` and `minutes` are empty
    std::optional<calendar::Allowance> after = {};      ///< on the commitment's own calendar
    std::optional<std::chrono::minutes> minutes = {};   ///< around the clock: for what cannot wait
    Audience to = Audience::owner;

    /// Said before or when it falls due, not after.
    bool is_reminder() const { return !after && !minutes; }
    friend bool operator==(const Step&, const Step&) = default;
};

/// Up to eight steps, in the order they are taken. The empty one tells nobody.
class Ladder {
  public:
    static constexpr std::size_t k_most_steps = 8;

    Ladder() = default;
    /// "50% owner, 100% owner, 30 min coordinator, 1 business day head". No: `invalid` (k_bad_ladder).
    static Result<Ladder> parse(std::string_view text);
    std::string text() const;

    const std::vector<Step>& steps() const { return steps_; }
    friend bool operator==(const Ladder&, const Ladder&) = default;

  private:
    std::vector<Step> steps_;
};

/// `unhurried`, `urgent`: unless the room says otherwise, on working hours and around the clock. `unanswered…`: what an institution
/// sent to another, who has not answered. `unseen`: a notice that asks to be acknowledged.
enum class Usual { unhurried, urgent, unanswered, unanswered_urgent, unseen };
BOOST_DESCRIBE_ENUM(Usual, unhurried, urgent, unanswered, unanswered_urgent, unseen)

struct UsualLadder {
    Usual usual;
    std::string_view steps;
    std::string_view source;  ///< where it was decided
};

/// Who is told of what nobody does, and when: every ladder of the house.
std::span<const UsualLadder> usual_ladders();
const Ladder& ladder_of(Usual usual);

}  // namespace hebra::commitments
