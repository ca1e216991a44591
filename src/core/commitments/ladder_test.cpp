#include "core/commitments/ladder.hpp"

#include <gtest/gtest.h>

namespace hebra::commitments {
namespace {

TEST(Ladder, is_read_as_it_is_written) {
    for (const auto* text : {"", "100% head", "50% owner, 100% owner, 4 h coordinator, 1 business day head", "5 min coordinator, 10 days head",
                             "1% owner, 2% owner, 3% owner, 4% owner, 5% owner, 6% owner, 7% owner, 8% owner"}) {
        const auto ladder = Ladder::parse(text);
        ASSERT_TRUE(ladder) << text;
        EXPECT_EQ(ladder->text(), text);
    }
    const auto steps = Ladder::parse("50% owner, 30 min coordinator, 2 business days head")->steps();
    EXPECT_TRUE(steps[0].is_reminder());
    EXPECT_EQ(steps[0].percent, 50);
    EXPECT_FALSE(steps[1].is_reminder());
    EXPECT_EQ(steps[1].minutes, std::chrono::minutes(30));
    EXPECT_EQ(steps[2].after, calendar::Allowance(2, calendar::Unit::business_days));
    EXPECT_EQ(steps[2].to, Audience::head);
}

TEST(Ladder, refuses_what_is_not_one) {
    for (const auto* text : {"owner", "50%", "50% nobody", "0% owner", "101% owner", "50%owner", "0 min head", "4h head", "4 h",
                             "50% owner,", "50% owner, ", "50% owner;100% owner", ", 50% owner", "100% owner, 50% owner",
                             "50% owner, 50% head", "4 h coordinator, 50% owner",
                             "1% owner, 2% owner, 3% owner, 4% owner, 5% owner, 6% owner, 7% owner, 8% owner, 9% owner"})
        EXPECT_FALSE(Ladder::parse(text)) << text;
}

std::vector<Audience> told_by(Usual usual) {
    std::vector<Audience> told;
    for (const auto& step : ladder_of(usual).steps()) told.push_back(step.to);
    return told;
}

TEST(Ladder, the_usual_ones_remind_then_tell_the_coordinator_then_the_head) {
    using enum Audience;
    for (const auto usual : {Usual::unhurried, Usual::urgent}) EXPECT_EQ(told_by(usual), (std::vector{owner, owner, coordinator, head}));
    for (const auto usual : {Usual::unanswered, Usual::unanswered_urgent})
        EXPECT_EQ(told_by(usual), (std::vector{owner, owner, network, head})) << "workflows.md §1";
    EXPECT_EQ(told_by(Usual::unseen), (std::vector{owner, coordinator, head}));
    for (const auto& one : usual_ladders()) {
        EXPECT_EQ(ladder_of(one.usual).text(), one.steps);
        EXPECT_FALSE(one.source.empty());
    }
}

}  // namespace
}  // namespace hebra::commitments
