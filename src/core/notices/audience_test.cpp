#include "core/notices/audience.hpp"

#include <gtest/gtest.h>

namespace hebra::notices {
namespace {

using access::Role;
using commitments::Audience;

UserId user(int n) { return UserId::make(from_micros(n * 1'000)); }

TEST(Audience, is_the_nearest_that_somebody_holds) {
    const UserId ana = user(1), eva = user(2), luz = user(3);
    const std::vector<Post> line = {{ana, Role::agent}, {eva, Role::supervisor}, {luz, Role::care_lead}};
    EXPECT_EQ(whose_turn(Audience::owner, line), std::vector{eva}) << "no intake: whoever supervises receives";
    EXPECT_EQ(whose_turn(Audience::coordinator, line), std::vector{eva});
    const std::vector<Post> network = {{ana, Role::regional}, {eva, Role::territorial}};
    EXPECT_EQ(whose_turn(Audience::coordinator, network), std::vector{eva});
    EXPECT_EQ(whose_turn(Audience::head, network), std::vector{ana});
    EXPECT_EQ(whose_turn(Audience::network, network).size(), 2U) << "either coordinates";
    EXPECT_TRUE(whose_turn(Audience::network, line).empty()) << "nobody coordinates there: it is not everybody's to know of";
}

TEST(Audience, tells_each_person_once_and_never_falls_into_nothing) {
    const UserId ana = user(1), eva = user(2);
    const std::vector<Post> desk = {{ana, Role::intake}};
    for (const auto audience : {Audience::owner, Audience::coordinator, Audience::head})
        EXPECT_EQ(whose_turn(audience, desk), std::vector{ana});
    const std::vector<Post> twice = {{ana, Role::mesa_coordinator}, {ana, Role::supervisor}, {eva, Role::supervisor}};
    EXPECT_EQ(whose_turn(Audience::coordinator, twice).size(), 2U);
    EXPECT_TRUE(whose_turn(Audience::head, {}).empty());
}

}  // namespace
}  // namespace hebra::notices
