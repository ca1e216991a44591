#include "core/commitments/ladder.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace hebra::commitments {
namespace {

constexpr std::string_view k_between = ", ";
constexpr std::string_view k_minutes = " min";

/// The number a text begins with, which must be followed by exactly `unit`.
std::optional<int> number_before(std::string_view text, std::string_view unit, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 1 || number > most) return std::nullopt;
    if (text.substr(static_cast<std::size_t>(end - text.data())) != unit) return std::nullopt;
    return number;
}

std::optional<Audience> audience_of(std::string_view word) {
    Audience audience{};
    if (!boost::describe::enum_from_string(std::string(word).c_str(), audience)) return std::nullopt;
    return audience;
}

std::optional<Step> step_of(std::string_view text) {
    const auto space = text.rfind(' ');
    if (space == text.npos) return std::nullopt;
    const auto to = audience_of(text.substr(space + 1));
    if (!to) return std::nullopt;
    const auto when = text.substr(0, space);
    if (const auto percent = number_before(when, "%", 100)) return Step{.percent = *percent, .to = *to};
    if (const auto minutes = number_before(when, k_minutes, 999))
        return Step{.minutes = std::chrono::minutes(*minutes), .to = *to};
    if (const auto after = calendar::Allowance::parse(when)) return Step{.after = *after, .to = *to};
    return std::nullopt;
}

std::string text_of(const Step& step) {
    const auto* to = boost::describe::enum_to_string(step.to, "");
    if (step.minutes) return fmt::format("{}{} {}", step.minutes->count(), k_minutes, to);
    if (step.after) return fmt::format("{} {}", step.after->text(), to);
    return fmt::format("{}% {}", step.percent, to);
}

/// Reminders come first, each later than the one before.
bool is_in_order(const std::vector<Step>& steps) {
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (!steps[i].is_reminder()) continue;
        if (!steps[i - 1].is_reminder() || steps[i].percent <= steps[i - 1].percent) return false;
    }
    return true;
}

}  // namespace

Result<Ladder> Ladder::parse(std::string_view text) {
    Ladder ladder;
    while (!text.empty()) {
        const auto end = text.find(k_between);
        const auto step = step_of(text.substr(0, end));
        if (!step || ladder.steps_.size() == k_most_steps) return refuse(Refused::invalid, words::k_bad_ladder);
        ladder.steps_.push_back(*step);
        if (end == text.npos) break;
        text.remove_prefix(end + k_between.size());
        if (text.empty()) return refuse(Refused::invalid, words::k_bad_ladder);
    }
    if (!is_in_order(ladder.steps_)) return refuse(Refused::invalid, words::k_bad_ladder);
    return ladder;
}

std::string Ladder::text() const {
    std::string all;
    for (const auto& step : steps_) {
        if (!all.empty()) all += k_between;
        all += text_of(step);
    }
    return all;
}

namespace {

constexpr std::string_view k_own = "product.md, idea 2: one's own institution is reminded, then its coordinator, then its head";
constexpr std::string_view k_between_two = "workflows.md §1, sent→acknowledged: remind, network coordinator, head; after these it may expire";
constexpr std::string_view k_seen = "architecture.md, platform/notify: acknowledged and escalating";

constexpr auto k_usual = std::to_array<UsualLadder>({
    {Usual::unhurried, "50% owner, 100% owner, 4 h coordinator, 1 business day head", k_own},
    {Usual::urgent, "50% owner, 100% owner, 30 min coordinator, 60 min head", k_own},
    {Usual::unanswered, "50% owner, 100% owner, 4 h network, 1 business day head", k_between_two},
    {Usual::unanswered_urgent, "50% owner, 100% owner, 30 min network, 60 min head", k_between_two},
    {Usual::unseen, "50% owner, 100% coordinator, 60 min head", k_seen},
});

}  // namespace

std::span<const UsualLadder> usual_ladders() { return k_usual; }

const Ladder& ladder_of(Usual usual) {
    static const auto parsed = [] {
        std::array<Ladder, k_usual.size()> all;
        for (const auto& one : k_usual) all.at(static_cast<std::size_t>(one.usual)) = Ladder::parse(one.steps).value();
        return all;
    }();
    return parsed.at(static_cast<std::size_t>(usual));
}

}  // namespace hebra::commitments
