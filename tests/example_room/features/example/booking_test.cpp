#include "features/example/booking.hpp"

#include <gtest/gtest.h>

namespace hebra::example {
namespace {

TEST(ExampleBooking, moves_as_its_table_says_and_in_no_other_way) {
    EXPECT_EQ(next(Status::booked, Action::use), Status::used);
    EXPECT_EQ(next(Status::booked, Action::cancel), Status::cancelled);
    for (const auto ended : {Status::used, Status::cancelled})
        for (const auto action : {Action::use, Action::cancel})
            EXPECT_EQ(next(ended, action).error().word, words::k_impossible_move);
}

}  // namespace
}  // namespace hebra::example
